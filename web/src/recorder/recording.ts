import { signal } from "@preact/signals";
import { request } from "../api/client";
import { Problem, sentence } from "../api/problem";
import type { MarkKind, Recording, Session } from "../api/types";
import { RecordingClock } from "./clock";
import { newMarkId, type LocalMark, type MarkDetails } from "./marks";
import { Capture, type Microphone } from "./microphone";
import { Sender, type SenderState } from "./sender";
import { lazyTransport } from "./transport";

export type Phase = "ready" | "recording" | "paused" | "finishing" | "done";
/** quiet: nearer; clipping: away; silent: no sound at all; gone: unplugged or taken by another program */
export type Warning = null | "quiet" | "clipping" | "silent" | "gone";
export interface Chosen { deviceId: string; label: string; /** who speaks into it */ speaker: string | null }
/** What must be seen now, during the session and not after it. */
export interface Alarm { kind: "no-speech" | "dead" | "slept" | "storage"; message: string }

/** One recording with this machine's microphone, from choosing it to the last piece being stored. */
export class LiveRecording {
  readonly phase = signal<Phase>("ready");
  readonly microphones = signal<Microphone[]>([]);
  /** one or two, in the order of channels */
  readonly chosen = signal<Chosen[]>([]);
  /** by channel, live */
  readonly warning = signal<Warning[]>([]);
  /** by channel: why this may be the wrong device, in a sentence; null: no doubt */
  readonly doubt = signal<(string | null)[]>([]);
  readonly alarm = signal<Alarm | null>(null);
  /** the same session is being recorded in another tab of this browser */
  readonly otherTab = signal(false);
  readonly marks = signal<readonly LocalMark[]>([]);
  readonly recordingId = signal<string | null>(null);
  /** seconds recorded; set a few times a second */
  readonly seconds = signal(0);
  /** how the storing goes; null before the first piece */
  readonly sending = signal<SenderState | null>(null);
  /** what is wrong with the microphone, or with closing the recording */
  readonly problem = signal<string | null>(null);
  readonly open = signal(false);
  private readonly clock = new RecordingClock();
  private capture: Capture | null = null;
  private sender: Sender | null = null;
  private stopped = false;

  constructor(private readonly session: Session) {}

  /** Opens these microphones; none named: the one the browser would take. */
  async choose(list: readonly Chosen[] = []): Promise<void> {
    const deviceId = list[0]?.deviceId ?? null;
    this.capture?.close();
    this.capture = null;
    this.open.value = false;
    this.problem.value = null;
    try {
      const capture = await Capture.open(deviceId, () => this.lost());
      if (this.stopped) {
        capture.close();
        return;
      }
      this.capture = capture;
      this.open.value = true;
      this.microphones.value = await Capture.list();
      const device = this.microphones.value.find((each) => each.id === capture.deviceId);
      this.chosen.value = [{ deviceId: capture.deviceId ?? "", label: device?.label ?? "Microphone", speaker: list[0]?.speaker ?? null }];
      this.warning.value = [null];
      this.doubt.value = [null];
    } catch (failure) {
      this.problem.value = sentence(failure);
    }
  }

  /** The loudest sample of the last moment, 0..1. */
  level(channel: number): number {
    return channel === 0 ? this.capture?.level() ?? 0 : 0;
  }

  /** All channels, for captions; null while no microphone is open. */
  get stream(): MediaStream | null {
    return this.capture?.media ?? null;
  }

  /** The person has seen the alarm. */
  silence(): void {
    this.alarm.value = null;
  }

  /** A short recording to play back; it is stored nowhere. */
  async test(seconds: number): Promise<Blob> {
    const capture = this.capture;
    if (capture === null) throw new Problem("unavailable", "No microphone is open. Choose one, then try again.");
    return capture.sample(seconds);
  }

  /** Record, pause, record again: the one big button. */
  toggle(): void {
    if (this.phase.value === "ready") this.start();
    else if (this.phase.value === "recording") this.pause(null);
    else if (this.phase.value === "paused") this.resume();
  }

  private start(): void {
    const capture = this.capture;
    if (capture === null) return;
    const mediaType = (Capture.format() ?? "audio/webm").replace(/;.*/, "");
    const extension = mediaType === "audio/mp4" ? "m4a" : mediaType === "audio/ogg" ? "ogg" : "webm";
    const fileName = `${this.session.date} ${this.session.enrolment.learner.name}.${extension}`;
    const sender = new Sender(lazyTransport(this.session.id, { fileName, mediaType, source: "microphone" }, (recording) => { this.recordingId.value = recording.id; }), {
      changed: (state) => { this.sending.value = state; },
    });
    this.sender = sender;
    try {
      capture.start((bytes) => sender.add(bytes, this.clock.seconds));
    } catch (failure) {
      this.problem.value = `This browser could not start recording (${sentence(failure)}).`;
      return;
    }
    this.clock.start();
    this.phase.value = "recording";
  }

  /** Stays visible in the transcript, with its reason. */
  pause(reason: string | null): void {
    if (this.phase.value !== "recording") return;
    this.capture?.pause();
    this.clock.pause();
    this.phase.value = "paused";
    this.tick();
    this.mark("pause", { note: reason ?? "" });
  }

  resume(): void {
    if (this.phase.value !== "paused") return;
    this.capture?.resume();
    this.clock.start();
    this.phase.value = "recording";
  }

  /** Called a few times a second by the page. */
  tick(): void {
    this.seconds.value = this.clock.seconds;
  }

  /** Ends the recording, waits until every piece is stored, then closes it. Can be called again after a failure. */
  async finish(): Promise<boolean> {
    const sender = this.sender;
    if (sender === null || this.phase.value === "done") return false;
    this.clock.pause();
    this.tick();
    this.phase.value = "finishing";
    this.problem.value = null;
    try {
      await this.capture?.finish();
      if (sender.state.failed !== null) sender.again();
      await sender.drained();
      if (this.recordingId.value === null) {
        this.problem.value = "Nothing was recorded: the microphone gave no sound before the recording was finished.";
        return false;
      }
      await request<Recording>("POST", `/api/recordings/${encodeURIComponent(this.recordingId.value)}/complete`, {
        keep401: true,
        json: { lengthBytes: sender.state.storedBytes, sha256: null, transcribe: { engine: "auto", model: null, language: this.session.language, speakers: "auto" } },
      });
      this.phase.value = "done";
      this.close();
      return true;
    } catch (failure) {
      this.problem.value = `${sentence(failure)} Keep this window open: what is not stored yet is only here.`;
      return false;
    }
  }

  /** Marks this moment: stored here first, then sent. */
  mark(kind: MarkKind, details: MarkDetails = {}): LocalMark {
    const mark: LocalMark = {
      id: newMarkId(), kind, part: 0, partSeconds: this.clock.seconds, seconds: this.clock.seconds, lengthSeconds: details.lengthSeconds ?? null, note: details.note ?? "",
      questionId: details.questionId ?? null, criterionId: details.criterionId ?? null, at: new Date().toISOString(), sent: false,
    };
    this.marks.value = [...this.marks.value, mark];
    return mark;
  }

  unmark(id: string): void {
    this.marks.value = this.marks.value.filter((each) => each.id !== id);
  }

  changeMark(id: string, change: { note?: string; lengthSeconds?: number | null }): void {
    this.marks.value = this.marks.value.map((each) => (each.id === id ? { ...each, ...change, sent: false } : each));
  }

  /** Goes on with a recording that was never finished, as a new part of it. Then `toggle` records. */
  continueFrom(recording: Recording): Promise<void> {
    this.recordingId.value = recording.id;
    return Promise.resolve();
  }

  sendAgain(): void {
    this.sender?.again();
  }

  close(): void {
    this.stopped = true;
    this.capture?.close();
    this.capture = null;
    this.open.value = false;
  }

  private lost(): void {
    if (this.phase.value === "recording") this.pause(null);
    this.problem.value = "The microphone is gone: it was unplugged or taken by another program. What was recorded is kept. Finish now, then record the rest as a second recording.";
  }
}
