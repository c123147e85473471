import { describe, expect, it } from "vitest";
import type { Check, Turn } from "../api/types";
import { checkedPercent, nextUnchecked, saidOf, statesOf } from "./checks";
import { indexWords } from "./words";

const turn = (id: number, words: number): Turn => ({
  id, speaker: 1, start: id, end: id + 1, corrected: false,
  words: Array.from({ length: words }, (_, at) => ({ id: id * 10 + at, text: "word", start: id, end: id + 1, confidence: 1, machine: null })),
});
const ada = { id: "p", name: "Ada" };
const check = (firstWord: number, lastWord: number, state: Check["state"] = "checked"): Check => ({ firstWord, lastWord, state, by: ada, at: "2026-11-23T10:00:00Z", how: state === "confirmed" ? "presence" : null });
const index = indexWords([turn(1, 3), turn(2, 2), turn(3, 4)]);

describe("how far a transcript has been looked at", () => {
  it("knows each word and each turn", () => {
    const states = statesOf(index, [check(11, 21), check(30, 33, "confirmed")]);
    expect([...states.words]).toEqual([0, 1, 1, 1, 1, 2, 2, 2, 2]);
    expect(states.turns.map((one) => one.state)).toEqual(["part", "checked", "confirmed"]);
    expect([states.checked, states.confirmed]).toEqual([8, 4]);
    expect(states.turns[2]?.said).toMatch(/^Confirmed by the learner, noted by Ada, 23 Nov 2026/);
  });

  it("leaves out a run whose words are gone", () => {
    expect(statesOf(index, [check(11, 99)]).checked).toBe(0);
  });

  it("says hundred only where nothing is left", () => {
    expect(checkedPercent(0, 0)).toBe(0);
    expect(checkedPercent(999, 1000)).toBe(99);
    expect(checkedPercent(1000, 1000)).toBe(100);
  });

  it("finds the next words that nobody checked, and those before", () => {
    const states = statesOf(index, [check(11, 21), check(31, 31)]);
    expect(nextUnchecked(states, index, 1, 1)).toBe(5);
    expect(nextUnchecked(states, index, 6, 1)).toBe(7);
    expect(nextUnchecked(states, index, 9, -1)).toBe(7);
    expect(nextUnchecked(states, index, 5, -1)).toBe(0);
    expect(nextUnchecked(states, index, 0, -1)).toBeNull();
  });

  it("says whether the learner confirmed alone", () => {
    expect(saidOf({ ...check(1, 1, "confirmed"), how: "self" })).toMatch(/^Confirmed by Ada/);
  });
});
