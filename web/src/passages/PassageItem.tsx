import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ChangedTag, PassageRow } from "../api/types";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { StrengthSign, strengthOf } from "../parts/Strength";
import { positionWords, sessionWords, speakerWords } from "../parts/words";
import { Link } from "../router";
import { me } from "../state/me";
import { Retag } from "./Retag";
import { plural, t } from "../texts/texts";

interface Props {
  row: PassageRow;
  /** the one that is heard, or was last */
  current: boolean;
  playing: boolean;
  failing: boolean;
  hear: () => void;
  changed: (tag: ChangedTag) => void;
}

export function workspaceAddress(row: Pick<PassageRow, "recordingId" | "firstWord">, play = true): string {
  return `/recordings/${encodeURIComponent(row.recordingId)}?word=${row.firstWord}${play ? "&play=1" : ""}`;
}

/** One passage: hear it, read it, see for what and how far it counts, tag it again, open its transcript. */
export function PassageItem({ row, current, playing, failing, hear, changed }: Props) {
  const retagging = useSignal(false);
  const item = useRef<HTMLLIElement>(null);
  const close = (stored: ChangedTag | null) => {
    // the form goes, and with it the place of the keyboard
    item.current?.focus();
    retagging.value = false;
    if (stored !== null) changed(stored);
  };
  const mayEdit = row.assessor.id === me.value?.person.id && row.state !== "withdrawn";
  return (
    <li ref={item} class={`passage${current ? " current" : ""}${row.state === "withdrawn" ? " gone" : ""}`} aria-current={current ? "true" : undefined} data-passage={row.id} tabIndex={-1}>
      <button class="button icon small" aria-pressed={playing} aria-label={playing ? t("Pause") : t("Hear this passage for {number}", { number: row.criterion.number })} title={tip("hearPassage")} onClick={hear}><Icon name={playing ? "pause" : "play"} size={13} /></button>
      <div class="passage-body">
        <p class="passage-head">
          <b title={row.criterion.text}>{row.criterion.number}</b>
          <StrengthSign strength={strengthOf(row)} words />
          <span class="strong" dir="auto">{row.learner.name}</span>
          <span class="time">{t("{start} to {end}", { start: positionWords(row.start), end: positionWords(row.end) })}</span>
          {row.state === "review" && <span class="chip warning">{t("Words changed: look at it again")}</span>}
          {row.state === "withdrawn" && <span class="chip">{t("Withdrawn")}</span>}
          {row.suggested === true && <span class="chip" title={t("Colloquy proposed this criterion and a person accepted it")}>{t("suggested, accepted")}</span>}
        </p>
        <p class="passage-quote" dir="auto"><Link to={workspaceAddress(row)} title={tip("openPassage")}>{row.quote}</Link></p>
        {row.reason !== "" && <p class="small reason" dir="auto">{row.reason}</p>}
        {failing && <p class="small wrong-text" role="alert">{t("The sound could not be fetched. The recording on the server is safe. Try again.")}</p>}
        <p class="small quiet-text passage-about">
          {row.speakers.length > 0 && <span dir="auto">{row.speakers.map((name, at) => speakerWords(name, row.unnamed[at] ?? null)).join(", ")}</span>}<span dir="auto">{sessionWords({ method: row.method, date: row.sessionDate })}</span><span dir="auto">{row.recordingName}</span><span dir="auto">{t("tagged by {by}", { by: row.by.name })}</span>
          {(row.unchecked ?? 0) > 0 && <span>{plural(row.unchecked ?? 0, "1 word nobody checked", "{count} words nobody checked")}</span>}
        </p>
        {retagging.value && <Retag row={row} close={close} />}
      </div>
      {mayEdit && !retagging.value && <button class="button small quiet passage-retag" title={tip("retagPassage")} onClick={() => { retagging.value = true; }}>{t("Tag again")}</button>}
    </li>
  );
}
