import { computed, signal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem, sentence } from "../api/problem";
import type { Criterion, Likely, Strength, SuggestedPassage, Suggestions, Tag } from "../api/types";
import { keep, kept } from "../state/kept";
import type { Desk } from "./Desk";
import { takeAdded } from "./tagging";
import type { WordIndex } from "./words";
import { t } from "../texts/texts";

/** A suggested passage as it lies in the words now, both ends included. */
export interface Hint {
  readonly passage: SuggestedPassage;
  readonly first: number;
  readonly last: number;
}

/** The words of a tag, and its criterion. */
type Tagged = Pick<Tag, "criterion" | "firstWord" | "lastWord" | "state">;

/**
 * Suggestions as they stand in the words: in reading order, without criteria that some of the passage's words are tagged to
 * by now. Passages whose words are gone, or for which nothing is left to suggest, leave no hint.
 */
export function hintsOf(passages: readonly SuggestedPassage[], index: WordIndex, tags: readonly Tagged[] = []): Hint[] {
  const taken = tags.flatMap((tag) => {
    const from = index.positions.get(tag.firstWord);
    const to = index.positions.get(tag.lastWord);
    return tag.state === "withdrawn" || from === undefined || to === undefined ? [] : [{ criterionId: tag.criterion.id, from, to }];
  });
  return passages
    .flatMap((passage) => {
      const first = index.positions.get(passage.firstWord);
      const last = index.positions.get(passage.lastWord);
      if (first === undefined || last === undefined || last < first) return [];
      const over = new Set(taken.filter((one) => one.from <= last && one.to >= first).map((one) => one.criterionId));
      const criteria = passage.criteria.filter((one) => !over.has(one.criterionId));
      if (criteria.length === 0) return [];
      return [{ passage: criteria.length === passage.criteria.length ? passage : { ...passage, criteria }, first, last }];
    })
    .sort((one, other) => one.first - other.first || one.last - other.last);
}

/** The hint at a place: of those that hold it, the shortest. */
export function hintAt(hints: readonly Hint[], position: number): Hint | null {
  let found: Hint | null = null;
  for (const hint of hints) {
    if (hint.first > position) break;
    if (hint.last >= position && (found === null || hint.last - hint.first < found.last - found.first)) found = hint;
  }
  return found;
}

/** The next hint that begins after this place, or the one before; null at the end. */
export function stepHint(hints: readonly Hint[], position: number, direction: 1 | -1): Hint | null {
  return (direction === 1 ? hints.find((hint) => hint.first > position) : [...hints].reverse().find((hint) => hint.first < position)) ?? null;
}

/** Hints by the turn in which they begin. */
export function hintsByTurn(hints: readonly Hint[], index: WordIndex): Map<number, Hint[]> {
  const places = new Map<number, Hint[]>();
  for (const hint of hints) {
    const place = index.turnOf[hint.first] ?? 0;
    const list = places.get(place);
    if (list) list.push(hint);
    else places.set(place, [hint]);
  }
  return places;
}

/**
 * What the machine suggests for this recording: passages, each with criteria it may speak for. Nothing is a tag before a
 * person accepts it; what was accepted or refused is not offered again.
 */
export class Hints {
  /** null: not read yet, or this server makes none */
  readonly all = signal<Suggestions | null>(null);
  /** switched off, nothing of them is seen; remembered in this browser */
  readonly shown = signal(kept("suggestions") !== "hidden");
  readonly trouble = signal<string | null>(null);
  readonly busy = signal(false);

  private readonly drawn = computed(() => (this.shown.value ? hintsOf(this.all.value?.passages ?? [], this.desk.index.value, this.desk.tags.value) : []));
  readonly list = computed(() => this.drawn.value);
  readonly byTurn = computed(() => hintsByTurn(this.drawn.value, this.desk.index.value));
  /** at the chosen words, else at the word being heard */
  readonly here = computed(() => hintAt(this.drawn.value, this.desk.passage.value?.first ?? this.desk.current.value));
  /** the criterion of the passage here that one key accepts or refuses; null: the first */
  readonly picked = signal<string | null>(null);
  readonly likely = computed<Likely | null>(() => {
    const criteria = this.here.value?.passage.criteria ?? [];
    return criteria.find((one) => one.criterionId === this.picked.value) ?? criteria[0] ?? null;
  });

  constructor(private readonly desk: Desk) {}

  criterion(id: string): Criterion | null {
    return this.desk.session.value?.unit.outcomes.flatMap((outcome) => outcome.criteria).find((one) => one.id === id) ?? null;
  }

  async read(): Promise<void> {
    try {
      this.all.value = await api.suggestions(this.desk.id);
      this.trouble.value = null;
    } catch (failure) {
      if (failure instanceof Problem && failure.kind === "not-found") this.all.value = null;
      else this.trouble.value = sentence(failure);
    }
  }

  /** Makes them anew, of the words as they are now. */
  async refresh(): Promise<void> {
    await this.guarded(async () => {
      const job = await api.refreshSuggestions(this.desk.id);
      const before = this.all.value;
      this.all.value = { passages: before?.passages ?? [], stale: before?.stale ?? false, note: before?.note ?? null, state: "working", job };
    });
  }

  show(shown: boolean): void {
    this.shown.value = shown;
    keep("suggestions", shown ? null : "hidden");
  }

  /** Accepting makes a tag; refusing is kept, so that it is not offered again. Throws nothing: what went wrong is said beside the suggestions. */
  async answer(passage: SuggestedPassage, likely: Likely, accept: boolean, strength: Strength = "fully"): Promise<void> {
    const { desk } = this;
    const transcript = desk.transcript.value;
    const criterion = this.criterion(likely.criterionId);
    if (transcript === null || criterion === null || this.busy.value) return;
    await this.guarded(async () => {
      const { tag, history } = await api.answerSuggestion(transcript.id, { passageId: passage.id, criterionId: likely.criterionId, accept, ...(accept ? { strength } : {}) });
      this.leaveOut(passage.id, likely.criterionId);
      this.picked.value = null;
      if (tag !== null) takeAdded(desk, [tag]);
      const step = history.undo;
      desk.done.value = {
        text: accept ? t("Tagged to {number}, as suggested.", { number: criterion.number }) : t("Not {number}: it will not be suggested for this passage again.", { number: criterion.number }),
        takeBack: () => desk.steps.move("undo", step?.id ?? null),
      };
      if (tag !== null) await desk.readCoverage();
    });
  }

  private leaveOut(passageId: string, criterionId: string): void {
    const before = this.all.value;
    if (before === null) return;
    this.all.value = {
      ...before,
      passages: before.passages.map((one) => (one.id === passageId ? { ...one, criteria: one.criteria.filter((each) => each.criterionId !== criterionId) } : one)),
    };
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    this.busy.value = true;
    this.trouble.value = null;
    try {
      await work();
    } catch (failure) {
      this.trouble.value = sentence(failure);
    } finally {
      this.busy.value = false;
    }
  }
}
