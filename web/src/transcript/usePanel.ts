import { useSignal, useSignalEffect, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Desk } from "./Desk";

/** As in the style sheets: from this width on the panel stands beside the words. */
const besideTheWords = "(min-width: 901px)";

/**
 * Whether criteria and tags are shown. On a narrow screen they are a sheet over the words: it goes when the room beside them
 * does (a tablet is turned), and when something is asked for that stands above the words, where the sheet would cover it.
 */
export function usePanel(desk: Desk): Signal<boolean> {
  const shown = useSignal(window.matchMedia(besideTheWords).matches);
  useEffect(() => {
    const wide = window.matchMedia(besideTheWords);
    const changed = () => { if (!wide.matches) shown.value = false; };
    wide.addEventListener("change", changed);
    return () => wide.removeEventListener("change", changed);
  }, []);
  useSignalEffect(() => {
    if ((desk.finding.value || desk.redacting.value) && !window.matchMedia(besideTheWords).matches) shown.value = false;
  });
  return shown;
}
