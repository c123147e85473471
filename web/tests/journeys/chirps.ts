import { dice } from "../fake/recordings";

/** The rate at which places are looked for: enough for tones below 1 kHz. */
const RATE = 2000;
const WAV_RATE = 16_000;
const TONE_SECONDS = 0.05;

/** A sound in which every half second is like no other: short tones of random height. The seed says which. */
export function chirps(seconds: number, seed: number): Int16Array {
  const roll = dice(seed);
  const samples = new Int16Array(seconds * WAV_RATE);
  const each = TONE_SECONDS * WAV_RATE;
  for (let from = 0; from < samples.length; from += each) {
    const height = 150 + roll() * 700;
    const loudness = 6000 + roll() * 8000;
    for (let at = from; at < Math.min(samples.length, from + each); at++) {
      const within = (at - from) / each;
      samples[at] = Math.round(Math.sin((2 * Math.PI * height * (at - from)) / WAV_RATE) * loudness * Math.sin(Math.PI * within));
    }
  }
  return samples;
}

export function wav(samples: Int16Array): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(WAV_RATE, 24);
  head.writeUInt32LE(WAV_RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length * 2, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}

/** The samples of a listening copy (16 bit, 16 kHz): of one channel. */
export function samplesOf(bytes: Buffer, channel = 0): Int16Array {
  const channels = bytes.readUInt16LE(22);
  const data = bytes.subarray(44);
  return Int16Array.from({ length: Math.floor(data.length / 2 / channels) }, (_, index) => data.readInt16LE((index * channels + channel) * 2));
}

/** Where in the source, in seconds, this stretch of a recording is found, and how alike they are, 0..1. The source goes round and round. */
export function placeIn(source: Int16Array, recorded: Int16Array, fromSeconds: number, seconds = 0.5): { place: number; likeness: number } {
  const whole = thin(source);
  const part = thin(recorded.subarray(Math.round(fromSeconds * WAV_RATE), Math.round((fromSeconds + seconds) * WAV_RATE)));
  const size = Math.sqrt(part.reduce((sum, each) => sum + each * each, 0));
  let best = { place: 0, likeness: 0 };
  for (let at = 0; at < whole.length; at++) {
    let product = 0;
    let other = 0;
    for (let index = 0; index < part.length; index++) {
      const sample = whole[(at + index) % whole.length] ?? 0;
      product += sample * (part[index] ?? 0);
      other += sample * sample;
    }
    const likeness = other === 0 || size === 0 ? 0 : product / (size * Math.sqrt(other));
    if (likeness > best.likeness) best = { place: at / RATE, likeness };
  }
  return best;
}

function thin(samples: Int16Array): Float32Array {
  const by = WAV_RATE / RATE;
  return Float32Array.from({ length: Math.floor(samples.length / by) }, (_, index) => {
    let sum = 0;
    for (let each = 0; each < by; each++) sum += samples[index * by + each] ?? 0;
    return sum / by;
  });
}
