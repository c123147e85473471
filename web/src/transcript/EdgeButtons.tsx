import { useSignal } from "@preact/signals";
import { Icon } from "../parts/Icon";
import type { Desk } from "./Desk";
import { moveEdge } from "./edges";
import type { Passage } from "./passage";

/** Moves the two ends of what is chosen, a word or a sentence at a time: for fingers, and for those who cannot drag. */
export function EdgeButtons({ desk, passage }: { desk: Desk; passage: Passage }) {
  const by = useSignal<"word" | "sentence">("word");
  const move = (edge: "first" | "last", direction: 1 | -1) => () => {
    const next = moveEdge(desk.index.value, passage, edge, by.value, direction);
    desk.choice.value = next;
    desk.reveal(next.focus);
  };
  const button = (edge: "first" | "last", direction: 1 | -1, label: string) => (
    <button class="button small quiet icon" title={label} aria-label={label} onClick={move(edge, direction)}><Icon name={direction === 1 ? "next" : "back"} size={14} /></button>
  );
  return (
    <span class="edges" role="group" aria-label="Ends of the chosen words">
      <span class="small">First</span>{button("first", -1, "Begin earlier")}{button("first", 1, "Begin later")}
      <span class="small">Last</span>{button("last", -1, "End earlier")}{button("last", 1, "End later")}
      <button class="button small quiet" aria-pressed={by.value === "sentence"} title="Move the ends by whole sentences" onClick={() => { by.value = by.value === "word" ? "sentence" : "word"; }}>by sentence</button>
    </span>
  );
}
