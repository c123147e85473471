import { expect, type Page, test } from "@playwright/test";
import { looksRight, printsRight } from "./looks";
import { press, type State } from "./states";
import { beside, evidence, printed, redacting, replacing, suggested, working } from "./work-states";

/**
 * Every page, in every state it can be in, in real Chromium against the fake server: WCAG 2.2 AA as far as axe can tell, light, dark and in forced colours; nothing too
 * wide, too small or cut off on a phone, at 320 px, at twice the size and on a desk; no error in the page.
 */
const pages: State[] = [
  ["set-up", "/setup?key=k", "new"], ["set-up without a key", "/setup", "new"], ["sign-in", "/sign-in", "out"],
  ["home", "/", "full"], ["home of an empty centre", "/", "empty"],
  ["learners", "/learners", "full"], ["no learners", "/learners", "empty"], ["enrolling", "/learners?add=learner", "full"],
  ["an enrolment", "/enrolments/e1", "full"], ["an enrolment without sessions", "/enrolments/e3", "full"],
  ["the evidence of an enrolment", "/enrolments/e1/matrix", "full"], ["passages", "/passages", "full"], ["no passages", "/passages", "empty"],
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
const states: State[] = [
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

/** The addresses that ask the server for something: each also while nothing comes, while everything fails, and where there is nothing yet. */
const asking = ["/", "/learners", "/enrolments/e1", "/enrolments/e1/matrix", "/passages", "/units", "/units/u1", "/sessions/new?enrolment=e1", "/sessions/s2", "/sessions/s2/plan", "/sessions/s2/record", "/recordings/talk", "/search?q=agency", "/glossary", "/models", "/centre", "/people", "/keys"];
const scenes: State[] = asking.flatMap((address) => [
  [`nothing has come yet: ${address}`, address, "slow"], [`the server fails: ${address}`, address, "failing"], [`nothing there: ${address}`, address, "empty"],
] satisfies State[]);

/** What each role sees of the pages that differ for them. */
const roles: State[] = ["learner", "iqa", "eqa"].flatMap((role) => ["/", "/learners", "/enrolments/e1", "/enrolments/e1/matrix", "/passages", "/sessions/s2", "/recordings/talk", "/units/u1", "/glossary", "/models", "/people", "/search?q=agency"]
  .map((address): State => [`${role}: ${address}`, address, "full", undefined, role]));

/** What opens, and what forms say when they are not content. */
const opened: State[] = [
  ["the help", "/units", "full", async (page) => { await press("?")(page); await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible(); }],
  ["my menu", "/", "full", async (page) => { await page.locator(".shell-me summary").click(); await expect(page.getByText("Change my password")).toBeVisible(); }],
  ["asking for a key that is taken", "/keys", "full", async (page) => {
    await page.getByRole("button", { name: "Add a key for: Go home" }).click();
    await page.keyboard.press("n");
    await expect(page.getByText(/^n now does something else/)).toBeVisible();
  }],
  ["keys switched off", "/keys", "full", async (page) => {
    await page.getByLabel("Keys of one letter, digit or sign work").uncheck();
    await expect(page.getByText("Keys of one letter, digit or sign are off.")).toBeVisible();
  }],
  ["signing in does not fit", "/sign-in", "out", async (page) => {
    await page.getByLabel("E-mail address").fill("wrong@centre.example");
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  }],
  ["passwords that differ", "/password", "full", async (page) => {
    const [now, fresh, again] = await page.locator("input[type=password]").all();
    await now?.fill("a");
    await fresh?.fill("plum-harbour-window");
    await again?.fill("plum-harbour-door");
    await page.getByRole("button", { name: "Save the new password" }).click();
    await expect(page.getByText("The two new passwords are not the same.")).toBeVisible();
  }],
  ["adding a person", "/people", "full", async (page) => { await page.getByRole("button", { name: "Add a person" }).first().click(); await expect(page.getByRole("form").or(page.locator("form")).first()).toBeVisible(); }],
  ["a unit as it was understood", "/units/import", "full", async (page) => {
    await page.getByLabel("Text of the unit").fill("A unit\n1 Outcome\n1.1 Criterion");
    await page.getByRole("button", { name: "Read the text" }).click();
    await expect(page.getByText("Check what was understood").first()).toBeVisible();
  }],
  ["a glossary that is too long", "/glossary", "full", async (page) => { await page.locator("#terms").fill("x".repeat(80)); await expect(page.getByText(/characters; at most/)).toBeVisible(); }],
  ["a glossary that could not be saved", "/glossary", "full", async (page) => { await page.locator("#terms").fill("!fail"); await page.getByRole("button", { name: "Save" }).click(); await expect(page.getByText("Not saved. The database is busy.")).toBeVisible(); }],
  ["signed out on an open page", "/glossary", "full", async (page) => {
    await page.evaluate(async () => { const module = "/src/state/me.ts"; const { signInOver } = await import(module) as { signInOver: { value: boolean } }; signInOver.value = true; });
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["what was found", "/search?q=agency", "full", async (page) => { await expect(page.locator(".hit").first()).toBeVisible(); }],
  ["nothing found", "/search?q=zzzzzz", "full", async (page) => { await expect(page.getByText("Nothing was found")).toBeVisible(); }],
  ["search fails", "/search?q=!fail", "full", async (page) => { await expect(page.getByText("The search index is being rebuilt.")).toBeVisible(); }],
];

const all: State[] = [...pages, ...states, ...scenes, ...roles, ...opened, ...working, ...redacting, ...replacing, ...suggested, ...beside, ...evidence];

test.use({ viewport: { width: 390, height: 844 }, permissions: ["microphone"] });
for (const [list, look] of [[all, looksRight], [printed, printsRight]] as const) {
  for (const [name, address, scene, then, role] of list) {
    test(look === printsRight ? `printed: ${name}` : name, async ({ page, context, baseURL }) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await context.addCookies([{ name: "fake", value: scene, url: baseURL ?? "" }, { name: "role", value: role ?? "", url: baseURL ?? "" }]);
      await page.goto(address);
      await expect(page.locator("h1, h2, .bones, [role=status], [role=alert]").first()).toBeAttached();
      if (scene !== "slow") await expect(page.locator(".bones")).toHaveCount(0);
      await then?.(page);
      await look(page);
      expect(errors).toEqual([]);
    });
  }
}
