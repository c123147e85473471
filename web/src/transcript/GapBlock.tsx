import type { Gap } from "../api/types";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { gapWords } from "./gaps";
import { t, tx } from "../texts/texts";

/** A stretch that no engine could write down, at its place in the text: it can still be heard, and heard again by another engine. */
export function GapBlock({ desk, player, gap, again }: { desk: Desk; player: Player; gap: Gap; again: (part: Gap) => void }) {
  return (
    <aside class="gap" id={`gap-${gap.start}`} aria-label={t("Could not be transcribed, {gap}", { gap: gapWords(gap) })} tabIndex={-1}>
      <div>
        <p><Icon name="warning" size={14} /><span>{tx("Could not be transcribed, {gap}", { gap: <span class="time">{gapWords(gap)}</span> })}</span></p>
        <span class="row tight">
          <button class="button small" title={t("Hear this part")} onClick={() => player.playStretch(gap.start, gap.end)}><Icon name="play" size={11} />{t("Hear it")}</button>
          {desk.mayEdit.value && <button class="button small" disabled={desk.busy.value} title={tip("versions", t("Transcribe this part again"))} onClick={() => again(gap)}>{t("Transcribe again")}</button>}
        </span>
      </div>
    </aside>
  );
}
