import { describe, expect, it } from "vitest";
import { Problem } from "../src/api/problem";
import { Sender, TOGETHER, type Transport } from "../src/recorder/sender";

/** A server in memory that can be away, lose its answers, or refuse. */
class FakeServer implements Transport {
  readonly pieces: string[] = [];
  asked = 0;
  /** what happens to the next puts, in turn; nothing left: stored */
  script: ("away" | "answer lost" | "refuse" | "gone")[] = [];

  async put(number: number, bytes: Blob) {
    const next = this.script.shift();
    if (next === "away") throw new Problem("offline", "away");
    if (next === "refuse") throw new Problem("bad-input", "The hash does not fit.");
    if (next === "gone") throw new Problem("not-found", "The recording is gone.");
    if (number > this.pieces.length) throw new Problem("conflict", `piece ${this.pieces.length} is wanted`);
    if (number === this.pieces.length) this.pieces.push(await bytes.text());
    if (next === "answer lost") throw new Problem("offline", "away");
    return { number, receivedChunks: this.pieces.length, receivedBytes: this.pieces.join("").length };
  }

  received() {
    this.asked++;
    return Promise.resolve(this.pieces.length);
  }
}

const options = { wait: () => Promise.resolve(), hash: () => Promise.resolve("00") };
const piece = (text: string) => new Blob([text]);

describe("Sender", () => {
  it("stores every piece in order and says how far", async () => {
    const server = new FakeServer();
    const sender = new Sender(server, options);
    sender.add(piece("a"), 1);
    sender.add(piece("b"), 2);
    sender.add(piece("c"), 3);
    await sender.drained();
    expect(server.pieces.join("")).toBe("abc");
    expect(sender.state).toMatchObject({ storedBytes: 3, waitingBytes: 0, storedMark: 3, away: null, failed: null });
  });

  it("goes on when the server was away, and sends what waited together", async () => {
    const server = new FakeServer();
    server.script = ["away", "away", "away"];
    const seen: (string | null)[] = [];
    const sender = new Sender(server, { ...options, changed: (state) => seen.push(state.away) });
    sender.add(piece("a"), 1);
    sender.add(piece("b"), 2);
    sender.add(piece("c"), 3);
    await sender.drained();
    expect(server.pieces).toEqual(["a", "bc"]);
    expect(seen).toContain("away");
    expect(sender.state.away).toBeNull();
  });

  it("does not store a piece twice when only the answer was lost", async () => {
    const server = new FakeServer();
    server.script = ["answer lost"];
    const sender = new Sender(server, options);
    sender.add(piece("a"), 1);
    await sender.drained();
    expect(server.pieces).toEqual(["a"]);
    expect(server.asked).toBe(1);
  });

  it("stops with the server's sentence when the recording is gone, and can go on after", async () => {
    const server = new FakeServer();
    server.script = ["gone"];
    const sender = new Sender(server, options);
    sender.add(piece("a"), 1);
    await expect(sender.drained()).rejects.toThrow("The recording is gone.");
    expect(sender.state).toMatchObject({ failed: "The recording is gone.", waitingBytes: 1 });
    sender.again();
    await sender.drained();
    expect(server.pieces).toEqual(["a"]);
  });

  it("tries a refused piece a few times only", async () => {
    const server = new FakeServer();
    server.script = Array.from({ length: 20 }, () => "refuse" as const);
    const sender = new Sender(server, options);
    sender.add(piece("a"), 1);
    await expect(sender.drained()).rejects.toThrow("The hash does not fit.");
    expect(server.script.length).toBe(15);
  });

  it("begins where the server has got to", async () => {
    const server = new FakeServer();
    server.pieces.push("before");
    const sender = new Sender(server, { ...options, first: 1, firstBytes: 6 });
    sender.add(piece("after"), 11);
    await sender.drained();
    expect(server.pieces).toEqual(["before", "after"]);
    expect(sender.state.storedBytes).toBe(11);
  });

  it("leaves large pieces as they are", async () => {
    const server = new FakeServer();
    server.script = ["away"];
    const sender = new Sender(server, options);
    sender.add(piece("x".repeat(TOGETHER)), 1);
    sender.add(piece("y".repeat(TOGETHER)), 2);
    sender.add(piece("z"), 3);
    await sender.drained();
    expect(server.pieces.map((each) => each.length)).toEqual([TOGETHER, TOGETHER, 1]);
  });

  it("takes no empty piece", async () => {
    const sender = new Sender(new FakeServer(), options);
    sender.add(new Blob([]), 1);
    await sender.drained();
    expect(sender.state.storedPieces).toBe(0);
  });
});
