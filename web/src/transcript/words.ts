import type { Turn, Word } from "../api/types";

/**
 * The words of a transcript in reading order. A *position* (0, 1, 2, ...) is a place in this order and changes
 * with a correction; a word's *id* is for life. Ids say nothing about order: a word put in later has a higher id.
 */
export interface WordIndex {
  readonly turns: readonly Turn[];
  readonly words: readonly Word[];
  /** for each position: start in seconds, never falling, so that it can be searched by halves */
  readonly starts: Float64Array;
  /** for each position: the turn's place in `turns` */
  readonly turnOf: Int32Array;
  /** for each turn: position of its first word, and one more entry, the count of all words */
  readonly firstOf: Int32Array;
  readonly positions: ReadonlyMap<number, number>;
}

export function indexWords(turns: readonly Turn[]): WordIndex {
  const words = turns.flatMap((turn) => turn.words);
  const starts = new Float64Array(words.length);
  const turnOf = new Int32Array(words.length);
  const firstOf = new Int32Array(turns.length + 1);
  const positions = new Map<number, number>();
  let position = 0;
  let latest = 0;
  turns.forEach((turn, place) => {
    firstOf[place] = position;
    for (const word of turn.words) {
      latest = Math.max(latest, word.start);
      starts[position] = latest;
      turnOf[position] = place;
      positions.set(word.id, position);
      position += 1;
    }
  });
  firstOf[turns.length] = position;
  return { turns, words, starts, turnOf, firstOf, positions };
}

/** Position of the last word that has started at this time; -1 before the first. */
export function positionAt(index: WordIndex, seconds: number): number {
  let low = 0;
  let high = index.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.starts[middle] ?? Infinity) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A player that was sent to a time may say one a hair beside it. */
const hairSeconds = 0.002;

/**
 * The position a time means to somebody who is at `current`. Several words may begin at the same time, and one that was put in
 * or retyped may begin before the end of the word it follows: whoever went to such a word stays on it until the sound has gone on.
 */
export function positionFrom(index: WordIndex, seconds: number, current: number): number {
  const at = positionAt(index, seconds);
  const begin = index.words[current]?.start;
  if (begin === undefined || seconds < begin - hairSeconds) return at;
  return seconds <= begin + hairSeconds || at < current && seconds < (index.starts[current] ?? 0) ? current : at;
}

/** Position of a word by its id; null where the transcript no longer has it. */
export function positionOf(index: WordIndex, wordId: number): number | null {
  return index.positions.get(wordId) ?? null;
}

export function turnAt(index: WordIndex, position: number): Turn | null {
  return index.turns[index.turnOf[position] ?? -1] ?? null;
}

/**
 * Where a step lands: one word, or the beginning of a turn. Back by turn goes to the beginning of this turn first,
 * unless the position is there already.
 */
export function step(index: WordIndex, from: number, by: "word" | "turn", direction: 1 | -1): number {
  const last = index.words.length - 1;
  if (last < 0) return -1;
  if (by === "word") return Math.min(last, Math.max(0, from + direction));
  const place = index.turnOf[Math.max(0, from)] ?? 0;
  const begin = index.firstOf[place] ?? 0;
  if (direction === 1) return Math.min(last, index.firstOf[place + 1] ?? last);
  if (from > begin) return begin;
  return index.firstOf[Math.max(0, place - 1)] ?? 0;
}
