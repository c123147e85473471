import { useEffect } from "preact/hooks";

/** When the part that had the focus goes away, the focus goes to the words: the next key and a screen reader go on there. */
export function useFocusBack(): void {
  useEffect(() => () => queueMicrotask(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(".transcript")?.focus({ preventScroll: true });
  }), []);
}
