import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { type APIRequestContext, expect, request } from "@playwright/test";
import type { Recording, Session, Unit } from "../../src/api/types";
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

async function someSession(api: APIRequestContext, server: Server): Promise<string> {
  const me = await post<{ person: { id: string } }>(api, "/api/setup", {
    key: server.printed.searchParams.get("key"),
    centre: { name: "Decoder", number: null, timeZone: "Europe/London" },
    account: { name: "Decoder", email: "decoder@test.example", password: "decoder decoder" },
  });
  const learner = await post<{ id: string }>(api, "/api/people", { name: "Nobody", email: null, learnerNumber: null, roles: ["learner"], password: null, disabled: false });
  const unit = await post<Unit>(api, "/api/units", {
    title: "Any", number: null, reference: null, level: null, creditValue: null, guidedLearningHours: null, purpose: null,
    simulationAllowed: null, evidenceRequirements: null, outcomes: [{ number: "1", text: "Any", criteria: [{ number: "1.1", text: "Any" }] }], methods: [],
  });
  const enrolment = await post<{ id: string }>(api, "/api/enrolments", { learnerId: learner.id, unitId: unit.id, assessorId: me.person.id, iqaId: null });
  const session = await post<Session>(api, "/api/sessions", {
    enrolmentId: enrolment.id, method: "professional-discussion", date: "2026-11-23", startTime: null, place: null, mode: "face-to-face",
    language: "en", notes: "", people: [], questions: [],
  });
  return session.id;
}

async function upload(api: APIRequestContext, session: string, file: string): Promise<Recording> {
  const bytes = readFileSync(file);
  const recording = await post<Recording>(api, `/api/sessions/${session}/recordings`, { fileName: basename(file), mediaType: "audio/flac", source: "file" });
  const hash = createHash("sha256").update(bytes).digest("hex");
  const stored = await api.put(`/api/recordings/${recording.id}/chunks/0`, { data: bytes, headers: { "X-Content-SHA-256": hash } });
  expect(stored.status(), await stored.text()).toBe(200);
  return post<Recording>(api, `/api/recordings/${recording.id}/complete`, { lengthBytes: bytes.length, sha256: hash, transcribe: null });
}

async function post<T>(api: APIRequestContext, path: string, data: object): Promise<T> {
  const answer = await api.post(path, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return await answer.json() as T;
}

async function json<T>(api: APIRequestContext, path: string): Promise<T> {
  return await (await api.get(path)).json() as T;
}
