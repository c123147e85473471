import { signal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem } from "../api/problem";
import { keep, kept } from "../state/kept";
import { planOf } from "../state/plan";
import { held, type Held, release } from "./current";
import { pauseOf } from "./PauseReason";

/** What was finished last and is stored to its end, until somebody has seen it. */
export const stored = signal<{ sessionId: string; learner: string } | null>(null);

const nameOf = (sessionId: string) => `notes.${sessionId}`;

/** Notes that were typed and are not with the server yet; null: none. */
export const keptNotes = (sessionId: string): string | null => kept(nameOf(sessionId));
export const keepNotes = (sessionId: string, notes: string | null): void => keep(nameOf(sessionId), notes);

const nameKey = (recordingId: string) => `name.${recordingId}`;

/** The name that was typed for a recording and is not with the server yet. */
export const keptName = (recordingId: string | null): string | null => (recordingId === null ? null : kept(nameKey(recordingId)));

/** A name is typed: it is kept here until the server has it. */
export function nameIt({ live, name }: Held, typed: string): void {
  name.value = typed;
  const id = live.recordingId.value;
  if (id !== null) keep(nameKey(id), typed.trim() === "" || typed === live.fileName ? null : typed.trim());
}

/** Gives a recording the name that waits for it; true: it has it now. Where that does not work the name waits on, and nothing else does. */
export async function storeName(recordingId: string): Promise<boolean> {
  const name = keptName(recordingId);
  if (name === null) return false;
  try {
    await api.rename(recordingId, name);
    keep(nameKey(recordingId), null);
    return true;
  } catch (failure) {
    // a name that is refused for good is not tried for ever
    if (failure instanceof Problem && ["bad-input", "forbidden", "not-found"].includes(failure.kind)) keep(nameKey(recordingId), null);
    return false;
  }
}

/**
 * Finishes: everything is stored, the recording is closed, the notes go to the session. It goes on while the person looks elsewhere in Colloquy;
 * false: it could not be finished, and can be tried again. `atPause`: the pause in which it was finished, which was none.
 */
export async function finish(one: Held, atPause: string | null): Promise<boolean> {
  if (atPause !== null && pauseOf(one.live)?.id === atPause) one.live.unmark(atPause);
  const { session, live } = one;
  if (!(await live.finish())) return false;
  if (one.name.value !== null) nameIt(one, one.name.value); // the recording may have got its id only now
  if (live.recordingId.value !== null) await storeName(live.recordingId.value);
  await storeNotes(session.id);
  stored.value = { sessionId: session.id, learner: session.enrolment.learner.name };
  release(one);
  return true;
}

/** Puts notes that wait into the session; where that does not work they wait on. */
export async function storeNotes(sessionId: string): Promise<void> {
  const notes = keptNotes(sessionId);
  if (notes === null) return;
  try {
    const now = await api.session(sessionId);
    if (now.notes !== notes) await api.changeSession(sessionId, { ...planOf(now), notes });
    keepNotes(sessionId, null);
  } catch {
    // they stay in this browser; the session page tries again
  }
}

/** Whether the microphone is in use for another session. */
export function otherSession(sessionId: string): Held | null {
  return held.value.find((each) => each.session.id !== sessionId && (each.live.phase.value === "recording" || each.live.phase.value === "paused")) ?? null;
}
