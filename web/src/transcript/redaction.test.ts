import { describe, expect, it } from "vitest";
import type { Redaction, Turn } from "../api/types";
import { hiddenByTurn } from "./redaction";

const word = (id: number, start: number, end: number, redacted = false) => ({ id, text: redacted ? "█████" : `w${id}`, start, end, confidence: null, machine: null, ...(redacted ? { redacted } : {}) });
const turn = (id: number, words: Turn["words"]): Turn => ({ id, speaker: 1, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, corrected: false, words });
const redaction = (start: number, end: number): Redaction => ({ id: "r", start, end, firstWord: null, lastWord: null, reason: "A name", by: { id: "a", name: "Ada" }, at: "2026-11-26T10:00:00Z" });
const turns = [turn(1, [word(1, 0, 1), word(2, 1, 2)]), turn(2, [word(3, 2, 3), word(4, 3, 4)])];

describe("words that are redacted", () => {
  it("are those whose middle lies in it, over the border of turns", () => {
    const hidden = hiddenByTurn(turns, [redaction(1.4, 2.6)], new Map());
    expect([...(hidden.get(1) ?? [])]).toEqual([2]);
    expect([...(hidden.get(2) ?? [])]).toEqual([3]);
  });
  it("are none where only the edge of a word is touched", () => {
    expect(hiddenByTurn(turns, [redaction(0.9, 1.4)], new Map()).size).toBe(0);
  });
  it("are told by the server where the viewer may not see them", () => {
    const masked = [turn(1, [word(1, 0, 1), word(2, 1, 2, true)])];
    expect([...(hiddenByTurn(masked, [], new Map()).get(1) ?? [])]).toEqual([2]);
  });
  it("keep their set while a turn's are the same", () => {
    const first = hiddenByTurn(turns, [redaction(1.4, 2.6)], new Map());
    const second = hiddenByTurn(turns, [redaction(1.4, 2.6), redaction(3, 4)], first);
    expect(second.get(1)).toBe(first.get(1));
    expect(second.get(2)).not.toBe(first.get(2));
  });
});
