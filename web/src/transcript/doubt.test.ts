import { describe, expect, it } from "vitest";
import type { Turn } from "../api/types";
import { countDoubts, doubtOf, nextDoubt } from "./doubt";
import { indexWords } from "./words";

let id = 0;
const turn = (confidences: (number | null)[], corrected = false): Turn => ({
  id: (id += 1), speaker: 1, start: id, end: id + 1, corrected,
  words: confidences.map((confidence) => ({ id: (id += 1), text: "word", start: id, end: id + 0.5, confidence, machine: confidence === null ? null : id })),
});

describe("doubt", () => {
  it("has two steps, below 0.8 and below 0.6", () => {
    const read = (confidence: number) => doubtOf({ confidence });
    expect([1, 0.8, 0.799, 0.6, 0.599, 0].map(read)).toEqual(["none", "none", "unsure", "unsure", "guess", "guess"]);
  });

  it("leaves alone what a person wrote, not the rest of its turn", () => {
    expect(doubtOf({ confidence: null })).toBe("none");
    expect(countDoubts(indexWords([turn([null, 0.1, 0.7, 0.9], true)]))).toEqual({ unsure: 1, guess: 1 });
  });

  it("goes from one doubtful word to the next, over turns and past words that a person wrote", () => {
    const index = indexWords([turn([0.9, 0.7]), turn([null, 0.9], true), turn([null, 0.5, 0.95])]);
    expect(nextDoubt(index, -1, 1)).toBe(1);
    expect(nextDoubt(index, 1, 1)).toBe(5);
    expect(nextDoubt(index, 5, 1)).toBeNull();
    expect(nextDoubt(index, 5, -1)).toBe(1);
    expect(countDoubts(index)).toEqual({ unsure: 1, guess: 1 });
  });
});
