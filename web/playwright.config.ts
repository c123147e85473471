import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** The browser of the machine: nothing is downloaded. CHROMIUM names another. */
const chromium = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .find((path) => path !== undefined && path !== "" && existsSync(path));

export default defineConfig({
  testDir: "tests",
  testMatch: "**/*.journey.ts",
  timeout: 120_000,
  // a busy machine is no fault of the page
  expect: { timeout: 20_000 },
  workers: 1,
  // where other work shares the machine; what failed once is said at the end of the run
  retries: process.env["CI"] === "true" ? 1 : 0,
  reporter: "list",
  outputDir: "../target/journeys",
  // The pages of pages.journey.ts run on the fake server; other journeys start the real jar themselves.
  // A benchmark that runs one of those needs no fake: COLLOQUY_NO_FAKE=1.
  ...(process.env["COLLOQUY_NO_FAKE"] === "1" ? {} : { webServer: { command: "npx vite --port 24319 --strictPort", env: { COLLOQUY: "fake" }, port: 24319, reuseExistingServer: false } }),
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: chromium, args: ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"] },
  },
});
