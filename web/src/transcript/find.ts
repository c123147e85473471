import type { Turn } from "../api/types";
import type { Passage } from "./passage";
import type { WordIndex } from "./words";

export interface Wanted { readonly find: string; readonly matchCase: boolean; readonly wholeWords: boolean }

interface Text { readonly text: string; /** where each word begins */ readonly begins: readonly number[] }

const texts = { exact: new WeakMap<Turn, Text>(), folded: new WeakMap<Turn, Text>() };

/** A turn as one line; kept as long as the turn is the same, so that a key in the field looks through text that is there. */
function textOf(turn: Turn, matchCase: boolean): Text {
  const held = matchCase ? texts.exact : texts.folded;
  const known = held.get(turn);
  if (known !== undefined) return known;
  const begins: number[] = [];
  let text = "";
  for (const word of turn.words) {
    if (begins.length > 0) text += " ";
    begins.push(text.length);
    text += matchCase ? word.text : word.text.toLowerCase();
  }
  held.set(turn, { text, begins });
  return { text, begins };
}

const inWord = /[\p{L}\p{N}\p{M}]/u;

/** The words that hold what is looked for, in reading order; over borders of words, not of turns. */
export function findIn(index: WordIndex, wanted: Wanted): Passage[] {
  const find = plainOf(wanted);
  if (find === "") return [];
  const found: Passage[] = [];
  index.turns.forEach((turn, place) => {
    const { text, begins } = textOf(turn, wanted.matchCase);
    const first = index.firstOf[place] ?? 0;
    for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + find.length)) {
      const end = at + find.length;
      if (wanted.wholeWords && (inWord.test(text[at - 1] ?? " ") || inWord.test(text[end] ?? " "))) continue;
      found.push({ first: first + wordAt(begins, at), last: first + wordAt(begins, end - 1) });
    }
  });
  return found;
}

const plainOf = ({ find, matchCase }: Wanted): string => {
  const plain = find.trim().replace(/\s+/g, " ");
  return matchCase ? plain : plain.toLowerCase();
};

function wordAt(begins: readonly number[], letter: number): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] ?? Infinity) <= letter) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The place after (or before) a position, round and round; -1 where there is none. */
export function nextFound(found: readonly Passage[], position: number, direction: 1 | -1): number {
  if (found.length === 0) return -1;
  if (direction === 1) return Math.max(0, found.findIndex((one) => one.first > position));
  const at = found.findIndex((one) => one.first >= position);
  return at < 0 || at > 0 ? (at < 0 ? found.length : at) - 1 : found.length - 1;
}
