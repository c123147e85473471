import { tip } from "../commands/table";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { placeOf } from "./differences";
import { answer, around, openOf } from "./opinion";
import { useAnchor } from "./useAnchor";
import { t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

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
    <div class="choice-bar other" ref={box} role="group" aria-label={t("Second opinion")} style={style}>
      <p>
        <span class="small quiet-text">{t("The other heard")}</span>{" "}
        {difference.heard === "" ? <em>{t("nothing here")}</em> : <strong dir="auto">{difference.heard}</strong>}
        {difference.written === "" && <span class="small quiet-text">{" "}{t("where nothing is written")}</span>}
        {difference.surer && <span class="chip" title={t("It was surer of its words than the first engine was of these. Being sure is not being right: listen.")}>{t("surer of it")}</span>}
      </p>
      <div class="row tight">
        {desk.mayEdit.value && <button class="button small primary" title={tip("takeOther")} onClick={() => void answer(desk, player, true)}>{tx("Take it {key}", { key: <Key of="takeOther" /> })}</button>}
        {desk.mayEdit.value && <button class="button small" title={tip("keepOwn")} onClick={() => void answer(desk, player, false)}>{tx("Keep as written {key}", { key: <Key of="keepOwn" /> })}</button>}
        <button class="button small quiet" title={tip("hear")} onClick={() => player.playStretch(from, to)}>{t("Hear")}</button>
        <button class="button small quiet icon" aria-label={t("Close")} title={tip("leave", t("Close"))} onClick={() => { desk.difference.value = null; }}>×</button>
      </div>
    </div>
  );
}
