import type { JSX } from "preact";
import { memo } from "preact/compat";
import type { Turn } from "../api/types";
import type { MarkPiece } from "./marks";

interface Props {
  turn: Turn;
  /** position of the turn's first word */
  first: number;
  pieces: readonly MarkPiece[] | undefined;
  changed: ReadonlySet<number>;
}

/** Below the first the engine was unsure of a word, below the second it guessed. */
const doubtful = 0.7;
const guessed = 0.45;

/**
 * The words of a turn. A word carries the space behind it where a tag goes on to the next one, so that the underline does
 * not break. What changes while listening (the word heard, the words chosen) is painted on top and never comes here.
 */
export const TurnText = memo(function TurnText({ turn, first, pieces, changed }: Props) {
  const tagged = new Uint8Array(turn.words.length + 1);
  const joined = new Uint8Array(turn.words.length + 1);
  for (const piece of pieces ?? []) {
    for (let position = piece.first; position <= piece.last; position += 1) {
      const at = position - first;
      tagged[at] = Math.max(tagged[at] ?? 0, piece.mark.review ? 2 : 1);
      if (position < piece.last) joined[at] = 1;
    }
  }
  // one flat list: an array for each word would make a component for each word
  const children: (JSX.Element | string)[] = [];
  turn.words.forEach((word, at) => {
    let looks = tagged[at] === 2 ? " review" : tagged[at] === 1 ? " tagged" : "";
    if (word.confidence !== null && word.confidence < doubtful) looks += word.confidence < guessed ? " doubt guess" : " doubt";
    if (changed.has(word.id)) looks += " changed";
    const space = joined[at] === 1;
    children.push(<span key={word.id} id={`w${word.id}`} class={looks === "" ? undefined : looks.slice(1)}>{space ? `${word.text} ` : word.text}</span>);
    if (!space) children.push(" ");
  });
  return <>{children}</>;
});
