import type { Tag, Word } from "../api/types";
import { marksOf } from "../transcript/marks";
import type { WordIndex } from "../transcript/words";

/** What stands on paper in place of a word that was redacted, whoever prints it. */
export const masked = "█████";

/** A tag as it is printed: its place in the list at the end, and the words it goes over. */
export interface PrintedTag { readonly number: number; readonly tag: Tag; readonly first: number; readonly last: number }

/** A run of a turn's text between two places where a tag begins or ends. */
export interface PrintedRun {
  /** numbers of the tags that begin before it, and of those that end behind it */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  readonly text: string;
  readonly tagged: boolean;
}

/** Tags in the order of the text, numbered from 1; withdrawn ones are not printed. */
export function printedTags(tags: readonly Tag[], index: WordIndex): PrintedTag[] {
  return marksOf(tags, index).flatMap((mark) => mark.tags.map((tag) => ({ tag, first: mark.first, last: mark.last })))
    .map((one, at) => ({ ...one, number: at + 1 }));
}

/** The words for paper: those that are redacted are marked, though who prints may read them on the screen. */
export function paperIndex(index: WordIndex, redacted: ReadonlyMap<number, ReadonlySet<number>>): WordIndex {
  if (redacted.size === 0) return index;
  return {
    ...index,
    words: index.words.map((word, at) => (redacted.get(index.turns[index.turnOf[at] ?? -1]?.id ?? -1)?.has(word.id) === true ? { ...word, redacted: true } : word)),
  };
}

export function printedWord(word: Word): string {
  return word.redacted === true ? masked : word.text;
}

/** The words first..last (positions), cut where tags begin and end. */
export function runsOf(index: WordIndex, first: number, last: number, tags: readonly PrintedTag[]): PrintedRun[] {
  const over = tags.filter((one) => one.first <= last && one.last >= first);
  const cuts = [...new Set([first, ...over.flatMap((one) => [one.first, one.last + 1])])].filter((at) => at >= first && at <= last).sort((a, b) => a - b);
  return cuts.map((from, at) => {
    const to = (cuts[at + 1] ?? last + 1) - 1;
    return {
      begins: over.filter((one) => one.first === from).map((one) => one.number), ends: over.filter((one) => one.last === to).map((one) => one.number),
      text: index.words.slice(from, to + 1).map(printedWord).join(" "), tagged: over.some((one) => one.first <= from && one.last >= to),
    };
  });
}
