import base from "../../playwright.config";

/** The benchmark brings a server of its own and a built page: `npx playwright test -c tests/bench/playwright.config.ts`. */
export default { use: base.use, reporter: base.reporter, outputDir: "../../../target/journeys", workers: 1, testDir: ".", testMatch: "**/*.bench.ts", timeout: 400_000 };
