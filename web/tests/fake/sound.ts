import type { Transcript } from "../../src/api/types";

/** A WAV (8 kHz, or 3 kHz where it is long; 16 bit, mono) with a hum of its own pitch for each word of the transcript: what is lit can be checked by ear. */
export function soundOf(transcript: Transcript | undefined, durationSeconds: number): Uint8Array {
  const rate = durationSeconds > 3600 ? 3000 : 8000;
  const samples = Math.floor(durationSeconds * rate);
  const bytes = new Uint8Array(44 + samples * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string) => { for (let place = 0; place < value.length; place += 1) view.setUint8(at + place, value.charCodeAt(place)); };
  text(0, "RIFF");
  view.setUint32(4, 36 + samples * 2, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples * 2, true);
  for (const turn of transcript?.turns ?? []) {
    for (const word of turn.words) {
      const pitch = (turn.speaker === 1 ? 150 : 210) + (word.text.length % 7) * 12;
      const from = Math.floor(word.start * rate);
      const to = Math.min(samples, Math.floor(word.end * rate));
      for (let at = from; at < to; at += 1) {
        const swell = Math.sin((Math.PI * (at - from)) / (to - from));
        view.setInt16(44 + at * 2, Math.round(6000 * swell * Math.sin((2 * Math.PI * pitch * at) / rate)), true);
      }
    }
  }
  return bytes;
}
