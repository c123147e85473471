import { describe, expect, it } from "vitest";
import * as d from "../src/state/draft";
import { unit } from "./fake-data";

const numbers = (draft: ReturnType<typeof d.emptyDraft>) => draft.outcomes.map((each) => [each.number, ...each.criteria.map((other) => other.number)]);

describe("a unit's draft", () => {
  it("grows with the next free numbers", () => {
    let draft = d.emptyDraft();
    draft = d.addCriterion(draft, 0);
    draft = d.addOutcome(draft);
    draft = d.addCriterion(draft, 1);
    expect(numbers(draft)).toEqual([["1", "1.1", "1.2"], ["2", "2.1", "2.2"]]);
    draft = d.removeCriterion(draft, 0, 0);
    draft = d.addCriterion(draft, 0);
    expect(numbers(draft)[0]).toEqual(["1", "1.2", "1.3"]);
  });

  it("moves within its bounds, and leaves the old draft alone", () => {
    const before = d.draftOf(unit);
    const after = d.moveCriterion(before, 0, 1, -1);
    expect(numbers(after)[0]).toEqual(["1", "1.2", "1.1", "1.3", "1.4"]);
    expect(numbers(before)[0]).toEqual(["1", "1.1", "1.2", "1.3", "1.4"]);
    expect(d.moveOutcome(before, 0, -1).outcomes).toEqual(before.outcomes);
    expect(d.moveOutcome(before, 2, 1).outcomes).toEqual(before.outcomes);
    expect(d.addCriterion(before, 9)).toBe(before);
  });

  it("says what keeps it from being saved", () => {
    expect(d.draftProblems(d.draftOf(unit))).toEqual([]);
    expect(d.draftProblems(d.emptyDraft())).toEqual(["The unit has no title.", "Outcome 1 has no wording.", "Criterion 1.1 has no wording."]);
    const twice = d.changeCriterion(d.draftOf(unit), 0, 1, { number: "1.1" });
    expect(d.draftProblems(twice)).toEqual(["Two criteria have the number 1.1."]);
    const none = { ...d.draftOf(unit), outcomes: [] };
    expect(d.draftProblems(none)[0]).toMatch(/no criteria/);
  });
});
