import { expect, test } from "vitest";
import type { ProposalChange } from "../api/types";
import { headingOf, shownChanges } from "./changes";

const change = (kind: ProposalChange["kind"], tagIds: string[] = []): ProposalChange =>
  ({ start: 0, end: 1, kind, speaker: null, unnamed: null, voices: null, contextBefore: "", before: "a", after: "b", contextAfter: "", tagIds });

test("changes of capitals and punctuation are listed only when asked for", () => {
  const all = [change("words"), change("writing"), change("speaker"), change("words", ["t1"])];
  expect(shownChanges(all, { onlyTagged: false, withWriting: false }).map((one) => one.kind)).toEqual(["words", "speaker", "words"]);
  expect(shownChanges(all, { onlyTagged: false, withWriting: true })).toEqual(all);
  expect(shownChanges(all, { onlyTagged: true, withWriting: true })).toEqual([all[3]]);
});

test("the heading counts them apart", () => {
  expect(headingOf(0, 0)).toBe("Both hearings read the same");
  expect(headingOf(1, 0)).toBe("1 place would read differently");
  expect(headingOf(12, 312)).toBe("12 places would read differently, and 312 changes of capitals and punctuation");
  expect(headingOf(0, 1)).toBe("The same words, with 1 change of capitals and punctuation");
});
