import { step, type WordIndex } from "./words";

/** Words first..last of a transcript, by position, both included; first is never after last. */
export interface Passage {
  readonly first: number;
  readonly last: number;
}

/** What a person has chosen: where they began, and the end they move. */
export interface Choice {
  readonly anchor: number;
  readonly focus: number;
}

/** One end of the browser's selection: the word it is in (or between words: the nearest) and how far into its letters. */
export interface Edge {
  readonly position: number;
  readonly offset: number;
  readonly length: number;
}

export function passageOf(choice: Choice): Passage {
  return { first: Math.min(choice.anchor, choice.focus), last: Math.max(choice.anchor, choice.focus) };
}

/**
 * Whole words from what was dragged over. A start behind the last letter of a word, or an end before the first,
 * does not take that word in. Null where no letter is left.
 */
export function snap(start: Edge, end: Edge): Passage | null {
  if (start.position === end.position && start.offset === end.offset) return null;
  const first = start.offset >= start.length ? start.position + 1 : start.position;
  const last = end.offset <= 0 ? end.position - 1 : end.position;
  return first <= last ? { first, last } : null;
}

/** Moves the free end. By turn it takes whole turns: forward to the last word of one, back to the first. */
export function extend(index: WordIndex, choice: Choice, by: "word" | "sentence" | "turn", direction: 1 | -1): Choice {
  if (by === "sentence") return { anchor: choice.anchor, focus: stepSentence(index, choice.focus, direction === 1 ? "last" : "first", direction) };
  if (by === "word") return { anchor: choice.anchor, focus: step(index, choice.focus, "word", direction) };
  if (direction === -1) return { anchor: choice.anchor, focus: step(index, choice.focus, "turn", -1) };
  const place = index.turnOf[choice.focus] ?? 0;
  const end = (index.firstOf[place + 1] ?? 1) - 1;
  if (choice.focus < end) return { anchor: choice.anchor, focus: end };
  const next = (index.firstOf[Math.min(place + 2, index.turns.length)] ?? 1) - 1;
  return { anchor: choice.anchor, focus: next };
}

/** Ends a sentence: a full stop, question or exclamation mark (of other writings too), with or without a closing quotation mark. */
const sentenceEnd = /[.?!\u2026\u3002\uFF1F\uFF01\u061F\u06D4\u0964]["'\u2019\u201D)\]]*$/u;

/** The words of the sentence a word is in; a sentence never goes over the end of a turn. */
export function sentenceAt(index: WordIndex, position: number): Passage {
  const place = index.turnOf[position] ?? 0;
  const begin = index.firstOf[place] ?? 0;
  const end = Math.max(begin, (index.firstOf[place + 1] ?? 1) - 1);
  const endsAt = (at: number) => sentenceEnd.test(index.words[at]?.text ?? "");
  let first = Math.min(Math.max(position, begin), end);
  let last = first;
  while (first > begin && !endsAt(first - 1)) first -= 1;
  while (last < end && !endsAt(last)) last += 1;
  return { first, last };
}

export function wholeSentence(index: WordIndex, position: number): Choice {
  const { first, last } = sentenceAt(index, position);
  return { anchor: first, focus: last };
}

/** Moves one edge to the next end (or beginning) of a sentence, in either direction. */
export function stepSentence(index: WordIndex, from: number, edge: "first" | "last", direction: 1 | -1): number {
  const most = index.words.length - 1;
  if (most < 0) return from;
  const here = sentenceAt(index, from);
  if (edge === "last") {
    if (direction === 1) return from < here.last ? here.last : sentenceAt(index, Math.min(most, from + 1)).last;
    return Math.max(0, here.first - 1);
  }
  if (direction === -1) return from > here.first ? here.first : sentenceAt(index, Math.max(0, from - 1)).first;
  return Math.min(most, here.last + 1);
}

export function wholeTurn(index: WordIndex, position: number): Choice {
  const place = index.turnOf[position] ?? 0;
  return { anchor: index.firstOf[place] ?? 0, focus: Math.max(0, (index.firstOf[place + 1] ?? 1) - 1) };
}

export function quote(index: WordIndex, passage: Passage): string {
  return index.words.slice(passage.first, passage.last + 1).map((word) => word.text).join(" ");
}

/** When it is heard, in seconds. */
export function heard(index: WordIndex, passage: Passage): { start: number; end: number } {
  const words = index.words.slice(passage.first, passage.last + 1);
  const start = words[0]?.start ?? 0;
  return { start, end: words.reduce((latest, word) => Math.max(latest, word.end), start) };
}
