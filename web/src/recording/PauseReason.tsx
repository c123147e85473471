import { useSignal } from "@preact/signals";
import type { LiveRecording } from "../recorder/recording";
import { reasons } from "./MarkList";
import { t, tx } from "../texts/texts";

/** The mark of the pause that lasts. */
export function pauseOf(live: LiveRecording) {
  return live.marks.value.filter((each) => each.kind === "pause").at(-1) ?? null;
}

/** Why it is paused, if the person likes to say: a press, or a few words. It stays visible in the transcript. */
export function PauseReason({ live }: { live: LiveRecording }) {
  const pause = pauseOf(live);
  const text = useSignal("");
  if (pause === null) return null;
  const say = (note: string) => live.changeMark(pause.id, { note });
  const typed = () => { if (text.value.trim() !== "") say(text.value.trim()); };
  return (
    <fieldset class="pause-reason">
      <legend class="small">{pause.note === "" ? t("Why, if you like") : <>{tx("Paused: {note}", { note: <b dir="auto">{pause.note}</b> })}</>}</legend>
      <div class="reason-chips">
        {reasons.map((each) => <button key={each} class="button small" aria-pressed={pause.note === each} onClick={() => say(pause.note === each ? "" : each)}>{each}</button>)}
      </div>
      <input class="input" id="pause-reason" dir="auto" maxLength={500} aria-label={t("Another reason for the pause")} placeholder={t("Another reason")} value={text.value} onInput={(event) => { text.value = event.currentTarget.value; }}
        onBlur={typed}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Escape") text.value = "";
          event.currentTarget.blur();
        }} />
    </fieldset>
  );
}
