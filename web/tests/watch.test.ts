import { describe, expect, it } from "vitest";
import { deviceDoubt, momentOf, sameSound } from "../src/recorder/sound";
import { ChannelWatch, SilenceWatch, SleepWatch } from "../src/recorder/watch";
import { RecordingClock } from "../src/recorder/clock";
import { dice } from "./fake/recordings";

const RATE = 48_000;
const SIZE = 2048;

/** What the sound is at a moment: samples from a formula of the time. */
const sound = (at: number, formula: (seconds: number) => number) => Float32Array.from({ length: SIZE }, (_, index) => formula(at + index / RATE));
const tone = (height: number, loudness: number) => (seconds: number) => Math.sin(2 * Math.PI * height * seconds) * loudness;
const roll = dice(5);
const noise = (loudness: number) => () => (roll() * 2 - 1) * loudness;
/** A voice, roughly: the overtones of 120 Hz, in syllables with pauses between. */
const voice = (loudness: number) => (seconds: number) => {
  const syllable = Math.max(0, Math.sin(2 * Math.PI * 3 * seconds)) * (seconds % 4 < 3 ? 1 : 0);
  return syllable * loudness * [1, 2, 3, 4].reduce((sum, each) => sum + Math.sin(2 * Math.PI * 120 * each * seconds) / each, 0) / 2;
};

/** Lets a microphone hear a sound for so many seconds, ten moments a second; answers the time it ended. */
function listen(watch: ChannelWatch, seconds: number, formula: (seconds: number) => number, from = 100): number {
  for (let at = from; at < from + seconds; at += 0.1) watch.hear(momentOf(sound(at, formula), RATE), at);
  return from + seconds;
}

describe("a microphone", () => {
  it("is warned of in plain cases, and not where a voice is well heard", () => {
    for (const [formula, warning] of [
      [voice(0.4), null], [() => 0, "silent"], [noise(0.0004), "silent"], [voice(0.008), "quiet"], [(seconds: number) => Math.max(-1, Math.min(1, voice(6)(seconds))), "clipping"],
    ] as const) {
      const watch = new ChannelWatch();
      expect(watch.warning(listen(watch, 6, formula))).toBe(warning);
    }
  });

  it("that is gone is gone, whatever it last gave", () => {
    const watch = new ChannelWatch();
    const at = listen(watch, 6, voice(0.4));
    watch.gone = true;
    expect(watch.warning(at)).toBe("gone");
  });

  it("is dead after zeros alone, and counts from the last sound", () => {
    const watch = new ChannelWatch();
    let at = listen(watch, 6, voice(0.4));
    expect(watch.deadFor(at)).toBeLessThan(0.5);
    at = listen(watch, 3, () => 0, at);
    expect(watch.deadFor(at)).toBeGreaterThan(2.5);
    at = listen(watch, 1, noise(0.001), at);
    expect(watch.deadFor(at)).toBeLessThan(0.2);
  });

  it("hears speech, but not hum, hiss, knocks or a whistle", () => {
    const heard = (formula: (seconds: number) => number) => {
      const watch = new ChannelWatch();
      listen(watch, 20, formula);
      return watch.spokenAt !== null;
    };
    expect(heard(voice(0.3))).toBe(true);
    expect(heard(voice(0.03))).toBe(true);
    expect(heard((at) => voice(0.3)(at) + noise(0.02)())).toBe(true);
    expect(heard(() => 0)).toBe(false);
    expect(heard(tone(50, 0.2))).toBe(false);
    expect(heard((at) => tone(100, 0.1)(at) + tone(200, 0.05)(at) + noise(0.01)())).toBe(false);
    expect(heard(noise(0.2))).toBe(false);
    expect(heard((at) => (at % 5 < 0.1 ? noise(0.8)() : noise(0.01)()))).toBe(false);
  });
});

describe("two microphones", () => {
  it("that are one and the same are found out, also a little apart and at another loudness", () => {
    const one = sound(6.1, voice(0.3));
    expect(sameSound(one, sound(6.1, voice(0.1)), RATE)).toBe(true);
    expect(sameSound(one, sound(6.11, voice(0.3)), RATE)).toBe(true);
  });

  it("in one room are two: each has a noise and a nearness of its own", () => {
    const mixed = sound(6.1, (at) => voice(0.3)(at) * 0.5 + tone(333, 0.08)(at) + noise(0.05)());
    expect(sameSound(sound(6.1, (at) => voice(0.3)(at) + noise(0.05)()), mixed, RATE)).toBe(false);
    expect(sameSound(new Float32Array(SIZE), new Float32Array(SIZE), RATE)).toBe(false);
  });

  it("may be no microphones by their names", () => {
    for (const label of ["Monitor of Built-in Audio", "Stereo Mix (Realtek)", "BlackHole 2ch", "CABLE Output (VB-Audio Virtual Cable)"]) expect(deviceDoubt(label)).toMatch(/sound of the computer/);
    for (const label of ["Built-in Audio Analogue Stereo", "Jabra SPEAK 510 USB", "Headset Microphone"]) expect(deviceDoubt(label)).toBeNull();
  });
});

describe("sleep", () => {
  it("is told from a page that was slow, from a pause of the page, and from a clock that was set back", () => {
    const watch = new SleepWatch();
    expect(watch.look({ day: 1000, steady: 10, sound: 10 })).toBe(0);
    expect(watch.look({ day: 1000.1, steady: 10.1, sound: 10.1 })).toBe(0);
    expect(watch.look({ day: 1020.1, steady: 30.1, sound: 30 })).toBe(0); // the page was busy, sound went on
    expect(watch.look({ day: 20, steady: 30.2, sound: 30.1 })).toBe(0); // the clock was set back
    expect(watch.look({ day: 3620, steady: 30.3, sound: 30.2 })).toBeCloseTo(3599.9); // an hour asleep, in which the steady clock stood still
    expect(watch.look({ day: 3680, steady: 90.3, sound: 30.3 })).toBeCloseTo(59.9); // and one where it did not
    expect(watch.look({ day: 3680.1, steady: 90.4, sound: 30.4 })).toBe(0);
  });
});

describe("silence", () => {
  it("is told after half a minute, again later when it was seen, and at once anew after speech", () => {
    const watch = new SilenceWatch();
    expect(watch.tooLong(null, 0)).toBe(false);
    expect(watch.tooLong(null, 29)).toBe(false);
    expect(watch.tooLong(null, 31)).toBe(true);
    watch.seen(31);
    expect(watch.tooLong(null, 100)).toBe(false);
    expect(watch.tooLong(null, 152)).toBe(true);
    expect(watch.tooLong(152, 153)).toBe(false);
    expect(watch.tooLong(152, 183)).toBe(true);
  });
});

describe("the recording clock", () => {
  it("takes back what was counted while nothing was recorded, and goes on where a recording stood", () => {
    let now = 0;
    const clock = new RecordingClock(() => now);
    clock.startFrom(120);
    clock.start();
    now += 3_600_000;
    clock.takeBack(3590);
    expect(clock.seconds).toBe(130);
    clock.pause();
    now += 5000;
    expect(clock.seconds).toBe(130);
  });
});
