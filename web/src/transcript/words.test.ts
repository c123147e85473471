import { describe, expect, it } from "vitest";
import { turnsOf } from "./samples";
import { indexWords, positionAt, positionFrom, positionOf, step, turnAt } from "./words";

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

describe("positionFrom", () => {
  const turns = turnsOf("one two three", "four five", "six");
  const words = turns.flatMap((turn) => turn.words);
  // two words that begin together, and a turn that begins before the word it follows
  for (const [place, start] of [[0, 0], [1, 0], [2, 1.5], [3, 1.2], [4, 1.5], [5, 2]] as const) { const word = words[place]; if (word !== undefined) word.start = start; }
  const stumbling = indexWords(turns);
  const goTo = (position: number, hair = 0) => positionFrom(stumbling, (words[position]?.start ?? 0) + hair, position);

  it("stays on each word that was gone to, whatever the times of its neighbours", () => {
    for (const hair of [0, -0.0005, 0.0005]) expect(words.map((_, position) => goTo(position, hair))).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it("lets every turn be reached by steps, down and up", () => {
    const walk = (from: number, by: "word" | "turn", direction: 1 | -1) => goTo(step(stumbling, from, by, direction));
    expect([walk(0, "turn", 1), walk(3, "turn", 1), walk(5, "turn", -1), walk(3, "turn", -1)]).toEqual([3, 5, 3, 0]);
    expect(words.map((_, position) => walk(position, "word", 1))).toEqual([1, 2, 3, 4, 5, 5]);
  });
  it("follows the sound again as soon as it goes on, or elsewhere", () => {
    expect(positionFrom(stumbling, 0.1, 0)).toBe(1);
    expect(positionFrom(stumbling, 1.3, 3)).toBe(3);
    expect(positionFrom(stumbling, 1.6, 3)).toBe(4);
    expect(positionFrom(stumbling, 0.5, 3)).toBe(1);
    expect(positionFrom(stumbling, -1, 3)).toBe(-1);
    expect(positionFrom(stumbling, 9, -1)).toBe(5);
  });
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
