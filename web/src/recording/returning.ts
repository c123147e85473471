import { signal } from "@preact/signals";
import { sentence } from "../api/problem";
import { type Leftover, leftovers, sendLeftover } from "../recorder/leftovers";
import { held } from "./current";

/** What this browser held when it came back, on its way to the server. */
export interface Returning { left: Leftover; state: "sending" | "sent" | "rescued" | "failed"; recordingId: string; problem: string | null; waitingBytes: number; /** it was finished before, and is closed now */ closed: boolean }

export const returning = signal<readonly Returning[]>([]);
let running = false;

/** Sends what earlier pages of this browser left behind. Nobody has to do anything; where it does not work it stays, and is tried again at the next visit. */
export async function sendWhatWasLeft(): Promise<void> {
  if (running) return;
  running = true;
  try {
    const found = (await leftovers()).filter((each) => !held.value.some((one) => one.live.recordingId.value === each.recordingId));
    for (const left of found) {
      if (returning.value.some((each) => each.left.recordingId === left.recordingId && each.state === "sending")) continue;
      const known: Returning = { left, state: "sending", recordingId: left.recordingId, problem: null, waitingBytes: left.bytes, closed: false };
      put(known);
      try {
        const sent = await sendLeftover(left, (state) => put({ ...known, waitingBytes: state.waitingBytes }));
        put({ ...known, state: sent.how, recordingId: sent.recordingId, waitingBytes: 0, closed: sent.closed });
      } catch (failure) {
        put({ ...known, state: "failed", problem: sentence(failure) });
      }
    }
  } catch {
    // a browser without a store has nothing left behind
  } finally {
    running = false;
  }
}

function put(next: Returning): void {
  returning.value = [...returning.value.filter((each) => each.left.recordingId !== next.left.recordingId), next];
}

/** What is said of one that is not on its way any more was seen. */
export function forgetReturned(recordingId: string): void {
  returning.value = returning.value.filter((each) => each.left.recordingId !== recordingId);
}
