import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, request, test } from "@playwright/test";
import type { Recording, Session, Transcript } from "../../src/api/types";
import { openBrowser, signIn } from "./browser";
import { json, someSession } from "./centre";
import { wavOf } from "./microphone";
import { Server, shared } from "./server";

/**
 * Captions in a real browser, from the microphone to the screen: what is shown while somebody speaks is, in the main, what the transcript of the same recording says
 * afterwards, and the recording has all of it. COLLOQUY_CAPTION_FIGURES: a file for how late each word was on the screen.
 */
const speech = shared("audio/read_en_1.flac");
const figures = process.env["COLLOQUY_CAPTION_FIGURES"];
const SECONDS = Number(process.env["COLLOQUY_CAPTION_SECONDS"] ?? 20);

interface Shown { at: number; text: string }
declare global {
  interface Window { shown: Shown[]; recordingBegun: number }
}

test.describe("captions as people speak", () => {
  test.skip(speech === null, "needs ../shared/audio/read_en_1.flac");
  test.describe.configure({ mode: "serial" });
  const folder = mkdtempSync(join(tmpdir(), "colloquy-captions-"));
  const microphone = join(folder, "speech.wav");
  let server: Server;
  let session: string;
  let context: BrowserContext | null = null;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    await wavOf(speech!, microphone);
    server = await Server.start();
    const api = await request.newContext({ baseURL: server.origin });
    session = await someSession(api, server);
    await api.dispose();
  });

  test.afterAll(async () => {
    await context?.close().catch(() => undefined);
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("words come while they are spoken, and the transcript says the same", async () => {
    test.setTimeout(300_000);
    context = await openBrowser(join(folder, "profile"), microphone);
    await signIn(context, server);
    const page = context.pages()[0] ?? await context.newPage();
    await page.addInitScript(() => {
      window.shown = [];
      window.recordingBegun = 0;
      const start = Object.getOwnPropertyDescriptor(MediaRecorder.prototype, "start")?.value as (this: MediaRecorder, slice?: number) => void;
      MediaRecorder.prototype.start = function (slice?: number) {
        if (window.recordingBegun === 0) window.recordingBegun = Date.now();
        start.call(this, slice);
      };
      new MutationObserver(() => {
        const text = document.querySelector(".caption-words")?.textContent ?? "";
        if (text !== window.shown.at(-1)?.text) window.shown.push({ at: Date.now(), text });
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.goto(`${server.origin}/sessions/${session}/record`);
    await page.getByRole("button", { name: "Record", exact: true }).click({ timeout: 30_000 });
    const anyway = page.getByRole("button", { name: "Record anyway" });
    await expect(anyway.or(page.getByRole("button", { name: "Finish" }))).toBeVisible();
    if (await anyway.isVisible()) await anyway.click();
    await expect.poll(() => page.evaluate(() => window.recordingBegun === 0 ? 0 : Date.now() - window.recordingBegun), { timeout: (SECONDS + 60) * 1000, intervals: [200] })
      .toBeGreaterThan(SECONDS * 1000);
    const shown = await page.evaluate(() => window.shown);
    const begun = await page.evaluate(() => window.recordingBegun);
    await page.getByRole("button", { name: "Finish" }).click();
    await page.getByRole("button", { name: "Finish and transcribe" }).click();

    const recording = async (): Promise<Recording | undefined> => (await json<Session>(context!.request, `${server.origin}/api/sessions/${session}`)).recordings[0];
    await expect.poll(async () => (await recording())?.transcriptId ?? null, { timeout: 180_000 }).not.toBeNull();
    const transcript = await json<Transcript>(context.request, `${server.origin}/api/recordings/${(await recording())?.id ?? ""}/transcript`);
    const words = transcript.turns.flatMap((turn) => turn.words);
    const said = words.filter((word) => word.end < SECONDS - 5);
    const late = delays(said, shown.map((each) => ({ seconds: (each.at - begun) / 1000, words: bare(each.text) })));
    if (figures !== undefined) writeFileSync(figures, JSON.stringify({ said: said.length, late }));
    expect(said.length).toBeGreaterThan(20);
    expect(late.length / said.length, shown.at(-1)?.text).toBeGreaterThan(0.7);
    expect(shown.filter((each) => each.at - begun < SECONDS * 800).length, "they came while it was spoken").toBeGreaterThan(5);
  });
});

const bare = (text: string): string[] => text.toLowerCase().replace(/[’']/g, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

/** How long after its end each word was first shown, in the order in which words are said; those never shown are left out. */
function delays(said: { text: string; end: number }[], shown: { seconds: number; words: string[] }[]): number[] {
  const texts = said.map((word) => bare(word.text).join(""));
  const first = new Map<number, number>();
  for (const moment of shown) {
    for (const index of common(texts, moment.words)) if (!first.has(index)) first.set(index, moment.seconds - said[index]!.end);
  }
  return [...first.values()].sort((a, b) => a - b);
}

/** The places of the longest row of words that both have. */
function common(one: string[], other: string[]): number[] {
  const longest = Array.from({ length: one.length + 1 }, () => new Int32Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let k = other.length - 1; k >= 0; k--) {
      longest[i]![k] = one[i] === other[k] ? longest[i + 1]![k + 1]! + 1 : Math.max(longest[i + 1]![k]!, longest[i]![k + 1]!);
    }
  }
  const found: number[] = [];
  for (let i = 0, k = 0; i < one.length && k < other.length;) {
    if (one[i] === other[k]) { found.push(i); i++; k++; } else if (longest[i + 1]![k]! >= longest[i]![k + 1]!) i++; else k++;
  }
  return found;
}
