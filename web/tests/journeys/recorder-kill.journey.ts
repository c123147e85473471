import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, request, test } from "@playwright/test";
import type { Recording } from "../../src/api/types";
import { dice } from "../fake/recordings";
import { killBrowser, openBrowser, record, signIn } from "./browser";
import { json, post, someSession } from "./centre";
import { chirps, placeIn, samplesOf, wav } from "./chirps";
import { Server } from "./server";

/**
 * A browser killed while it records, in the hard way (SIGKILL to all of it at a random moment), again and again: started anew with the same profile it sends what it
 * had kept, and what is then stored reaches to within a second of the kill. The fake microphone plays a sound in which each place is like no other, so that the
 * recording is measured against its source. In every second run the network goes before the browser does, so that much was not acknowledged.
 *
 * src/bench/parts/browser-kills.sh runs it with more kills: COLLOQUY_KILLS, COLLOQUY_SEED, and COLLOQUY_KILL_FIGURES, the file for what was measured.
 */
const kills = Number(process.env["COLLOQUY_KILLS"] ?? 2);
const seed = Number(process.env["COLLOQUY_SEED"] ?? 1);
const figures = process.env["COLLOQUY_KILL_FIGURES"];
const MOST_LOST_SECONDS = 1;

declare global {
  interface Window { begun: (at: number) => void }
}

test.describe("a browser killed while it records", () => {
  test.describe.configure({ mode: "serial" });
  let server: Server;
  let session: string;
  const folder = mkdtempSync(join(tmpdir(), "colloquy-kills-"));
  const profile = join(folder, "profile");
  const microphone = join(folder, "chirps.wav");
  const source = chirps(60, seed);
  const roll = dice(seed);
  const measured: { lostSeconds: number; recordedSeconds: number; keptSeconds: number; unacknowledgedSeconds: number; likeness: number }[] = [];
  let context: BrowserContext | null = null;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    writeFileSync(microphone, wav(source));
    server = await Server.start();
    const api = await request.newContext({ baseURL: server.origin });
    session = await someSession(api, server);
    await api.dispose();
  });

  test.afterAll(async () => {
    if (figures !== undefined) writeFileSync(figures, JSON.stringify(measured));
    await context?.close().catch(() => undefined);
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  for (let kill = 1; kill <= kills; kill++) {
    test(`kill ${kill} of ${kills}`, async () => {
      test.setTimeout(180_000);
      const offline = kill % 2 === 0;
      context = await openBrowser(profile, microphone);
      await signIn(context, server);
      const page = context.pages()[0] ?? await context.newPage();
      let begun = 0;
      await page.exposeFunction("begun", (at: number) => { begun = at; });
      await page.addInitScript(() => {
        localStorage.setItem("colloquy.captions", "hidden");
        const start = Object.getOwnPropertyDescriptor(MediaRecorder.prototype, "start")?.value as (this: MediaRecorder, slice?: number) => void;
        MediaRecorder.prototype.start = function (slice?: number) {
          window.begun(Date.now());
          start.call(this, slice);
        };
      });
      await page.goto(`${server.origin}/sessions/${session}/record`);
      await record(page);
      await expect.poll(() => begun).toBeGreaterThan(0);
      const online = 2 + roll() * 6;
      await expect.poll(() => (Date.now() - begun) / 1000, { intervals: [20], timeout: 60_000 }).toBeGreaterThan(online);
      if (offline) {
        await context.setOffline(true);
        const until = online + 2 + roll() * 6;
        await expect.poll(() => (Date.now() - begun) / 1000, { intervals: [20], timeout: 60_000 }).toBeGreaterThan(until);
      }
      const killed = killBrowser(profile);
      await context.close().catch(() => undefined);
      const recordedSeconds = (killed - begun) / 1000;

      const api = await request.newContext({ baseURL: server.origin });
      await api.post("/api/sign-in", { data: { email: "ada@riverside.example", password: "a long enough password" } });
      const [before] = await json<{ recording: Recording }[]>(api, "/api/recordings/unfinished");

      context = await openBrowser(profile, microphone);
      await signIn(context, server);
      const next = context.pages()[0] ?? await context.newPage();
      await next.goto(server.origin);
      await expect.poll(() => next.evaluate(keptSlices), { timeout: 60_000 }).toBe(0);
      const [unfinished] = await json<{ recording: Recording }[]>(api, "/api/recordings/unfinished");
      const id = unfinished?.recording.id ?? "";
      await post(api, `/api/recordings/${id}/complete`, { lengthBytes: unfinished?.recording.lengthBytes, sha256: null, transcribe: null });
      await expect.poll(async () => (await json<Recording>(api, `/api/recordings/${id}`)).state, { timeout: 60_000 }).toBe("ready");
      const stored = samplesOf(await (await api.get(`/api/recordings/${id}/audio`)).body());
      await api.dispose();
      await context.close();
      context = null;

      const keptSeconds = stored.length / 16_000;
      const first = placeIn(source, stored, 0.25);
      const last = placeIn(source, stored, keptSeconds - 0.75);
      const span = (last.place - first.place + 60) % 60;
      const lengthBytes = unfinished?.recording.lengthBytes ?? 0;
      const unacknowledgedSeconds = recordedSeconds - (keptSeconds * (before?.recording.lengthBytes ?? 0)) / lengthBytes;
      measured.push({ lostSeconds: recordedSeconds - keptSeconds, recordedSeconds, keptSeconds, unacknowledgedSeconds, likeness: Math.min(first.likeness, last.likeness) });
      expect(first.likeness, "its beginning is the source").toBeGreaterThan(0.7);
      expect(last.likeness, "its end is the source").toBeGreaterThan(0.7);
      expect(Math.abs(span - (keptSeconds - 1)), "nothing is missing between").toBeLessThan(0.15);
      expect(recordedSeconds - keptSeconds, "seconds lost").toBeLessThan(MOST_LOST_SECONDS);
    });
  }
});

/** How many slices of sound the browser's store has; in the page. */
async function keptSlices(): Promise<number> {
  const known = await indexedDB.databases();
  if (!known.some((each) => each.name === "colloquy-recorder")) return -1;
  return new Promise((done, failed) => {
    const opening = indexedDB.open("colloquy-recorder");
    opening.onerror = () => failed(new Error("the store cannot be opened"));
    opening.onsuccess = () => {
      const database = opening.result;
      const count = database.transaction("slices").objectStore("slices").count();
      count.onsuccess = () => { database.close(); done(count.result); };
    };
  });
}
