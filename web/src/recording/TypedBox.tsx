import { positionWords } from "../parts/words";
import type { LiveRecording } from "../recorder/recording";
import type { Marking } from "./Marking";
import { NoteField } from "./MarkList";
import { read, shown } from "./typed";
import { t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

/** What is being typed, what it could be, and what was marked last, with its undo: at the foot of the page, where it covers nothing. */
export function TypedBox({ live, marking }: { live: LiveRecording; marking: Marking }) {
  const typed = marking.typed.value;
  const said = marking.said.value;
  const noting = live.marks.value.find((each) => each.id === marking.noting.value);
  if (noting !== undefined) {
    return (
      <div class="typed-box noting">
        <span>{t("{Moment} at {seconds}", { Moment: noting.kind === "moment" ? t("Moment") : noting.kind === "pause" ? t("Pause") : t("Interruption"), seconds: positionWords(noting.seconds) })}</span>
        <span class="grow"><NoteField key={noting.id} mark={noting} marking={marking} /></span>
        {noting.kind !== "pause" && <button class="button small" onMouseDown={(event) => event.preventDefault()} onClick={() => marking.takeBack(noting.id)}>{t("Undo")}</button>}
      </div>
    );
  }
  if (typed === "" && said === null) return null;
  return (
    <div class="typed-box">
      {typed === "" ? (
        <><span class="grow">{said?.text}</span>{said !== null && said.markId !== null && <button class="button small" onClick={() => { if (said.markId !== null) marking.takeBack(said.markId); }}>{tx("Undo {key}", { key: <Key of="unmark" /> })}</button>}</>
      ) : <Typing marking={marking} typed={typed} />}
    </div>
  );
}

function Typing({ marking, typed }: { marking: Marking; typed: string }) {
  const meant = read(typed, marking.criteria);
  const fits = meant.state === "waits" ? [meant.criterion, ...meant.longer] : meant.state === "begun" || meant.state === "either" ? meant.fits : [];
  return (
    <>
      <b class="typed">{shown(typed, marking.criteria)}<span class="caret" aria-hidden="true" /></b>
      <span class="grow typed-fits">{fits.slice(0, 8).map((each) => <button key={each.id} class="button small" title={each.text} onClick={() => marking.criterion(each)}>{each.number}</button>)}{fits.length > 8 && "…"}</span>
      <span class="small typed-hint">{meant.state === "waits" ? t("Enter for {number}", { number: meant.criterion.number }) : meant.state === "either" ? t("Type it with its point") : ""}<span class="esc">{t("{which}Escape leaves it", { which: meant.state === "waits" || meant.state === "either" ? " · " : "" })}</span></span>
    </>
  );
}
