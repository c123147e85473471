import { expect, type Page, test } from "@playwright/test";
import { pseudo } from "../../src/texts/pseudo";
import { english, listen } from "./foreign";

/** A page, the scene of the fake server, and what is done there: by keys and by the build of the page, as no text is known here. */
type Visit = [address: string, scene: string, doing?: string, then?: (page: Page) => Promise<void>];

const keys = (...all: string[]) => async (page: Page): Promise<void> => {
  await page.keyboard.press("Shift");
  for (const key of all) await page.keyboard.press(key);
};
/** Keys in a transcript, whose words come after its heading. */
const work = (...all: string[]) => async (page: Page): Promise<void> => {
  await expect(page.locator(".turn").first()).toBeVisible();
  await keys(...all)(page);
};
const seen = (selector: string) => async (page: Page): Promise<void> => { await expect(page.locator(selector).first()).toBeVisible(); };
const click = (selector: string) => async (page: Page): Promise<void> => { await page.locator(selector).first().click(); };
const then = (...steps: ((page: Page) => Promise<void>)[]) => async (page: Page): Promise<void> => { for (const step of steps) await step(page); };
/** Beside the words; on a narrow screen a sheet that is shut at first. */
const panel = (tab: string) => then(work("c"), seen("[role=tablist]"), click(`#tab-${tab}`), seen(`#tab-${tab}[aria-selected=true]`));

const visits: Visit[] = [
  ["/setup?key=k", "new"], ["/setup", "new"], ["/sign-in", "out"], ["/", "full"], ["/", "empty"], ["/learners", "full"], ["/learners", "empty"], ["/learners?add=learner", "full"],
  ["/enrolments/e1", "full"], ["/enrolments/e3", "full"], ["/units", "full"], ["/units", "failing"], ["/units/u1", "full"], ["/units/u2?edit=1", "full"], ["/units/import", "full"],
  ["/sessions/new?enrolment=e1", "full"], ["/sessions/s1/plan", "full"], ["/sessions/s2", "full"], ["/sessions/s4", "full"],
  ["/sessions/s1/record", "full"], ["/sessions/s1/record", "full", "recording", keys("r", "r")], ["/sessions/s1/record", "full", "marking", then(keys("r", "r"), seen(".live-marks"), keys("m"), seen(".live-marks li"))],
  ["/search", "full"], ["/search?q=agency", "full"], ["/search?q=discussion&kind=session", "full"], ["/search?q=zzzzz", "full"],
  ["/passages", "full"], ["/passages", "full", "tagging one again", then(seen(".passage"), keys("j", "t"))], ["/passages?q=zzzzz", "full"], ["/passages?enrolment=e1&strength=fully&speaker=Speaker%202&from=2026-01-01", "full"],
  ["/enrolments/e1/matrix", "full"], ["/enrolments/e3/matrix", "full"], ["/enrolments/e1/matrix", "full", "adding evidence", then(click("[aria-labelledby=other-title] .panel-head button"), seen("form"))],
  ["/glossary", "full"], ["/models", "full"], ["/centre", "full"], ["/people", "full"], ["/password", "full"], ["/keys", "full"], ["/nowhere", "full"],
];

const talk = "/recordings/talk";
/** The workspace, with what it can show. In "three" the second and the third speaker have no name. */
const workspace: Visit[] = [
  [talk, "full"], ["/recordings/working", "full"], ["/recordings/broken", "full"], ["/recordings/read", "full"], ["/recordings/gaps", "full"], ["/recordings/busy", "full"],
  [talk, "full", "tagging", then(work("ArrowDown", "a", "t"), seen(".side"))], [talk, "full", "correcting", work("ArrowDown", "e")], [talk, "full", "the keys", work("?")],
  ["/recordings/three", "full", "who speaks", then(work("ArrowDown", "ArrowDown", "s"), seen(".speaker-menu"))],
  ["/recordings/three", "full", "the chosen words", then(work("ArrowDown", "a"), seen(".choice-bar"))],
  ["/recordings/three", "full", "a turn given to another", then(work("ArrowDown", "3"), seen(".turn [data-speaker='3']"))],
  [talk, "full", "criteria", panel("criteria")], [talk, "full", "tags", panel("tags")],
  [talk, "full", "a tag to change", then(panel("tags"), click(".tag"), work("T"))],
  ["/recordings/redacted", "full", "changes", then(panel("changes"), seen(".change .differences"))],
  ["/recordings/again", "full", "versions", then(panel("versions"), seen(".version-list"))],
  ["/recordings/again?compare=1", "full", "a hearing that waits", seen(".change .differences")],
  ["/recordings/again", "full", "a second opinion", work("o")],
  [talk, "full", "why words are redacted", then(work("ArrowDown", "a", "R"), seen(".redact-reason"))],
  ["/recordings/redacted", "full", "redacted passages", then(work(), click(".work-bar [aria-expanded]"), seen(".redactions"))], ["/recordings/hidden", "full"],
  [talk, "full", "find and replace", then(work("Control+h"), seen(".find-field"), async (page) => {
    await page.locator(".find-field").fill("agreement");
    await page.locator(".find-bar [aria-expanded]").click();
    await page.locator(".replace-part .find-field").fill("contract");
  }, seen(".replace-list li"))],
  [talk, "full", "suggestions", then(panel("criteria"), work("n"), seen(".hint-row"))],
  [talk, "full", "on paper", then(work(), async (page) => { await page.evaluate(() => window.dispatchEvent(new Event("beforeprint"))); await expect(page.locator(".print-sheet")).toBeAttached(); })],
];

test.use({ viewport: { width: 390, height: 844 }, permissions: ["microphone"] });
for (const [address, scene, doing, act] of [...visits, ...workspace]) {
  test(`in another language: ${address} ${scene}${doing === undefined ? "" : `, ${doing}`}`, async ({ page, context, baseURL }, info) => {
    await context.addCookies([{ name: "fake", value: scene, url: baseURL ?? "" }]);
    await page.addInitScript(() => { localStorage.setItem("colloquy.language", "pseudo"); });
    const heard = listen(page);
    await page.goto(address);
    await expect(page.locator("h1, h2, h3").first()).toBeAttached();
    await expect(page.locator(".bones")).toHaveCount(0);
    if (address.endsWith("/record")) await expect(page.locator(".button.large.primary")).toBeEnabled();
    await act?.(page);
    // a transcript asks every few seconds for what others changed, and never is idle for long
    await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
    const found = await english(page, heard);
    expect.soft(found).toEqual([]);
    const cut = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>("button, a, h1, h2, h3, label, legend, summary, .hint, .chip, th, p")].filter((each) => each.checkVisibility() && each.closest(".sr, .skip") === null);
      const clipped = shown.filter((each) => getComputedStyle(each).overflowX !== "visible" && getComputedStyle(each).overflowX !== "auto" && each.scrollWidth > each.clientWidth + 1 && each.closest("[dir=auto]") === null && each.querySelector("[dir=auto]") === null);
      return [...clipped.map((each) => each.outerHTML.slice(0, 140)), ...(document.documentElement.scrollWidth > window.innerWidth ? [`sideways by ${document.documentElement.scrollWidth - window.innerWidth}`] : [])];
    });
    expect.soft(cut).toEqual([]);
    if (process.env["SCREENSHOTS"] !== undefined) await page.screenshot({ path: `${process.env["SCREENSHOTS"]}/${info.title.replace(/\W+/g, "-")}.png`, fullPage: true });
  });
}

test("why work failed, as the server says it, is said in another language", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "fake", value: "full", url: baseURL ?? "" }]);
  await page.addInitScript(() => { localStorage.setItem("colloquy.language", "pseudo"); });
  await page.goto("/recordings/broken");
  const [before = "", after = ""] = pseudo("The recording could not be transcribed. {why} The recording itself is safe; try again, or with another model.").split("{why}");
  const why = pseudo("The worker process failed (exit code {code}).").replace("{code}", "3");
  await expect(page.getByText(`${before}${why}${after}`)).toBeVisible();
  await expect(page.locator("body")).not.toContainText("could not be transcribed");
});
