import { describe, expect, it } from "vitest";
import type { Turn } from "../api/types";
import { anotherVoice, nameOf, pairOf, runsOf, unnamed } from "./speakers";
import { speak } from "../texts/texts";
import { indexWords } from "./words";

let id = 0;
const turn = (speaker: number | null, words: number): Turn => ({
  id: (id += 1), speaker, start: 0, end: 1, corrected: false,
  words: Array.from({ length: words }, () => ({ id: (id += 1), text: "word", start: id, end: id, confidence: 1, machine: id })),
});
const named = (...numbers: number[]) => numbers.map(unnamed);

describe("speakers", () => {
  it("finds what must be given back when a change over several turns is undone", () => {
    const index = indexWords([turn(1, 3), turn(2, 2), turn(2, 1), turn(null, 2)]);
    const ids = index.words.map((word) => word.id);
    expect(runsOf(index, { first: 1, last: 6 })).toEqual([
      { firstWord: ids[1], lastWord: ids[2], speaker: 1 }, { firstWord: ids[3], lastWord: ids[5], speaker: 2 }, { firstWord: ids[6], lastWord: ids[6], speaker: null },
    ]);
  });

  it("swaps without asking only where two speak", () => {
    expect(pairOf(named(1, 2), [turn(1, 1), turn(2, 1)])?.map((one) => one.number)).toEqual([1, 2]);
    expect(pairOf(named(1, 2, 3), [turn(1, 1), turn(3, 1)])?.map((one) => one.number)).toEqual([1, 3]);
    expect(pairOf(named(1, 2, 3), [turn(1, 1), turn(2, 1), turn(3, 1)])).toBeNull();
    expect(pairOf(named(1), [turn(1, 1)])).toBeNull();
  });

  it("says in the language of the page whom nobody has named, and leaves a name as it is", () => {
    expect(nameOf(unnamed(2))).toBe("Speaker 2");
    speak("cy", { "Speaker {number}": "Siaradwr {number}" });
    expect([unnamed(2), { number: 1, name: "Speaker 2", named: true }, { number: 3, name: "Ann", named: true }].map(nameOf)).toEqual(["Siaradwr 2", "Speaker 2", "Ann"]);
    speak("en", null);
  });

  it("gives a new voice a number of its own", () => {
    expect(anotherVoice(named(1, 4))).toBe(5);
    expect(anotherVoice([])).toBe(1);
  });
});
