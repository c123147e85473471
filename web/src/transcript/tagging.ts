import { api } from "../api/calls";
import type { Strength, Tag } from "../api/types";
import { strengthWords } from "../parts/StrengthSign";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";

/** "1.1", "1.1 and 2.3", "1.1, 2.1 and 2.3" */
export function numbersOf(tags: readonly Pick<Tag, "criterion">[]): string {
  const numbers = tags.map((tag) => tag.criterion.number);
  const last = numbers.pop() ?? "";
  return numbers.length === 0 ? last : `${numbers.join(", ")} and ${last}`;
}

/** A tag that says nothing of it meets its criterion fully. */
export function strengthOf(tag: Pick<Tag, "strength">): Strength {
  return tag.strength ?? "fully";
}

/** Tags a passage with each criterion. Throws what the server refuses: the palette stays open with it. */
export async function addTags(desk: Desk, passage: Passage, criterionIds: string[], reason: string, strength: Strength = "fully"): Promise<void> {
  const transcript = desk.transcript.value;
  const firstWord = desk.index.value.words[passage.first]?.id;
  const lastWord = desk.index.value.words[passage.last]?.id;
  if (transcript === null || firstWord === undefined || lastWord === undefined) return;
  const added = await api.addTags(transcript.id, { firstWord, lastWord, criterionIds, reason, strength });
  desk.tags.value = [...desk.tags.value, ...added];
  desk.choice.value = null;
  desk.tagging.value = false;
  desk.done.value = {
    text: strength === "fully" ? `Tagged to ${numbersOf(added)}.` : `Tagged to ${numbersOf(added)}: the passage ${strengthWords(strength)}.`,
    takeBack: async () => { for (const tag of added) await withdraw(desk, tag, true); },
  };
  await desk.readCoverage();
}

export async function withdraw(desk: Desk, tag: Tag, quietly = false): Promise<void> {
  await desk.guarded(async () => {
    await api.withdrawTag(tag.id);
    putTag(desk, { ...tag, state: "withdrawn" });
    desk.done.value = quietly ? null : { text: `Withdrew the tag on ${tag.criterion.number}. It is kept below the list.`, takeBack: () => restore(desk, tag) };
    await desk.readCoverage();
  });
}

export async function restore(desk: Desk, tag: Tag): Promise<void> {
  await desk.guarded(async () => {
    putTag(desk, await api.restoreTag(tag.id));
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

/** Changes the reason, the words, the strength or the criterion of a tag, or says that it still stands. Throws what the server refuses. */
export async function change(desk: Desk, tag: Tag, changes: TagChanges, text: string | null = null): Promise<void> {
  const words = desk.index.value.words;
  const passage = changes.passage ?? null;
  const request = {
    firstWord: (passage === null ? undefined : words[passage.first]?.id) ?? tag.firstWord,
    lastWord: (passage === null ? undefined : words[passage.last]?.id) ?? tag.lastWord,
    reason: changes.reason ?? tag.reason, reviewed: changes.reviewed ?? tag.state !== "review",
    strength: changes.strength ?? strengthOf(tag), criterionId: changes.criterionId ?? tag.criterion.id,
  };
  const changed = await api.changeTag(tag.id, request);
  putTag(desk, changed);
  if (text !== null) {
    desk.done.value = {
      text,
      takeBack: async () => {
        const { firstWord, lastWord, reason, state, criterion } = tag;
        putTag(desk, await api.changeTag(tag.id, { firstWord, lastWord, reason, reviewed: state !== "review", strength: strengthOf(tag), criterionId: criterion.id }));
        await desk.readCoverage();
      },
    };
  }
  await desk.readCoverage();
}

export function putTag(desk: Desk, tag: Tag): void {
  const known = desk.tags.value.some((one) => one.id === tag.id);
  desk.tags.value = known ? desk.tags.value.map((one) => (one.id === tag.id ? tag : one)) : [...desk.tags.value, tag];
}
