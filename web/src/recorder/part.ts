const formats = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
/** Not exact, and not a measure of time: how often the browser is asked for what it has. */
const SLICE_MILLISECONDS = 250;
const BITS_PER_CHANNEL = 96_000;
/** The end of a part is not waited for any longer. */
const STOP_PATIENCE_MILLISECONDS = 3000;

/** What this browser records: WebM/Opus, else MP4/AAC (Safari), else Ogg; null: its own choice. */
export function recordingFormat(): string | null {
  return formats.find((each) => MediaRecorder.isTypeSupported(each)) ?? null;
}

export interface PartEvents {
  /** in order; every slice of a part comes after those of the part before */
  slice: (bytes: Uint8Array<ArrayBuffer>, part: PartRecorder) => void;
  /** it ended by itself: its microphone is gone, or the browser gave up */
  died: (part: PartRecorder) => void;
}

/** One self-contained file of a recording, as it comes from the browser. */
export class PartRecorder {
  private readonly recorder: MediaRecorder;
  private line: Promise<unknown>;
  private stopping = false;
  private readonly over: Promise<void>;
  /** its number, from its first sound on; changes only where the sound is given to another recording */
  number: number | null = null;

  /**
   * @param startSeconds of the recording's clock
   * @param before resolves when everything of the part before was handed over
   */
  constructor(stream: MediaStream, channels: number, readonly startSeconds: number, before: Promise<void>, private readonly events: PartEvents) {
    const mimeType = recordingFormat();
    this.recorder = new MediaRecorder(stream, { ...(mimeType === null ? {} : { mimeType }), audioBitsPerSecond: BITS_PER_CHANNEL * channels });
    this.line = Promise.race([before, patience()]);
    this.recorder.addEventListener("dataavailable", ({ data }) => {
      if (data.size === 0) return;
      const bytes = data.arrayBuffer();
      // neither a slice that the browser cannot give nor a store that is slow holds up those that come after
      this.line = this.line.then(async () => { this.events.slice(new Uint8Array(await bytes), this); }).catch(() => undefined);
    });
    this.over = new Promise((done) => { this.recorder.addEventListener("stop", () => { done(); if (!this.stopping) this.events.died(this); }); });
    this.recorder.addEventListener("error", () => { if (!this.stopping && this.recorder.state === "inactive") this.events.died(this); });
    this.recorder.start(SLICE_MILLISECONDS);
  }

  /** Ends the part; resolves when the last of it was handed over. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.recorder.state !== "inactive") this.recorder.stop();
    await Promise.race([this.over, patience()]);
    await this.line;
  }
}

function patience(): Promise<void> {
  return new Promise((over) => { globalThis.setTimeout(over, STOP_PATIENCE_MILLISECONDS); });
}

/** A short recording of its own, to play back. */
export function sample(stream: MediaStream, seconds: number): Promise<Blob> {
  const mimeType = recordingFormat();
  const recorder = new MediaRecorder(stream, mimeType === null ? {} : { mimeType });
  const parts: Blob[] = [];
  return new Promise((done) => {
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => done(new Blob(parts, { type: recorder.mimeType })));
    recorder.start();
    globalThis.setTimeout(() => { if (recorder.state !== "inactive") recorder.stop(); }, seconds * 1000);
  });
}
