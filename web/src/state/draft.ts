import type { Unit, UnitDraft } from "../api/types";
import { t } from "../texts/texts";

/** Changes to a unit being imported or typed in. Every function answers a new draft and leaves the old one alone. */

export type DraftOutcome = UnitDraft["outcomes"][number];
export type DraftCriterion = DraftOutcome["criteria"][number];

export function emptyDraft(): UnitDraft {
  return {
    title: "", number: null, reference: null, level: null, creditValue: null, guidedLearningHours: null, purpose: null,
    simulationAllowed: null, evidenceRequirements: null, methods: [],
    outcomes: [{ number: "1", text: "", criteria: [{ number: "1.1", text: "" }] }],
  };
}

export function draftOf(unit: Unit): UnitDraft {
  const { title, number, reference, level, creditValue, guidedLearningHours, purpose, simulationAllowed, evidenceRequirements, methods } = unit;
  return {
    title, number, reference, level, creditValue, guidedLearningHours, purpose, simulationAllowed, evidenceRequirements, methods,
    outcomes: unit.outcomes.map((outcome) => ({
      number: outcome.number, text: outcome.text, criteria: outcome.criteria.map((each) => ({ number: each.number, text: each.text })),
    })),
  };
}

export function changeOutcome(draft: UnitDraft, index: number, change: Partial<DraftOutcome>): UnitDraft {
  return { ...draft, outcomes: draft.outcomes.map((each, at) => (at === index ? { ...each, ...change } : each)) };
}

export function addOutcome(draft: UnitDraft): UnitDraft {
  const number = nextNumber(draft.outcomes.map((each) => each.number), "");
  return { ...draft, outcomes: [...draft.outcomes, { number, text: "", criteria: [{ number: `${number}.1`, text: "" }] }] };
}

export function removeOutcome(draft: UnitDraft, index: number): UnitDraft {
  return { ...draft, outcomes: draft.outcomes.filter((_, at) => at !== index) };
}

export function moveOutcome(draft: UnitDraft, index: number, by: -1 | 1): UnitDraft {
  return { ...draft, outcomes: moved(draft.outcomes, index, by) };
}

export function addCriterion(draft: UnitDraft, outcome: number): UnitDraft {
  const holder = draft.outcomes[outcome];
  if (holder === undefined) return draft;
  const number = nextNumber(holder.criteria.map((each) => each.number), `${holder.number}.`);
  return changeOutcome(draft, outcome, { criteria: [...holder.criteria, { number, text: "" }] });
}

export function changeCriterion(draft: UnitDraft, outcome: number, index: number, change: Partial<DraftCriterion>): UnitDraft {
  const criteria = draft.outcomes[outcome]?.criteria ?? [];
  return changeOutcome(draft, outcome, { criteria: criteria.map((each, at) => (at === index ? { ...each, ...change } : each)) });
}

export function removeCriterion(draft: UnitDraft, outcome: number, index: number): UnitDraft {
  return changeOutcome(draft, outcome, { criteria: (draft.outcomes[outcome]?.criteria ?? []).filter((_, at) => at !== index) });
}

export function moveCriterion(draft: UnitDraft, outcome: number, index: number, by: -1 | 1): UnitDraft {
  return changeOutcome(draft, outcome, { criteria: moved(draft.outcomes[outcome]?.criteria ?? [], index, by) });
}

function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const one = next[index];
  const other = next[index + by];
  if (one === undefined || other === undefined) return next;
  next[index] = other;
  next[index + by] = one;
  return next;
}

/** One more than the highest number that starts with `before`: "1.1", "1.3" gives "1.4". */
function nextNumber(numbers: readonly string[], before: string): string {
  const ends = numbers.map((each) => (each.startsWith(before) ? Number.parseInt(each.slice(before.length), 10) : Number.NaN)).filter((each) => !Number.isNaN(each));
  return `${before}${Math.max(0, ...ends) + 1}`;
}

/** What keeps a draft from being saved, each a sentence. The server checks again. */
export function draftProblems(draft: UnitDraft): string[] {
  const problems: string[] = [];
  if (draft.title.trim() === "") problems.push(t("The unit has no title."));
  const criteria = draft.outcomes.flatMap((each) => each.criteria);
  if (criteria.length === 0) problems.push(t("The unit has no criteria. A passage can only be tagged to a criterion."));
  for (const outcome of draft.outcomes) {
    if (outcome.text.trim() === "") problems.push(t("Outcome {number} has no wording.", { number: outcome.number || t("without a number") }));
  }
  for (const each of criteria) {
    if (each.number.trim() === "") problems.push(t("A criterion has no number: “{slice}”.", { slice: each.text.slice(0, 60) }));
    if (each.text.trim() === "") problems.push(t("Criterion {number} has no wording.", { number: each.number || t("without a number") }));
  }
  for (const number of twice(draft.outcomes.map((each) => each.number.trim()))) problems.push(t("Two outcomes have the number {number}.", { number }));
  for (const number of twice(criteria.map((each) => each.number.trim()))) problems.push(t("Two criteria have the number {number}.", { number }));
  return problems;
}

function twice(numbers: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const number of numbers) {
    if (number !== "" && seen.has(number)) again.add(number);
    seen.add(number);
  }
  return [...again];
}
