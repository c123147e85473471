import { signal } from "@preact/signals";
import { api } from "../api/calls";

/** The id of the passage being heard, null: none. */
export const playing = signal<string | null>(null);

let audio: HTMLAudioElement | null = null;

export interface Audible { id: string; recordingId: string; start: number; end: number }

/** Plays one passage from its first word to its last, or stops it. Only one is ever heard. */
export function toggle(passage: Audible): void {
  const was = playing.value;
  stop();
  if (was === passage.id) return;
  const player = new Audio(api.audioAddress(passage.recordingId));
  audio = player;
  playing.value = passage.id;
  player.currentTime = passage.start;
  player.addEventListener("timeupdate", () => { if (player.currentTime >= passage.end + 0.15) stop(); });
  player.addEventListener("ended", stop);
  player.addEventListener("error", stop);
  player.play().catch(stop);
}

export function stop(): void {
  audio?.pause();
  audio?.removeAttribute("src");
  audio = null;
  playing.value = null;
}
