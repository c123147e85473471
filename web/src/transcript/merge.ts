import type { Transcript, Turn, Word } from "../api/types";

/**
 * A transcript as the server has it now, made of the turns and words already drawn wherever they are the same: what did
 * not change is then not drawn again, however long the transcript is.
 */
export function mergeTranscript(before: Transcript, after: Transcript): Transcript {
  const known = new Map(before.turns.map((turn) => [turn.id, turn]));
  return { ...after, turns: after.turns.map((turn) => mergeTurn(known.get(turn.id), turn)) };
}

export function mergeTurn(before: Turn | undefined, after: Turn): Turn {
  if (before === undefined || !sameWords(before.words, after.words)) return after;
  if (before.speaker === after.speaker && before.start === after.start && before.end === after.end && before.corrected === after.corrected) return before;
  return { ...after, words: before.words };
}

function sameWords(before: readonly Word[], after: readonly Word[]): boolean {
  return before.length === after.length && before.every((word, at) => {
    const other = after[at];
    return other !== undefined && word.id === other.id && word.text === other.text && word.start === other.start && word.end === other.end
      && word.confidence === other.confidence && word.machine === other.machine;
  });
}
