import type { Word } from "../api/types";
import type { WordIndex } from "./words";

/** How sure the engine was of a word: calibrated, so that of words at 0.8 about eight in ten are right. */
export type Doubt = "none" | "unsure" | "guess";

const unsureBelow = 0.8;
const guessBelow = 0.6;

/** A word that a person wrote has no confidence: it is not doubted. The other words of its turn are, for one word changed does not say that all were read. */
export function doubtOf(word: Pick<Word, "confidence">): Doubt {
  if (word.confidence === null || word.confidence >= unsureBelow) return "none";
  return word.confidence < guessBelow ? "guess" : "unsure";
}

/** Position of the next doubtful word after (or before) a position; null where there is none that way. */
export function nextDoubt(index: WordIndex, from: number, direction: 1 | -1): number | null {
  for (let position = from + direction; position >= 0 && position < index.words.length; position += direction) {
    const word = index.words[position];
    if (word !== undefined && doubtOf(word) !== "none") return position;
  }
  return null;
}

export function countDoubts(index: WordIndex): { unsure: number; guess: number } {
  const counts = { unsure: 0, guess: 0 };
  for (const turn of index.turns) {
    for (const word of turn.words) {
      const doubt = doubtOf(word);
      if (doubt !== "none") counts[doubt] += 1;
    }
  }
  return counts;
}
