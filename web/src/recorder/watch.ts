import { type Moment, NOTHING } from "./sound";

/** quiet: nearer; clipping: away; silent: no sound at all; gone: unplugged or taken by another program */
export type Warning = null | "quiet" | "clipping" | "silent" | "gone";

const QUIET = 0.016; // -36 dB
const HARDLY = 0.001; // -60 dB
/** Speech is louder than what is always there, by this factor (8 dB), and has the tone of a voice. */
const ABOVE_FLOOR = 2.5;
const VOICED = 0.45;

/** Watches one microphone, moment by moment; `at` in seconds, on a clock that never jumps. */
export class ChannelWatch {
  private readonly recent: { at: number; peak: number; loudness: number; clipped: boolean }[] = [];
  private soundAt: number | null = null;
  private begun: number | null = null;
  /** when a voice was last heard; null: never */
  spokenAt: number | null = null;
  gone = false;

  hear(moment: Moment, at: number): void {
    this.begun ??= at;
    if (moment.peak > NOTHING) this.soundAt = at;
    this.recent.push({ at, peak: moment.peak, loudness: moment.loudness, clipped: moment.clipped });
    while ((this.recent[0]?.at ?? at) < at - 10) this.recent.shift();
    if (!this.gone && moment.peak > 0.003 && moment.voiced > VOICED && moment.loudness > this.floor() * ABOVE_FLOOR) this.spokenAt = at;
  }

  /** Nothing but zeros, or no device, for so many seconds. */
  deadFor(at: number): number {
    return this.begun === null ? 0 : at - Math.max(this.begun, this.soundAt ?? 0);
  }

  warning(at: number): Warning {
    if (this.gone) return "gone";
    if (this.begun === null || at - this.begun < 1.5) return null;
    const last = this.recent.filter((each) => each.at > at - 5);
    const loudest = Math.max(0, ...last.map((each) => each.peak));
    if (this.deadFor(at) >= 1.5 || (at - this.begun >= 3 && loudest < HARDLY)) return "silent";
    if (last.filter((each) => each.at > at - 3 && each.clipped).length >= 2) return "clipping";
    return at - this.begun >= 4 && loudest < QUIET ? "quiet" : null;
  }

  /** Begins anew, after a time that was not watched. */
  restart(): void {
    this.recent.length = 0;
    this.soundAt = null;
    this.begun = null;
  }

  /** What is always there: the quiet tenth of the last ten seconds. */
  private floor(): number {
    const sorted = this.recent.map((each) => each.loudness).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 10)] ?? 0;
  }
}

/** Three clocks at one moment, in seconds: the time of day, one that never jumps, and how much sound the device has given. */
export interface Clocks { day: number; steady: number; sound: number }

const JUMP = 5;

/**
 * Notices that the machine slept, or that its clock was set forward, from one look to the next: time went by in which the device gave no sound. A page that was only
 * slow is none: sound went on meanwhile.
 */
export class SleepWatch {
  private last: Clocks | null = null;

  /** The seconds that were lost; 0: none. */
  look(now: Clocks): number {
    const before = this.last;
    this.last = now;
    if (before === null) return 0;
    const lost = Math.max(now.day - before.day, now.steady - before.steady) - Math.max(0, now.sound - before.sound);
    return lost > JUMP ? lost : 0;
  }

  restart(): void {
    this.last = null;
  }
}

/** When to say that nobody speaks: after half a minute, and again after two more where the person has seen it. */
export class SilenceWatch {
  private since: number | null = null;
  private patience = 30;

  /** Whether it is time to say so. `spokenAt`: when a voice was last heard, on any microphone. */
  tooLong(spokenAt: number | null, at: number): boolean {
    this.since ??= at;
    if (spokenAt !== null && spokenAt > this.since) {
      this.since = spokenAt;
      this.patience = 30;
    }
    return at - this.since >= this.patience;
  }

  seen(at: number): void {
    this.since = at;
    this.patience = 120;
  }

  /** Begins to count anew. */
  restart(): void {
    this.since = null;
    this.patience = 30;
  }
}
