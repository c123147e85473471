import type { Tag } from "../api/types";
import type { Desk } from "./Desk";
import { extend, passageOf, type Choice, type Passage } from "./passage";
import { extendBySentence } from "./sentences";
import { change } from "./tagging";
import { positionOf, type WordIndex } from "./words";

/** Moves the first or the last word of what is chosen. The ends never cross: one word stays. */
export function moveEdge(index: WordIndex, passage: Passage, edge: "first" | "last", by: "word" | "sentence", direction: 1 | -1): Choice {
  const choice: Choice = edge === "last" ? { anchor: passage.first, focus: passage.last } : { anchor: passage.last, focus: passage.first };
  const moved = by === "word" ? extend(index, choice, "word", direction) : extendBySentence(index, choice, direction);
  const crossed = edge === "last" ? moved.focus < passage.first : moved.focus > passage.last;
  return crossed ? { anchor: choice.anchor, focus: choice.anchor } : moved;
}

/** Where a tag's words are now; null where they are gone. */
export function passageOfTag(index: WordIndex, tag: Pick<Tag, "firstWord" | "lastWord">): Passage | null {
  const first = positionOf(index, tag.firstWord);
  const last = positionOf(index, tag.lastWord);
  return first === null || last === null ? null : { first: Math.min(first, last), last: Math.max(first, last) };
}

/** The tag that keys act on: the open one, else the shortest one at this place. */
export function tagHere(desk: Desk, position: number): Tag | null {
  const live = desk.tags.value.filter((tag) => tag.state !== "withdrawn");
  const open = live.find((tag) => tag.id === desk.openTag.value);
  if (open !== undefined) return open;
  let found: { tag: Tag; length: number } | null = null;
  for (const tag of live) {
    const passage = passageOfTag(desk.index.value, tag);
    if (passage === null || position < passage.first || position > passage.last) continue;
    const length = passage.last - passage.first;
    if (found === null || length < found.length) found = { tag, length };
  }
  return found?.tag ?? null;
}

/** Takes the words of a tag as the chosen ones, to move their ends; `keepEdges` stores them. */
export function beginMoving(desk: Desk, tag: Tag): void {
  const passage = passageOfTag(desk.index.value, tag);
  if (passage === null) {
    desk.trouble.value = `The words of this tag on ${tag.criterion.number} are gone. Withdraw it, and tag the words that say it now.`;
    return;
  }
  desk.moving.value = tag.id;
  desk.choice.value = { anchor: passage.first, focus: passage.last };
  desk.reveal(passage.first);
}

export async function keepEdges(desk: Desk): Promise<void> {
  const tag = desk.tags.value.find((one) => one.id === desk.moving.value);
  const choice = desk.choice.value;
  if (tag === undefined || choice === null) return;
  await desk.guarded(async () => {
    await change(desk, tag, { passage: passageOf(choice), reviewed: true }, `Moved the ends of the tag on ${tag.criterion.number}.`);
    desk.moving.value = null;
    desk.choice.value = null;
  });
}

export function leaveMoving(desk: Desk): void {
  desk.moving.value = null;
  desk.choice.value = null;
}
