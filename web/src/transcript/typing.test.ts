import { describe, expect, it } from "vitest";
import { lettersBefore, plain, wordAtCursor } from "./typing";

const turn = { words: ["How", "did", "you", "start?"].map((text, id) => ({ id, text, start: id, end: id + 1, confidence: 1, machine: id })) };

describe("where the cursor stands", () => {
  it("counts as the plain text does, whatever was typed between the words", () => {
    expect(plain("  How   did\nyou ")).toBe("How did you");
    expect(lettersBefore("  How   did", 8)).toBe(4);
    expect(lettersBefore("   ", 2)).toBe(0);
  });

  it("splits before the word behind the cursor, or before the word it is in", () => {
    expect(wordAtCursor(turn, 4)).toBe(1);
    expect(wordAtCursor(turn, 3)).toBe(1);
    expect(wordAtCursor(turn, 9)).toBe(2);
    expect(wordAtCursor(turn, 12)).toBe(3);
  });

  it("splits nothing at the ends", () => {
    expect(wordAtCursor(turn, 0)).toBeNull();
    expect(wordAtCursor(turn, 2)).toBeNull();
    expect(wordAtCursor(turn, 18)).toBeNull();
  });
});
