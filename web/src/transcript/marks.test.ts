import { describe, expect, it } from "vitest";
import { marksOf, piecesByTurn } from "./marks";
import { tagOf, turnsOf } from "./samples";
import { indexWords } from "./words";

const index = indexWords(turnsOf("one two three", "four five", "six"));

describe("marksOf", () => {
  it("puts tags on the same passage into one mark, criteria in order of number", () => {
    const marks = marksOf([tagOf("a", "2.10", 101, 103), tagOf("b", "2.9", 101, 103), tagOf("c", "1.1", 100, 100)], index);
    expect(marks.map((mark) => [mark.first, mark.last, mark.tags.map((tag) => tag.criterion.number)])).toEqual([
      [0, 0, ["1.1"]],
      [1, 3, ["2.9", "2.10"]],
    ]);
  });
  it("leaves out withdrawn tags and those whose words are gone", () => {
    expect(marksOf([tagOf("a", "1.1", 100, 101, "withdrawn"), tagOf("b", "1.1", 900, 901)], index)).toEqual([]);
  });
  it("stands on the end that is left, and says that it wants a look", () => {
    expect(marksOf([tagOf("a", "1.1", 900, 104, "review")], index)).toMatchObject([{ first: 4, last: 4, review: true }]);
  });
});

it("cuts a mark at the turns", () => {
  const pieces = piecesByTurn(marksOf([tagOf("a", "1.1", 102, 105)], index), index);
  expect([...pieces].map(([place, [piece]]) => [place, piece?.first, piece?.last, piece?.begins, piece?.ends])).toEqual([
    [0, 2, 2, true, false],
    [1, 3, 4, false, false],
    [2, 5, 5, false, true],
  ]);
});
