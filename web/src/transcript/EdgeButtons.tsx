import type { Desk } from "./Desk";
import { stepSentence, type Passage } from "./passage";
import { t } from "../texts/texts";

interface Props {
  desk: Desk;
  passage: Passage;
  set: (passage: Passage) => void;
}

type Edge = "first" | "last";

/** Moves the beginning and the end of a passage by words and by sentences: nothing by drag alone. */
export function EdgeButtons({ desk, passage, set }: Props) {
  const index = desk.index.value;
  const moved = (edge: Edge, by: "word" | "sentence", direction: 1 | -1): Passage => {
    const from = passage[edge];
    const to = by === "word" ? from + direction : stepSentence(index, from, edge, direction);
    return edge === "first"
      ? { first: Math.max(0, Math.min(to, passage.last)), last: passage.last }
      : { first: passage.first, last: Math.min(index.words.length - 1, Math.max(to, passage.first)) };
  };
  const onKey = (edge: Edge) => (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    event.stopPropagation();
    set(moved(edge, event.shiftKey ? "sentence" : "word", event.key === "ArrowRight" ? 1 : -1));
  };
  const button = (edge: Edge, by: "word" | "sentence", direction: 1 | -1, sign: string, words: string) => (
    <button type="button" class="button small quiet icon" aria-label={words} title={words} onClick={() => set(moved(edge, by, direction))}>{sign}</button>
  );
  const row = (edge: Edge, title: string) => (
    <div class="edge-row" role="group" aria-label={title} onKeyDown={onKey(edge)}>
      <span class="edge-title">{title}</span>
      {button(edge, "sentence", -1, "«", t("{title}: a sentence earlier", { title }))}
      {button(edge, "word", -1, "‹", t("{title}: a word earlier", { title }))}
      <span class="edge-word" dir="auto">{index.words[passage[edge]]?.text ?? ""}</span>
      {button(edge, "word", 1, "›", t("{title}: a word later", { title }))}
      {button(edge, "sentence", 1, "»", t("{title}: a sentence later", { title }))}
    </div>
  );
  return <div class="edges">{row("first", t("Begins"))}{row("last", t("Ends"))}</div>;
}
