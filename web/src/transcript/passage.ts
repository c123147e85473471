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
export function extend(index: WordIndex, choice: Choice, by: "word" | "turn", direction: 1 | -1): Choice {
  if (by === "word") return { anchor: choice.anchor, focus: step(index, choice.focus, "word", direction) };
  if (direction === -1) return { anchor: choice.anchor, focus: step(index, choice.focus, "turn", -1) };
  const place = index.turnOf[choice.focus] ?? 0;
  const end = (index.firstOf[place + 1] ?? 1) - 1;
  if (choice.focus < end) return { anchor: choice.anchor, focus: end };
  const next = (index.firstOf[Math.min(place + 2, index.turns.length)] ?? 1) - 1;
  return { anchor: choice.anchor, focus: next };
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
