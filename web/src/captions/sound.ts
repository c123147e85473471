import { RATE, Resampler, toPcm } from "./resampler";

/** Samples of one frame: 60 ms, in which Vosk goes on too. */
export const FRAME = RATE * 3 / 50;

/** Cuts what comes in any lengths into frames of 16-bit samples at 16 kHz, those of all channels together. */
export class Frames {
  private readonly resamplers: Resampler[];
  private readonly waiting: Float32Array[];

  constructor(rate: number, private readonly channels: number, private readonly heard: (frame: Int16Array[]) => void) {
    this.resamplers = Array.from({ length: channels }, () => new Resampler(rate));
    this.waiting = Array.from({ length: channels }, () => new Float32Array(0));
  }

  /** One array for each channel, all as long. */
  push(samples: Float32Array[]): void {
    for (let channel = 0; channel < this.channels; channel++) {
      const more = this.resamplers[channel]!.push(samples[channel]!);
      const before = this.waiting[channel]!;
      const all = new Float32Array(before.length + more.length);
      all.set(before);
      all.set(more, before.length);
      this.waiting[channel] = all;
    }
    while (this.waiting[0]!.length >= FRAME) {
      this.heard(this.waiting.map((each) => toPcm(each.subarray(0, FRAME))));
      for (let channel = 0; channel < this.channels; channel++) this.waiting[channel] = this.waiting[channel]!.slice(FRAME);
    }
  }
}

/** The sound of a stream in frames, until it is closed. */
export interface SoundSource { close(): void }

/**
 * Listens to a stream beside whoever records it: the stream is neither changed nor stopped by this. One channel: what all microphones
 * hear together; two: each by itself.
 */
export async function listen(stream: MediaStream, channels: number, heard: (frame: Int16Array[]) => void): Promise<SoundSource> {
  const context = new AudioContext();
  try {
    await context.audioWorklet.addModule("/captions-worklet.js");
    if (context.state === "suspended") await Promise.race([context.resume(), new Promise((late) => setTimeout(late, 1000))]);
    const frames = new Frames(context.sampleRate, channels, heard);
    const node = new AudioWorkletNode(context, "caption-sound", {
      numberOfInputs: 1, numberOfOutputs: 0, processorOptions: { channels },
      channelCount: channels, channelCountMode: "explicit", channelInterpretation: channels === 1 ? "speakers" : "discrete",
    });
    node.port.onmessage = (event: MessageEvent<Float32Array[]>) => frames.push(event.data);
    const source = context.createMediaStreamSource(stream);
    source.connect(node);
    return {
      close: () => {
        node.port.onmessage = null;
        node.port.postMessage("end");
        source.disconnect();
        void context.close();
      },
    };
  } catch (failure) {
    void context.close();
    throw failure;
  }
}
