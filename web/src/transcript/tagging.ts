import { api } from "../api/calls";
import type { Tag } from "../api/types";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";

/** "1.1", "1.1 and 2.3", "1.1, 2.1 and 2.3" */
export function numbersOf(tags: readonly Pick<Tag, "criterion">[]): string {
  const numbers = tags.map((tag) => tag.criterion.number);
  const last = numbers.pop() ?? "";
  return numbers.length === 0 ? last : `${numbers.join(", ")} and ${last}`;
}

/** Tags a passage with each criterion. Throws what the server refuses: the palette stays open with it. */
export async function addTags(desk: Desk, passage: Passage, criterionIds: string[], reason: string): Promise<void> {
  const transcript = desk.transcript.value;
  const firstWord = desk.index.value.words[passage.first]?.id;
  const lastWord = desk.index.value.words[passage.last]?.id;
  if (transcript === null || firstWord === undefined || lastWord === undefined) return;
  const added = await api.addTags(transcript.id, { firstWord, lastWord, criterionIds, reason });
  desk.tags.value = [...desk.tags.value, ...added];
  desk.choice.value = null;
  desk.tagging.value = false;
  desk.openTag.value = added[0]?.id ?? null;
  desk.done.value = {
    text: `Tagged to ${numbersOf(added)}.`,
    takeBack: async () => { for (const tag of added) await withdraw(desk, tag, true); },
  };
  await desk.readCoverage();
}

export async function withdraw(desk: Desk, tag: Tag, quietly = false): Promise<void> {
  await desk.guarded(async () => {
    await api.withdrawTag(tag.id);
    replace(desk, { ...tag, state: "withdrawn" });
    desk.done.value = quietly ? null : { text: `Withdrew the tag on ${tag.criterion.number}. It is kept below the list.`, takeBack: () => restore(desk, tag) };
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

/** Changes the reason or the words of a tag, or says that it still stands. Throws what the server refuses. */
export async function change(desk: Desk, tag: Tag, changes: { reason?: string; passage?: Passage | null; reviewed?: boolean }): Promise<void> {
  const words = desk.index.value.words;
  const passage = changes.passage ?? null;
  const request = {
    firstWord: (passage === null ? undefined : words[passage.first]?.id) ?? tag.firstWord,
    lastWord: (passage === null ? undefined : words[passage.last]?.id) ?? tag.lastWord,
    reason: changes.reason ?? tag.reason, reviewed: changes.reviewed ?? tag.state !== "review",
  };
  const changed = await api.changeTag(tag.id, request);
  replace(desk, changed);
  await desk.readCoverage();
}

function replace(desk: Desk, tag: Tag): void {
  desk.tags.value = desk.tags.value.map((one) => (one.id === tag.id ? tag : one));
}
