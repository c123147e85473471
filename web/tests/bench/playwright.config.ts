import base from "../../playwright.config";

/** The benchmark brings a server of its own and a built page: `npx playwright test -c tests/bench/playwright.config.ts`. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars
const { webServer: _, ...rest } = base;
export default { ...rest, testDir: ".", testMatch: "**/*.bench.ts", timeout: 400_000, retries: 0 };
