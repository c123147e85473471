import type { Transcript, Turn, Word } from "../../src/api/types";

let wordCount = 1_000_000;

/** A turn with another text: keeps the words that stayed; spreads the new ones over the time between. */
export function correct(turn: Turn, text: string): Turn {
  const kept = [...turn.words];
  const words: Word[] = text.split(/\s+/).filter((one) => one !== "").map((one, at) => {
    const same = kept.find((word) => word.text === one && Math.abs(turn.words.indexOf(word) - at) < 6);
    if (same) {
      kept.splice(kept.indexOf(same), 1);
      return same;
    }
    const near = turn.words[Math.min(at, turn.words.length - 1)];
    wordCount += 1;
    return { id: wordCount, text: one, start: near?.start ?? turn.start, end: near?.end ?? turn.end, confidence: null, machine: null };
  });
  return { ...turn, words, corrected: true };
}

export function withTurn(transcript: Transcript, next: Turn): Transcript {
  return { ...transcript, version: transcript.version + 1, turns: transcript.turns.map((one) => (one.id === next.id ? next : one)) };
}

/** These words, both included, said by another: turns are cut where that is needed. */
export function withWordsSpeaker(transcript: Transcript, firstWord: number, lastWord: number, speaker: number | null): Transcript {
  let inside = false;
  let turnCount = Math.max(...transcript.turns.map((turn) => turn.id));
  const turns = transcript.turns.flatMap((turn) => {
    const runs: { words: Word[]; inside: boolean }[] = [];
    for (const word of turn.words) {
      if (word.id === firstWord) inside = true;
      if (runs.at(-1)?.inside === inside) runs.at(-1)?.words.push(word);
      else runs.push({ words: [word], inside });
      if (word.id === lastWord) inside = false;
    }
    return runs.map((run, at): Turn => ({
      ...turn, id: at === 0 ? turn.id : (turnCount += 1), words: run.words, start: run.words[0]?.start ?? turn.start, end: run.words.at(-1)?.end ?? turn.end, speaker: run.inside ? speaker : turn.speaker,
    }));
  });
  return { ...transcript, version: transcript.version + 1, turns };
}

export function withSwap(transcript: Transcript, a: number, b: number, fromTurn: number | null): Transcript {
  let on = fromTurn === null;
  const turns = transcript.turns.map((turn) => {
    if (turn.id === fromTurn) on = true;
    return !on || (turn.speaker !== a && turn.speaker !== b) ? turn : { ...turn, speaker: turn.speaker === a ? b : a };
  });
  return { ...transcript, version: transcript.version + 1, turns };
}
