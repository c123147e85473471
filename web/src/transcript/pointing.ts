import { snap, type Edge, type Passage } from "./passage";
import { positionOf, type WordIndex } from "./words";

/** The element of a word, by its id. */
export function wordElement(wordId: number): HTMLElement | null {
  return document.getElementById(`w${wordId}`);
}

/** The id of the word an element stands for or lies in; null outside words. */
export function wordIdOf(node: EventTarget | null): number | null {
  const element = node instanceof Element ? node : node instanceof Node ? node.parentElement : null;
  const held = element?.closest<HTMLElement>("[id^=w]")?.id.slice(1);
  return held === undefined || !/^\d+$/.test(held) ? null : Number(held);
}

const lettersOf = (element: Element): number => element.textContent.trimEnd().length;

/** One end of a selection as a place in the words; `forward`: between words, take the next one. */
function edge(index: WordIndex, root: Element, node: Node, offset: number, forward: boolean): Edge | null {
  const within = wordIdOf(node);
  if (within !== null) {
    const position = positionOf(index, within);
    const element = wordElement(within);
    if (position === null || element === null) return null;
    const at = node.nodeType === Node.TEXT_NODE ? offset : offset > 0 ? lettersOf(element) : 0;
    return { position, offset: Math.min(at, lettersOf(element)), length: lettersOf(element) };
  }
  // between words, in a margin or outside the text: the nearest word in the direction of the selection
  const here = document.createRange();
  here.setStart(node, offset);
  here.collapse(true);
  const words = root.querySelectorAll<HTMLElement>("[id^=w]");
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const word = words[middle];
    if (word !== undefined && here.comparePoint(word, 0) < 0) low = middle + 1;
    else high = middle;
  }
  const id = wordIdOf(words[forward ? low : low - 1] ?? null);
  const position = id === null ? null : positionOf(index, id);
  if (position === null) return null;
  const length = index.words[position]?.text.length ?? 0;
  return { position, offset: forward ? 0 : length, length };
}

/** The whole words the browser's selection touches within `root`; null where it is empty or elsewhere. */
export function selectedPassage(index: WordIndex, root: Element): Passage | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root) || range.commonAncestorContainer.parentElement?.closest("textarea, input")) return null;
  const start = edge(index, root, range.startContainer, range.startOffset, true);
  const end = edge(index, root, range.endContainer, range.endOffset, false);
  return start === null || end === null ? null : snap(start, end);
}

/** The text of a passage as ranges, one for each turn: what lies in the margins between is left out. */
export function rangesOf(index: WordIndex, passage: Passage): Range[] {
  const ranges: Range[] = [];
  let from = passage.first;
  while (from <= passage.last) {
    const place = index.turnOf[from];
    if (place === undefined) break;
    const to = Math.min(passage.last, (index.firstOf[place + 1] ?? 0) - 1);
    const first = wordElement(index.words[from]?.id ?? -1)?.firstChild;
    const last = wordElement(index.words[to]?.id ?? -1);
    if (first && last?.firstChild) {
      const range = document.createRange();
      range.setStart(first, 0);
      range.setEnd(last.firstChild, lettersOf(last));
      ranges.push(range);
    }
    from = to + 1;
  }
  return ranges;
}
