import { type Signal, signal } from "@preact/signals";
import type { Session } from "../api/types";
import { LiveRecording } from "../recorder/recording";

/** A recording of this window, with its session as it was when the page was opened. */
export interface Held { session: Session; live: LiveRecording; /** the name that was typed for it; null: none */ name: Signal<string | null> }

/** Recordings of this window that are not over. They live outside the pages: looking elsewhere in Colloquy ends none. */
export const held = signal<readonly Held[]>([]);

/** There is sound being taken, or sound not stored yet. */
export function isGoing({ live }: Held): boolean {
  return live.phase.value !== "ready" && live.phase.value !== "done";
}

/** The microphone is in use by it. */
export function isRecording({ live }: Held): boolean {
  return live.phase.value === "recording" || live.phase.value === "paused";
}

/** The recording of this session that is not over, or a new one. */
export function holdFor(session: Session): Held {
  const known = held.peek().find((each) => each.session.id === session.id && each.live.phase.peek() !== "done");
  if (known !== undefined) return known;
  const fresh = { session, live: new LiveRecording(session), name: signal<string | null>(null) };
  held.value = [...held.peek(), fresh];
  return fresh;
}

/** Lets go of it where nothing was begun, or all is stored. */
export function release(one: Held): void {
  if (isGoing(one)) return;
  one.live.close();
  held.value = held.peek().filter((each) => each !== one);
}
