import { says } from "./says.ts";
import type { Likely, SuggestedPassage, Suggestions, Transcript, Word } from "../../src/api/types";
import { unit } from "./recordings.ts";

const plain = (text: string): string[] => text.toLowerCase().split(/[^a-z]+/).filter((one) => one.length > 3).map((one) => one.slice(0, 6));

/** Criteria by the words they share with a passage: enough for looking at pages, and the same every time. */
export function likelyFor(words: readonly Word[]): Likely[] {
  return unit.outcomes.flatMap((outcome) => outcome.criteria).map((criterion) => {
    const wanted = new Set(plain(criterion.text));
    const speak = words.filter((word) => plain(word.text).some((one) => wanted.has(one)));
    const said = [...new Set(speak.map((word) => word.text.replace(/[^\p{L}’-]/gu, "").toLowerCase()))];
    return { criterionId: criterion.id, score: Math.min(1, speak.length / 8), words: speak.map((word) => word.id), because: said.length === 0 ? says("") : says(`speaks of ${said.slice(0, 3).join(", ")}`, "speaks of {words}", { words: said.slice(0, 3).join(", ") }) };
  }).sort((one, other) => other.score - one.score);
}

export function suggestionsFor(transcript: Transcript, answered: ReadonlySet<string>): Suggestions {
  const passages = transcript.turns.slice(0, 400).flatMap((turn, at): SuggestedPassage[] => {
    const first = turn.words[0];
    const last = turn.words.at(-1);
    if (turn.speaker !== 2 || at % 3 === 0 || first === undefined || last === undefined) return [];
    const criteria = likelyFor(turn.words).filter((one) => one.score > 0 && !answered.has(`${turn.id} ${one.criterionId}`)).slice(0, 3);
    return [{ id: String(turn.id), firstWord: first.id, lastWord: last.id, start: turn.start, end: turn.end, topic: turn.words.filter((word) => word.text.length > 6).slice(0, 3).map((word) => word.text.replace(/[.,?]/g, "").toLowerCase()).join(", "), criteria }];
  });
  return { state: "ready", job: null, stale: false, note: null, passages };
}
