import { signal } from "@preact/signals";
import { request } from "../api/client";
import { sentence } from "../api/problem";
import type { Recording, Session } from "../api/types";
import { RecordingClock } from "./clock";
import { Capture, type Microphone } from "./microphone";
import { Sender, type SenderState } from "./sender";
import { lazyTransport } from "./transport";

export type Phase = "ready" | "recording" | "paused" | "finishing" | "done";

/** One recording with this machine's microphone, from choosing it to the last piece being stored. */
export class LiveRecording {
  readonly phase = signal<Phase>("ready");
  readonly microphones = signal<Microphone[]>([]);
  readonly microphone = signal<string | null>(null);
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
  private recordingId: string | null = null;
  private stopped = false;

  constructor(private readonly session: Session) {}

  async choose(deviceId: string | null): Promise<void> {
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
      this.microphone.value = capture.deviceId;
      this.microphones.value = await Capture.list();
    } catch (failure) {
      this.problem.value = sentence(failure);
    }
  }

  level(): number {
    return this.capture?.level() ?? 0;
  }

  /** Record, pause, record again: the one big button. */
  toggle(): void {
    if (this.phase.value === "ready") this.start();
    else if (this.phase.value === "recording") this.pause();
    else if (this.phase.value === "paused") this.resume();
  }

  private start(): void {
    const capture = this.capture;
    if (capture === null) return;
    const mediaType = (Capture.format() ?? "audio/webm").replace(/;.*/, "");
    const extension = mediaType === "audio/mp4" ? "m4a" : mediaType === "audio/ogg" ? "ogg" : "webm";
    const fileName = `${this.session.date} ${this.session.enrolment.learner.name}.${extension}`;
    const sender = new Sender(lazyTransport(this.session.id, { fileName, mediaType, source: "microphone" }, (recording) => { this.recordingId = recording.id; }), {
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

  private pause(): void {
    this.capture?.pause();
    this.clock.pause();
    this.phase.value = "paused";
    this.tick();
  }

  private resume(): void {
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
      if (this.recordingId === null) {
        this.problem.value = "Nothing was recorded: the microphone gave no sound before the recording was finished.";
        return false;
      }
      await request<Recording>("POST", `/api/recordings/${encodeURIComponent(this.recordingId)}/complete`, {
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
    if (this.phase.value === "recording") this.pause();
    this.problem.value = "The microphone is gone: it was unplugged or taken by another program. What was recorded is kept. Finish now, then record the rest as a second recording.";
  }
}
