// Runs in the browser's audio thread: hands the microphones' samples to the page, some 40 ms at a time. See src/captions/sound.ts.
const SAMPLES_AT_ONCE = 2048;

class CaptionSound extends AudioWorkletProcessor {
  constructor(options) {
    super();
    this.channels = options.processorOptions.channels;
    this.ended = false;
    this.port.onmessage = () => { this.ended = true; };
    this.begin();
  }

  begin() {
    this.filled = 0;
    this.samples = Array.from({ length: this.channels }, () => new Float32Array(SAMPLES_AT_ONCE));
  }

  process([input]) {
    // A microphone that gives nothing yet has no channels: that is silence, and time goes on.
    const length = input[0]?.length ?? 128;
    for (let channel = 0; channel < this.channels; channel++) {
      const from = input[channel] ?? null;
      if (from !== null) this.samples[channel].set(from, this.filled);
    }
    this.filled += length;
    if (this.filled >= SAMPLES_AT_ONCE) {
      this.port.postMessage(this.samples, this.samples.map((each) => each.buffer));
      this.begin();
    }
    return !this.ended;
  }
}

registerProcessor("caption-sound", CaptionSound);
