import { tip } from "../commands/table";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { placeOf } from "./differences";
import { answer, around, openOf } from "./opinion";
import { useAnchor } from "./useAnchor";

/** What the other engine heard at the place that is open, right below its words; taken or left with one key. */
export function DifferenceCard({ desk, player }: { desk: Desk; player: Player }) {
  const difference = openOf(desk);
  const index = desk.index.value;
  const position = difference === null ? null : placeOf(difference, index);
  const last = difference?.lastWord ?? (position === null ? null : index.words[position]?.id ?? null);
  const { box, style } = useAnchor(last, [difference, index]);
  if (difference === null || desk.tagging.value || desk.editing.value !== null) return <div ref={box} class="choice-bar" hidden />;
  const [from, to] = around(difference);
  return (
    <div class="choice-bar other" ref={box} role="group" aria-label="Second opinion" style={style}>
      <p>
        <span class="small quiet-text">The other heard</span>{" "}
        {difference.heard === "" ? <em>nothing here</em> : <strong dir="auto">{difference.heard}</strong>}
        {difference.written === "" && <span class="small quiet-text"> where nothing is written</span>}
        {difference.surer && <span class="chip" title="It was surer of its words than the first engine was of these. Being sure is not being right: listen.">surer of it</span>}
      </p>
      <div class="row tight">
        {desk.mayEdit.value && <button class="button small primary" title={tip("takeOther")} onClick={() => void answer(desk, player, true)}>Take it <kbd>x</kbd></button>}
        {desk.mayEdit.value && <button class="button small" title={tip("keepOwn")} onClick={() => void answer(desk, player, false)}>Keep as written <kbd>y</kbd></button>}
        <button class="button small quiet" title={tip("hear")} onClick={() => player.playStretch(from, to)}>Hear</button>
        <button class="button small quiet icon" aria-label="Close" title={tip("leave", "Close")} onClick={() => { desk.difference.value = null; }}>×</button>
      </div>
    </div>
  );
}
