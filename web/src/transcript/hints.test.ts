import { says } from "../../tests/fake/says.ts";
import { describe, expect, it } from "vitest";
import type { SuggestedPassage } from "../api/types";
import { hintAt, hintsByTurn, hintsOf, stepHint } from "./Hints";
import { tagOf, turnsOf } from "./samples";
import { indexWords } from "./words";

const suggested = (id: string, firstWord: number, lastWord: number, criteria = 1): SuggestedPassage => ({
  id, firstWord, lastWord, start: 0, end: 1, topic: "partner agencies", criteria: Array.from({ length: criteria }, (_, at) => ({ criterionId: `c${at}`, score: 0.5, words: [], because: says("") })),
});

describe("suggested passages in the words", () => {
  const index = indexWords(turnsOf("One two three. Four five.", "Six seven eight nine", "Ten"));
  const hints = hintsOf([suggested("late", 105, 108), suggested("early", 100, 107), suggested("answered", 109, 109, 0), suggested("gone", 100, 990)], index);

  it("leave out what is answered and what has lost its words, and stand in reading order", () => {
    expect(hints.map((hint) => [hint.passage.id, hint.first, hint.last])).toEqual([["early", 0, 7], ["late", 5, 8]]);
  });

  it("leave out criteria that words of the passage are tagged to, unless the tag was withdrawn", () => {
    const both = [suggested("one", 100, 104, 2), suggested("two", 105, 108, 1)];
    const tag = (state: "active" | "withdrawn") => ({ ...tagOf("t1", "1.1", 103, 106, state), criterion: { id: "c0", number: "1.1", text: "" } });
    expect(hintsOf(both, index, [tag("active")]).map((hint) => [hint.passage.id, hint.passage.criteria.map((each) => each.criterionId)])).toEqual([["one", ["c1"]]]);
    expect(hintsOf(both, index, [tag("withdrawn")]).map((hint) => hint.passage)).toEqual(both);
  });

  it("are found at a place, the shortest of those that hold it", () => {
    expect(hintAt(hints, 2)?.passage.id).toBe("early");
    expect(hintAt(hints, 6)?.passage.id).toBe("late");
    expect(hintAt(hints, 9)).toBeNull();
    expect(hintAt(hints, -1)).toBeNull();
  });

  it("are stepped through in both directions and end at the ends", () => {
    expect(stepHint(hints, -1, 1)?.passage.id).toBe("early");
    expect(stepHint(hints, 0, 1)?.passage.id).toBe("late");
    expect(stepHint(hints, 5, 1)).toBeNull();
    expect(stepHint(hints, 5, -1)?.passage.id).toBe("early");
    expect(stepHint(hints, 0, -1)).toBeNull();
  });

  it("are marked at the turn in which they begin", () => {
    expect([...hintsByTurn(hints, index)].map(([place, list]) => [place, list.length])).toEqual([[0, 1], [1, 1]]);
  });
});
