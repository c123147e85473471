import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { wordElement } from "./pointing";

/**
 * Keeps a bar right below a word: `box` is the bar's element, `style` where it stands (--x and --y, for its style sheet to translate it by: moving it lays nothing out
 * anew), hidden while the word is not drawn.
 */
export function useAnchor(wordId: number | null, keys: readonly unknown[]) {
  const box = useRef<HTMLDivElement>(null);
  const place = useSignal<{ top: number; left: number } | null>(null);
  useLayoutEffect(() => {
    const frame = box.current?.parentElement;
    const word = wordId === null ? null : wordElement(wordId);
    if (!frame || word === null) {
      place.value = null;
      return;
    }
    const outer = frame.getBoundingClientRect();
    const end = word.getBoundingClientRect();
    const width = box.current?.offsetWidth ?? 0;
    place.value = { top: end.bottom - outer.top + 6, left: Math.max(8, Math.min(end.right - outer.left - width / 2, outer.width - width - 8)) };
  }, [wordId, ...keys]);
  return { box, style: place.value === null ? { visibility: "hidden" as const } : { "--x": `${place.value.left}px`, "--y": `${place.value.top}px` } };
}
