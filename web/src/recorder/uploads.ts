import { signal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem, sentence } from "../api/problem";
import type { Recording, TranscribeRequest } from "../api/types";
import { signInOver } from "../state/me";
import { FileSource, sameBytes } from "./file";
import { waitLonger } from "./patience";
import { Sender } from "./sender";
import { ServerTransport } from "./transport";
import { t } from "../texts/texts";

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
/** So many files are sent at once; the others wait for their turn. */
const AT_ONCE = 2;

export function sending(): boolean {
  return uploads.value.some((each) => each.state === "sending");
}

window.addEventListener("beforeunload", (event) => { if (sending()) event.preventDefault(); });

/** Sends files, two at a time. One that is on its way to this session already is not sent twice. `arrived` is called when the server has opened or closed a recording. */
export async function uploadAll(sessionId: string, files: readonly File[], transcribe: TranscribeRequest, arrived: () => void): Promise<void> {
  const waiting = files.filter((file) => !isUnderWay(sessionId, file)).map((file) => ({ file, key: start(sessionId, file, null) }));
  const lane = async () => { for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await send(next.key, sessionId, next.file, null, transcribe, arrived); };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Goes on with a file of which the server has the beginning. */
export async function resumeUpload(recording: Recording, file: File, transcribe: TranscribeRequest, arrived: () => void): Promise<void> {
  if (isUnderWay(recording.sessionId, file)) return;
  await send(start(recording.sessionId, file, recording.id), recording.sessionId, file, recording, transcribe, arrived);
}

export function forget(key: string): void {
  uploads.value = uploads.value.filter((each) => each.key !== key);
}

export function tryAgain(key: string): void {
  again.get(key)?.();
}

/** The same file, as far as can be told without reading it. */
function isUnderWay(sessionId: string, file: File): boolean {
  return uploads.value.some((each) => each.sessionId === sessionId && each.state === "sending" && each.file.name === file.name && each.file.size === file.size && each.file.lastModified === file.lastModified);
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
  let id = resumed?.id ?? null;
  const attempt = async () => {
    if (file.size === 0) throw new Problem("bad-input", t("There is nothing in this file, so there is nothing to store. Copy it again from where it comes from, then add that."));
    change(key, { state: "sending", problem: null });
    // the id is given out first: to begin twice is then harmless, where an answer was lost
    const recordingId = id ??= (await patiently(key, () => api.recordingKey(sessionId, null))).recordingId;
    change(key, { recordingId });
    const begin = { id: recordingId, fileName: file.name, mediaType: file.type === "" ? "application/octet-stream" : file.type, source: "file" as const };
    const transport = new ServerTransport(sessionId, begin, resumed !== null);
    const stored = resumed === null ? await patiently(key, () => transport.begin()) : await patiently(key, () => api.recording(recordingId));
    arrived();
    if (stored.lengthBytes > 0 && !await patiently(key, async () => sameBytes(file, await api.manifest(recordingId)))) {
      throw new Problem("conflict", t("The server has the beginning of another file here: this one has other bytes. Choose the file that was being sent, or add this one as a new recording."));
    }
    if (stored.state === "receiving") {
      const source = new FileSource(file, stored.receivedChunks, stored.lengthBytes);
      const sender = new Sender(transport, source, {
        storedBytes: stored.lengthBytes, storedPieces: stored.receivedChunks,
        changed: (state) => {
          if (state.signedOut) signInOver.value = true;
          change(key, { storedBytes: state.storedBytes, away: state.away });
        },
      });
      await sender.drained();
    }
    await patiently(key, () => api.completeRecording(recordingId, { lengthBytes: file.size, sha256: null, transcribe }));
    change(key, { state: "done", storedBytes: file.size });
    arrived();
    forget(key);
  };
  const guarded = () => attempt().catch((failure: unknown) => change(key, { state: "failed", away: null, problem: sentence(failure) }));
  again.set(key, () => void guarded());
  await guarded();
}

/** Asks until there is an answer: a server that is away comes back, and who is signed out signs in again. */
async function patiently<T>(key: string, ask: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      const answer = await ask();
      change(key, { away: null });
      return answer;
    } catch (failure) {
      const passing = failure instanceof Problem && (["offline", "unavailable", "too-many", "not-signed-in"].includes(failure.kind) || failure.status >= 500);
      if (!passing) throw failure;
      if (failure.kind === "not-signed-in") signInOver.value = true;
      change(key, { away: failure.message });
      await waitLonger(failures);
    }
  }
}
