// Sends with tus-js-client what push.ts sends: the same sound, at the same pace, over the same network.
//   ADDRESS=http://…/files SPEED=40 SECONDS=300 WAY=live|file|pieces node tus-push.mjs PART ...
// live: a stream, in requests of a second of sound, while it is spoken. file: the whole, once it is spoken, in one request as long as nothing fails.
// pieces: the whole, in requests of a second of sound.
// Retries are tus-js-client's defaults (at once, after 1, 3 and 5 s; waits shorter by SPEED). Where it gives up, somebody "presses again", which is counted.
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { Upload } from "tus-js-client";

const { ADDRESS, SPEED = "1", SECONDS = "300", WAY = "live" } = process.env;
const MOST_PRESSES = 100;
const speed = Number(SPEED);
const slicesOfAPart = Number(SECONDS) * 4;
const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = (action, milliseconds = 0, ...rest) => realTimeout(action, milliseconds / speed, ...rest);
const pause = (milliseconds) => new Promise((over) => realTimeout(over, milliseconds));
const parts = process.argv.slice(2).map((file) => readFileSync(file));
const bytes = parts.reduce((sum, each) => sum + each.length, 0);
const begun = performance.now();

async function* spoken() {
  let slice = 0;
  for (const sound of parts) {
    for (let each = 0; each < slicesOfAPart; each++, slice++) {
      yield sound.subarray(Math.round(sound.length * each / slicesOfAPart), Math.round(sound.length * (each + 1) / slicesOfAPart));
      const early = begun + slice * 250 / speed - performance.now();
      if (early > 1) await pause(early);
    }
  }
}

const live = WAY === "live";
const sound = live ? Readable.from(spoken(), { objectMode: false }) : Buffer.concat(parts);
let again = 0;
const errors = new Set();
await new Promise((over) => {
  const say = (gaveUp) => {
    console.log(JSON.stringify({ url: upload.url, bytes, again, gaveUp, errors: [...errors], seconds: (performance.now() - begun) / 1000 }));
    over();
  };
  const upload = new Upload(sound, {
    endpoint: ADDRESS, ...(WAY === "file" ? {} : { chunkSize: 12_000 }), ...(live ? { uploadLengthDeferred: true } : {}),
    onSuccess: () => say(false),
    onError: (failure) => {
      errors.add(failure.message.replace(/, originated.*/, "").slice(0, 200));
      // A stream that is past what it would have to send again cannot go on, however often somebody presses.
      if (++again >= MOST_PRESSES || failure.message.includes("seeked away")) say(true);
      else realTimeout(() => upload.start(), 20);
    },
  });
  upload.start();
});
process.exit(0);
