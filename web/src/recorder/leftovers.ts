/** What this browser still holds of one recording and the server has not acknowledged. */
export interface Leftover { recordingId: string; sessionId: string; bytes: number; seconds: number; /** when it was begun */ since: string }

/** By recording, those of a recording that goes on in another tab left out. */
export function leftovers(): Promise<Leftover[]> {
  return Promise.resolve([]);
}

/** What became of a leftover: all of it is with the server; or the server's recording went on without it, and it became a recording of its own. */
export type Sent = { how: "sent"; recordingId: string } | { how: "rescued"; recordingId: string };

export function sendLeftover(leftover: Leftover): Promise<Sent> {
  return Promise.resolve({ how: "sent", recordingId: leftover.recordingId });
}
