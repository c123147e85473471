import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Transcript, Turn } from "../api/types";
import { saveTurn } from "./corrections";
import { Desk } from "./Desk";
import { takeBack } from "./Undo";

const turn = (id: number, text: string): Turn => ({
  id, speaker: 1, start: id, end: id + 1, corrected: false,
  words: text.split(" ").map((word, at) => ({ id: id * 10 + at, text: word, start: id, end: id + 1, confidence: 0.9, machine: id * 10 + at })),
});

/** The server's side of one transcript: turns, the version each was changed in, and that of the whole. */
class Server {
  version = 1;
  readonly changed = new Map<number, number>();
  constructor(public turns: Turn[]) {}

  change(id: number, text: string): Turn {
    this.version += 1;
    this.changed.set(id, this.version);
    const after = turn(id, text);
    this.turns = this.turns.map((one) => (one.id === id ? after : one));
    return after;
  }

  transcript(): Transcript {
    return {
      id: "t", recordingId: "r", version: this.version, engine: "whisper", model: { name: "m", sha256: "" }, language: "en",
      durationSeconds: 60, createdAt: "2026-11-23T10:00:00Z", speakers: [{ number: 1, name: "Speaker 1" }], turns: this.turns, gaps: [],
    } as unknown as Transcript;
  }

  readonly answer = (path: string, init?: RequestInit): Promise<Response> => {
    const corrected = /\/turns\/(\d+)/.exec(path);
    if (corrected !== null && init?.method !== "GET") {
      const { text, version } = JSON.parse(init?.body as string) as { text: string; version: number };
      const id = Number(corrected[1]);
      if ((this.changed.get(id) ?? 1) > version) return Promise.resolve(Response.json({ kind: "conflict", message: "This turn was changed meanwhile." }, { status: 409 }));
      const saved = this.change(id, text);
      return Promise.resolve(Response.json({ turn: saved, version: this.version, tagsToReview: [] }));
    }
    return Promise.resolve(Response.json(path.endsWith("/transcript") ? this.transcript() : []));
  };
}

describe("two people at one transcript", () => {
  const real = globalThis.fetch;
  let server: Server;
  let desk: Desk;

  beforeEach(async () => {
    server = new Server([turn(1, "how did it start"), turn(2, "i rote a list")]);
    globalThis.fetch = server.answer as typeof fetch;
    desk = new Desk("r");
    await desk.readTranscript();
  });
  afterEach(() => {
    globalThis.fetch = real;
  });

  const shown = (at: number) => desk.transcript.value?.turns[at]?.words.map((word) => word.text).join(" ");

  it("says that nothing was taken back where the other changed the same turn since", async () => {
    await saveTurn(desk, server.turns[1] as Turn, "i wrote a list", 1);
    server.change(2, "we wrote a list");
    await takeBack(desk);
    expect(desk.trouble.value).toBe("Somebody changed this turn meanwhile; nothing was taken back.");
    expect(shown(1)).toBe("we wrote a list");
  });

  it("takes back what nobody else changed", async () => {
    await saveTurn(desk, server.turns[1] as Turn, "i wrote a list", 1);
    await takeBack(desk);
    expect(desk.trouble.value).toBeNull();
    expect(desk.done.value).toBeNull();
    expect(shown(1)).toBe("i rote a list");
  });

  it("reads what the other changed in another turn before one's own was stored", async () => {
    server.change(1, "how did you start");
    await saveTurn(desk, server.turns[1] as Turn, "i wrote a list", 1);
    await expect.poll(() => shown(0)).toBe("how did you start");
    expect(shown(1)).toBe("i wrote a list");
  });
});
