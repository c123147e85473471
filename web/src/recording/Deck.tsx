import { tip } from "../commands/table";
import { Notice } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { positionWords } from "../parts/words";
import type { Phase } from "../recorder/recording";
import type { Held } from "./current";
import { Heard } from "./Heard";
import type { Marking } from "./Marking";
import { PauseReason } from "./PauseReason";
import { Stored } from "./Stored";
import { t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

/** The recorder itself: the time, who is heard, what is safe, and the few things a person does to it. */
export function Deck({ held: { live }, marking, finish }: { held: Held; marking: Marking; finish: () => void }) {
  const phase = live.phase.value;
  const lasting = marking.lasting();
  return (
    <section class={`record-deck panel ${phase}`} aria-label={t("Recorder")}>
      <div class="deck-top">
        <p class="record-state" role="status">{stateWords(phase)}</p>
        <p class="record-clock" role="timer" aria-label={t("Recorded")}>{positionWords(live.seconds.value)}</p>
      </div>
      <Heard live={live} />
      <Stored live={live} />
      {live.problem.value !== null && <Notice kind="problem">{live.problem.value}</Notice>}
      {lasting !== null && (
        <div class="lasting"><span class="grow">{t("Interrupted since {seconds}", { seconds: positionWords(lasting.seconds) })}</span><button class="button small" title={tip("interruption", t("The interruption is over"))} onClick={() => marking.interruption()}>{t("It is over")}</button></div>
      )}
      {phase === "paused" && <PauseReason live={live} />}
      <div class="record-buttons">
        <button class={`button large ${phase === "recording" ? "" : "primary"}`} title={tip("record", phase === "recording" ? t("Pause") : t("Record again"))} onClick={() => live.toggle()}>
          {phase === "recording" ? <><Icon name="pause" />{t("Pause")}</> : <><i class="dot" />{t("Record again")}</>}
        </button>
        <button class="button large" title={tip("finish")} onClick={finish}><Icon name="check" />{t("Finish")}</button>
        <button class="button" title={tip("moment")} onClick={() => marking.moment()}>{tx("Moment {key}", { key: <Key of="moment" /> })}</button>
        {lasting === null && <button class="button" title={tip("interruption")} onClick={() => marking.interruption()}>{tx("Interruption {key}", { key: <Key of="interruption" /> })}</button>}
      </div>
    </section>
  );
}

export function stateWords(phase: Phase): string {
  switch (phase) {
    case "recording": return t("Recording");
    case "paused": return t("Paused");
    case "finishing": return t("Storing the last of it");
    case "done": return t("Finished");
    case "ready": return t("Not recording yet");
  }
}
