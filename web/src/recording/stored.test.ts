import { describe, expect, it } from "vitest";
import type { SenderState } from "../recorder/sender";
import { leftWords, storedWords } from "./stored";

const state = (part: Partial<SenderState>): SenderState => ({
  waitingBytes: 0, storedBytes: 0, storedPieces: 0, storedMark: 0, away: null, signedOut: false, failed: null, keptBytes: 0, keptMark: 0, conflict: null, ...part,
});

describe("what is safe", () => {
  it("is said before the first piece, and while all goes well", () => {
    expect(storedWords(null, 0).kind).toBe("none");
    expect(storedWords(state({ storedMark: 723.4, waitingBytes: 900, keptBytes: 900 }), 724.9)).toMatchObject({ kind: "all", headline: "Stored safely to 12:03", action: null });
  });

  it("tells this machine from this window", () => {
    const away = state({ storedMark: 717, waitingBytes: 90_000, keptBytes: 90_000, away: "The Colloquy server does not answer. What it has stored is safe." });
    expect(storedWords(away, 724)).toMatchObject({ kind: "here", headline: "Stored safely to 11:57; safe on this machine, not yet on the server: 0:07" });
    expect(storedWords(away, 724).more).not.toContain("Keep this window open");
    const memory = storedWords({ ...away, keptBytes: 10 }, 724);
    expect(memory).toMatchObject({ kind: "window", headline: "Stored safely to 11:57; only in this window, not yet stored: 0:07" });
    expect(memory.more).toContain("Keep this window open.");
  });

  it("says what the person can do", () => {
    expect(storedWords(state({ signedOut: true, away: "x", waitingBytes: 1, keptBytes: 1 }), 9).action).toBe("sign-in");
    expect(storedWords(state({ failed: "The recording is gone.", waitingBytes: 1, keptBytes: 1 }), 9)).toMatchObject({ action: "again", more: "The recording is gone." });
    expect(storedWords(state({ away: "The disk of the server is full." }), 1).more).toMatch(/^The disk of the server is full\. Recording goes on/);
    expect(storedWords(state({ away: "The disk of the server is full." }), 1, true).more).toBe("The disk of the server is full. The rest is stored by itself as soon as that is over.");
  });

  it("says when the connection is slow", () => {
    expect(storedWords(state({ storedMark: 60, waitingBytes: 5, keptBytes: 5 }), 90)).toMatchObject({ kind: "here", more: expect.stringContaining("catches up") as string });
  });

  it("says how long the rest takes, where that is known", () => {
    const some = state({ storedMark: 60, waitingBytes: 24_000 });
    expect(leftWords(some, 72, 3000)).toBe("0:12 of sound (24 kB) left to store, about 8 seconds");
    expect(leftWords(some, 72, null)).toBe("0:12 of sound (24 kB) left to store");
    expect(leftWords({ ...some, away: "away" }, 72, 3000)).not.toContain("about");
  });
});
