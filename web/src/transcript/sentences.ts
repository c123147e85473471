import type { Choice } from "./passage";
import type { WordIndex } from "./words";

/** A word that ends a sentence: . ? ! … or their like in other scripts, with what closes a quotation behind it. */
const ends = /[.?!…。？！؟۔।]["'”’»)\]]*$/u;
/** "Mr.", "e.g.", "J.": a point that ends no sentence. */
const abbreviation = /^(?:mr|mrs|ms|dr|prof|st|no|vs|etc|e\.g|i\.e|\p{L})\.$/iu;

export function endsSentence(word: string): boolean {
  return ends.test(word) && !abbreviation.test(word);
}

/** The sentence this word is in, first to last word; a turn's border is always a sentence's, too. */
export function sentenceAt(index: WordIndex, position: number): { first: number; last: number } {
  const place = index.turnOf[position] ?? 0;
  const begin = index.firstOf[place] ?? 0;
  const end = Math.max(begin, (index.firstOf[place + 1] ?? 1) - 1);
  let first = Math.min(Math.max(position, begin), end);
  while (first > begin && !endsSentence(index.words[first - 1]?.text ?? "")) first -= 1;
  let last = Math.max(first, Math.min(position, end));
  while (last < end && !endsSentence(index.words[last]?.text ?? "")) last += 1;
  return { first, last };
}

/** Chooses the whole sentence; where whole sentences are chosen already, the next one as well. */
export function wholeSentence(index: WordIndex, position: number, chosen: Choice | null): Choice {
  if (chosen !== null) {
    const from = Math.min(chosen.anchor, chosen.focus);
    const to = Math.max(chosen.anchor, chosen.focus);
    const first = sentenceAt(index, from).first;
    const last = sentenceAt(index, to).last;
    if (first < from || last > to) return { anchor: first, focus: last };
    return { anchor: first, focus: sentenceAt(index, Math.min(index.words.length - 1, last + 1)).last };
  }
  const { first, last } = sentenceAt(index, position);
  return { anchor: first, focus: last };
}

/** Moves the free end to a border of a sentence: to the end of this one, or the next; back to its beginning, or the one before. */
export function extendBySentence(index: WordIndex, choice: Choice, direction: 1 | -1): Choice {
  const most = index.words.length - 1;
  const forward = choice.focus >= choice.anchor;
  const { first, last } = sentenceAt(index, choice.focus);
  let focus: number;
  if (direction === 1) {
    // the free end of a choice made backwards is its first word: it goes to the beginning of the next sentence
    focus = forward ? (choice.focus < last ? last : sentenceAt(index, Math.min(most, last + 1)).last) : Math.min(most, last + 1);
    if (!forward && focus > choice.anchor) focus = choice.anchor;
  } else {
    focus = forward && choice.focus > choice.anchor ? Math.max(0, first - 1) : choice.focus > first ? first : sentenceAt(index, Math.max(0, first - 1)).first;
    if (forward && choice.focus > choice.anchor && focus < choice.anchor) focus = choice.anchor;
  }
  return { anchor: choice.anchor, focus };
}
