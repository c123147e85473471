import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { Delivery } from "../../src/recorder/delivery";
import { SoundStore } from "../../src/recorder/store";

/**
 * What the page does with the sound of a recording, outside a browser: the recorder's own delivery, with its store (in memory) and its sealing, sends the parts named
 * as arguments, a quarter of a second at a time, so many times faster than they were spoken.
 *
 *   ADDRESS=http://… COOKIE=… SESSION=… SPEED=40 SECONDS=300 node push.js PART ...
 *
 * Every wait of the page is shorter by the same factor. Prints one line of JSON.
 */
const { ADDRESS = "", COOKIE = "", SESSION = "", SPEED = "1", SECONDS = "300" } = process.env;
const speed = Number(SPEED);
const slicesOfAPart = Number(SECONDS) * 4;

// What Node has not and the page asks for: without a navigator's locks it trusts that it is alone, and nobody says that the network is back.
const network = new EventTarget();
Object.assign(globalThis, {
  navigator: {}, addEventListener: network.addEventListener.bind(network), removeEventListener: network.removeEventListener.bind(network),
});
const realFetch = globalThis.fetch;
let requests = 0;
globalThis.fetch = (path, options) => {
  requests++;
  return realFetch(ADDRESS + (path as string), { ...options, headers: { ...options?.headers as Record<string, string>, Cookie: COOKIE } });
};
const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = ((action: () => void, milliseconds = 0) => realTimeout(action, milliseconds / speed)) as typeof setTimeout;
// Browsers take fractions of a millisecond here.
const realPatience = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => realPatience(Math.ceil(milliseconds));
const pause = (milliseconds: number) => new Promise<void>((over) => { realTimeout(over, milliseconds); });

const delivery = new Delivery(SESSION, new SoundStore());
delivery.prepare();
delivery.begin({ fileName: "Two hours.webm", mediaType: "audio/webm;codecs=opus", source: "microphone", microphones: [{ label: "Made sound", speaker: null }] });
const begun = performance.now();
let bytes = 0;
let most = 0;
let slice = 0;
for (const [part, file] of process.argv.slice(2).entries()) {
  const sound = readFileSync(file);
  for (let each = 0; each < slicesOfAPart; each++, slice++) {
    const from = Math.round(sound.length * each / slicesOfAPart);
    const to = Math.round(sound.length * (each + 1) / slicesOfAPart);
    bytes += to - from;
    void delivery.add(Uint8Array.from(sound.subarray(from, to)), part, (slice + 1) / 4);
    most = Math.max(most, delivery.outbox.figures().waitingBytes);
    const early = begun + slice * 250 / speed - performance.now();
    if (early > 1) await pause(early);
  }
}
const spoken = performance.now();
await delivery.finish({ engine: "auto", model: null, language: "en", speakers: "auto" });
process.stdout.write(JSON.stringify({
  recordingId: delivery.recordingId.value, bytes, requests, mostWaitingBytes: most, pieces: delivery.sending.value?.storedPieces,
  seconds: (performance.now() - begun) / 1000, secondsToFinish: (performance.now() - spoken) / 1000,
}) + "\n", () => process.exit(0));
