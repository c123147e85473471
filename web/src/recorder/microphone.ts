import { Problem } from "../api/problem";

const formats = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const SLICE_MILLISECONDS = 1000;

export interface Microphone { id: string; label: string }

/** One open microphone: its level, and a recording of it in pieces. */
export class Capture {
  private recorder: MediaRecorder | null = null;
  private readonly context = new AudioContext();
  private readonly analyser = this.context.createAnalyser();
  private readonly samples: Float32Array<ArrayBuffer>;

  private constructor(private readonly stream: MediaStream, lost: () => void) {
    this.analyser.fftSize = 2048;
    this.samples = new Float32Array(this.analyser.fftSize);
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    for (const track of stream.getAudioTracks()) track.addEventListener("ended", lost);
  }

  /** Asks for the microphone. The room is wanted as it is: two voices, no echo or noise taken out, but an even level. */
  static async open(deviceId: string | null, lost: () => void): Promise<Capture> {
    const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
    if (devices === undefined) {
      throw new Problem("unavailable", "The browser lets a page use the microphone only over https or on this very machine (localhost). Open Colloquy on the machine where it runs, or record with another device and add the file.");
    }
    try {
      const stream = await devices.getUserMedia({ audio: {
        ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }), echoCancellation: false, noiseSuppression: false, autoGainControl: true,
      } });
      return new Capture(stream, lost);
    } catch (failure) {
      throw new Problem("unavailable", microphoneSentence(failure));
    }
  }

  static async list(): Promise<Microphone[]> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter((each) => each.kind === "audioinput" && each.deviceId !== "").map((each, index) => ({ id: each.deviceId, label: each.label === "" ? `Microphone ${index + 1}` : each.label }));
  }

  get media(): MediaStream {
    return this.stream;
  }

  /** A short recording of its own. */
  sample(seconds: number): Promise<Blob> {
    const recorder = new MediaRecorder(this.stream);
    const parts: Blob[] = [];
    return new Promise((done) => {
      recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
      recorder.addEventListener("stop", () => done(new Blob(parts, { type: recorder.mimeType })));
      recorder.start();
      window.setTimeout(() => recorder.stop(), seconds * 1000);
    });
  }

  get deviceId(): string | null {
    return this.stream.getAudioTracks()[0]?.getSettings().deviceId ?? null;
  }

  /** The loudest sample of the last 40 ms, 0..1. */
  level(): number {
    if (this.context.state === "suspended") void this.context.resume();
    this.analyser.getFloatTimeDomainData(this.samples);
    let loudest = 0;
    for (const sample of this.samples) loudest = Math.max(loudest, Math.abs(sample));
    return loudest;
  }

  static format(): string | null {
    return formats.find((each) => MediaRecorder.isTypeSupported(each)) ?? null;
  }

  start(piece: (bytes: Blob) => void): void {
    const mimeType = Capture.format();
    const recorder = new MediaRecorder(this.stream, { ...(mimeType === null ? {} : { mimeType }), audioBitsPerSecond: 96_000 });
    recorder.addEventListener("dataavailable", (event) => piece(event.data));
    recorder.start(SLICE_MILLISECONDS);
    this.recorder = recorder;
  }

  pause(): void {
    if (this.recorder?.state === "recording") {
      this.recorder.requestData();
      this.recorder.pause();
    }
  }

  resume(): void {
    if (this.recorder?.state === "paused") this.recorder.resume();
  }

  /** Ends the recording; resolves when its last piece was handed over. */
  finish(): Promise<void> {
    const recorder = this.recorder;
    if (recorder === null || recorder.state === "inactive") return Promise.resolve();
    return new Promise((done) => {
      recorder.addEventListener("stop", () => done());
      recorder.stop();
    });
  }

  close(): void {
    for (const track of this.stream.getTracks()) track.stop();
    if (this.context.state !== "closed") void this.context.close();
  }
}

function microphoneSentence(failure: unknown): string {
  switch (failure instanceof DOMException ? failure.name : "") {
    case "NotAllowedError": return "The browser does not let this page use the microphone. Allow it beside the address of the page, then try again.";
    case "NotFoundError": case "OverconstrainedError": return "No microphone was found. Plug one in, then try again.";
    case "NotReadableError": return "The microphone is used by another program, or does not answer. Close the other program, then try again.";
    default: return `The microphone could not be opened (${failure instanceof Error ? failure.message : String(failure)}).`;
  }
}
