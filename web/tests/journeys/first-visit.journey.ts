import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { wavOf } from "./microphone";
import { Server, shared } from "./server";

/**
 * The main job, end to end, as a person does it: from the printed address to a spoken discussion that was recorded in the browser,
 * transcribed by the carried model, tagged to the criteria of a published unit, covered, found again and heard.
 */
const speech = shared("audio/discussion_two_people.flac");
const unit = shared("units/ocr-unit-23-negotiate-and-maintain-service-agreements.txt");
const seconds = 31; // the discussion lasts 29.5 s; the fake microphone then begins it again

declare global {
  interface Window { sounds: HTMLMediaElement[] }
}

/** Keeps every sound that a page starts, so that a test can ask which one plays and where it is. */
function keepSounds(): void {
  window.sounds = [];
  const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "play")?.value as (this: HTMLMediaElement) => Promise<void>;
  HTMLMediaElement.prototype.play = function () {
    window.sounds.push(this);
    return play.call(this);
  };
}

/** Seconds into the sound that plays now; 0 where none does. */
function heard(): number {
  return window.sounds.find((sound) => !sound.paused && sound.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)?.currentTime ?? 0;
}

test.describe("the first visit", () => {
  test.skip(speech === null || unit === null, "skipped: it needs the speech and the unit in ../shared, which are not on this machine");
  test.describe.configure({ mode: "serial" });
  test.setTimeout(240_000);

  let server: Server;
  let browser: Browser;
  let page: Page;
  const wrong: string[] = [];

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    const microphone = join(mkdtempSync(join(tmpdir(), "colloquy-microphone-")), "speech.wav");
    await wavOf(speech ?? "", microphone);
    server = await Server.start();
    const options = test.info().project.use.launchOptions;
    browser = await chromium.launch({ ...options, args: [...(options?.args ?? []), `--use-file-for-fake-audio-capture=${microphone}`, "--autoplay-policy=no-user-gesture-required"] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    await page.addInitScript(keepSounds);
    // A 401 is no fault: it is how a page learns that nobody is signed in yet.
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error" && !message.text().includes("401")) wrong.push(message.text()); });
  });

  test.afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("the printed address sets up the centre", async () => {
    await page.goto(server.printed.href);
    await page.getByRole("button", { name: /Set up your centre/ }).click();
    await page.getByLabel("Name of the centre").fill("Riverside Training");
    await page.getByLabel("Your name").fill("Ada Assessor");
    await page.getByLabel("E-mail address").fill("ada@riverside.example");
    await page.getByLabel("Password", { exact: true }).fill("a long enough password");
    await page.getByRole("button", { name: "Set up and go in" }).click();
    await expect(page.getByRole("banner")).toContainText("Riverside Training");
  });

  test("a published unit is imported after a look at what was understood", async () => {
    await page.goto(`${server.origin}/units/import`);
    await page.getByLabel("Text of the unit").fill(readFileSync(unit ?? "", "utf8"));
    await page.getByRole("button", { name: "Read the text" }).click();
    await expect(page.getByText("3 outcomes and 10 criteria found. Not saved yet.")).toBeVisible();
    await page.getByRole("button", { name: "Save the unit" }).click();
    await expect(page.getByRole("heading", { name: "Negotiate and maintain service agreements", level: 1 })).toBeVisible();
    await expect(page.getByText("Simulation is not allowed").first()).toBeVisible();
    await expect(page.getByText("Liaise effectively with other parties during negotiation of service agreements")).toBeVisible();
  });

  test("a learner is added and enrolled", async () => {
    await page.goto(`${server.origin}/learners`);
    await page.getByRole("button", { name: "Add the first learner" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Lena Learner");
    await page.getByLabel("Unit").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Add and enrol" }).click();
    await expect(page.getByRole("heading", { name: /Lena Learner/, level: 1 })).toBeVisible();
  });

  test("a discussion is planned and recorded in the browser", async () => {
    await page.getByRole("link", { name: "Plan the first session" }).click();
    await page.getByRole("button", { name: "Add a question" }).click();
    await page.getByLabel("Question 1", { exact: true }).fill("How do you keep track of who says what?");
    await page.getByLabel("Criteria of question 1").fill("2.3");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Save and record now" }).click();
    await expect(page.getByText("How do you keep track of who says what?")).toBeVisible();
    await page.getByRole("button", { name: "All have acknowledged it" }).click();
    await expect(page.getByText("Everybody has answered to the notice")).toBeVisible();
    await page.getByRole("button", { name: "Record", exact: true }).click();
    const clock = page.getByRole("timer");
    await expect.poll(async () => Number((await clock.textContent())?.split(":").at(-1)), { timeout: 60_000 }).toBeGreaterThanOrEqual(seconds);
    await expect(page.getByText(/Stored safely to/)).toBeVisible();
    await page.getByRole("button", { name: "Finish" }).click();
    await page.getByRole("button", { name: "Finish and transcribe" }).click();
    await expect(page).toHaveURL(/\/sessions\/[0-9a-z]+$/, { timeout: 30_000 });
  });

  test("it is transcribed on this machine", async () => {
    await page.getByRole("link", { name: /Open the transcript/ }).click({ timeout: 180_000 });
    const transcript = page.getByRole("group", { name: "Words of the transcript" });
    await expect(transcript).toContainText(/diari[sz]ation/i);
    await expect(transcript.locator("span[id^=w]").nth(40)).toBeVisible();
  });

  test("three passages are tagged to criteria, by keyboard", async () => {
    const words = page.locator(".turns span[id^=w]");
    for (const [at, criterion] of [[2, "1.1"], [20, "2.3"], [40, "3.2"]] as const) {
      await words.nth(at).click();
      for (let more = 0; more < 6; more++) await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("t");
      await page.getByRole("combobox", { name: "Criteria" }).fill(criterion);
      await page.keyboard.press("Tab");
      await page.keyboard.type(`Shows ${criterion} in her own words`);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("region", { name: "Tag the chosen words" })).toBeHidden();
    }
    for (const criterion of ["1.1", "2.3", "3.2"]) {
      await expect(page.getByRole("button", { name: `Hear the passage for ${criterion}` })).toBeVisible();
    }
  });

  test("a turn is corrected, and the tag on its words asks to be looked at", async () => {
    const word = page.locator(".turns span[id^=w]").nth(3);
    const heard = (await word.textContent())?.trim() ?? "";
    await word.click();
    await page.keyboard.press("e");
    const text = page.getByLabel("The text of this turn");
    await text.fill((await text.inputValue()).replace(heard, "Corrected"));
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("group", { name: "Words of the transcript" })).toContainText("Corrected");
    await page.getByRole("tab", { name: /Tags/ }).click();
    await expect(page.getByText("Look at it again.")).toBeVisible();
    await page.getByRole("button", { name: "It still does" }).click();
    await expect(page.getByText("Look at it again.")).toBeHidden();
  });

  test("the coverage of the unit shows them", async () => {
    await page.goto(`${server.origin}/learners`);
    await page.getByRole("link", { name: /Negotiate and maintain service agreements/ }).click();
    for (const criterion of ["1.1", "2.3", "3.2"]) await expect(page.getByText(`Shows ${criterion} in her own words`)).toBeVisible();
  });

  test("a passage is found again and plays from the word", async () => {
    await page.keyboard.press("/");
    await expect(page).toHaveURL(/\/search/);
    await page.getByRole("searchbox").fill("diarization");
    await page.keyboard.press("Enter");
    const hit = page.locator("mark").first();
    await expect(hit).toBeVisible();
    await page.locator("a[href*='word=']").first().click();
    await expect(page).toHaveURL(/\/recordings\/[0-9a-z]+\?.*word=\d+/);
    const word = Number(new URL(page.url()).searchParams.get("word"));
    await expect.poll(() => page.evaluate(heard), { timeout: 20_000 }).toBeGreaterThan(0);
    const recording = /recordings\/([0-9a-z]+)/.exec(page.url())?.[1] ?? "";
    const start = await page.evaluate(async ([id, wanted]) => {
      const transcript = await (await fetch(`/api/recordings/${id}/transcript`)).json() as { turns: { words: { id: number; start: number }[] }[] };
      return transcript.turns.flatMap((turn) => turn.words).find((one) => one.id === wanted)?.start ?? -1;
    }, [recording, word] as const);
    const position = await page.evaluate(heard);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(position).toBeGreaterThanOrEqual(start - 1.6);
    expect(position).toBeLessThan(start + 15);
  });

  test("nothing went wrong in the console on the way", () => {
    expect(wrong).toEqual([]);
  });
});
