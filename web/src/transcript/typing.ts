import type { Turn } from "../api/types";

/** A text as the server compares it: words with one space between. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, " ");

/** How many letters and spaces of the plain text stand before the cursor. */
export function lettersBefore(text: string, cursor: number): number {
  const before = text.slice(0, cursor).replace(/\s+/g, " ").trimStart();
  return before.trimEnd() === "" ? 0 : before.length;
}

/**
 * The word that begins at or around so many letters: a cursor within a word takes the whole word along. Null where that
 * is the first word, or behind the last: there is nothing to split.
 */
export function wordAtCursor(turn: Pick<Turn, "words">, letters: number): number | null {
  let at = 0;
  for (const [place, word] of turn.words.entries()) {
    const end = at + word.text.length;
    if (letters < end) return place === 0 ? null : word.id;
    at = end + 1;
  }
  return null;
}
