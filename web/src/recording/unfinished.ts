import type { Method, Recording, UnfinishedRecording } from "../api/types";
import type { Leftover } from "../recorder/leftovers";

/** A recording that was never finished: what the server has of it, what this browser still holds, or both. */
export interface Unfinished { recordingId: string; sessionId: string; session: { method: Method; date: string } | null; learner: string | null; recording: Recording | null; leftover: Leftover | null }

/** The newest first; what this browser holds of a recording stands with it. */
export function together(onServer: readonly UnfinishedRecording[], here: readonly Leftover[]): Unfinished[] {
  const known = new Map(here.map((each) => [each.recordingId, each]));
  const listed = onServer.map(({ recording, method, date, learner }): Unfinished => ({ recordingId: recording.id, sessionId: recording.sessionId, session: { method, date }, learner, recording, leftover: known.get(recording.id) ?? null }));
  const alone = here.filter((each) => !onServer.some(({ recording }) => recording.id === each.recordingId))
    .map((each): Unfinished => ({ recordingId: each.recordingId, sessionId: each.sessionId, session: null, learner: null, recording: null, leftover: each }));
  const begun = (each: Unfinished) => each.recording?.createdAt ?? each.leftover?.since ?? "";
  return [...listed, ...alone].sort((one, other) => begun(other).localeCompare(begun(one)));
}

/** How long after its last piece a recording counts as going on somewhere. */
const LIVELY_MILLISECONDS = 20_000;

/** Pieces come in now: another window or another machine records it. A clock that is far off says nothing. */
export function isGoingOn(recording: Recording, now: number): boolean {
  return recording.state === "receiving" && recording.lastReceivedAt !== null && Math.abs(now - Date.parse(recording.lastReceivedAt)) < LIVELY_MILLISECONDS;
}

/** Seconds stored, as far as the server knows them. */
export function lengthOf(recording: Recording): number | null {
  if (recording.durationSeconds !== null) return recording.durationSeconds;
  const known = recording.parts.every((part) => part.durationSeconds !== null) ? recording.parts.reduce((sum, part) => sum + (part.durationSeconds ?? 0), 0) : 0;
  return known > 0 ? known : null;
}
