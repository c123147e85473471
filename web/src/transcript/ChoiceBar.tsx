import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { tip } from "../commands/table";
import { positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { heard } from "./passage";
import { wordElement } from "./pointing";

/** What can be done with the chosen words, right below the last of them. */
export function ChoiceBar({ desk, player }: { desk: Desk; player: Player }) {
  const bar = useRef<HTMLDivElement>(null);
  const place = useSignal<{ top: number; left: number } | null>(null);
  const passage = desk.passage.value;
  const index = desk.index.value;
  useLayoutEffect(() => {
    const frame = bar.current?.parentElement;
    const word = passage === null ? null : wordElement(index.words[passage.last]?.id ?? -1);
    if (!frame || word === null) {
      place.value = null;
      return;
    }
    const outer = frame.getBoundingClientRect();
    const end = word.getBoundingClientRect();
    const width = bar.current?.offsetWidth ?? 0;
    place.value = { top: end.bottom - outer.top + 6, left: Math.max(8, Math.min(end.right - outer.left - width / 2, outer.width - width - 8)) };
  }, [passage, index]);
  if (passage === null || desk.tagging.value) return <div ref={bar} class="choice-bar" hidden />;
  const { start, end } = heard(index, passage);
  const count = passage.last - passage.first + 1;
  return (
    <div class="choice-bar" ref={bar} role="toolbar" aria-label="Chosen words" style={place.value === null ? { visibility: "hidden" } : { top: `${place.value.top}px`, left: `${place.value.left}px` }}>
      {desk.mayEdit.value && <button class="button small primary" title={tip("tag")} onClick={() => { desk.tagging.value = true; }}>Tag <kbd>t</kbd></button>}
      <button class="button small quiet" title={tip("hear")} onClick={() => player.playStretch(start, end)}>Hear</button>
      <button class="button small quiet" title={tip("loop")} onClick={() => player.playStretch(start, end, true)}>Repeat</button>
      <span class="small quiet-text">{count === 1 ? "1 word" : `${count} words`}, {positionWords(start)}</span>
    </div>
  );
}
