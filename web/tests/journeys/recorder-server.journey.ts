import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, type Page, request, test } from "@playwright/test";
import type { Manifest, Mark, Recording, Verification } from "../../src/api/types";
import { openBrowser, record, signIn } from "./browser";
import { json, post, someSession } from "./centre";
import { chirps, placeIn, samplesOf, wav } from "./chirps";
import { Server } from "./server";

/**
 * What goes wrong around a recording, one thing after the other, and nobody does anything about it but goes on recording: the server is killed and comes back, the
 * microphone is unplugged and plugged in again, the page is closed and opened. One recording comes out, whose parts are the sound that was played.
 */
declare global {
  interface Window { opened: MediaStreamTrack[] }
}

/** "1:05" as seconds; 0 where there is no such thing. */
function position(text: string | undefined): number {
  const [minutes = 0, rest = 0] = (text ?? "").split(":").map(Number);
  return minutes * 60 + rest;
}

const seconds = async (page: Page) => position((await page.getByRole("timer").textContent()) ?? "");

test("a recording outlives its server, its microphone and its page", async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "colloquy-server-"));
  const microphone = join(folder, "chirps.wav");
  const source = chirps(60, 7); // it goes round and round
  writeFileSync(microphone, wav(source));
  const server = await Server.start();
  let context: BrowserContext | null = null;
  try {
    context = await openBrowser(join(folder, "profile"), microphone);
    await context.addInitScript(() => {
      localStorage.setItem("colloquy.captions", "hidden");
      window.opened = [];
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = async (wanted) => {
        const stream = await open(wanted);
        window.opened.push(...stream.getAudioTracks());
        return stream;
      };
    });
    const api = context.request;
    const session = await someSessionAt(context, server);
    context.setDefaultTimeout(30_000);
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(`${server.origin}/sessions/${session}/record`);
    await record(page);
    const deck = page.getByRole("region", { name: "Recorder" });
    await expect(deck.getByText(/Stored safely to 0:(0[2-9]|[1-5])/)).toBeVisible({ timeout: 30_000 });

    // the server dies in the middle, and comes back
    await server.kill();
    await page.keyboard.press("m");
    await expect(deck.getByText(/safe on this machine, not yet on the server/)).toBeVisible({ timeout: 30_000 });
    const then = await seconds(page);
    await expect.poll(() => seconds(page), { timeout: 30_000 }).toBeGreaterThan(then + 3);
    await server.again();
    await signIn(context, server);
    const back = await seconds(page);
    await expect.poll(async () => position(/Stored safely to (\d+:\d\d)/.exec((await deck.textContent()) ?? "")?.[1]), { timeout: 60_000 }).toBeGreaterThan(back);

    // the microphone is unplugged, and plugged in again
    await page.evaluate(() => window.opened.at(-1)?.dispatchEvent(new Event("ended")));
    await expect(page.getByRole("alert").getByText(/is gone/)).toBeVisible();
    await expect(page.getByRole("alert").getByText(/is gone/)).toBeHidden({ timeout: 20_000 });
    const again = await seconds(page);
    await expect.poll(() => seconds(page), { timeout: 30_000 }).toBeGreaterThan(again + 2);

    // the page is closed in the middle, and the recording is offered again
    const next = await context.newPage(); // first: a browser without a page forgets who is signed in
    await page.close({ runBeforeUnload: false });
    await next.goto(server.origin);
    // until no piece has come for a while it counts as being recorded elsewhere
    await next.getByRole("link", { name: "Go on recording" }).click({ timeout: 60_000 });
    await record(next, "Go on recording");
    const resumed = await seconds(next);
    await expect.poll(() => seconds(next), { timeout: 30_000 }).toBeGreaterThan(resumed + 2);
    const recorded = await seconds(next);
    await next.getByRole("button", { name: "Finish" }).click();
    await next.getByRole("button", { name: "Finish and transcribe" }).click();
    await expect(next).toHaveURL(/\/sessions\/[0-9a-z]+$/, { timeout: 60_000 });

    const [recording] = (await json<{ recordings: Recording[] }>(api, `${server.origin}/api/sessions/${session}`)).recordings;
    const address = `${server.origin}/api/recordings/${recording?.id ?? ""}`;
    await expect.poll(async () => (await json<Recording>(api, address)).state, { timeout: 60_000 }).toBe("ready");
    const { parts, durationSeconds } = await json<Recording>(api, address);
    expect(parts.map((each) => each.number)).toEqual([0, 1, 2]);
    expect(durationSeconds ?? 0).toBeGreaterThan(recorded - 1.5);
    const sound = samplesOf(await (await api.get(`${address}/audio`)).body());
    for (const { startSeconds, durationSeconds: length } of parts) {
      const from = (startSeconds ?? 0) + 0.25;
      const to = (startSeconds ?? 0) + (length ?? 0) - 0.75;
      const [first, last] = [placeIn(source, sound, from), placeIn(source, sound, to)];
      expect(Math.min(first.likeness, last.likeness)).toBeGreaterThan(0.7);
      expect(Math.abs(((last.place - first.place + 60) % 60) - (to - from)), "nothing is missing within a part").toBeLessThan(0.15);
    }
    const marks = await json<Mark[]>(api, `${address}/marks`);
    expect(marks.find((each) => each.kind === "moment")).toMatchObject({ part: 0 });
    expect(marks.find((each) => each.kind === "interruption")?.note).toMatch(/microphone .* was gone/i);
    expect((await post<Verification>(api, `${address}/verify`, {})).state).toBe("whole");
    expect((await json<Manifest>(api, `${address}/chunks`)).chunks.length).toBeGreaterThan(5);
  } finally {
    await context?.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Everything needed before recording; the browser is signed in then. */
async function someSessionAt(context: BrowserContext, server: Server): Promise<string> {
  const api = await request.newContext({ baseURL: server.origin });
  const session = await someSession(api, server);
  await api.dispose();
  await signIn(context, server);
  return session;
}
