import { computed, type Signal, signal } from "@preact/signals";
import { Problem, sentence } from "../api/problem";
import type { MarkKind, Recording, Session, TranscribeRequest } from "../api/types";
import { Awake } from "./awake";
import { RecordingClock } from "./clock";
import { Delivery } from "./delivery";
import { type LocalMark, type MarkDetails, newMarkId } from "./marks";
import { type Chosen, Inputs, type Microphone } from "./microphone";
import { type Alarm, Monitor } from "./monitor";
import { PartRecorder, recordingFormat, sample } from "./part";
import { heardSeconds } from "./sofar";
import { soundStore } from "./store";
import { sessionLock, TabLock } from "./tabs";
import { plural, t } from "../texts/texts";

export type Phase = "ready" | "recording" | "paused" | "finishing" | "done";
export type { Alarm, Chosen, LocalMark, MarkDetails, Microphone };
export type { Warning } from "./watch";

/** A new part begins after about so many seconds, as soon as nobody speaks, and at the latest after so many more. */
const PART_SECONDS = 300;
const HUSH_SECONDS = 20;
const LOOK_MILLISECONDS = 100;
/** How often a microphone that is gone is looked for. */
const BACK_MILLISECONDS = 2000;

/** One recording with this machine's microphones, from choosing them to the last of it being stored. */
export class LiveRecording {
  readonly phase = signal<Phase>("ready");
  /** seconds recorded, pauses left out; set a few times a second */
  readonly seconds = signal(0);
  readonly microphones = signal<Microphone[]>([]);
  /** one or two, in the order of channels */
  readonly chosen = signal<Chosen[]>([]);
  readonly open = signal(false);
  /** what is wrong with the microphone, or with closing the recording */
  readonly problem = signal<string | null>(null);
  /** the same session is being recorded in another tab of this browser */
  readonly otherTab = signal(false);
  private readonly monitor = new Monitor();
  /** by channel, live */
  readonly warning = this.monitor.warning;
  /** by channel: why this may be the wrong device, in a sentence; null: no doubt */
  readonly doubt = this.monitor.doubt;
  readonly alarm: Signal<Alarm | null> = this.monitor.alarm;
  private readonly delivery: Delivery;
  readonly marks: Signal<readonly LocalMark[]>;
  readonly recordingId: Signal<string | null>;
  /** how the storing goes; null before there is sound */
  readonly sending;
  /** something of it is only on this machine yet */
  readonly unsent = computed(() => (this.sending.value?.waitingBytes ?? 0) > 0);

  private readonly clock = new RecordingClock();
  private readonly awake = new Awake();
  private readonly lock: TabLock;
  private readonly ended = new AbortController();
  private inputs: Inputs | null = null;
  private recorder: PartRecorder | null = null;
  /** the one that records, and those before it of which not all was handed over */
  private readonly recorders = new Set<PartRecorder>();
  /** resolves when everything of the parts before was handed over */
  private before: Promise<void> = Promise.resolve();
  /** the part that is recorded now, or was last; before its first sound as far as can be told */
  private part = 0;
  private partStart = 0;
  private partEnd = 0;
  private width: number | null = null;
  /** the recording that is gone on with, and whether that worked */
  private continued: { recording: Recording; going: Promise<boolean> } | null = null;
  /** by channel: since when its microphone is gone, and the mark that says so */
  private readonly gone = new Map<number, { since: number; mark: string | null }>();
  private pauseMark: { id: string; since: number } | null = null;
  private starting = false;
  private looking = false;
  private lastLook = 0;
  private secondsAtLook = 0;
  private toldTrouble: string | null = null;
  private closed = false;

  constructor(private readonly session: Session) {
    this.delivery = new Delivery(session.id, soundStore, (shift) => this.rescued(shift));
    this.marks = this.delivery.marks.marks;
    this.recordingId = this.delivery.recordingId;
    this.sending = this.delivery.sending;
    this.lock = new TabLock(sessionLock(session.id));
    this.lock.watch((held) => { this.otherTab.value = held; }, this.ended.signal);
    const timer = globalThis.setInterval(() => this.look(), LOOK_MILLISECONDS);
    const back = globalThis.setInterval(() => void this.lookForMicrophones(), BACK_MILLISECONDS);
    this.ended.signal.addEventListener("abort", () => { globalThis.clearInterval(timer); globalThis.clearInterval(back); });
    window.addEventListener("beforeunload", (event) => { if (this.phase.value !== "ready" && this.phase.value !== "done") event.preventDefault(); }, { signal: this.ended.signal });
    (navigator as { mediaDevices?: MediaDevices }).mediaDevices?.addEventListener("devicechange", () => void this.lookForMicrophones(), { signal: this.ended.signal });
  }

  /** Opens these microphones, one or two; none named: the one the browser would take. While recording, the recording goes on with them. */
  async choose(list: readonly Chosen[] = []): Promise<void> {
    this.problem.value = null;
    await this.continued?.going;
    this.delivery.prepare();
    if (this.width !== null && Math.max(1, list.length) !== this.width) {
      this.problem.value = plural(this.width, "This recording was begun with one microphone and goes on with one. Finish it to record with two.", "This recording was begun with two microphones and goes on with two. Finish it to record with one.");
      return;
    }
    try {
      const inputs = await Inputs.open(list.slice(0, 2), { gone: (channel) => this.lost(channel) });
      if (this.closed || this.phase.value === "finishing" || this.phase.value === "done") { inputs.close(); return; }
      const before = this.inputs;
      this.inputs = inputs;
      if (this.phase.value === "recording") this.nextPart();
      before?.close();
      for (const channel of [...this.gone.keys()]) this.hereAgain(channel);
      this.monitor.watch(inputs);
      this.chosen.value = inputs.chosen;
      this.open.value = true;
      this.microphones.value = await Inputs.list();
    } catch (failure) {
      if (this.inputs === null) this.open.value = false;
      this.problem.value = sentence(failure);
    }
  }

  /** The loudest sample of the last moment, 0..1. */
  level(channel: number): number {
    this.inputs?.wake();
    return this.inputs?.samples(channel)?.reduce((most, each) => Math.max(most, Math.abs(each)), 0) ?? 0;
  }

  /** What it is called, as far as nobody gave it another name. */
  get fileName(): string {
    return this.delivery.outbox.request?.fileName ?? `${usualName(this.session)}${{ "audio/mp4": "m4a", "audio/ogg": "ogg" }[mediaType()] ?? "webm"}`;
  }

  /** All channels, for captions; null while no microphone is open. */
  get stream(): MediaStream | null {
    return this.inputs?.stream ?? null;
  }

  /** The person has seen the alarm. */
  silence(): void {
    this.monitor.silence();
  }

  /** A short recording to play back; it is stored nowhere. */
  async test(seconds: number): Promise<Blob> {
    if (this.inputs === null) throw new Problem("unavailable", t("No microphone is open. Choose one, then try again."));
    this.inputs.wake();
    return sample(this.inputs.stream, seconds);
  }

  /** Record, pause, record again: the one big button. */
  toggle(): void {
    if (this.phase.value === "ready") void this.start();
    else if (this.phase.value === "recording") this.pause(null);
    else if (this.phase.value === "paused") this.resume();
  }

  /** Stays visible in the transcript, with its reason. */
  pause(reason: string | null): void {
    if (this.phase.value !== "recording") return;
    this.clock.pause();
    const mark = this.mark("pause", { note: reason ?? "" });
    this.pauseMark = { id: mark.id, since: performance.now() };
    this.endPart();
    this.phase.value = "paused";
    this.tick();
  }

  resume(): void {
    if (this.phase.value !== "paused" || this.inputs === null) return;
    this.inputs.wake();
    if (!this.beginPart()) return;
    this.endPause();
    this.problem.value = null;
    this.phase.value = "recording";
  }

  /** Called a few times a second by the page. */
  tick(): void {
    this.seconds.value = this.clock.seconds;
  }

  /** Marks this moment: stored here first, then sent. */
  mark(kind: MarkKind, details: MarkDetails = {}): LocalMark {
    const mark: LocalMark = {
      id: newMarkId(), kind, part: this.part, partSeconds: this.recorder === null ? 0 : Math.max(0, this.clock.seconds - this.partStart), seconds: this.clock.seconds, lengthSeconds: details.lengthSeconds ?? null, note: details.note ?? "",
      questionId: details.questionId ?? null, criterionId: details.criterionId ?? null, at: new Date().toISOString(), sent: false, refused: null,
    };
    this.delivery.marks.add(mark);
    return mark;
  }

  unmark(id: string): void {
    this.delivery.marks.remove(id);
  }

  changeMark(id: string, change: { note?: string; lengthSeconds?: number | null }): void {
    this.delivery.marks.change(id, change);
  }

  /** Goes on with a recording that was never finished, as a new part of it: sends what this browser still holds of it, and `toggle` records. Where it cannot, `problem` says why. */
  continueFrom(recording: Recording): Promise<void> {
    const going = this.takeUp(recording).then(() => true, (failure: unknown) => {
      this.problem.value = sentence(failure);
      return false;
    });
    this.continued = { recording, going };
    return going.then(() => undefined);
  }

  private async takeUp(recording: Recording): Promise<void> {
    if (this.recordingId.value !== null) return;
    const row = await soundStore.recording(recording.id).catch(() => undefined);
    await this.delivery.resume(recording.id, recording, row);
    const { outbox } = this.delivery;
    this.width = recording.microphones.length === 2 ? 2 : 1;
    this.part = outbox.part + 1;
    this.clock.startFrom(Math.max(outbox.reach, await heardSeconds(recording)));
    this.partStart = this.clock.seconds;
    this.tick();
  }

  /** Ends the recording, waits until all of it is stored, however long that takes, then closes it. Can be called again after a failure. */
  async finish(transcribe: Partial<TranscribeRequest> = {}): Promise<boolean> {
    if (this.phase.value === "done" || this.phase.value === "ready" && this.recordingId.value === null) return false;
    this.clock.pause();
    this.endPause();
    this.endPart();
    this.tick();
    this.phase.value = "finishing";
    this.problem.value = null;
    this.closeInputs();
    try {
      await this.before;
      const known = this.sending.value;
      if ((known?.waitingBytes ?? 0) === 0 && (known?.storedPieces ?? 0) === 0) {
        this.problem.value = t("Nothing was recorded: the microphone gave no sound before the recording was finished. Look at the microphone, then record again.");
        await this.delivery.outbox.done(); // marks of no sound
        this.phase.value = "done";
        this.letGo();
        return false;
      }
      await this.delivery.finish({ engine: "auto", model: null, language: this.session.language, speakers: this.width === 2 ? "channels" : "auto", ...transcribe });
      this.phase.value = "done";
      this.letGo();
      return true;
    } catch (failure) {
      this.problem.value = t("{failure} What is not stored on the server yet is kept in this browser.", { failure: sentence(failure) });
      if (this.closed) this.letGo();
      return false;
    }
  }

  sendAgain(): void {
    this.delivery.again();
  }

  /** The page is left. What was recorded is sent on, and stays in this browser's store until it is acknowledged. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.endPart();
    this.closeInputs();
    // what is being finished goes on by itself
    if (this.phase.value !== "finishing") void this.before.then(() => this.delivery.sent()).catch(() => undefined).then(() => this.letGo());
  }

  /** Other tabs may record this session, or take up what is left of this recording. */
  private letGo(): void {
    this.closed = true;
    this.closeInputs();
    this.delivery.release();
    this.lock.free();
    this.ended.abort();
  }

  private async start(): Promise<void> {
    const { inputs } = this;
    if (inputs === null || this.starting) return;
    this.starting = true;
    try {
      inputs.wake();
      if (this.continued !== null && !await this.continued.going) {
        await this.continueFrom(this.continued.recording);
        if (!await this.continued.going) return;
      }
      if (!await this.lock.take()) {
        this.otherTab.value = true;
        return;
      }
      void keepStore();
      this.width = inputs.width;
      const begun = this.beginPart();
      if (!begun) return;
      this.phase.value = "recording";
      this.awake.on();
      this.delivery.begin({
        fileName: this.fileName, mediaType: mediaType(), source: "microphone", microphones: inputs.chosen.map(({ label, speaker }) => ({ label, speaker })),
      });
    } finally {
      this.starting = false;
    }
  }

  /** The first file, or the next. The sound of the one before is handed over first. */
  private beginPart(): boolean {
    const { inputs } = this;
    if (inputs === null) return false;
    try {
      const recorder = new PartRecorder(inputs.stream, inputs.width, this.clock.seconds, this.before, {
        slice: (bytes, part) => { void this.take(bytes, part); },
        died: (part) => { if (part === this.recorder) this.lost(this.gone.has(0) ? 1 : 0); },
      });
      this.recorder = recorder;
      this.recorders.add(recorder);
    } catch (failure) {
      this.problem.value = this.gone.size > 0 ? t("“{label}” is still gone. Plug it in again, or choose another microphone; nothing is recorded just now, and what was recorded is kept.", { label: inputs.chosen[[...this.gone.keys()][0] ?? 0]?.label ?? t("The microphone") })
        : t("This browser could not begin to record ({failure}). What was recorded is kept. Choose the microphone again, or load the page again.", { failure: sentence(failure) });
      return false;
    }
    this.partStart = this.clock.seconds;
    this.secondsAtLook = this.partStart;
    this.clock.start();
    this.monitor.restart();
    return true;
  }

  /** Ends the file that is recorded now. */
  private endPart(): void {
    const { recorder } = this;
    if (recorder === null) return;
    this.recorder = null;
    this.partEnd = this.clock.seconds;
    if (recorder.number !== null || this.partEnd - recorder.startSeconds > 0.2) this.part++;
    this.before = recorder.stop().then(() => {
      this.recorders.delete(recorder);
      this.delivery.outbox.flush();
    });
  }

  /** Ends a file and begins the next in the same moment: as little as can be is lost between them. */
  private nextPart(): void {
    this.endPart();
    if (this.beginPart()) return;
    // nothing is recorded now: that is cried out, and tried again with the microphone
    this.clock.pause();
    for (let channel = 0; channel < (this.inputs?.width ?? 0); channel++) this.lost(channel);
  }

  /** The number of a part is known with its first sound: one that gave none has none, because numbers have no gaps. */
  private take(bytes: Uint8Array<ArrayBuffer>, part: PartRecorder): Promise<void> {
    const { outbox } = this.delivery;
    part.number ??= outbox.part + 1;
    if (part === this.recorder) this.part = part.number;
    this.look();
    return this.delivery.add(bytes, part.number, part === this.recorder ? this.clock.seconds : this.partEnd);
  }

  /** Some ten times a second, from a timer and from the sound itself: a hidden tab has slow timers. */
  private look(): void {
    const now = performance.now();
    const { inputs } = this;
    if (inputs === null || now - this.lastLook < LOOK_MILLISECONDS * 0.8) return;
    this.lastLook = now;
    const recording = this.phase.value === "recording" && this.recorder !== null;
    const { sleptSeconds, hush } = this.monitor.look(inputs, recording);
    if (!recording) return;
    if (sleptSeconds > 0) this.slept(sleptSeconds);
    this.secondsAtLook = this.clock.seconds;
    const age = this.clock.seconds - this.partStart;
    if (age >= PART_SECONDS && (hush || age >= PART_SECONDS + HUSH_SECONDS)) this.nextPart();
    const { trouble } = this.delivery.outbox;
    if (trouble === null) this.monitor.clear("storage");
    else if (this.alarm.value === null && trouble !== this.toldTrouble) this.monitor.raise({ kind: "storage", message: trouble });
    this.toldTrouble = trouble;
  }

  private slept(seconds: number): void {
    // on some machines the steady clock goes on while they sleep
    const counted = this.clock.seconds - this.secondsAtLook;
    if (counted > seconds / 2) this.clock.takeBack(counted);
    const words = seconds < 90 ? t("{seconds} seconds", { seconds: Math.round(seconds) }) : t("{round} minutes", { round: Math.round(seconds / 60) });
    this.mark("interruption", { note: t("This machine was asleep"), lengthSeconds: Math.round(seconds) });
    this.nextPart();
    this.monitor.raise({ kind: "slept", message: t("This machine was asleep, or its clock was set, for about {words}. What was said in that time is not recorded; what came before is kept, and recording goes on now.", { words }) });
  }

  private lost(channel: number): void {
    const label = this.inputs?.chosen[channel]?.label ?? t("The microphone");
    if (this.inputs === null || this.gone.has(channel)) return;
    const others = this.inputs.width === 2 && !this.gone.has(1 - channel);
    const recording = this.phase.value === "recording";
    this.gone.set(channel, { since: performance.now(), mark: recording ? this.mark("interruption", { note: t("The microphone “{label}” was gone", { label }) }).id : null });
    this.monitor.gone(channel, true);
    if (!others && recording) {
      this.clock.pause();
      this.endPart();
    }
    const message = others ? t("“{label}” is gone: it was unplugged or taken by another program. The other microphone goes on recording. Plug it in again, and it is taken up by itself.", { label })
      : t("“{label}” is gone: it was unplugged or taken by another program. {which}Plug it in again, and it is taken up by itself, or choose another.", { label, which: recording ? t("Nothing is recorded just now; what was recorded is kept. ") : "" });
    if (recording) this.monitor.raise({ kind: "dead", message });
    else this.problem.value = message;
  }

  /** Takes up microphones again that were gone, and shows those that came. */
  private async lookForMicrophones(): Promise<void> {
    const { inputs } = this;
    if (inputs === null || this.looking) return;
    this.looking = true;
    try {
      for (const channel of [...this.gone.keys()]) {
        if (!await inputs.back(channel).catch(() => false) || this.inputs !== inputs) continue;
        this.hereAgain(channel);
        this.monitor.gone(channel, false);
        this.monitor.clear("dead");
        this.problem.value = null;
        this.chosen.value = inputs.chosen;
        if (this.phase.value === "recording") this.nextPart();
      }
      const list = await Inputs.list();
      if (list.map((each) => each.id + each.label).join() !== this.microphones.value.map((each) => each.id + each.label).join()) this.microphones.value = list;
    } finally {
      this.looking = false;
    }
  }

  private hereAgain(channel: number): void {
    const { since = 0, mark = null } = this.gone.get(channel) ?? {};
    this.gone.delete(channel);
    if (mark !== null) this.delivery.marks.change(mark, { lengthSeconds: Math.round((performance.now() - since) / 1000) });
  }

  private endPause(): void {
    if (this.pauseMark === null) return;
    this.delivery.marks.change(this.pauseMark.id, { lengthSeconds: Math.round((performance.now() - this.pauseMark.since) / 1000) });
    this.pauseMark = null;
  }

  /** What waits is another recording now: its parts count from 0. */
  private rescued(shift: number): void {
    this.part -= shift;
    for (const each of this.recorders) if (each.number !== null) each.number -= shift;
    this.problem.value = t("This recording was finished or gone on with in another place. What is recorded here is kept as a second recording of this session; the two can be joined.");
    if (this.phase.value === "recording" && this.recorder !== null) this.nextPart();
  }

  private closeInputs(): void {
    this.awake.off();
    this.inputs?.close();
    this.inputs = null;
    this.monitor.watch(null);
    this.open.value = false;
  }
}

/** The name of a recording up to its kind: "2026-11-20 Dana Whitlock.". */
export function usualName(session: Session): string {
  return `${session.date} ${session.enrolment.learner.name}.`;
}

function mediaType(): string {
  return (recordingFormat() ?? "audio/webm").replace(/;.*/, "");
}

/** Asks the browser not to clear its store when the disk runs low. */
async function keepStore(): Promise<void> {
  const { storage } = navigator as { storage?: StorageManager };
  await storage?.persist().catch(() => false);
}
