import { api } from "../api/calls";
import { Problem } from "../api/problem";
import type { TranscribeRequest } from "../api/types";
import { Delivery } from "./delivery";
import type { SenderState } from "./sender";
import { type RecordingRow, type SoundStore, soundStore } from "./store";
import { recordingLock, TabLock } from "./tabs";

/** What this browser still holds of one recording and the server has not acknowledged. */
export interface Leftover {
  recordingId: string; sessionId: string; bytes: number; seconds: number; /** when it was begun */ since: string;
  /** marks that the server has not got */
  marks: number;
  /** it was finished: once sent it is closed by itself */
  finished: boolean;
}

/** What became of a leftover: all of it is with the server; or the server's recording went on without it, and it became a recording of its own. */
export interface Sent { how: "sent" | "rescued"; recordingId: string; /** it is closed, and being prepared */ closed: boolean }

/** By recording, the newest first; those of a recording that goes on in another tab are left out. What holds nothing any more is cleared away. */
export async function leftovers(store: SoundStore = soundStore): Promise<Leftover[]> {
  let rows: RecordingRow[];
  try {
    rows = await store.recordings();
  } catch {
    return []; // no store, nothing kept
  }
  const found: Leftover[] = [];
  for (const row of rows) {
    const lock = new TabLock(recordingLock(row.id));
    if (!await lock.take()) continue;
    try {
      const [slices, marks] = await Promise.all([store.slices(row.id), store.marks(row.id)]);
      const bytes = slices.reduce((sum, each) => sum + each.lengthBytes, 0);
      if (bytes === 0 && marks.length === 0 && row.closing === null) await store.forget(row.id);
      else found.push({ recordingId: row.id, sessionId: row.sessionId, bytes, seconds: Math.max(0, (slices.at(-1)?.mark ?? 0) - row.storedMark), since: row.since, marks: marks.length, finished: row.closing !== null });
    } finally {
      lock.free();
    }
  }
  return found.sort((a, b) => b.since.localeCompare(a.since));
}

/**
 * Sends what is left, for as long as it takes, in the recording it belongs to; nobody has to do anything but be signed in. A recording that was finished is closed after it.
 * One whose server's recording went on without it, or is closed, becomes a recording of its own and is closed too, because nothing more comes to it.
 * Rejects with a {@link Problem} where the server does not take it from this person; it stays here then.
 */
export async function sendLeftover(leftover: Leftover, changed: (state: SenderState) => void = () => undefined, transcribe: TranscribeRequest | null = null): Promise<Sent> {
  const row = await soundStore.recording(leftover.recordingId);
  if (row === undefined) return { how: "sent", recordingId: leftover.recordingId, closed: false };
  const became = { another: false };
  const delivery = new Delivery(row.sessionId, soundStore, () => { became.another = true; });
  const stop = delivery.sending.subscribe((state) => { if (state !== null) changed(state); });
  try {
    const known = await api.recording(row.id).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.kind === "not-found") return null; // it was never begun there
      throw failure;
    });
    if (known === null && leftover.bytes === 0) { // it never had a sound: its marks mark nothing
      await soundStore.forget(row.id);
      return { how: "sent", recordingId: row.id, closed: false };
    }
    await delivery.resume(row.id, known, row);
    await delivery.sent();
    const recordingId = delivery.recordingId.value ?? row.id;
    const closing = transcribe ?? row.closing ?? (became.another ? { engine: "auto" as const, model: null, language: null, speakers: "auto" as const } : null);
    if (closing !== null) await delivery.finish(closing);
    else await delivery.outbox.done();
    return { how: became.another ? "rescued" : "sent", recordingId, closed: closing !== null };
  } finally {
    stop();
    delivery.release();
  }
}
