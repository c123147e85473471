import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { tip } from "../commands/table";
import { positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { EdgeButtons } from "./EdgeButtons";
import { heard } from "./passage";
import { nameOf, setWordsSpeaker } from "./speakers";
import { useAnchor } from "./useAnchor";
import { plural, t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

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
  const size = `${plural(count, "1 word", "{count} words")}, ${positionWords(start)}`;
  const speakers = desk.transcript.value?.speakers ?? [];
  return (
    <div class="choice-bar" ref={box} role="toolbar" aria-label={t("Chosen words")} style={style}>
      {desk.mayEdit.value && <button class="button small primary" title={tip("tag")} onClick={() => { desk.tagging.value = true; }}>{tx("Tag {key}", { key: <Key of="tag" /> })}</button>}
      <button class="button small quiet" title={tip("hear")} onClick={() => player.playStretch(start, end)}>{t("Hear")}</button>
      <button class="button small quiet" title={tip("loop")} onClick={() => player.playStretch(start, end, true)}>{t("Repeat")}</button>
      {desk.mayEdit.value && speakers.length > 1 && (
        <span class="said-by" role="group" aria-label={t("Who said them")}>
          {speakers.slice(0, shownSpeakers).map((one, at) => (
            <button key={one.number} class="button small quiet" title={t("{one} said these words ({at})", { one: nameOf(one), at: at + 1 })} onClick={() => void setWordsSpeaker(desk, passage, one.number)}><kbd>{at + 1}</kbd> <span dir="auto">{nameOf(one)}</span></button>
          ))}
        </span>
      )}
      {desk.mayEdit.value && <button class="button small quiet" title={tip("versions", t("Transcribe these words again"))} disabled={desk.busy.value} onClick={() => again({ start, end })}>{t("Transcribe again")}</button>}
      {desk.mayEdit.value && <button class="button small quiet" title={tip("redact")} onClick={() => { desk.redacting.value = true; }}>{t("Redact")}</button>}
      <button class="button small quiet" aria-expanded={adjusting.value} title={t("Move the beginning and the end by words or sentences (Shift and the arrows)")} onClick={() => { adjusting.value = !adjusting.value; }}>{t("Adjust")}</button>
      <span class="small quiet-text choice-count"><span style={{ inlineSize: `${size.length}ch` }}>{size}</span></span>
      {adjusting.value && <EdgeButtons desk={desk} passage={passage} set={(next) => { desk.choice.value = { anchor: next.first, focus: next.last }; }} />}
    </div>
  );
}
