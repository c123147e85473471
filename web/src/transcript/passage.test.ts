import { describe, expect, it } from "vitest";
import { extend, heard, passageOf, quote, sentenceAt, snap, stepSentence, wholeTurn } from "./passage";
import { turnsOf } from "./samples";
import { indexWords } from "./words";

const index = indexWords(turnsOf("one two three", "four five", "six"));
const edge = (position: number, offset: number, length = 5) => ({ position, offset, length });

describe("snap", () => {
  it("takes in every word it touches", () => expect(snap(edge(1, 2), edge(3, 1))).toEqual({ first: 1, last: 3 }));
  it("leaves out a word only its edge of which was touched", () => {
    expect(snap(edge(1, 5), edge(3, 0))).toEqual({ first: 2, last: 2 });
  });
  it("is nothing where no letter lies between", () => {
    expect(snap(edge(1, 2), edge(1, 2))).toBeNull();
    expect(snap(edge(1, 5), edge(2, 0))).toBeNull();
  });
});

describe("extend", () => {
  it("moves the free end by word, past where it began too", () => {
    expect(extend(index, { anchor: 1, focus: 1 }, "word", -1)).toEqual({ anchor: 1, focus: 0 });
    expect(passageOf({ anchor: 1, focus: 0 })).toEqual({ first: 0, last: 1 });
  });
  it("takes the rest of a turn, then the whole next one", () => {
    const rest = extend(index, { anchor: 1, focus: 1 }, "turn", 1);
    expect(rest).toEqual({ anchor: 1, focus: 2 });
    expect(extend(index, rest, "turn", 1)).toEqual({ anchor: 1, focus: 4 });
    expect(extend(index, { anchor: 1, focus: 5 }, "turn", 1)).toEqual({ anchor: 1, focus: 5 });
  });
  it("goes back to the beginnings of turns", () => {
    expect(extend(index, { anchor: 4, focus: 4 }, "turn", -1)).toEqual({ anchor: 4, focus: 3 });
  });
});

it("takes a whole turn", () => expect(wholeTurn(index, 1)).toEqual({ anchor: 0, focus: 2 }));

it("quotes and times a passage over turns", () => {
  expect(quote(index, { first: 2, last: 4 })).toBe("three four five");
  expect(heard(index, { first: 2, last: 4 })).toEqual({ start: 1, end: 2.4 });
});

describe("sentences", () => {
  const spoken = indexWords(turnsOf("I went. Then he asked “why?” and", "so on. نعم؟ لا"));
  it("end with their mark, closing quotation marks or not, and with the turn", () => {
    expect(sentenceAt(spoken, 1)).toEqual({ first: 0, last: 1 });
    expect(sentenceAt(spoken, 3)).toEqual({ first: 2, last: 5 });
    expect(sentenceAt(spoken, 6)).toEqual({ first: 6, last: 6 });
    expect(sentenceAt(spoken, 9)).toEqual({ first: 9, last: 9 });
  });
  it("are stepped over by either edge, and never past the words there are", () => {
    expect(stepSentence(spoken, 2, "last", 1)).toBe(5);
    expect(stepSentence(spoken, 5, "last", 1)).toBe(6);
    expect(stepSentence(spoken, 5, "last", -1)).toBe(1);
    expect(stepSentence(spoken, 4, "first", -1)).toBe(2);
    expect(stepSentence(spoken, 2, "first", -1)).toBe(0);
    expect(stepSentence(spoken, 2, "first", 1)).toBe(6);
    expect(stepSentence(spoken, 0, "first", -1)).toBe(0);
    expect(stepSentence(spoken, 10, "last", 1)).toBe(10);
  });
  it("grow the choice", () => expect(extend(spoken, { anchor: 3, focus: 3 }, "sentence", 1)).toEqual({ anchor: 3, focus: 5 }));
});
