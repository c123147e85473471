import { expect, type Page } from "@playwright/test";
import { type State, work } from "./states";

const talk = "/recordings/talk";
const others = ["learner", "iqa", "eqa"];

/** The bar that finds and replaces, with this typed into it. */
const finding = (find: string, replace?: string) => async (page: Page) => {
  await work("Control+h")(page);
  await page.getByLabel("Find", { exact: true }).fill(find);
  if (replace === undefined) return;
  await page.getByRole("button", { name: "Replace…" }).click();
  await page.getByLabel("Replace with").fill(replace);
};
const say = (text: string | RegExp) => async (page: Page) => expect(page.getByText(text).first()).toBeVisible();
const then = (...steps: ((page: Page) => Promise<unknown>)[]) => async (page: Page) => { for (const step of steps) await step(page); };
const click = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
/** What stands beside the words; on a narrow screen a sheet that is shut at first. */
const panel = async (page: Page) => {
  await work()(page);
  if (!await page.getByRole("tablist").isVisible()) await page.getByRole("button", { name: "Criteria", exact: true }).click();
};
const tab = (name: RegExp) => async (page: Page) => { await panel(page); await page.getByRole("tab", { name }).click(); await expect(page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true"); };
const hints = (page: Page) => page.getByRole("region", { name: "Suggested here" });

/** The workspace, with what it can show. */
export const working: State[] = [
  ["a transcript of three hours", "/recordings/long", "full", work()],
  ["an Arabic transcript", "/recordings/arabic", "full"], ["being transcribed", "/recordings/working", "full"], ["transcribing failed", "/recordings/broken", "full"],
  ["a transcript to read only", "/recordings/read", "full"],
  ["a recording that is not there", "/recordings/nowhere", "full"],
  ["tagging", talk, "full", then(work("ArrowDown", "a", "t"), (page) => expect(page.getByRole("region", { name: /Tag/ }).first()).toBeVisible())],
  ["correcting", talk, "full", then(work("ArrowDown", "e"), (page) => expect(page.getByLabel(/The text of this turn/)).toBeVisible())],
];

export const redacting: State[] = [
  ["asking why words are redacted", talk, "full", then(work("ArrowDown", "a", "R"), (page) => expect(page.getByLabel(/^Why are these \d+ words redacted\?/)).toBeFocused())],
  ["redacting is refused", talk, "full", then(work("ArrowDown", "a", "R"), async (page) => { await page.keyboard.type("!fail"); await page.keyboard.press("Enter"); }, say(/heard anew meanwhile/))],
  ["redacted passages, with their list", "/recordings/redacted", "full", then(work(), say(/^2 passages are redacted\./), click("Show the list"), (page) => expect(page.getByRole("button", { name: "Lift" }).first()).toBeVisible())],
  ["redacted words are hidden", "/recordings/hidden", "full", then(work(), say("█████"), click("Show the list"), (page) => expect(page.getByRole("button", { name: "Lift" })).toHaveCount(0))],
  ...others.map((role): State => [`${role}: redacted words are hidden`, "/recordings/hidden", "full", then(work(), say("█████")), role]),
  ["the note of a mark is hidden", "/recordings/hidden", "full", then(work(), say("Moment marked (its note is hidden from you)")), "iqa"],
];

export const replacing: State[] = [
  ["finding words", talk, "full", then(finding("agreement"), (page) => expect(page.locator(".find-count")).toHaveText(/^\d+ places$/), (page) => page.keyboard.press("Enter"))],
  ["words that are not there", talk, "full", then(finding("zzzz"), say("Not found"))],
  ["what would be replaced", talk, "full", then(finding("agreement", "contract"), (page) => expect(page.getByRole("list", { name: "What would be replaced" })).toBeVisible(), (page) => page.locator(".replace-list input").nth(1).uncheck())],
  ["nothing to replace", talk, "full", then(finding("zzzz", "contract"), say("Nothing to replace"))],
  ["replacing is refused while one looks", talk, "full", then(finding("agreement", "!fail"), say(/would be longer than/))],
  ["replacing is refused", talk, "full", then(finding("agreement", "!busy"), click(/^Replace in \d+ places$/), say(/Somebody else changed one of these turns/))],
  ["finding, for who only reads", "/recordings/read", "full", then(finding("agreement"), (page) => expect(page.locator(".find-count")).toHaveText(/^\d+ places$/)), "iqa"],
];

export const suggested: State[] = [
  ["suggestions", talk, "full", then(panel, (page) => expect(hints(page)).toContainText("Nothing at this place"), (page) => page.keyboard.press("n"), (page) => expect(hints(page).locator(".hint-row").first()).toBeVisible())],
  ["suggestions, for who only reads", "/recordings/hidden", "full", then(panel, (page) => expect(hints(page)).toContainText("Nothing at this place"), (page) => page.keyboard.press("n"), (page) => expect(hints(page).locator(".hint-row").first()).toBeVisible()), "iqa"],
  ["suggestions are being worked out", "/recordings/busy", "full", then(panel, (page) => expect(hints(page).getByRole("progressbar")).toBeVisible())],
  ["no suggestions yet", "/recordings/read", "full", then(panel, say("No suggestions yet for this recording."))],
  ["suggestions in another language", "/recordings/alone", "full", then(panel, say(/common words alone/))],
  ["a suggestion that cannot be accepted", "/recordings/alone", "full", then(panel, say(/common words alone/), (page) => page.keyboard.press("n"), (page) => hints(page).getByRole("button", { name: /^Accept .*: tag it$/ }).first().click(), (page) => expect(hints(page).getByRole("alert")).toContainText("changed since it was suggested"))],
  ["suggestions of older words", "/recordings/three", "full", then(panel, say(/Words or tags have changed since/))],
  ["suggestions that failed", "/recordings/gaps", "full", then(panel, say(/could not be worked out/))],
  ["suggestions switched off", talk, "full", then(panel, (page) => hints(page).getByRole("button", { name: "Hide" }).click(), (page) => expect(hints(page).getByRole("button", { name: "Show suggestions" })).toBeVisible())],
];

/** What lies beside the words and over them. */
export const beside: State[] = [
  ["the tags of a recording", talk, "full", tab(/^Tags/)],
  ["a tag that somebody else changed meanwhile", talk, "full", then(tab(/^Tags/), async (page) => {
    await page.locator(".tag").first().hover();
    await page.locator(".tag").first().getByRole("button", { name: "Change" }).click();
    await page.getByLabel("Why it meets the criterion").fill("Mine");
    await page.getByRole("button", { name: "Store" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "by somebody else meanwhile" })).toBeVisible();
    await expect(page.locator(".theirs")).toContainText("Theirs");
    await expect(page.getByLabel("Why it meets the criterion")).toHaveValue("Mine");
  })],
  ["a recording without changes", talk, "full", then(tab(/^Changes/), say(/^Nothing is kept about changes/))],
  ["the changes of a recording", "/recordings/redacted", "full", then(tab(/^Changes/), (page) => expect(page.locator(".change")).toHaveCount(5))],
  ["the versions of a recording", "/recordings/again", "full", tab(/^Versions/)],
  ["finding, while criteria were shown", talk, "full", then(panel, (page) => page.keyboard.press("Control+h"), (page) => expect(page.getByLabel("Find", { exact: true })).toBeInViewport())],
  ["who speaks", talk, "full", then(work("ArrowDown", "s"), (page) => expect(page.locator(".speaker-menu")).toBeVisible())],
  ["a new hearing beside the old one", "/recordings/again?compare=1", "full", (page) => expect(page.getByRole("list", { name: "Changes, in order of time" })).toBeVisible()],
  ["what could not be transcribed", "/recordings/gaps", "full", then(work(), (page) => expect(page.locator("[id^=gap-]").first()).toBeVisible())],
];

const matrix = "/enrolments/e1/matrix";
const changing = (page: Page) => page.getByRole("form", { name: "Change this evidence" });
/** The statement is for no criterion yet on the fake server, until a test chose one. */
const forOne = async (page: Page) => {
  const criteria = changing(page).getByRole("combobox", { name: "Criteria this evidence is for" });
  await criteria.fill("1.1");
  await criteria.press("Enter");
  await criteria.press("Tab");
};
const form = (page: Page) => page.getByRole("form", { name: "Add other evidence" });
const filled = async (page: Page, title: string) => {
  await click("Add evidence")(page);
  await form(page).getByLabel("Name").fill(title);
  await form(page).getByLabel("Where it lies").fill("Portfolio, section 2, page 8");
  await form(page).getByLabel("What it shows").fill("Both sides signed it after the talks.");
  const criteria = form(page).getByRole("combobox", { name: "Criteria this evidence is for" });
  await criteria.fill("2.1");
  await criteria.press("Enter");
  await expect(form(page).getByLabel("How far it meets 2.1")).toBeVisible();
  await criteria.press("Tab");
};

/** Evidence that is no recording, in the page of criteria by evidence. */
export const evidence: State[] = [
  ["an enrolment without other evidence", "/enrolments/e3/matrix", "full", say(/^None yet\. Work products/)],
  ["adding evidence", matrix, "full", then(click("Add evidence"), (page) => expect(form(page)).toBeVisible())],
  ["choosing criteria for evidence", matrix, "full", then(click("Add evidence"), (page) => form(page).getByRole("combobox", { name: "Criteria this evidence is for" }).fill("agree"), (page) => expect(page.getByRole("listbox")).toBeVisible())],
  ["evidence filled in", matrix, "full", (page) => filled(page, "Agreement with the housing service, signed")],
  ["evidence that was not stored", matrix, "full", async (page) => { await filled(page, "!fail"); await form(page).getByRole("button", { name: "Store" }).click(); await expect(form(page).getByRole("alert")).toContainText("What you wrote is still here."); }],
  ["evidence that was withdrawn", matrix, "full", async (page) => { await page.getByText(/^Withdrawn \(1\)/).click(); await expect(page.getByRole("button", { name: "Put it back" })).toBeVisible(); }],
  ["evidence that was changed, with the way to take it back", matrix, "full", async (page) => { await click("Change")(page); await forOne(page); await changing(page).getByLabel("Where it lies").fill("Portfolio, section 5"); await changing(page).getByRole("button", { name: "Store" }).click(); await say(/^Changed “Manager’s statement/)(page); await click("Undo")(page); await say(/^Taken back: Changed/)(page); }],
  ["evidence that somebody else changed meanwhile", matrix, "full", async (page) => { await click("Change")(page); await forOne(page); await changing(page).getByLabel("Name").fill("!overtake"); await changing(page).getByRole("button", { name: "Store" }).click(); await say(/^This evidence was changed meanwhile\. It says now/)(page); }],
  ["a passage tagged again, with the way to take it back", "/passages", "full", async (page) => { await page.getByRole("button", { name: "Tag again" }).first().click(); await page.getByLabel("Why it meets the criterion").fill("Both sides agreed to it."); await page.getByRole("button", { name: "Store" }).click(); await say(/^Changed the tag for/)(page); await page.keyboard.press("Control+z"); await say(/^Taken back: Changed the tag/)(page); }],
  ["nothing to take back", "/passages", "full", async (page) => { await expect(page.locator(".passage").first()).toBeVisible(); await page.keyboard.press("Control+z"); await say(/^There is nothing to take back here/)(page); }],
  ["changing evidence", matrix, "full", then(click("Change"), (page) => expect(page.getByRole("form", { name: "Change this evidence" })).toBeVisible())],
];

/** As the printer gets it: the sheet is drawn when the browser says that it prints. */
const print = async (page: Page) => {
  await work()(page);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-sheet")).toBeAttached();
};
export const printed: State[] = [
  ["a transcript with its tags", talk, "full", print],
  ["a transcript without a tag", "/recordings/alone", "full", then(print, (page) => expect(page.locator(".print-sheet")).toContainText("Nothing is tagged in this recording."))],
  ["a transcript in Arabic", "/recordings/arabic", "full", print],
  ["a transcript with gaps", "/recordings/gaps", "full", then(print, (page) => expect(page.locator(".print-gap").first()).toBeAttached())],
  ["redacted words, for the assessor", "/recordings/redacted", "full", then(work(), say(/^2 passages are redacted\./), print, (page) => expect(page.locator(".print-sheet")).toContainText("█████"))],
  ["redacted words, for the internal verifier", "/recordings/hidden", "full", then(print, (page) => expect(page.locator(".print-sheet")).toContainText("█████")), "iqa"],
];
