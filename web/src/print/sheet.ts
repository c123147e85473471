import type { Redactions, Tag, Word } from "../api/types";
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

/**
 * Why a passage is evidence, as it may leave: nothing of it where all its words are redacted or it was noted of some that are,
 * else without the names, though who prints may read them on the screen.
 */
export function printedReason({ tag, first, last }: PrintedTag, index: WordIndex, onPaper: Redactions["onPaper"]): string {
  const hidden = onPaper?.tags.includes(tag.id) === true || index.words.slice(first, last + 1).every((word) => word.redacted === true);
  const names = new Set(onPaper?.names);
  return tag.reason.replace(/\S+/gu, (word) => (hidden || partsOf(word).some((part) => names.has(part)) ? masked : word));
}

/** What the server compares with the names: "smith" and "jones" of "Smith-Jones’". */
const partsOf = (word: string) => word.normalize("NFC").toLowerCase().split(/[^\p{L}\p{N}]+/u);
