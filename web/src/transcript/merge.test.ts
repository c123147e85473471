import { describe, expect, it } from "vitest";
import type { Transcript } from "../api/types";
import { mergeTranscript } from "./merge";

const transcript = (speakers: number[], text = "one"): Transcript => ({
  id: "t", recordingId: "r", version: 1, engine: "whisper", model: { name: "m", sha256: "" }, language: "en", durationSeconds: 9, createdAt: "", speakers: [], gaps: [],
  turns: speakers.map((speaker, at) => ({
    id: at + 1, speaker, start: at, end: at + 1, corrected: false,
    words: [{ id: at + 10, text: at === 0 ? text : "two", start: at, end: at + 0.5, confidence: 0.9, machine: at + 10 }],
  })),
});

describe("mergeTranscript", () => {
  it("keeps turns that are the same, and the words of those that only changed hands", () => {
    const before = transcript([1, 2, 1]);
    const after = mergeTranscript(before, { ...transcript([1, 1, 1]), version: 2 });
    expect(after.version).toBe(2);
    expect(after.turns[0]).toBe(before.turns[0]);
    expect(after.turns[1]?.speaker).toBe(1);
    expect(after.turns[1]?.words).toBe(before.turns[1]?.words);
  });

  it("takes new words as they come", () => {
    const before = transcript([1, 2]);
    const after = mergeTranscript(before, transcript([1, 2], "changed"));
    expect(after.turns[0]?.words[0]?.text).toBe("changed");
    expect(after.turns[1]).toBe(before.turns[1]);
  });
});
