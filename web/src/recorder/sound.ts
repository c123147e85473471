import { t } from "../texts/texts";

/** What a moment of sound is like, from its samples (-1..1). */
export interface Moment {
  /** the loudest sample, 0..1 */
  peak: number;
  /** root of the mean square */
  loudness: number;
  /** it is cut off at the top: three samples in a row as loud as can be */
  clipped: boolean;
  /** how much it is like a voice's tone, 0..1: the sound repeats itself 70 to 400 times a second */
  voiced: number;
}

const CLIPPED = 0.985;
/** Digital silence and what is as good as that: -80 dB. */
export const NOTHING = 0.0001;

export function momentOf(samples: Float32Array, rate: number): Moment {
  let peak = 0;
  let square = 0;
  let run = 0;
  let clipped = false;
  for (const sample of samples) {
    const size = Math.abs(sample);
    peak = Math.max(peak, size);
    square += sample * sample;
    run = size >= CLIPPED ? run + 1 : 0;
    clipped ||= run >= 3;
  }
  return { peak, loudness: Math.sqrt(square / Math.max(1, samples.length)), clipped, voiced: peak < NOTHING ? 0 : voiced(samples, rate) };
}

/** Every so many samples, averaged: enough for tones of a voice, and quick. */
export function thinned(samples: Float32Array, by: number): Float32Array {
  const thin = new Float32Array(Math.floor(samples.length / by));
  for (let index = 0; index < thin.length; index++) {
    let sum = 0;
    for (let each = 0; each < by; each++) sum += samples[index * by + each] ?? 0;
    thin[index] = sum / by;
  }
  return thin;
}

function voiced(samples: Float32Array, rate: number): number {
  const by = Math.max(1, Math.floor(rate / 8000));
  const thin = thinned(samples, by);
  const thinRate = rate / by;
  let best = 0;
  for (let lag = Math.floor(thinRate / 400); lag <= Math.min(thinRate / 70, thin.length / 2); lag++) best = Math.max(best, likeness(thin, thin, lag));
  return best;
}

/** How alike a is to b shifted by `lag` samples, -1..1: their correlation, whatever their loudness. */
export function likeness(a: Float32Array, b: Float32Array, lag: number): number {
  let product = 0;
  let first = 0;
  let second = 0;
  for (let index = Math.max(0, -lag); index < Math.min(a.length, b.length - lag); index++) {
    const one = a[index] ?? 0;
    const other = b[index + lag] ?? 0;
    product += one * other;
    first += one * one;
    second += other * other;
  }
  return first === 0 || second === 0 ? 0 : product / Math.sqrt(first * second);
}

/** Whether two microphones give one and the same sound, up to 30 ms apart. Two microphones in one room hear a voice alike, but never so alike. */
export function sameSound(a: Float32Array, b: Float32Array, rate: number): boolean {
  if (loudest(a) < 0.002 || loudest(b) < 0.002) return false;
  const by = Math.max(1, Math.floor(rate / 12_000));
  const [first, second] = [thinned(a, by), thinned(b, by)];
  const most = Math.floor((rate / by) * 0.03);
  for (let lag = -most; lag <= most; lag++) if (likeness(first, second, lag) > 0.985) return true;
  return false;
}

function loudest(samples: Float32Array): number {
  return samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
}

/** Why a device of this name may not be a microphone; null: no reason. */
export function deviceDoubt(label: string): string | null {
  return /monitor of|loopback|stereo mix|what u hear|virtual|blackhole|soundflower|vb-audio|cable output|screen capture/i.test(label)
    ? t("This looks like the sound of the computer itself, not a microphone. Choose another if people are to be heard.")
    : null;
}
