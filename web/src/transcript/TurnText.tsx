import type { JSX } from "preact";
import { memo } from "preact/compat";
import type { Difference, Word } from "../api/types";
import { doubtOf } from "./doubt";
import type { MarkPiece } from "./marks";
import { t } from "../texts/texts";

interface Props {
  words: readonly Word[];
  /** position of the turn's first word */
  first: number;
  pieces: readonly MarkPiece[] | undefined;
  changed: ReadonlySet<number>;
  /** ids of words that are redacted */
  redacted: ReadonlySet<number> | undefined;
  /** places on which a second opinion differs */
  differs: readonly Difference[] | undefined;
}

/**
 * The words of a turn. A word carries the space behind it where a tag goes on to the next one, so that the underline does
 * not break. What changes while listening (the word heard, the words chosen) is painted on top and never comes here.
 */
export const TurnText = memo(function TurnText({ words, first, pieces, changed, differs, redacted }: Props) {
  const tagged = new Uint8Array(words.length + 1);
  const joined = new Uint8Array(words.length + 1);
  for (const piece of pieces ?? []) {
    for (let position = piece.first; position <= piece.last; position += 1) {
      const at = position - first;
      tagged[at] = Math.max(tagged[at] ?? 0, piece.mark.review ? 2 : 1);
      if (position < piece.last) joined[at] = 1;
    }
  }
  const other = new Map<number, string>();
  let atEnd = false;
  for (const one of differs ?? []) {
    if (one.firstWord === null) {
      if (one.before === null) atEnd = true;
      else other.set(one.before, "before");
      continue;
    }
    const from = words.findIndex((word) => word.id === one.firstWord);
    const to = words.findIndex((word) => word.id === one.lastWord);
    for (let at = Math.max(0, from); at <= to; at += 1) {
      other.set(words[at]?.id ?? -1, `differs${at === from ? " from" : ""}${at === to ? " to" : ""}`);
      if (at < to) joined[at] = 1;
    }
  }
  // one flat list: an array for each word would make a component for each word
  const children: (JSX.Element | string)[] = [];
  words.forEach((word, at) => {
    let looks = tagged[at] === 2 ? " review" : tagged[at] === 1 ? " tagged" : "";
    const doubt = doubtOf(word);
    if (doubt !== "none") looks += doubt === "guess" ? " doubt guess" : " doubt";
    if (changed.has(word.id)) looks += " changed";
    const hidden = redacted?.has(word.id) === true;
    if (hidden) looks += " redacted";
    const marked = other.get(word.id);
    if (marked === "before") children.push(<i key={`b${word.id}`} class="missing" title={t("The second opinion heard more here")} />);
    else if (marked !== undefined) looks += ` ${marked}`;
    const space = joined[at] === 1;
    children.push(<span key={word.id} id={`w${word.id}`} class={looks === "" ? undefined : looks.slice(1)} title={hidden ? t("Redacted") : undefined}>{space ? `${word.text} ` : word.text}</span>);
    if (!space) children.push(" ");
  });
  if (atEnd) children.push(<i key="end" class="missing" title={t("The second opinion heard more here")} />);
  return <>{children}</>;
});
