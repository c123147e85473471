import { describe, expect, it } from "vitest";
import { filterCriteria } from "./criteria";

const criterion = (number: string, text: string) => ({ id: number, number, text });
const outcomes = [
  { number: "1", text: "Plan visits", criteria: [criterion("1.1", "Agree dates with families"), criterion("1.10", "Check keys")] },
  { number: "2", text: "Write reports", criteria: [criterion("2.1", "Résumé of the visit, agreed and dated")] },
];
const found = (typed: string) => filterCriteria(outcomes, typed).map(({ number }) => number);

describe("filterCriteria", () => {
  it("shows all for nothing typed", () => expect(found("  ")).toEqual(["1.1", "1.10", "2.1"]));
  it.each([["1.1", ["1.1", "1.10"]], ["2", ["2.1"]], ["AC 1.10", ["1.10"]], ["LO2", ["2.1"]], ["3", []]])("takes %s as the beginning of a number", (typed, numbers) =>
    expect(found(typed)).toEqual(numbers));
  it("wants every word, by its beginning, whatever its case or accents", () => {
    expect(found("AGR dat")).toEqual(["1.1", "2.1"]);
    expect(found("resume")).toEqual(["2.1"]);
    expect(found("agree keys")).toEqual([]);
  });
  it("finds by the outcome's words too", () => expect(found("plan")).toEqual(["1.1", "1.10"]));
});
