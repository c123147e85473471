import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

/** Every page in real Chromium against the fake server: WCAG 2.2 AA as far as axe can tell, no scrolling sideways, no error in the page. */
const pages: [name: string, address: string, scene: string][] = [
  ["set-up", "/setup?key=k", "new"], ["set-up without a key", "/setup", "new"], ["sign-in", "/sign-in", "out"],
  ["home", "/", "full"], ["home of an empty centre", "/", "empty"],
  ["learners", "/learners", "full"], ["no learners", "/learners", "empty"], ["enrolling", "/learners?add=learner", "full"],
  ["an enrolment", "/enrolments/e1", "full"], ["an enrolment without sessions", "/enrolments/e3", "full"],
  ["units", "/units", "full"], ["no units", "/units", "empty"], ["units while the server fails", "/units", "failing"],
  ["a unit", "/units/u1", "full"], ["correcting a unit", "/units/u2?edit=1", "full"], ["importing a unit", "/units/import", "full"],
  ["planning a session", "/sessions/new?enrolment=e1", "full"], ["changing a plan", "/sessions/s1/plan", "full"],
  ["a session", "/sessions/s2", "full"], ["a session without recordings", "/sessions/s4", "full"],
  ["recording", "/sessions/s1/record", "full"], ["models", "/models", "full"], ["people", "/people", "full"], ["password", "/password", "full"], ["nothing here", "/nowhere", "full"],
];

for (const [colorScheme, width] of [["light", 390], ["dark", 1440]] as const) {
  test.describe(`${colorScheme}, ${width} px wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 }, permissions: ["microphone"], baseURL: process.env["FAKE_ADDRESS"] ?? "http://localhost:24319" });
    for (const [name, address, scene] of pages) {
      test(name, async ({ page, context, baseURL }) => {
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(error.message));
        await context.addCookies([{ name: "fake", value: scene, url: baseURL ?? "" }]);
        await page.goto(address);
        await expect(page.locator("h1, h2").first()).toBeVisible();
        await expect(page.locator(".bones")).toHaveCount(0);
        const result = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
        expect(result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary?.replace(/\s+/g, " ").slice(0, 160) ?? ""}`).join(" | ")}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
        expect(errors).toEqual([]);
      });
    }
  });
}
