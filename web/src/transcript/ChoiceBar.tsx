import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { tip } from "../commands/table";
import { positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { EdgeButtons } from "./EdgeButtons";
import { heard } from "./passage";
import { setWordsSpeaker } from "./speakers";
import { useAnchor } from "./useAnchor";

/** How many speakers have a button of their own here; the others are in the menu (s). */
const shownSpeakers = 3;

/** What can be done with the chosen words, right below the last of them. */
export function ChoiceBar({ desk, player, again }: { desk: Desk; player: Player; again: (part: { start: number; end: number }) => void }) {
  const passage = desk.passage.value;
  const index = desk.index.value;
  const adjusting = useSignal(false);
  useEffect(() => { if (passage === null) desk.redacting.value = false; }, [passage === null]);
  const { box, style } = useAnchor(passage === null ? null : index.words[passage.last]?.id ?? null, [passage, index, adjusting.value]);
  if (passage === null || desk.tagging.value || desk.tapping.value !== null) return <div ref={box} class="choice-bar" hidden />;
  const { start, end } = heard(index, passage);
  const count = passage.last - passage.first + 1;
  const speakers = desk.transcript.value?.speakers ?? [];
  return (
    <div class="choice-bar" ref={box} role="toolbar" aria-label="Chosen words" style={style}>
      {desk.mayEdit.value && <button class="button small primary" title={tip("tag")} onClick={() => { desk.tagging.value = true; }}>Tag <kbd>t</kbd></button>}
      <button class="button small quiet" title={tip("hear")} onClick={() => player.playStretch(start, end)}>Hear</button>
      <button class="button small quiet" title={tip("loop")} onClick={() => player.playStretch(start, end, true)}>Repeat</button>
      {desk.mayEdit.value && speakers.length > 1 && (
        <span class="said-by" role="group" aria-label="Who said them">
          {speakers.slice(0, shownSpeakers).map((one, at) => (
            <button key={one.number} class="button small quiet" title={`${one.name} said these words (${at + 1})`} onClick={() => void setWordsSpeaker(desk, passage, one.number)}><kbd>{at + 1}</kbd> <span dir="auto">{one.name}</span></button>
          ))}
        </span>
      )}
      {desk.mayEdit.value && <button class="button small quiet" title={tip("versions", "Transcribe these words again")} disabled={desk.busy.value} onClick={() => again({ start, end })}>Transcribe again</button>}
      {desk.mayEdit.value && <button class="button small quiet" title={tip("redact")} onClick={() => { desk.redacting.value = true; }}>Redact</button>}
      <button class="button small quiet" aria-expanded={adjusting.value} title="Move the beginning and the end by words or sentences (Shift and the arrows)" onClick={() => { adjusting.value = !adjusting.value; }}>Adjust</button>
      <span class="small quiet-text">{count === 1 ? "1 word" : `${count} words`}, {positionWords(start)}</span>
      {adjusting.value && <EdgeButtons desk={desk} passage={passage} set={(next) => { desk.choice.value = { anchor: next.first, focus: next.last }; }} />}
    </div>
  );
}
