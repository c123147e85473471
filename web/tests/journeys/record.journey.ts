import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import type { Mark, Recording, SampleCentre, Session, Tag, Transcript } from "../../src/api/types";
import { Server } from "./server";

/**
 * A session from its plan to a tagged transcript, with the keyboard alone, in real Chromium with a fake microphone that plays the sample centre's discussion:
 * notice, identity, recording with marks, a server that is killed and comes back, a pause, notes. Then a recording whose page dies.
 */
test.describe("a recording", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(300_000);

  let server: Server;
  let browser: Browser;
  let page: Page;
  let planned: Session;
  const wrong: string[] = [];
  const at = (path: string) => server.origin + path;
  const read = async <T>(path: string): Promise<T> => await (await page.request.get(at(path))).json() as T;
  const recordings = async () => (await read<Session>(`/api/sessions/${planned.id}`)).recordings;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await Server.start();
    const options = test.info().project.use.launchOptions;
    const first = await chromium.launch(options);
    const visitor = await first.newPage();
    const opened = await visitor.request.post(at("/api/setup/sample"), { data: { key: server.printed.searchParams.get("key") } });
    const sample = await opened.json() as SampleCentre;
    await expect.poll(async () => (await (await visitor.request.get(at(`/api/recordings/${sample.recordingId}`))).json() as Recording).state, { timeout: 60_000 }).toBe("ready");
    const microphone = join(mkdtempSync(join(tmpdir(), "colloquy-microphone-")), "speech.wav");
    writeFileSync(microphone, await (await visitor.request.get(at(`/api/recordings/${sample.recordingId}/audio`))).body());
    const model = await (await visitor.request.get(at(`/api/sessions/${sample.sessionId}`))).json() as Session;
    const [one, other] = model.unit.outcomes.flatMap((each) => each.criteria);
    const plan = {
      enrolmentId: model.enrolmentId, method: "professional-discussion", date: "2026-11-25", startTime: null, place: null, mode: "face-to-face", language: "en", notes: "", people: model.people,
      questions: [{ id: null, text: "How did you decide who to talk to?", criterionIds: [one?.id] }, { id: null, text: "Who does what?", criterionIds: [other?.id] }],
    };
    planned = await (await visitor.request.post(at("/api/sessions"), { data: plan })).json() as Session;
    const signedIn = await visitor.context().storageState();
    await first.close();
    browser = await chromium.launch({ ...options, args: [...(options?.args ?? []), `--use-file-for-fake-audio-capture=${microphone}`, "--autoplay-policy=no-user-gesture-required"] });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, storageState: signedIn });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("dialog", (dialog) => void dialog.accept());
  });

  test.afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Moves the focus with Tab until what has it is called so. */
  async function tabTo(name: RegExp): Promise<void> {
    const called = () => page.evaluate(() => {
      const here = document.activeElement;
      return here === null ? "" : here.getAttribute("aria-label") ?? (here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.labels?.[0]?.textContent : here.textContent) ?? "";
    });
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press("Tab");
      if (name.test((await called()).trim())) return;
    }
    throw new Error(`Tab never came to ${String(name)}`);
  }

  const clock = async () => {
    const parts = ((await page.getByRole("timer").textContent()) ?? "").split(":").map(Number);
    return (parts.at(-2) ?? 0) * 60 + (parts.at(-1) ?? 0);
  };
  const recordedTo = (seconds: number) => expect.poll(clock, { timeout: 60_000 }).toBeGreaterThanOrEqual(seconds);
  const digits = (number: string) => number.replace(/\D/g, "");
  const marked = (number: string) => page.getByRole("region", { name: "Marked" }).locator("li").filter({ has: page.locator("b", { hasText: new RegExp(`^${number.replace(".", "\\.")}$`) }) });

  test("leads through the notice and the identity", async () => {
    await page.goto(at(`/sessions/${planned.id}/record`));
    await expect(page.getByText("The microphone hears")).toBeVisible();
    await tabTo(/^All have acknowledged it$/);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Everybody has answered to the notice")).toBeVisible();
    await tabTo(/^Known to me$/);
    await page.keyboard.press("Space");
    await expect(page.getByText("Identity noted")).toBeVisible();
  });

  test("is recorded, and marked by keys", async () => {
    const [criterion] = planned.unit.outcomes.flatMap((each) => each.criteria);
    await page.keyboard.press("r");
    await expect(page.getByRole("region", { name: "Recorder" }).getByRole("status")).toHaveText("Recording");
    await recordedTo(4);
    await expect(page.getByText(/^Stored safely to 0:0\d/)).toBeVisible();
    await page.keyboard.press("a");
    await expect(page.getByText(/Question 1 asked at/).first()).toBeAttached();
    await recordedTo(7);
    await page.keyboard.type(digits(criterion?.number ?? ""));
    await page.keyboard.press("Enter");
    await expect(marked(criterion?.number ?? "")).toHaveCount(1);
    await page.keyboard.press("m");
    await page.keyboard.type("page 4, r f 11 p");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Marked" })).toContainText("page 4, r f 11 p");
    await expect(marked(criterion?.number ?? "")).toHaveCount(1);
    await page.keyboard.press("m");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("region", { name: "Marked" }).locator("li")).toHaveCount(3);
  });

  test("goes on while the server is dead, and says what is safe where", async () => {
    const criteria = planned.unit.outcomes.flatMap((each) => each.criteria);
    await server.kill();
    await expect(page.getByText(/safe on this machine, not yet on the server: 0:\d\d/)).toBeVisible({ timeout: 30_000 });
    await page.keyboard.type(digits(criteria[1]?.number ?? ""));
    await page.keyboard.press("Enter");
    await expect(marked(criteria[1]?.number ?? "")).toContainText("not sent yet");
    await server.again();
    await expect(page.getByText(/safe on this machine, not yet on the server/)).toBeHidden({ timeout: 60_000 });
    await expect(marked(criteria[1]?.number ?? "")).not.toContainText("not sent yet", { timeout: 30_000 });
  });

  test("is paused with a reason and finished with notes", async () => {
    await page.keyboard.press("p");
    await expect(page.getByRole("region", { name: "Recorder" }).getByRole("status")).toHaveText("Paused");
    await page.keyboard.type("Phone call");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Marked" })).toContainText("Phone call");
    const paused = await clock();
    await page.keyboard.press("r");
    await recordedTo(Math.max(28, paused + 3));
    await page.keyboard.press("f");
    await expect(page.getByRole("heading", { name: "Finish the recording?" })).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("Ask about the calendar next time");
    await page.keyboard.press("Control+s");
    await expect(page).toHaveURL(at(`/sessions/${planned.id}`), { timeout: 60_000 });
    await expect.poll(async () => (await read<Session>(`/api/sessions/${planned.id}`)).notes).toBe("Ask about the calendar next time");
    const [recording] = await recordings();
    const marks = await read<Mark[]>(`/api/recordings/${recording?.id ?? ""}/marks`);
    expect(marks.map((each) => each.kind).sort()).toEqual(["criterion", "criterion", "moment", "pause", "question"]);
    expect(marks.find((each) => each.kind === "pause")?.note).toBe("Phone call");
  });

  test("becomes a transcript with the marks as tags in it", async () => {
    await page.getByRole("link", { name: "Open the transcript" }).click({ timeout: 240_000 });
    const transcript = page.getByRole("group", { name: "Words of the transcript" });
    await expect(transcript.locator("span[id^=w]").nth(20)).toBeVisible();
    await expect(transcript).toContainText("Question 1 asked: How did you decide who to talk to?");
    await expect(transcript).toContainText(/Paused.*: Phone call/);
    await expect(transcript).toContainText("Moment marked: page 4, r f 11 p");
    const [recording] = await recordings();
    const tags = await read<Tag[]>(`/api/recordings/${recording?.id ?? ""}/tags`);
    const numbers = planned.unit.outcomes.flatMap((each) => each.criteria).slice(0, 2).map((each) => each.number);
    expect(tags.map((each) => each.criterion.number).sort()).toEqual(numbers);
    const words = (await read<Transcript>(`/api/recordings/${recording?.id ?? ""}/transcript`)).turns.flatMap((turn) => turn.words);
    for (const tag of tags) expect(words.some((word) => word.id === tag.firstWord)).toBe(true);
    await page.getByRole("tab", { name: /Tags/ }).click();
    await expect(page.getByText("marked while recording").first()).toBeVisible();
  });

  test("is offered again after its page died, heard so far, and finished", async () => {
    await page.goto(at(`/sessions/${planned.id}/record`));
    await expect(page.getByText("The microphone hears")).toBeVisible();
    await page.keyboard.press("r");
    await recordedTo(5);
    const other = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    page = other;
    page.on("pageerror", (error) => wrong.push(String(error)));
    await page.goto(at("/"));
    const card = page.getByRole("article", { name: /Not finished/ });
    // until no piece has come for a while it counts as being recorded elsewhere
    await expect(card.getByRole("button", { name: "Finish it" })).toBeVisible({ timeout: 60_000 });
    await card.getByRole("button", { name: "Hear what is stored" }).click();
    await expect.poll(() => page.evaluate(() => document.querySelector<HTMLAudioElement>("audio.so-far")?.duration ?? 0), { timeout: 30_000 }).toBeGreaterThan(3);
    await card.getByRole("button", { name: "Finish it" }).click();
    await expect(card).toBeHidden({ timeout: 30_000 });
    const second = (await recordings()).find((each: Recording) => each.state !== "receiving" && each.transcriptId === null);
    await expect.poll(async () => (await read<Recording>(`/api/recordings/${second?.id ?? ""}`)).durationSeconds ?? 0, { timeout: 60_000 }).toBeGreaterThan(3);
  });

  test("can be joined with the other into one timeline, checked, and taken apart", async () => {
    await expect.poll(async () => (await recordings()).every((each) => each.state === "ready" && each.transcriptId !== null), { timeout: 240_000 }).toBe(true);
    await page.goto(at(`/sessions/${planned.id}`));
    const before = await recordings();
    await page.getByRole("button", { name: "Join recordings into one timeline" }).click();
    await page.getByRole("button", { name: "Join these 2" }).click();
    const joined = page.getByRole("article").filter({ hasText: "Joined from 2 recordings" });
    await expect(joined).toBeVisible({ timeout: 60_000 });
    const made = (await recordings()).find((each) => each.source === "joined");
    expect(made?.durationSeconds ?? 0).toBeCloseTo(before.reduce((sum, each) => sum + (each.durationSeconds ?? 0), 0), 0);
    const first = page.getByRole("article").filter({ hasText: "Recorded here" }).first();
    await first.getByRole("button", { name: /^More about/ }).click();
    await first.getByRole("button", { name: "Check against the bytes" }).click();
    await expect(first.locator(".checked.good")).toBeVisible();
    await joined.getByRole("button", { name: "Take it apart again" }).click();
    await expect.poll(async () => (await recordings()).filter((each) => !each.setAside).map((each) => each.source).sort()).toEqual(["microphone", "microphone"]);
  });

  test("nothing went wrong in the page on the way", () => {
    expect(wrong).toEqual([]);
  });
});
