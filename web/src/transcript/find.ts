import type { Turn } from "../api/types";
import type { Passage } from "./passage";
import type { WordIndex } from "./words";

/** What is looked for in the transcript. */
export interface Query {
  readonly find: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** At most so many places are lit; what is found more often says too little. */
export const mostPlaces = 5_000;

const letter = /[\p{L}\p{N}\p{M}]/u;
const mark = /\p{M}/u;
const apostrophe = /['\u2019\u02BC]/;

/**
 * The places where a text stands, over borders of words and not of turns, from the left, without overlap; the same as the
 * server finds, as words from first to last. It costs one pass over the letters of the transcript.
 */
export function findPlaces(index: WordIndex, query: Query): Passage[] {
  const find = (query.matchCase ? query.find : folded(query.find)).replace(/\s+/gu, " ");
  const found: Passage[] = [];
  if (find.trim() === "") return found;
  for (const [place, turn] of index.turns.entries()) {
    const text = textOf(turn);
    const searched = query.matchCase ? text : folded(text);
    let at = searched.indexOf(find);
    if (at < 0) continue;
    const begins = beginsOf(turn);
    const first = index.firstOf[place] ?? 0;
    while (at >= 0 && found.length < mostPlaces) {
      const end = at + find.length;
      if (isWhole(text, at, end, query.wholeWords)) {
        found.push({ first: first + wordAt(begins, at), last: first + wordAt(begins, end - 1) });
        at = searched.indexOf(find, end);
      } else at = searched.indexOf(find, at + 1);
    }
  }
  return found;
}

/** The place to go to: the first that begins at or after a position (or the last before it), going round at the end. */
export function nextPlace(places: readonly Passage[], position: number, direction: 1 | -1): number {
  if (places.length === 0) return -1;
  if (direction === 1) {
    const at = places.findIndex((one) => one.first > position);
    return at < 0 ? 0 : at;
  }
  for (let at = places.length - 1; at >= 0; at -= 1) if ((places[at]?.first ?? 0) < position) return at;
  return places.length - 1;
}

const textOf = (turn: Turn): string => turn.words.map((word) => word.text).join(" ");

/** Letters one by one, so that none becomes two and every place stays where it is. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text).map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join("");
}

/** For each word of a turn, where it begins in the turn's text. */
function beginsOf(turn: Turn): number[] {
  let at = 0;
  return turn.words.map((word) => {
    const begin = at;
    at += word.text.length + 1;
    return begin;
  });
}

function wordAt(begins: readonly number[], at: number): number {
  let word = 0;
  while (word + 1 < begins.length && (begins[word + 1] ?? 0) <= at) word += 1;
  return word;
}

function isWhole(text: string, start: number, end: number, wholeWords: boolean): boolean {
  const after = text.slice(end, end + 2);
  const first = text.slice(start, start + 2);
  if (mark.test(firstOf(after)) || mark.test(firstOf(first)) || /^[\uDC00-\uDFFF]/.test(after) || /^[\uDC00-\uDFFF]/.test(first)) return false;
  if (!wholeWords) return true;
  const before = lastOf(text.slice(0, start));
  const opens = letter.test(firstOf(first)) && (letter.test(before) || (apostrophe.test(before) && letter.test(lastOf(text.slice(0, start - 1)))));
  const next = firstOf(after);
  const goesOn = letter.test(lastOf(text.slice(0, end))) && (letter.test(next) || (apostrophe.test(next) && letter.test(firstOf(text.slice(end + 1, end + 3)))));
  return !opens && !goesOn;
}

const firstOf = (text: string): string => Array.from(text.slice(0, 2))[0] ?? "";
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? "";
