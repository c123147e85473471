import { signal } from "@preact/signals";
import { api } from "../api/calls";
import type { Strength, Tag } from "../api/types";
import { seenOf } from "../parts/TagDraft";
import { strengthOf } from "../parts/strengths";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";
import { t } from "../texts/texts";

/** The tag whose form is open. */
export const changing = signal<string | null>(null);

/** "1.1", "1.1 and 2.3", "1.1, 2.1 and 2.3" */
export function numbersOf(tags: readonly Pick<Tag, "criterion">[]): string {
  const numbers = tags.map((tag) => tag.criterion.number);
  const last = numbers.pop() ?? "";
  return numbers.length === 0 ? last : t("{numbers} and {last}", { numbers: numbers.join(", "), last });
}

export interface NewTags { readonly criterionIds: string[]; readonly reason: string; readonly strength: Strength }

/** Tags a passage with each criterion. Throws what the server refuses: the palette stays open with it. */
export async function addTags(desk: Desk, passage: Passage, tags: NewTags): Promise<void> {
  const transcript = desk.transcript.value;
  const firstWord = desk.index.value.words[passage.first]?.id;
  const lastWord = desk.index.value.words[passage.last]?.id;
  if (transcript === null || firstWord === undefined || lastWord === undefined) return;
  const added = await api.addTags(transcript.id, { firstWord, lastWord, ...tags });
  takeAdded(desk, added);
  await desk.readCoverage();
}

/** Shows tags that were just made, with the way to take them back. */
export function takeAdded(desk: Desk, added: readonly Tag[]): void {
  const known = new Set(desk.tags.value.map((tag) => tag.id));
  desk.tags.value = [...desk.tags.value.map((tag) => added.find((one) => one.id === tag.id) ?? tag), ...added.filter((tag) => !known.has(tag.id))];
  desk.choice.value = null;
  desk.tagging.value = false;
  desk.openTag.value = added[0]?.id ?? null;
  desk.done.value = {
    text: t("Tagged to {added}.", { added: numbersOf(added) }),
    takeBack: async () => { for (const tag of added) await withdraw(desk, tag, true); },
  };
}

export async function withdraw(desk: Desk, tag: Tag, quietly = false): Promise<void> {
  await desk.guarded(async () => {
    await api.withdrawTag(tag.id);
    replace(desk, { ...tag, state: "withdrawn" });
    desk.done.value = quietly ? null : { text: t("Withdrew the tag on {number}. It is kept below the list.", { number: tag.criterion.number }), takeBack: () => restore(desk, tag) };
    await desk.readCoverage();
  });
}

export async function restore(desk: Desk, tag: Tag): Promise<void> {
  await desk.guarded(async () => {
    replace(desk, await api.restoreTag(tag.id));
    desk.done.value = null;
    await desk.readCoverage();
  });
}

export interface TagChanges {
  readonly reason?: string;
  readonly passage?: Passage | null;
  readonly reviewed?: boolean;
  readonly strength?: Strength;
  readonly criterionId?: string;
}

/**
 * Changes a tag, or says that it still stands. What it was can be had back. Throws what the server refuses.
 * @param tag as the person knows it: what somebody else changed of it meanwhile stays, or is refused where this changes the same
 */
export async function change(desk: Desk, tag: Tag, changes: TagChanges): Promise<void> {
  const words = desk.index.value.words;
  const passage = changes.passage ?? null;
  const changed = await api.changeTag(tag.id, {
    firstWord: (passage === null ? undefined : words[passage.first]?.id) ?? tag.firstWord,
    lastWord: (passage === null ? undefined : words[passage.last]?.id) ?? tag.lastWord,
    reason: changes.reason ?? tag.reason, reviewed: changes.reviewed ?? tag.state !== "review", seen: seenOf(tag),
    ...(changes.strength === undefined ? {} : { strength: changes.strength }),
    ...(changes.criterionId === undefined ? {} : { criterionId: changes.criterionId }),
  });
  replace(desk, changed);
  desk.done.value = { text: t("Changed the tag on {number}.", { number: changed.criterion.number }), takeBack: () => changeBack(desk, tag, changed) };
  await desk.readCoverage();
}

async function changeBack(desk: Desk, before: Tag, now: Tag): Promise<void> {
  replace(desk, await api.changeTag(now.id, {
    firstWord: before.firstWord, lastWord: before.lastWord, reason: before.reason, reviewed: before.state !== "review",
    strength: strengthOf(before), criterionId: before.criterion.id, seen: seenOf(now),
  }));
  await desk.readCoverage();
}

function replace(desk: Desk, tag: Tag): void {
  desk.tags.value = desk.tags.value.map((one) => (one.id === tag.id ? tag : one));
}
