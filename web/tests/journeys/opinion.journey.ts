import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { Recording, SampleCentre, Transcript } from "../../src/api/types";
import { koreanModel, Server, shared } from "./server";

/** A second opinion on the page with two real engines: Whisper wrote it, Vosk listens, one key takes what it heard. */
const speech = shared("audio/read_ko_1.flac");
const model = koreanModel();

test.describe("a second opinion", () => {
  test.skip(speech === null || model === null, "skipped: it needs the Korean speech in ../shared and the Korean Vosk model in target/test-models");
  test.setTimeout(300_000);

  test("is asked for, looked at and taken", async ({ page }) => {
    const server = await Server.start(model);
    try {
      const at = (path: string) => server.origin + path;
      const read = async <T>(path: string): Promise<T> => await (await page.request.get(at(path))).json() as T;
      const opened = await page.request.post(at("/api/setup/sample"), { data: { key: server.printed.searchParams.get("key") } });
      const sample = await opened.json() as SampleCentre;
      const begun = await page.request.post(at(`/api/sessions/${sample.sessionId}/recordings`), { data: { fileName: "read_ko_1.flac", mediaType: "audio/flac", source: "file" } });
      const { id } = await begun.json() as Recording;
      await page.request.put(at(`/api/recordings/${id}/chunks/0`), { data: readFileSync(speech ?? "") });
      await page.request.post(at(`/api/recordings/${id}/complete`), { data: { lengthBytes: null, sha256: null, transcribe: { engine: "whisper", model: null, language: "ko", speakers: "none" } } });
      await expect.poll(async () => (await read<Recording>(`/api/recordings/${id}`)).transcriptId, { timeout: 180_000 }).not.toBeNull();
      const before = await read<Transcript>(`/api/recordings/${id}/transcript`);

      await page.goto(at(`/recordings/${id}`));
      await expect(page.locator(".turns span[id^=w]").nth(5)).toBeVisible();
      await page.keyboard.press("q");
      const bar = page.getByRole("region", { name: "Second opinion" });
      await bar.getByRole("button", { name: "Ask Vosk" }).click();
      await expect(bar).toContainText(/Vosk agrees on \d+ % of the words/, { timeout: 240_000 });
      const left = async () => Number(/(\d+) places? left/.exec((await bar.textContent()) ?? "")?.[1] ?? "0");
      const all = await left();
      expect(all).toBeGreaterThan(1);
      expect((await read<Transcript>(`/api/recordings/${id}/transcript`)).turns).toEqual(before.turns);

      await page.keyboard.press("o");
      await expect(page.getByText("The other heard")).toBeVisible();
      await page.keyboard.press("x");
      await expect.poll(left).toBeLessThan(all);
      expect((await read<Transcript>(`/api/recordings/${id}/transcript`)).version).toBe(before.version + 1);
      const taken = await left();
      await page.keyboard.press("o");
      await page.keyboard.press("y");
      await expect.poll(left).toBe(taken - 1);
      expect((await read<Transcript>(`/api/recordings/${id}/transcript`)).version).toBe(before.version + 1);
    } finally {
      await page.close();
      await server.stop();
    }
  });
});
