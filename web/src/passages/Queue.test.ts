import { beforeEach, describe, expect, it } from "vitest";
import type { PassageRow } from "../api/types";
import { Player } from "../player/Player";
import { Queue } from "./Queue";

/** A sound that moves only when a test says so. */
class FakeAudio extends EventTarget {
  currentTime = 0;
  paused = true;
  src = "";
  play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event("play"));
    return Promise.resolve();
  }
  pause(): void {
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
  load(): void { /* nothing to fetch */ }
  removeAttribute(): void { this.src = ""; }
  to(seconds: number): Promise<void> {
    this.currentTime = seconds;
    this.dispatchEvent(new Event("timeupdate"));
    return Promise.resolve(); // the queue goes on in a microtask
  }
}

const row = (id: string, recordingId: string, start: number, end: number) => ({ id, recordingId, start, end }) as PassageRow;
const rows = [row("a", "r1", 10, 14), row("b", "r2", 5, 65), row("c", "r2", 100, 103)];

describe("passages one after the other", () => {
  let audio: FakeAudio;
  let queue: Queue;
  beforeEach(() => {
    audio = new FakeAudio();
    queue = new Queue(new Player(audio as unknown as HTMLAudioElement, () => 0));
    queue.set(rows, false);
  });

  it("go on over recordings, each for so long as was asked", async () => {
    queue.toggle();
    expect([queue.at.value, audio.src, audio.currentTime]).toEqual([0, "/api/recordings/r1/audio", 10]);
    await audio.to(14);
    expect([queue.at.value, audio.src, audio.currentTime]).toEqual([1, "/api/recordings/r2/audio", 5]);
    await audio.to(24.9);
    expect(queue.at.value).toBe(1);
    await audio.to(25);
    expect([queue.at.value, audio.currentTime]).toEqual([2, 100]);
    await audio.to(103);
    expect([queue.at.value, audio.paused, queue.goingOn.value]).toEqual([2, true, false]);
  });
  it("go on where the sound itself ends before the passage does", () => {
    queue.toggle();
    audio.paused = true;
    audio.dispatchEvent(new Event("ended"));
    expect(queue.at.value).toBe(1);
  });
  it("stay where they are through a pause, and stop after one that was asked for alone", async () => {
    queue.toggle();
    queue.toggle();
    expect([queue.at.value, audio.paused]).toEqual([0, true]);
    queue.toggle();
    expect([queue.at.value, audio.paused]).toEqual([0, false]);
    queue.play(2, false);
    await audio.to(103);
    expect([queue.at.value, audio.paused]).toEqual([2, true]);
  });
  it("skip to the next, and go on on the next page where there is more", async () => {
    queue.toggle();
    queue.step(1);
    expect(queue.at.value).toBe(1);
    queue.step(1);
    queue.step(1);
    expect(queue.at.value).toBe(2);
    queue.more = () => { queue.set([row("d", "r3", 1, 2)], true); return true; };
    await audio.to(103);
    expect([queue.at.value, audio.src]).toEqual([0, "/api/recordings/r3/audio"]);
  });
});
