import { beforeEach, describe, expect, it } from "vitest";
import { Player } from "./Player";
import { nextSpeed, showSpeed } from "./speed";

/** A sound that moves only when a test says so. */
class FakeAudio extends EventTarget {
  currentTime = 0;
  paused = true;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  preservesPitch = false;
  preload = "";
  private address = "";
  get src(): string { return this.address; }
  /** as in a browser: another sound begins at its beginning, and is still */
  set src(address: string) {
    this.address = address;
    this.currentTime = 0;
    this.playbackRate = 1;
    this.paused = true;
  }
  play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event("play"));
    return Promise.resolve();
  }
  pause(): void {
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
  run(seconds: number): void {
    this.currentTime += seconds;
    this.dispatchEvent(new Event("timeupdate"));
  }
}

let audio: FakeAudio;
let player: Player;
beforeEach(() => {
  audio = new FakeAudio();
  player = new Player(audio as unknown as HTMLAudioElement, () => 0);
});

describe("Player", () => {
  it("steps back 1.5 s when it goes on after a pause", () => {
    player.playFrom(10);
    audio.run(5);
    player.pause();
    player.play();
    expect(player.seconds).toBe(13.5);
  });
  it("does not step back where the person went somewhere else in between, nor before the beginning", () => {
    player.playFrom(10);
    player.pause();
    player.seek(40);
    player.play();
    expect(player.seconds).toBe(40);
    player.seek(0.5);
    player.pause();
    player.play();
    expect(player.seconds).toBe(0);
  });
  it("stops at the end of a stretch, and forgets it", () => {
    player.playStretch(20, 24);
    audio.run(3.9);
    expect(audio.paused).toBe(false);
    audio.run(0.2);
    expect(audio.paused).toBe(true);
    expect(player.stretch.value).toBeNull();
  });
  it("begins a repeated stretch again", () => {
    player.playStretch(20, 24, true);
    audio.run(4.1);
    expect([player.seconds, audio.paused]).toEqual([20, false]);
  });
  it("leaves a stretch when the person goes elsewhere, not when they move within it", () => {
    player.playStretch(20, 24, true);
    player.seek(22);
    expect(player.stretch.value).not.toBeNull();
    player.seek(50);
    expect(player.stretch.value).toBeNull();
  });
  it("keeps speed within 0.5 and 2.5, with the pitch kept", () => {
    player.setSpeed(9);
    expect([audio.playbackRate, audio.preservesPitch]).toEqual([2.5, true]);
    player.changeSpeed(1);
    expect(player.speed.value).toBe(2.5);
  });
  it("hears a renewed sound at the same place, running or still, as fast as before", () => {
    player.setSpeed(1.5);
    player.playStretch(10, 20, true);
    audio.run(4);
    player.renew("/sound");
    expect([audio.src, audio.currentTime, audio.paused, audio.playbackRate]).toEqual(["/sound", 14, false, 1.5]);
    expect(player.stretch.value).toEqual({ start: 10, end: 20, repeat: true });
    player.pause();
    player.renew("/sound");
    expect([audio.currentTime, audio.paused]).toEqual([14, true]);
  });

  it("tells the time when it changes, until nobody listens", () => {
    const heard: number[] = [];
    const stop = player.onTime((seconds) => heard.push(seconds));
    player.seek(7);
    stop();
    player.seek(8);
    expect(heard).toEqual([7]);
  });
});

it("steps through the speeds from any speed", () => {
  expect([nextSpeed(1, 1), nextSpeed(1.2, 1), nextSpeed(1.2, -1), nextSpeed(0.5, -1)]).toEqual([1.1, 1.25, 1.1, 0.5]);
  expect([showSpeed(1), showSpeed(1.25)]).toEqual(["1×", "1.25×"]);
});
