import { describe, expect, it } from "vitest";
import type { Turn } from "../api/types";
import { findIn, nextFound } from "./find";
import { indexWords } from "./words";

const turn = (id: number, text: string): Turn => ({
  id, speaker: 1, start: id, end: id + 1, corrected: false,
  words: text.split(" ").map((word, at) => ({ id: id * 100 + at, text: word, start: id, end: id + 1, confidence: 1, machine: null })),
});
const index = indexWords([turn(1, "The Trust wrote to the trustees."), turn(2, "A trust, and the Trust.")]);
const find = (text: string, matchCase = false, wholeWords = false) => findIn(index, { find: text, matchCase, wholeWords }).map(({ first, last }) => [first, last]);

describe("finding in a transcript", () => {
  it("finds parts of words, and whole ones only where that is wanted", () => {
    expect(find("trust")).toEqual([[1, 1], [5, 5], [7, 7], [10, 10]]);
    expect(find("trust", false, true)).toEqual([[1, 1], [7, 7], [10, 10]]);
    expect(find("Trust", true)).toEqual([[1, 1], [10, 10]]);
  });

  it("goes over borders of words and not of turns", () => {
    expect(find("wrote  to the")).toEqual([[2, 4]]);
    expect(find("trustees. a")).toEqual([]);
  });

  it("finds nothing for nothing", () => {
    expect(find("  ")).toEqual([]);
  });

  it("goes round at the ends", () => {
    const found = [{ first: 1, last: 1 }, { first: 5, last: 5 }];
    expect([nextFound(found, 1, 1), nextFound(found, 5, 1), nextFound(found, 1, -1), nextFound([], 1, 1)]).toEqual([1, 0, 1, -1]);
  });
});
