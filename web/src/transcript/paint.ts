import type { Passage } from "./passage";
import { rangesOf, wordElement } from "./pointing";
import type { WordIndex } from "./words";

/** What is painted over the words for a while; the looks are in transcript.css. */
export type Paint = "chosen" | "lit" | "stretch" | "speaks" | "found" | "here";

/** Lights passages without touching the document (CSS Custom Highlight API); browsers without it show the rest. */
export function paint(name: Paint, index: WordIndex, passages: readonly Passage[]): void {
  if (typeof Highlight === "undefined") return;
  const ranges = passages.flatMap((passage) => rangesOf(index, passage));
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = name === "here" ? 5 : name === "found" ? 4 : name === "speaks" ? 3 : name === "chosen" ? 2 : name === "lit" ? 1 : 0;
  CSS.highlights.set(name, highlight);
}

export function clearPaint(): void {
  if (typeof Highlight === "undefined") return;
  for (const name of ["chosen", "lit", "stretch", "speaks", "found", "here"]) CSS.highlights.delete(name);
}

/** Moves the light from word to word: two attributes, no redrawing. Preact does not know the attribute and leaves it. */
export class CurrentWord {
  private word: Element | null = null;
  private turn: Element | null = null;

  /** Returns the element now lit. */
  show(index: WordIndex, position: number): HTMLElement | null {
    const word = index.words[position];
    const element = word === undefined ? null : wordElement(word.id);
    if (element !== this.word) {
      this.word?.removeAttribute("data-now");
      element?.setAttribute("data-now", "");
      this.word = element;
    }
    const turn = element?.closest(".turn") ?? null;
    if (turn !== this.turn) {
      this.turn?.removeAttribute("data-now");
      turn?.setAttribute("data-now", "");
      this.turn = turn;
    }
    return element;
  }
}
