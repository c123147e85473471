import { signal } from "@preact/signals";
import { api } from "../api/calls";
import type { PassageRow } from "../api/types";
import type { Player } from "../player/Player";
import { tasteEnd, type Taste } from "./query";

/** Plays passages one after the other, whatever recordings they are in. `close` ends it. */
export class Queue {
  /** the place in the list of the passage that is heard, or was last; -1: none yet */
  readonly at = signal(-1);
  readonly taste = signal<Taste>("20");
  /** one after the other, or only the one that was asked for */
  readonly goingOn = signal(false);
  /** called where the list ends while going on: true where more comes and it shall go on there */
  more: () => boolean = () => false;

  private rows: readonly PassageRow[] = [];
  private recording: string | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(readonly player: Player) {
    let before = player.stretch.value;
    this.stops.push(player.stretch.subscribe((stretch) => {
      const ended = before !== null && stretch === null;
      before = stretch;
      // the player lets go of a stretch at its end, and holds it through a pause; it is left before another begins elsewhere
      if (ended) queueMicrotask(() => { if (player.stretch.value === null) this.ended(); });
    }));
    const ended = () => this.ended();
    player.audio.addEventListener("ended", ended);
    this.stops.push(() => player.audio.removeEventListener("ended", ended));
  }

  /** Takes over another list. What is heard goes on where the new list has it too. */
  set(rows: readonly PassageRow[], goOn: boolean): void {
    const heard = this.rows[this.at.value]?.id;
    this.rows = rows;
    this.at.value = rows.findIndex((row) => row.id === heard);
    if (goOn && rows.length > 0) this.play(0, true);
    else if (this.at.value === -1 && heard !== undefined) this.player.pause();
  }

  play(place: number, goingOn: boolean): void {
    const row = this.rows[place];
    if (row === undefined) return;
    this.goingOn.value = goingOn;
    this.at.value = place;
    if (this.recording !== row.recordingId || this.player.failing.value) {
      this.player.leaveStretch();
      this.player.audio.src = api.audioAddress(row.recordingId);
      this.recording = row.recordingId;
    }
    this.player.playStretch(row.start, tasteEnd(row, this.taste.value));
  }

  /** Plays on, pauses, or begins: at the passage last heard, else at the first. */
  toggle(): void {
    if (this.player.playing.value) this.player.pause();
    else if (this.player.stretch.value !== null) {
      this.goingOn.value = true;
      this.player.play();
    } else this.play(Math.max(0, this.at.value), true);
  }

  step(by: 1 | -1): void {
    const to = Math.min(this.rows.length - 1, Math.max(0, this.at.value + by));
    if (to !== this.at.value) this.play(to, this.goingOn.value);
  }

  close(): void {
    for (const stop of this.stops) stop();
    this.player.close();
  }

  private ended(): void {
    if (!this.goingOn.value) return;
    const next = this.at.value + 1;
    if (next < this.rows.length) this.play(next, true);
    else if (!this.more()) this.goingOn.value = false;
  }
}
