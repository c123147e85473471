import type { Tag } from "../api/types";
import { positionOf, type WordIndex } from "./words";

/** The tags on one and the same passage, drawn as one bracket with a label for each criterion. */
export interface Mark {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  readonly tags: readonly Tag[];
  /** one of its tags waits to be looked at again */
  readonly review: boolean;
}

/** What of a mark lies in one turn. */
export interface MarkPiece {
  readonly mark: Mark;
  readonly first: number;
  readonly last: number;
  readonly begins: boolean;
  readonly ends: boolean;
}

const byNumber = new Intl.Collator("en", { numeric: true });

/** Tags in the order of the text; withdrawn ones, and ones whose words are gone, leave no mark. */
export function marksOf(tags: readonly Tag[], index: WordIndex): Mark[] {
  const groups = new Map<string, { first: number; last: number; tags: Tag[] }>();
  for (const tag of tags) {
    if (tag.state === "withdrawn") continue;
    const one = positionOf(index, tag.firstWord);
    const other = positionOf(index, tag.lastWord);
    if (one === null && other === null) continue;
    const first = Math.min(one ?? other ?? 0, other ?? one ?? 0);
    const last = Math.max(one ?? other ?? 0, other ?? one ?? 0);
    const key = `${first}-${last}`;
    const group = groups.get(key);
    if (group) group.tags.push(tag);
    else groups.set(key, { first, last, tags: [tag] });
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      first: group.first,
      last: group.last,
      tags: [...group.tags].sort((a, b) => byNumber.compare(a.criterion.number, b.criterion.number)),
      review: group.tags.some((tag) => tag.state === "review"),
    }))
    .sort((a, b) => a.first - b.first || b.last - a.last);
}

/** The pieces of every mark, by the turn's place. */
export function piecesByTurn(marks: readonly Mark[], index: WordIndex): Map<number, MarkPiece[]> {
  const pieces = new Map<number, MarkPiece[]>();
  for (const mark of marks) {
    const from = index.turnOf[mark.first] ?? 0;
    const to = index.turnOf[mark.last] ?? from;
    for (let place = from; place <= to; place += 1) {
      const begin = index.firstOf[place] ?? 0;
      const end = (index.firstOf[place + 1] ?? 0) - 1;
      if (end < begin) continue;
      const piece = {
        mark, first: Math.max(begin, mark.first), last: Math.min(end, mark.last),
        begins: place === from, ends: place === to,
      };
      const list = pieces.get(place);
      if (list) list.push(piece);
      else pieces.set(place, [piece]);
    }
  }
  return pieces;
}
