import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** The browser of the machine: nothing is downloaded. CHROMIUM names another. */
const chromium = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .find((path) => path !== undefined && path !== "" && existsSync(path));

/** The pages of tests/looks stand on the fake server, one for each worker: what one test changes is not in another's way. */
const fakes = 2;
const firstPort = Number(process.env["FAKE_PORT"] ?? 24319);
/** A benchmark that runs a journey of the real server needs no fake: COLLOQUY_NO_FAKE=1. */
const withFakes = process.env["COLLOQUY_NO_FAKE"] !== "1";
const ports = Array.from({ length: withFakes ? fakes : 0 }, (_, number) => firstPort + number);

export default defineConfig({
  testDir: "tests",
  timeout: 120_000,
  // a busy machine is no fault of the page
  expect: { timeout: 20_000 },
  workers: fakes,
  reporter: "list",
  webServer: ports.map((port) => ({ command: `npx vite --port ${port} --strictPort`, env: { COLLOQUY: "fake" }, port, reuseExistingServer: false })),
  projects: [
    ...(withFakes ? [{
      name: "looks", testMatch: "looks/**/*.journey.ts", outputDir: "../target/looks", fullyParallel: true,
      use: { baseURL: `http://localhost:${firstPort + Number(process.env["TEST_PARALLEL_INDEX"] ?? 0)}` },
    }] : []),
    // these start the built jar themselves, and some of them listen: one at a time
    { name: "journeys", testMatch: "journeys/**/*.journey.ts", outputDir: "../target/journeys", workers: 1 },
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: chromium, args: ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"] },
  },
});
