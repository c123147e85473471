import { signal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem, sentence } from "../api/problem";
import type { Recording, TranscribeRequest } from "../api/types";
import { signInOver } from "../state/me";
import { Sender, TOGETHER } from "./sender";
import { transportTo } from "./transport";

/** A file on its way to the server. Lives outside the pages: looking elsewhere does not stop it. */
export interface Upload {
  key: string;
  sessionId: string;
  file: File;
  recordingId: string | null;
  storedBytes: number;
  state: "sending" | "done" | "failed";
  /** the server is away just now */
  away: string | null;
  problem: string | null;
}

export const uploads = signal<readonly Upload[]>([]);
const again = new Map<string, () => void>();
let count = 0;

export function sending(): boolean {
  return uploads.value.some((each) => each.state === "sending");
}

window.addEventListener("beforeunload", (event) => { if (sending()) event.preventDefault(); });

/** Sends files one after the other. `arrived` is called when the server has opened or closed a recording. */
export async function uploadAll(sessionId: string, files: readonly File[], transcribe: TranscribeRequest, arrived: () => void): Promise<void> {
  const mine = files.map((file) => start(sessionId, file, null));
  for (const [index, file] of files.entries()) await send(mine[index] ?? "", sessionId, file, null, transcribe, arrived);
}

/** Goes on with a file of which the server has the beginning. */
export async function resumeUpload(recording: Recording, file: File, transcribe: TranscribeRequest, arrived: () => void): Promise<void> {
  await send(start(recording.sessionId, file, recording.id), recording.sessionId, file, recording, transcribe, arrived);
}

export function forget(key: string): void {
  uploads.value = uploads.value.filter((each) => each.key !== key);
}

export function tryAgain(key: string): void {
  again.get(key)?.();
}

function start(sessionId: string, file: File, recordingId: string | null): string {
  const key = `upload-${++count}`;
  uploads.value = [...uploads.value, { key, sessionId, file, recordingId, storedBytes: 0, state: "sending", away: null, problem: null }];
  return key;
}

function change(key: string, part: Partial<Upload>): void {
  uploads.value = uploads.value.map((each) => (each.key === key ? { ...each, ...part } : each));
}

async function send(key: string, sessionId: string, file: File, resumed: Recording | null, transcribe: TranscribeRequest, arrived: () => void): Promise<void> {
  let recording = resumed;
  const attempt = async () => {
    if (file.size === 0) throw new Problem("bad-input", "There is nothing in this file, so there is nothing to store. Copy it again from where it comes from, then add that.");
    change(key, { state: "sending", problem: null });
    recording ??= await api.addRecording(sessionId, { fileName: file.name, mediaType: file.type === "" ? "application/octet-stream" : file.type, source: "file" });
    change(key, { recordingId: recording.id });
    arrived();
    const stored = await api.recording(recording.id);
    const sender = new Sender(transportTo(recording.id), {
      first: stored.receivedChunks, firstBytes: stored.lengthBytes,
      changed: (state) => {
        if (state.signedOut) signInOver.value = true;
        change(key, { storedBytes: state.storedBytes, away: state.away });
      },
    });
    for (let from = stored.lengthBytes; from < file.size; from += TOGETHER) sender.add(file.slice(from, from + TOGETHER), Math.min(file.size, from + TOGETHER));
    await sender.drained();
    await api.completeRecording(recording.id, { lengthBytes: file.size, sha256: null, transcribe });
    change(key, { state: "done", storedBytes: file.size });
    arrived();
    forget(key);
  };
  const guarded = () => attempt().catch((failure: unknown) => change(key, { state: "failed", away: null, problem: sentence(failure) }));
  again.set(key, () => void guarded());
  await guarded();
}
