import { describe, expect, it } from "vitest";
import { findPlaces, nextPlace } from "./find";
import { indexWords } from "./words";

let id = 0;
const index = (...turns: string[]) => indexWords(turns.map((text, at) => ({
  id: at + 1, speaker: 1, start: at * 10, end: at * 10 + 9, corrected: false,
  words: text.split(" ").map((one) => ({ id: (id += 1), text: one, start: at * 10, end: at * 10 + 1, confidence: 1, machine: id })),
})));
const all = { matchCase: false, wholeWords: false };

describe("finding in a transcript", () => {
  it("goes over borders of words and not of turns", () => {
    const words = index("we work with partner agencies", "agencies work with us");
    expect(findPlaces(words, { find: "partner agencies", ...all })).toEqual([{ first: 3, last: 4 }]);
    expect(findPlaces(words, { find: "ner  ag", ...all })).toEqual([{ first: 3, last: 4 }]);
    expect(findPlaces(words, { find: "agencies agencies", ...all })).toEqual([]);
    expect(findPlaces(words, { find: "WORK", ...all })).toEqual([{ first: 1, last: 1 }, { first: 6, last: 6 }]);
    expect(findPlaces(words, { find: "WORK", matchCase: true, wholeWords: false })).toEqual([]);
  });

  it("takes whole words, apostrophes and punctuation as people do", () => {
    const words = index("can can't cannot (can) can’t can.");
    expect(findPlaces(words, { find: "can", matchCase: false, wholeWords: true }).map((one) => one.first)).toEqual([0, 3, 5]);
    expect(findPlaces(words, { find: "can.", matchCase: false, wholeWords: true })).toEqual([{ first: 5, last: 5 }]);
  });

  it("never cuts a letter from its accent, nor a pair in two, and letters stay where they are", () => {
    expect(findPlaces(index("cafe\u0301 İstanbul cafe"), { find: "cafe", ...all })).toEqual([{ first: 2, last: 2 }]);
    expect(findPlaces(index("İİİ Ankara 😀"), { find: "ankara", ...all })).toEqual([{ first: 1, last: 1 }]);
    expect(findPlaces(index("😀"), { find: "\uDE00", ...all })).toEqual([]);
  });

  it("finds nothing for nothing, and the words of regular expressions as they are", () => {
    expect(findPlaces(index("a b"), { find: " ", ...all })).toEqual([]);
    expect(findPlaces(index("a.* b"), { find: ".*", ...all })).toEqual([{ first: 0, last: 0 }]);
    expect(findPlaces(index("aaaa"), { find: "aa", ...all })).toHaveLength(2);
    expect(findPlaces(indexWords([]), { find: "a", ...all })).toEqual([]);
  });

  it("goes round at the ends", () => {
    const places = [{ first: 2, last: 2 }, { first: 5, last: 6 }];
    expect(nextPlace(places, 2, 1)).toBe(1);
    expect(nextPlace(places, 5, 1)).toBe(0);
    expect(nextPlace(places, 2, -1)).toBe(1);
    expect(nextPlace([], 0, 1)).toBe(-1);
  });
});
