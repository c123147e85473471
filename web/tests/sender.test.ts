import { describe, expect, it } from "vitest";
import { Problem } from "../src/api/problem";
import { FileSource } from "../src/recorder/file";
import { type Piece, Sender, type Source, type Transport } from "../src/recorder/sender";

type Event = "away" | "answer lost" | "refuse" | "gone" | "signed out" | "too large" | "full";

/** A server in memory that can be away, lose its answers, or refuse. */
class FakeServer implements Transport {
  readonly pieces: string[] = [];
  open = true;
  /** what happens to the next puts, in turn; nothing left: stored */
  script: Event[] = [];

  async put({ number, bytes }: Piece) {
    const next = this.script.shift();
    const text = bytes instanceof Blob ? await bytes.text() : new TextDecoder().decode(bytes);
    switch (next) {
      case "away": throw new Problem("offline", "away");
      case "refuse": throw new Problem("bad-input", "The hash does not fit.", 400);
      case "gone": throw new Problem("not-found", "The recording is gone.", 404);
      case "signed out": throw new Problem("not-signed-in", "You are not signed in any more.", 401);
      case "too large": throw new Problem("too-large", "Too large.", 413);
      case "full": throw new Problem("unavailable", "The disk is full.", 503);
      default:
    }
    if (number < this.pieces.length) {
      if (this.pieces[number] !== text) throw new Problem("conflict", "stored before with other bytes", 409);
    } else if (!this.open || number > this.pieces.length) throw new Problem("conflict", `piece ${this.pieces.length} is wanted`, 409);
    else this.pieces.push(text);
    if (next === "answer lost") throw new Problem("offline", "away");
    return { number, receivedChunks: this.pieces.length, receivedBytes: this.pieces.join("").length };
  }

  facts() {
    return Promise.resolve({ receivedChunks: this.pieces.length, open: this.open });
  }
}

/** Pieces that are all there from the start. */
class Pieces implements Source {
  private number: number;
  constructor(readonly texts: string[], first = 0) { this.number = first; }
  next() {
    const text = this.texts[0];
    return Promise.resolve(text === undefined ? null : { number: this.number, part: 0, bytes: new TextEncoder().encode(text), mark: this.number + 1 });
  }
  acknowledged() { this.texts.shift(); this.number++; }
  smaller() {
    const [first = "", ...rest] = this.texts;
    this.texts.splice(0, Infinity, first.slice(0, first.length / 2), first.slice(first.length / 2), ...rest);
    return Promise.resolve(first.length > 1);
  }
  figures() { return { waitingBytes: this.texts.join("").length, keptBytes: 0, keptMark: 0 }; }
}

const options = { wait: () => Promise.resolve(), hash: () => Promise.resolve("00") };

describe("Sender", () => {
  it("stores every piece in order and says how far", async () => {
    const server = new FakeServer();
    const sender = new Sender(server, new Pieces(["a", "b", "c"]), options);
    await sender.drained();
    expect(server.pieces.join("")).toBe("abc");
    expect(sender.state).toMatchObject({ storedBytes: 3, waitingBytes: 0, storedMark: 3, storedPieces: 3, away: null, failed: null });
  });

  it("goes on by itself, whatever is wrong on the way, and says what it is", async () => {
    const server = new FakeServer();
    server.script = ["away", "full", "refuse", "refuse", "refuse", "refuse", "refuse", "refuse", "refuse", "signed out", "answer lost", "away"];
    const seen: (string | null)[] = [];
    const signedOut: boolean[] = [];
    const sender = new Sender(server, new Pieces(["a", "b"]), { ...options, changed: (state) => { seen.push(state.away); signedOut.push(state.signedOut); } });
    await sender.drained();
    expect(server.pieces).toEqual(["a", "b"]);
    expect(seen).toEqual(expect.arrayContaining(["away", "The disk is full.", "The hash does not fit."]));
    expect(signedOut).toContain(true);
    expect(sender.state).toMatchObject({ away: null, signedOut: false, failed: null });
  });

  it("makes smaller pieces where they are refused as too large, but never of what the server has", async () => {
    const server = new FakeServer();
    server.script = ["too large"];
    const sender = new Sender(server, new Pieces(["abcd", "e"]), options);
    await sender.drained();
    expect(server.pieces).toEqual(["ab", "cd", "e"]);
  });

  it("stops with the server's sentence when the recording is gone, and can go on after", async () => {
    const server = new FakeServer();
    server.script = ["gone"];
    const sender = new Sender(server, new Pieces(["a"]), options);
    await expect(sender.drained()).rejects.toThrow("The recording is gone.");
    expect(sender.state).toMatchObject({ failed: "The recording is gone.", conflict: null, waitingBytes: 1 });
    sender.again();
    await sender.drained();
    expect(server.pieces).toEqual(["a"]);
  });

  it("knows when the recording went on elsewhere, and keeps what waits", async () => {
    const server = new FakeServer();
    server.pieces.push("other");
    const sender = new Sender(server, new Pieces(["mine"]), options);
    await expect(sender.drained()).rejects.toThrow("other bytes");
    expect(sender.state).toMatchObject({ conflict: "elsewhere", waitingBytes: 4 });
  });

  it("knows when the recording was closed elsewhere, and when the server lost what it had", async () => {
    const server = new FakeServer();
    server.open = false;
    const closed = new Sender(server, new Pieces(["a"]), options);
    await expect(closed.drained()).rejects.toThrow();
    expect(closed.state.conflict).toBe("closed");
    const behind = new Sender(new FakeServer(), new Pieces(["f"], 5), options);
    await expect(behind.drained()).rejects.toThrow("piece 0 is wanted");
    expect(behind.state).toMatchObject({ conflict: "elsewhere", waitingBytes: 1 });
  });

  it("does not wait for its turn when hurried", async () => {
    const server = new FakeServer();
    server.script = ["away"];
    const sender = new Sender(server, new Pieces(["a"]), { ...options, wait: () => new Promise(() => undefined), changed: (state) => { if (state.away !== null) queueMicrotask(() => queueMicrotask(() => sender.hurry())); } });
    await sender.drained();
    expect(server.pieces).toEqual(["a"]);
  });
});

describe("FileSource", () => {
  it("goes on where the server has got to, in smaller pieces where that is needed", async () => {
    const server = new FakeServer();
    server.pieces.push("before ");
    server.script = ["too large", "away"];
    const file = new File(["before " + "x".repeat(200_000)], "talk.m4a");
    const sender = new Sender(server, new FileSource(file, 1, 7), { ...options, storedBytes: 7, storedPieces: 1 });
    await sender.drained();
    expect(server.pieces.join("")).toBe(await file.text());
  });
});
