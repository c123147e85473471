/** What the server's recognisers hear: samples a second. */
export const RATE = 16_000;

const PHASES = 128;
/** Zero crossings of the kernel on each side: more would cut sharper than speech needs. */
const LOBES = 12;

/** Sound of any rate to 16 kHz, piece after piece, without what would fold back: a windowed sinc. */
export class Resampler {
  private readonly step: number;
  private readonly half: number;
  private readonly kernels: Float32Array[];
  private kept: Float32Array;
  /** Where the next sample lies, in samples of the kept sound. */
  private next: number;

  constructor(fromRate: number) {
    if (!(fromRate >= 3000 && fromRate <= 768_000)) throw new RangeError(`sound at ${fromRate} samples a second`);
    this.step = fromRate / RATE;
    const widening = Math.max(1, this.step);
    this.half = Math.ceil(LOBES * widening);
    this.kernels = Array.from({ length: PHASES }, (_, phase) => kernel(phase / PHASES, this.half, widening));
    this.kept = new Float32Array(this.half);
    this.next = this.half;
  }

  /** The samples that are due; the last few wait for what comes after them. */
  push(samples: Float32Array): Float32Array {
    const all = new Float32Array(this.kept.length + samples.length);
    all.set(this.kept);
    all.set(samples, this.kept.length);
    const out = new Float32Array(Math.max(0, Math.ceil((all.length - this.half - 1 - this.next) / this.step)));
    let made = 0;
    for (; made < out.length; made++) {
      const place = this.next + made * this.step;
      const whole = Math.floor(place);
      const weights = this.kernels[Math.floor((place - whole) * PHASES)]!;
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * all[whole - this.half + 1 + i]!;
      out[made] = sum;
    }
    this.next += made * this.step;
    const done = Math.max(0, Math.floor(this.next) - this.half);
    this.kept = all.slice(done);
    this.next -= done;
    return out;
  }
}

/** Weights of the samples from half - 1 before the place to half after it; they add up to 1. */
function kernel(fraction: number, half: number, widening: number): Float32Array {
  const weights = new Float32Array(2 * half);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const distance = i - half + 1 - fraction;
    const x = Math.PI * distance / widening;
    const window = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, Math.abs(distance) / half));
    weights[i] = (x === 0 ? 1 : Math.sin(x) / x) * window;
    sum += weights[i]!;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! /= sum;
  return weights;
}

/** -1 to 1 as 16-bit numbers. */
export function toPcm(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) => Math.round(Math.min(32_767, Math.max(-32_768, sample * 32_768))));
}
