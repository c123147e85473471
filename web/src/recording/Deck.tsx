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

/** The recorder itself: the time, who is heard, what is safe, and the few things a person does to it. */
export function Deck({ held: { live }, marking, finish }: { held: Held; marking: Marking; finish: () => void }) {
  const phase = live.phase.value;
  const lasting = marking.lasting();
  return (
    <section class={`record-deck panel ${phase}`} aria-label="Recorder">
      <div class="deck-top">
        <p class="record-state" role="status">{stateWords(phase)}</p>
        <p class="record-clock" role="timer" aria-label="Recorded">{positionWords(live.seconds.value)}</p>
      </div>
      <Heard live={live} />
      <Stored live={live} />
      {live.problem.value !== null && <Notice kind="problem">{live.problem.value}</Notice>}
      {lasting !== null && (
        <div class="lasting"><span class="grow">Interrupted since {positionWords(lasting.seconds)}</span><button class="button small" title={tip("interruption", "The interruption is over")} onClick={() => marking.interruption()}>It is over</button></div>
      )}
      {phase === "paused" && <PauseReason live={live} />}
      <div class="record-buttons">
        <button class={`button large ${phase === "recording" ? "" : "primary"}`} title={tip("record", phase === "recording" ? "Pause" : "Record again")} onClick={() => live.toggle()}>
          {phase === "recording" ? <><Icon name="pause" />Pause</> : <><i class="dot" />Record again</>}
        </button>
        <button class="button large" title={tip("finish")} onClick={finish}><Icon name="check" />Finish</button>
        <button class="button" title={tip("moment")} onClick={() => marking.moment()}>Moment <kbd>m</kbd></button>
        {lasting === null && <button class="button" title={tip("interruption")} onClick={() => marking.interruption()}>Interruption <kbd>i</kbd></button>}
      </div>
    </section>
  );
}

export function stateWords(phase: Phase): string {
  switch (phase) {
    case "recording": return "Recording";
    case "paused": return "Paused";
    case "finishing": return "Storing the last of it";
    case "done": return "Finished";
    case "ready": return "Not recording yet";
  }
}
