import type { Difference } from "../api/types";
import { positionOf, type WordIndex } from "./words";

const none: ReadonlyMap<number, readonly Difference[]> = new Map();

/** Differences by turn. A turn whose differences are as before keeps the same list, so that it is not drawn again. */
export function byTurn(differences: readonly Difference[], before: ReadonlyMap<number, readonly Difference[]> = none): ReadonlyMap<number, readonly Difference[]> {
  const groups = new Map<number, Difference[]>();
  for (const one of differences) {
    const group = groups.get(one.turnId);
    if (group === undefined) groups.set(one.turnId, [one]);
    else group.push(one);
  }
  return new Map([...groups].map(([turn, group]) => {
    const held = before.get(turn);
    return [turn, held?.length === group.length && held.every((one, at) => same(one, group[at])) ? held : group];
  }));
}

function same(one: Difference, other: Difference | undefined): boolean {
  return other !== undefined && one.id === other.id && one.firstWord === other.firstWord && one.lastWord === other.lastWord && one.before === other.before
    && one.written === other.written && one.heard === other.heard;
}

/** Where it stands among the words: its first word, the word it would stand before, or the end of its turn. */
export function placeOf(difference: Difference, index: WordIndex): number | null {
  const wordId = difference.firstWord ?? difference.before;
  if (wordId !== null) return positionOf(index, wordId);
  const place = index.turns.findIndex((turn) => turn.id === difference.turnId);
  return place < 0 ? null : Math.max(index.firstOf[place] ?? 0, (index.firstOf[place + 1] ?? 1) - 1);
}

/** The next one after (or before) the one that is open, or after a place in the words; the first again after the last. */
export function nextDifference(differences: readonly Difference[], open: string | null, seconds: number, direction: 1 | -1): Difference | null {
  const sorted = [...differences].sort((a, b) => a.start - b.start);
  if (sorted.length === 0) return null;
  const at = sorted.findIndex((one) => one.id === open);
  if (at >= 0) return sorted[(at + direction + sorted.length) % sorted.length] ?? null;
  const ahead = direction === 1 ? sorted.find((one) => one.start >= seconds - 0.01) : sorted.filter((one) => one.start < seconds - 0.01).at(-1);
  return ahead ?? (direction === 1 ? sorted[0] : sorted.at(-1)) ?? null;
}
