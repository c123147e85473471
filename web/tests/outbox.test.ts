import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { Problem } from "../src/api/problem";
import { Outbox } from "../src/recorder/outbox";
import { type Piece, Sender, type Transport } from "../src/recorder/sender";
import { SoundStore } from "../src/recorder/store";
import { Vault } from "../src/recorder/vault";

/** The same numbers for the same seed: a run that fails can be run again. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A server that keeps the rules of the real one, behind a network that fails in every way at random. */
class FaultyServer implements Transport {
  readonly chunks: { part: number; bytes: Uint8Array }[] = [];
  requests = 0;
  constructor(private readonly roll: () => number, private readonly share: number, private readonly mostBytes = Infinity) {}

  async put({ number, part, bytes }: Piece) {
    this.requests++;
    const sent = bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes;
    const fault = this.roll() < this.share ? Math.floor(this.roll() * 5) : -1;
    if (fault === 0) throw new Problem("offline", "reset");
    if (fault === 1) throw new Problem("bad-input", "It was damaged on its way.", 400);
    if (fault === 2) throw new Problem("unavailable", "The disk is full.", 503);
    if (fault === 3) throw new Problem("not-signed-in", "You are not signed in any more.", 401);
    if (sent.length > this.mostBytes) throw new Problem("too-large", "Too large.", 413);
    const known = this.chunks[number];
    if (known !== undefined) {
      if (!equal(known.bytes, sent) || known.part !== part) throw new Problem("conflict", "stored before with other bytes", 409);
    } else {
      const last = this.chunks.at(-1)?.part ?? 0;
      if (number !== this.chunks.length || part < last || part > last + 1) throw new Problem("conflict", "a gap", 409);
      this.chunks.push({ part, bytes: sent.slice() });
    }
    if (fault === 4) throw new Problem("offline", "the answer was lost");
    return { number, receivedChunks: this.chunks.length, receivedBytes: this.bytes.length };
  }

  facts() {
    if (this.roll() < this.share) return Promise.reject(new Problem("offline", "reset"));
    return Promise.resolve({ receivedChunks: this.chunks.length, open: true });
  }

  get bytes(): number[] {
    return this.chunks.flatMap((each) => [...each.bytes]);
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

let names = 0;
const key = (id: string) => Vault.of({ recordingId: id, key: btoa(String.fromCharCode(...Array.from({ length: 32 }, (_, index) => index + id.length))) });
const request = (id: string) => ({ id, fileName: "talk.webm", mediaType: "audio/webm", source: "microphone" as const, microphones: [] });
const options = { wait: () => Promise.resolve(), hash: () => Promise.resolve("00") };

async function opened(store: SoundStore, id = "r1", changed: () => void = () => undefined): Promise<Outbox> {
  const box = new Outbox(store, changed);
  await box.identify({ sessionId: "s1", request: request(id), vault: await key(id) });
  return box;
}

async function reopened(store: SoundStore, changed: () => void = () => undefined, id = "r1"): Promise<Outbox> {
  const row = await store.recording(id);
  if (row === undefined) throw new Error("nothing was kept");
  return Outbox.load(store, row, await key(id), changed);
}

function slice(roll: () => number, most = 400): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 1 + Math.floor(roll() * most) }, () => Math.floor(roll() * 256));
}

/** The store as one page sees it: nothing it does after the page's death counts. */
class MortalStore extends SoundStore {
  dead = false;
  override async put(...all: Parameters<SoundStore["put"]>): Promise<void> { this.live(); await super.put(...all); }
  override async wipe(...all: Parameters<SoundStore["wipe"]>): Promise<void> { this.live(); await super.wipe(...all); }
  override async unnumber(...all: Parameters<SoundStore["unnumber"]>): Promise<void> { this.live(); await super.unnumber(...all); }
  private live(): void { if (this.dead) throw new Error("the page is dead"); }
}

/** A store that refuses to take anything while it is told to. */
class FullStore extends SoundStore {
  full = false;
  override put(...all: Parameters<SoundStore["put"]>): Promise<void> {
    return this.full ? Promise.reject(new DOMException("full", "QuotaExceededError")) : super.put(...all);
  }
}

describe("Outbox", () => {
  it("keeps nothing readable, and forgets what is acknowledged", async () => {
    const store = new SoundStore(`outbox-${++names}`);
    const box = await opened(store);
    const said = new TextEncoder().encode("this is what the learner said");
    for (let second = 0; second < 4; second++) await box.add(said.slice(), 0, second);
    const rows = await store.slices("r1");
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(new TextDecoder().decode(row.sealed.bytes)).not.toContain("learner");
    expect(JSON.stringify(await store.recording("r1"))).not.toContain("talk.webm");
    expect(new Set(rows.map((each) => each.sealed.iv.join())).size).toBe(4);
    const server = new FaultyServer(() => 1, 0);
    await new Sender(server, box, options).drained();
    expect(server.bytes).toHaveLength(4 * said.length);
    await box.done();
    expect([await store.slices("r1"), await store.pieces("r1"), await store.recordings()]).toEqual([[], [], []]);
  });

  it("opens nothing that was moved to another place", async () => {
    const vault = await key("r1");
    const sealed = await vault.seal("slice 1", Uint8Array.of(1, 2, 3));
    expect([...await vault.open("slice 1", sealed)]).toEqual([1, 2, 3]);
    await expect(vault.open("slice 2", sealed)).rejects.toThrow();
    await expect((await key("r22")).open("slice 1", sealed)).rejects.toThrow();
  });

  it("waits for about a second of sound, and for none when told that nothing more comes", async () => {
    const box = await opened(new SoundStore(`outbox-${++names}`));
    await box.add(Uint8Array.of(1), 0, 0.25);
    expect(await box.next()).toBeNull();
    box.flush();
    expect(await box.next()).toMatchObject({ number: 0, part: 0, mark: 0.25 });
    for (let number = 0; number < 3; number++) await box.add(Uint8Array.of(2), 0, 1);
    expect(await box.next()).toMatchObject({ number: 0, bytes: Uint8Array.of(1) });
  });

  it("sends a backlog in large pieces, each of one part", async () => {
    const box = await opened(new SoundStore(`outbox-${++names}`));
    for (let second = 0; second < 60; second++) await box.add(new Uint8Array(30_000), second < 40 ? 0 : 1, second);
    box.flush();
    const server = new FaultyServer(() => 1, 0);
    await new Sender(server, box, options).drained();
    expect(server.chunks.map((each) => [each.part, each.bytes.length])).toEqual([[0, 990_000], [0, 210_000], [1, 600_000]]);
  });

  it("ends with exactly the page's bytes, whatever fails: 30 random runs with deaths of the page", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const roll = dice(seed);
      const name = `outbox-${++names}`;
      let store = new MortalStore(name);
      const server = new FaultyServer(roll, 0.3, roll() < 0.3 ? 1500 : Infinity);
      const waker: { sender?: Sender } = {};
      const wake = () => waker.sender?.wake();
      let box = await opened(store, "r1", wake);
      waker.sender = new Sender(server, box, options);
      const produced: number[] = [];
      let part = 0;
      for (let step = 0; step < 60; step++) {
        if (box.part === part && roll() < 0.1) part++;
        const bytes = slice(roll);
        await box.add(bytes, part, step / 4);
        produced.push(...bytes);
        if (roll() < 0.15) await new Promise((over) => setTimeout(over, 0));
        if (roll() < 0.1) {
          waker.sender.stop();
          store.dead = true;
          store = new MortalStore(name);
          box = await reopened(store, wake);
          waker.sender = new Sender(server, box, options);
        }
      }
      box.flush();
      await waker.sender.drained();
      expect(waker.sender.state.conflict, `seed ${seed}`).toBeNull();
      expect(server.bytes, `seed ${seed}`).toEqual(produced);
    }
  });

  it("goes on from memory while the store is full, says so, and stores again when there is room", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const roll = dice(seed + 100);
      const store = new FullStore(`outbox-${++names}`);
      const server = new FaultyServer(roll, 0.3);
      const waker: { sender?: Sender } = {};
      const box = await opened(store, "r1", () => waker.sender?.wake());
      waker.sender = new Sender(server, box, options);
      const produced: number[] = [];
      for (let step = 0; step < 40; step++) {
        store.full = step >= 10 && step < 30;
        const bytes = slice(roll);
        await box.add(bytes, 0, step / 4);
        produced.push(...bytes);
        if (step === 20) expect(box.trouble).toMatch(/store is full/);
      }
      expect(box.trouble).toBeNull();
      box.flush();
      await waker.sender.drained();
      expect(server.bytes, `seed ${seed}`).toEqual(produced);
    }
  });

  it("gives what waits to another recording, with the beginning of its part, and leaves nothing behind", async () => {
    const store = new SoundStore(`outbox-${++names}`);
    const box = await opened(store);
    for (let number = 0; number < 8; number++) await box.add(Uint8Array.of(number), number < 6 ? 3 : 4, number);
    await box.next();
    expect(box.position).toEqual({ part: 3, number: 0 });
    const other = box.rescue(Uint8Array.of(99));
    await other.add(Uint8Array.of(8), 1, 8);
    await other.identify({ sessionId: "s1", request: request("r2"), vault: await key("r2") });
    expect((await store.recordings()).map((each) => each.id)).toEqual(["r2"]);
    expect(await store.slices("r1")).toEqual([]);
    const after = await reopened(store, undefined, "r2");
    after.flush();
    const server = new FaultyServer(() => 1, 0);
    await new Sender(server, after, options).drained();
    expect(server.bytes).toEqual([99, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(server.chunks.map((each) => each.part)).toEqual([0, 1]);
  });

  it("sends and finishes from memory where the store stops answering for ever", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const id = `hung-${++names}`;
      class Hung extends SoundStore {
        override put(): Promise<void> { return new Promise(() => undefined); }
        override wipe(): Promise<void> { return new Promise(() => undefined); }
      }
      const box: Outbox = new Outbox(new Hung(id), () => sender.wake());
      const server = new FaultyServer(() => 1, 0);
      const sender = new Sender(server, box, options);
      void box.identify({ sessionId: "s1", request: request(id), vault: await key(id) });
      const sound = Array.from({ length: 9 }, (_, at) => Uint8Array.of(at, at));
      for (const [at, bytes] of sound.entries()) void box.add(bytes, 0, at / 4);
      const finished = box.finish({ engine: "auto", model: null, language: null, speakers: "auto" }).then(() => sender.drained());
      let over = false;
      void finished.then(() => { over = true; });
      while (!over) await vi.advanceTimersByTimeAsync(1000);
      expect(server.bytes).toEqual(sound.flatMap((each) => [...each]));
      expect(box.trouble).toMatch(/does not answer.*Keep this window open/);
    } finally {
      vi.useRealTimers();
    }
  });
});
