import { Problem } from "../api/problem";
import { t } from "../texts/texts";

export interface Microphone { id: string; label: string }
export interface Chosen { deviceId: string; label: string; /** who speaks into it */ speaker: string | null }

/** One microphone within {@link Inputs}. */
interface Input { chosen: Chosen; stream: MediaStream; source: MediaStreamAudioSourceNode; analyser: AnalyserNode; samples: Float32Array<ArrayBuffer> }

export interface InputEvents {
  /** the device of this channel is unplugged, or was taken away */
  gone: (channel: number) => void;
}

/**
 * The open microphones as one stream with a channel for each. Two are put together by the browser's audio context, which gives them one clock; one is recorded as it
 * comes. The room is wanted as it is: voices, no echo or noise taken out, but an even level.
 */
export class Inputs {
  readonly context = new AudioContext();
  private readonly merged: { node: ChannelMergerNode; to: MediaStreamAudioDestinationNode } | null;
  private readonly inputs: Input[] = [];
  private closed = false;

  private constructor(width: number, private readonly events: InputEvents) {
    if (width === 1) this.merged = null;
    else {
      const node = this.context.createChannelMerger(2);
      const to = new MediaStreamAudioDestinationNode(this.context, { channelCount: 2, channelCountMode: "explicit" });
      node.connect(to);
      this.merged = { node, to };
    }
    this.context.addEventListener("statechange", () => { this.wake(); });
  }

  static async open(list: readonly Chosen[], events: InputEvents): Promise<Inputs> {
    const inputs = new Inputs(Math.max(1, list.length), events);
    try {
      for (let channel = 0; channel < Math.max(1, list.length); channel++) await inputs.plug(channel, list[channel] ?? null);
      return inputs;
    } catch (failure) {
      inputs.close();
      throw failure;
    }
  }

  static async list(): Promise<Microphone[]> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter((each) => each.kind === "audioinput" && each.deviceId !== "").map((each, index) => ({ id: each.deviceId, label: each.label === "" ? t("Microphone {index}", { index: index + 1 }) : each.label }));
  }

  get width(): number {
    return this.merged === null ? 1 : 2;
  }

  get chosen(): Chosen[] {
    return this.inputs.map((each) => each.chosen);
  }

  /** All channels. */
  get stream(): MediaStream {
    return this.merged?.to.stream ?? this.inputs[0]!.stream;
  }

  /** The last 43 ms or so of a channel. */
  samples(channel: number): Float32Array<ArrayBuffer> | null {
    const input = this.inputs[channel];
    if (input === undefined) return null;
    input.analyser.getFloatTimeDomainData(input.samples);
    return input.samples;
  }

  get sampleRate(): number {
    return this.context.sampleRate;
  }

  /** Takes up a microphone again that was gone, by its id or, where the browser gave it another, by its name. False: it is not back. */
  async back(channel: number): Promise<boolean> {
    const { chosen } = this.inputs[channel] ?? {};
    if (chosen === undefined || this.closed) return false;
    const devices = await Inputs.list();
    const device = devices.find((each) => each.id === chosen.deviceId) ?? devices.find((each) => each.label === chosen.label);
    if (device === undefined) return false;
    await this.plug(channel, { ...chosen, deviceId: device.id });
    return true;
  }

  /** A browser may hold sound back until somebody has pressed something, or while a telephone call comes in. */
  wake(): void {
    if (!this.closed && this.context.state !== "running") void this.context.resume().catch(() => undefined);
  }

  close(): void {
    this.closed = true;
    for (const each of this.inputs) stop(each.stream);
    if (this.context.state !== "closed") void this.context.close();
  }

  private async plug(channel: number, wanted: Chosen | null): Promise<void> {
    const stream = await open(wanted?.deviceId ?? "");
    if (this.closed) { stop(stream); return; }
    const track = stream.getAudioTracks()[0];
    const before = this.inputs[channel];
    before?.source.disconnect();
    if (before !== undefined) stop(before.stream);
    const source = this.context.createMediaStreamSource(stream);
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 2048;
    source.connect(analyser);
    if (this.merged !== null) {
      // a stereo microphone is one voice: both of its sides go into this channel
      const mono = new GainNode(this.context, { channelCount: 1, channelCountMode: "explicit" });
      source.connect(mono).connect(this.merged.node, 0, channel);
    }
    track?.addEventListener("ended", () => { if (this.inputs[channel]?.stream === stream) this.events.gone(channel); });
    const deviceId = track?.getSettings().deviceId ?? wanted?.deviceId ?? "";
    this.inputs[channel] = { chosen: { deviceId, label: track?.label ?? wanted?.label ?? t("Microphone"), speaker: wanted?.speaker ?? null }, stream, source, analyser, samples: new Float32Array(analyser.fftSize) };
    this.wake();
  }
}

async function open(deviceId: string): Promise<MediaStream> {
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (devices === undefined) {
    throw new Problem("unavailable", t("The browser lets a page use the microphone only over https or on this very machine (localhost). Open Colloquy on the machine where it runs, or record with another device and add the file."));
  }
  try {
    return await devices.getUserMedia({ audio: {
      ...(deviceId === "" ? {} : { deviceId: { exact: deviceId } }), channelCount: { ideal: 1 }, echoCancellation: false, noiseSuppression: false, autoGainControl: true,
    } });
  } catch (failure) {
    throw new Problem("unavailable", microphoneSentence(failure));
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function microphoneSentence(failure: unknown): string {
  switch (failure instanceof DOMException ? failure.name : "") {
    case "NotAllowedError": return t("The browser does not let this page use the microphone. Allow it beside the address of the page, then try again.");
    case "NotFoundError": case "OverconstrainedError": return t("No microphone was found. Plug one in, then try again.");
    case "NotReadableError": return t("The microphone is used by another program, or does not answer. Close the other program, then try again.");
    default: return t("The microphone could not be opened ({which}).", { which: failure instanceof Error ? failure.message : String(failure) });
  }
}
