import { describe, expect, it } from "vitest";
import type { Transcript, TranscriptDelta, Turn } from "../api/types";
import { applyDelta, changedTurns } from "./delta";

const turn = (id: number, text: string, speaker = 1): Turn => ({
  id, speaker, start: id, end: id + 1, corrected: false,
  words: text === "" ? [] : text.split(" ").map((word, at) => ({ id: id * 10 + at, text: word, start: id, end: id + 1, confidence: 0.9, machine: id * 10 + at })),
});
const transcript = (turns: Turn[]): Transcript => ({
  id: "t", recordingId: "r", version: 3, engine: "whisper", model: { name: "m", sha256: "" }, language: "en", durationSeconds: 60,
  createdAt: "2026-11-23T10:00:00Z", speakers: [{ number: 1, name: "Ada", named: true }], turns, gaps: [], checks: [],
});
const delta = (more: Partial<TranscriptDelta>): TranscriptDelta => ({ id: "t", since: 3, version: 4, turns: [], order: [1, 2, 3], checks: [], speakers: [{ number: 1, name: "Ada", named: true }], tagsToReview: [], changed: false, ...more });

describe("what differs, put into a transcript", () => {
  const before = transcript([turn(1, "one"), turn(2, "two words"), turn(3, "three")]);

  it("keeps turns that did not change as they are, even where the server names them", () => {
    const { transcript: after, whole } = applyDelta(before, delta({ turns: [turn(1, "one"), turn(2, "too words")] }));
    expect(after.turns[0]).toBe(before.turns[0]);
    expect(after.turns[2]).toBe(before.turns[2]);
    expect(after.turns[1]?.words[0]?.text).toBe("too");
    expect(after.version).toBe(4);
    expect(whole).toBe(true);
    expect(changedTurns(before, after)).toEqual([2]);
  });

  it("puts a turn that came between others in its place, and takes away one without words", () => {
    const { transcript: after } = applyDelta(before, delta({ turns: [turn(9, "new"), turn(3, "")], order: [1, 9, 2] }));
    expect(after.turns.map((one) => one.id)).toEqual([1, 9, 2]);
  });

  it("says when it knows not all turns of the order", () => {
    expect(applyDelta(before, delta({ order: [1, 2, 3, 7] })).whole).toBe(false);
  });

  it("keeps states and speakers that are the same", () => {
    const { transcript: after } = applyDelta(before, delta({}));
    expect(after.speakers).toBe(before.speakers);
    expect(after.checks).toBe(before.checks);
    const checks = [{ firstWord: 10, lastWord: 10, state: "checked" as const, by: { id: "p", name: "Ada" }, at: "2026-11-23T10:00:00Z", how: null }];
    expect(applyDelta(before, delta({ checks })).transcript.checks).toBe(checks);
  });
});
