import { describe, expect, it } from "vitest";
import { turnsOf } from "./samples";
import { indexWords, positionAt, positionOf, step, turnAt } from "./words";

const index = indexWords(turnsOf("one two three", "four five", "six"));

describe("positionAt", () => {
  it("is -1 before the first word and the last word after the end", () => {
    expect(positionAt(index, -0.1)).toBe(-1);
    expect(positionAt(index, 900)).toBe(5);
  });
  it("stays on a word until the next begins", () => {
    expect([0, 0.49, 0.5, 1.7].map((seconds) => positionAt(index, seconds))).toEqual([0, 0, 1, 3]);
  });
  it("agrees with a plain look through a long transcript whose times stumble", () => {
    const turns = turnsOf(Array.from({ length: 5000 }, (_, n) => `w${n}`).join(" "));
    const word = turns[0]?.words[40];
    if (word) word.start = 3;
    const long = indexWords(turns);
    for (let seconds = -1; seconds < 2600; seconds += 7.3) {
      let plain = -1;
      long.starts.forEach((start, position) => { if (start <= seconds) plain = position; });
      expect(positionAt(long, seconds)).toBe(plain);
    }
  });
  it("has nothing to find in an empty transcript", () => expect(positionAt(indexWords([]), 3)).toBe(-1));
});

describe("step", () => {
  it("goes by word and stops at the ends", () => {
    expect(step(index, 2, "word", 1)).toBe(3);
    expect(step(index, 0, "word", -1)).toBe(0);
    expect(step(index, 5, "word", 1)).toBe(5);
  });
  it("goes back to the beginning of a turn first, then to the one before", () => {
    expect(step(index, 4, "turn", -1)).toBe(3);
    expect(step(index, 3, "turn", -1)).toBe(0);
    expect(step(index, 1, "turn", 1)).toBe(3);
    expect(step(index, 5, "turn", 1)).toBe(5);
  });
});

it("finds words by id, and their turn", () => {
  expect(positionOf(index, 104)).toBe(4);
  expect(positionOf(index, 7)).toBeNull();
  expect(turnAt(index, 4)?.id).toBe(2);
});
