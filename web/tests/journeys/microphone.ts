import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { type APIRequestContext, expect, request } from "@playwright/test";
import type { Recording } from "../../src/api/types";
import { json, post, someSession } from "./centre";
import { Server } from "./server";

/**
 * Speech as the WAV that Chromium's fake microphone takes: Colloquy itself decodes it, so that no other tool is needed. The server
 * that does it is another one than the journey's.
 */
export async function wavOf(speech: string, wav: string): Promise<void> {
  const server = await Server.start();
  const api = await request.newContext({ baseURL: server.origin });
  try {
    const recording = await upload(api, await someSession(api, server), speech);
    await expect.poll(async () => (await json<Recording>(api, `/api/recordings/${recording.id}`)).state, { timeout: 60_000 }).toBe("ready");
    writeFileSync(wav, await (await api.get(`/api/recordings/${recording.id}/audio`)).body());
  } finally {
    await api.dispose();
    await server.stop();
  }
}

async function upload(api: APIRequestContext, session: string, file: string): Promise<Recording> {
  const bytes = readFileSync(file);
  const recording = await post<Recording>(api, `/api/sessions/${session}/recordings`, { fileName: basename(file), mediaType: "audio/flac", source: "file" });
  const hash = createHash("sha256").update(bytes).digest("hex");
  const stored = await api.put(`/api/recordings/${recording.id}/chunks/0`, { data: bytes, headers: { "X-Content-SHA-256": hash } });
  expect(stored.status(), await stored.text()).toBe(200);
  return post<Recording>(api, `/api/recordings/${recording.id}/complete`, { lengthBytes: bytes.length, sha256: hash, transcribe: null });
}
