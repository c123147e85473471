import { signal } from "@preact/signals";
import { api } from "../api/calls";
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

/**
 * Finishes: everything is stored, the recording is closed, the notes go to the session. It goes on while the person looks elsewhere in Colloquy;
 * false: it could not be finished, and can be tried again. `atPause`: the pause in which it was finished, which was none.
 */
export async function finish(one: Held, atPause: string | null): Promise<boolean> {
  if (atPause !== null && pauseOf(one.live)?.id === atPause) one.live.unmark(atPause);
  const { session, live } = one;
  if (!(await live.finish())) return false;
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
