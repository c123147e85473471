import { type Signal, signal } from "@preact/signals";
import type { Inputs } from "./microphone";
import { deviceDoubt, momentOf, sameSound } from "./sound";
import { ChannelWatch, SilenceWatch, SleepWatch, type Warning } from "./watch";
import { t } from "../texts/texts";

/** What must be seen now, during the session and not after it. */
export interface Alarm { kind: "no-speech" | "dead" | "slept" | "storage"; message: string }

const DEAD_SECONDS = 2.5;
const SAME = t("Both microphones give the same sound, so the voices cannot be told apart by microphone. Choose two different ones, or only one.");

/** Watches the open microphones: what the page shows beside their levels, and what it has to cry out. */
export class Monitor {
  readonly warning: Signal<Warning[]> = signal([]);
  readonly doubt: Signal<(string | null)[]> = signal([]);
  readonly alarm: Signal<Alarm | null> = signal(null);
  private channels: ChannelWatch[] = [];
  private readonly sleep = new SleepWatch();
  private readonly silent = new SilenceWatch();
  private alike = 0;
  private looks = 0;

  /** Other microphones are open now. */
  watch(inputs: Inputs | null): void {
    this.channels = inputs === null ? [] : Array.from({ length: inputs.width }, () => new ChannelWatch());
    this.alike = 0;
    this.warning.value = this.channels.map(() => null);
    this.doubt.value = inputs?.chosen.map((each) => deviceDoubt(each.label)) ?? [];
    this.clear("dead");
    this.restart();
  }

  /** Recording begins or goes on: what was before does not count. */
  restart(): void {
    this.sleep.restart();
    this.silent.restart();
    for (const each of this.channels) each.restart();
    this.clear("no-speech");
  }

  gone(channel: number, gone: boolean): void {
    const watch = this.channels[channel];
    if (watch === undefined) return;
    watch.gone = gone;
    if (!gone) watch.restart();
    this.warning.value = this.warning.value.map((each, index) => (index === channel ? (gone ? "gone" : null) : each));
  }

  /** Called some ten times a second. Answers the seconds that the machine slept, and whether nobody speaks at this very moment. */
  look(inputs: Inputs, recording: boolean): { sleptSeconds: number; hush: boolean } {
    const at = performance.now() / 1000;
    const moments = this.channels.map((watch, channel) => {
      const samples = inputs.samples(channel);
      const moment = samples === null ? null : momentOf(samples, inputs.sampleRate);
      if (moment !== null && inputs.context.state === "running") watch.hear(moment, at);
      return moment;
    });
    this.set(this.channels.map((each) => each.warning(at)));
    if (++this.looks % 10 === 0) this.compare(inputs);
    const running = inputs.context.state === "running";
    if (!running || !recording) this.sleep.restart();
    const sleptSeconds = running && recording ? this.sleep.look({ day: Date.now() / 1000, steady: at, sound: inputs.context.currentTime }) : 0;
    if (recording) this.cry(inputs, at);
    return { sleptSeconds, hush: moments.every((each) => each === null || each.voiced < 0.3) && this.channels.every((each) => at - (each.spokenAt ?? 0) > 0.3) };
  }

  /** The person has seen it. */
  silence(): void {
    if (this.alarm.value?.kind === "no-speech") this.silent.seen(performance.now() / 1000);
    this.alarm.value = null;
  }

  raise(alarm: Alarm): void {
    this.alarm.value = alarm;
  }

  clear(kind: Alarm["kind"]): void {
    if (this.alarm.value?.kind === kind) this.alarm.value = null;
  }

  private cry(inputs: Inputs, at: number): void {
    const dead = this.channels.findIndex((each) => !each.gone && each.deadFor(at) >= DEAD_SECONDS);
    if (dead >= 0) {
      if (this.alarm.value?.kind !== "dead" && !this.seenDead) this.raise({ kind: "dead", message: t("No sound at all comes from “{label}”. Is it switched off, or muted? What was said until now is kept.", { label: inputs.chosen[dead]?.label ?? t("the microphone") }) });
      this.seenDead = true;
    } else if (this.seenDead) {
      this.seenDead = false;
      if (!this.channels.some((each) => each.gone)) this.clear("dead");
    }
    const spoken = this.channels.reduce<number | null>((latest, each) => (each.spokenAt === null ? latest : Math.max(latest ?? 0, each.spokenAt)), null);
    if (!this.silent.tooLong(spoken, at)) this.clear("no-speech");
    else if (this.alarm.value === null) this.raise({ kind: "no-speech", message: t("Nobody has been heard speaking for a while. Is the microphone near the people, and the right one chosen?") });
  }

  /** it was cried out already, and not heard since */
  private seenDead = false;

  private compare(inputs: Inputs): void {
    const [a, b] = [inputs.samples(0), inputs.samples(1)];
    if (a === null || b === null) return;
    if (sameSound(a, b, inputs.sampleRate)) this.alike = Math.min(5, this.alike + 1);
    else if (Math.max(...a) > 0.01) this.alike = Math.max(0, this.alike - 1);
    const doubts = inputs.chosen.map((each) => deviceDoubt(each.label) ?? (this.alike >= 3 ? SAME : null));
    if (doubts.some((each, index) => each !== this.doubt.value[index])) this.doubt.value = doubts;
  }

  private set(warnings: Warning[]): void {
    if (warnings.some((each, index) => each !== this.warning.value[index])) this.warning.value = warnings;
  }
}
