import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

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
  ["before recording", "/sessions/s1/record", "full"], ["a transcript with marks", "/recordings/talk", "full"], ["the centre's notice", "/centre", "full"], ["models", "/models", "full"], ["people", "/people", "full"], ["password", "/password", "full"], ["nothing here", "/nowhere", "full"],
];

/** A recording of this page, in some state: the page's own module is asked, because no fake server can make a microphone die. */
async function recording(page: Page, state: object = {}): Promise<void> {
  await expect(page.getByText("The microphone hears").or(page.getByText("Look at the microphone"))).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.press("r"); // nobody has answered to the notice
  await expect(page.getByRole("region", { name: "Recorder" }).getByRole("status")).toHaveText("Recording");
  await put(page, state);
}

/** Puts values into signals of the recording that this window holds. */
async function put(page: Page, state: object): Promise<void> {
  await page.evaluate(async (values) => {
    const module = "/src/recording/current.ts"; // an address of the page's server, which only the page can resolve
    const { held } = await import(module) as { held: { value: { live: Record<string, { value: unknown }> }[] } };
    for (const [name, value] of Object.entries(values)) {
      const signal = held.value[0]?.live[name];
      if (signal !== undefined) signal.value = value;
    }
  }, state);
}

const record = "/sessions/s1/record";
const states: [name: string, address: string, scene: string, then: (page: Page) => Promise<void>][] = [
  ["recording", record, "full", async (page) => {
    await recording(page);
    await page.keyboard.type("11");
    await page.keyboard.press("a");
    await page.keyboard.type("2");
    await expect(page.locator(".typed-box")).toContainText("2.3");
  }],
  ["a note to a moment", record, "full", async (page) => { await recording(page); await page.keyboard.press("m"); await expect(page.getByPlaceholder("A note, if you like")).toBeFocused(); }],
  ["recording while the alarm is on", record, "full", async (page) => { await recording(page, { alarm: { kind: "slept", message: "This machine was asleep for about two minutes. Recording goes on now." }, warning: ["silent"] }); await expect(page.getByRole("alert")).toBeVisible(); }],
  ["recording with two microphones", record, "full", (page) => recording(page, { chosen: [{ deviceId: "a", label: "A", speaker: "Margaret Holloway" }, { deviceId: "b", label: "B", speaker: "Rhys Llewellyn-Pritchard ap Gwilym of a very long name" }], warning: [null, "quiet"] })],
  ["a pause", record, "full", async (page) => { await recording(page); await page.keyboard.press("p"); await expect(page.getByPlaceholder("Another reason")).toBeFocused(); }],
  ["before it is finished", record, "full", async (page) => { await recording(page); await page.keyboard.press("f"); await expect(page.getByRole("heading", { name: "Finish the recording?" })).toBeVisible(); }],
  ["recorded in another window", record, "full", async (page) => {
    await put(page, { otherTab: true });
    await expect(page.getByText("being recorded in another window")).toBeVisible();
  }],
  ["a session with everything open", "/sessions/s2", "full", async (page) => {
    await page.getByRole("button", { name: /^More about 2026/ }).last().click();
    await page.getByText("Each piece as it was stored").first().click();
    await page.getByRole("button", { name: "Check against the bytes" }).first().click();
    await page.getByRole("button", { name: "Join recordings" }).click();
    await page.getByRole("button", { name: "More about Margaret Holloway" }).click();
    await page.getByRole("button", { name: "Withdraw transcribing: Margaret Holloway" }).click();
    await expect(page.getByText("Every byte is as it was stored.")).toBeVisible();
  }],
];
const all: [name: string, address: string, scene: string, then?: (page: Page) => Promise<void>][] = [...pages, ...states];

for (const [colorScheme, width] of [["light", 390], ["dark", 1440]] as const) {
  test.describe(`${colorScheme}, ${width} px wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 }, permissions: ["microphone"], baseURL: process.env["FAKE_ADDRESS"] ?? "http://localhost:24319" });
    for (const [name, address, scene, then] of all) {
      test(name, async ({ page, context, baseURL }) => {
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(error.message));
        await context.addCookies([{ name: "fake", value: scene, url: baseURL ?? "" }]);
        await page.goto(address);
        await expect(page.locator("h1, h2").first()).toBeVisible();
        await expect(page.locator(".bones")).toHaveCount(0);
        await then?.(page);
        const result = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
        expect(result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary?.replace(/\s+/g, " ").slice(0, 160) ?? ""}`).join(" | ")}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
        expect(errors).toEqual([]);
      });
    }
  });
}
