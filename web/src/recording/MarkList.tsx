import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Session } from "../api/types";
import { Icon } from "../parts/Icon";
import { durationWords, positionWords } from "../parts/words";
import type { LocalMark } from "../recorder/marks";
import type { LiveRecording } from "../recorder/recording";
import type { Marking } from "./Marking";
import { t, tx } from "../texts/texts";

/** What was marked, the newest first; each can be taken back or get a note. */
export function MarkList({ session, live, marking }: { session: Session; live: LiveRecording; marking: Marking }) {
  const marks = [...live.marks.value].sort((one, other) => other.at.localeCompare(one.at));
  return (
    <section class="panel live-marks" aria-labelledby="marks-title">
      <div class="panel-head"><h2 id="marks-title">{t("Marked")}</h2>{marks.length > 0 && <span class="small quiet-text">{marks.length}</span>}</div>
      {marks.length === 0 ? <p class="pad-2 small quiet-text">{t("Nothing yet. What you mark finds its place in the transcript when that is made.")}</p> : (
        <ul class="rows">{marks.map((each) => <MarkRow key={each.id} mark={each} session={session} marking={marking} />)}</ul>
      )}
    </section>
  );
}

function MarkRow({ mark, session, marking }: { mark: LocalMark; session: Session; marking: Marking }) {
  const noting = marking.noting.value === mark.id;
  return (
    <li class="mark-row">
      <span class="time">{positionWords(mark.seconds)}</span>
      <div class="grow">
        <p dir="auto">{whatWords(mark, session, marking)}{!mark.sent && mark.refused === null && <span class="small quiet-text" title={t("It is kept on this machine and sent by itself")}>{" "}{t("· not sent yet")}</span>}</p>
        {mark.refused !== null && <p class="small wrong-text">{t("The server does not take it: {refused}", { refused: mark.refused })}</p>}
        {!noting && mark.note !== "" && <p class="small quiet-text" dir="auto">{mark.note}</p>}
      </div>
      {!noting && mark.kind !== "question" && mark.kind !== "criterion" && (
        <button class="button icon small quiet" aria-label={`${mark.note === "" ? t("Write a note") : t("Change the note")}, ${positionWords(mark.seconds)}`} title={t("Note")} onClick={() => { marking.noting.value = mark.id; }}><Icon name="edit" size={13} /></button>
      )}
      {mark.kind !== "pause" && <button class="button icon small quiet" aria-label={t("Take back {mark}, {seconds}", { mark: marking.words(mark), seconds: positionWords(mark.seconds) })} title={t("Take back")} onClick={() => marking.takeBack(mark.id)}><Icon name="close" size={13} /></button>}
    </li>
  );
}

function whatWords(mark: LocalMark, session: Session, marking: Marking) {
  const lasted = mark.lengthSeconds === null || mark.lengthSeconds < 1 ? "" : `, ${durationWords(mark.lengthSeconds)}`;
  switch (mark.kind) {
    case "criterion": {
      const criterion = marking.criteria.find((each) => each.id === mark.criterionId);
      return <><b>{criterion?.number ?? "?"}</b> <span class="quiet-text small">{criterion?.text}</span></>;
    }
    case "question": {
      const at = session.questions.findIndex((each) => each.id === mark.questionId);
      return <>{tx("Question {at} {questions}", { at: at + 1, questions: <span class="quiet-text small">{session.questions[at]?.text}</span> })}</>;
    }
    case "pause": return <>{t("Paused{lasted}", { lasted })}</>;
    case "interruption": return <>{t("Interruption{lasted}", { lasted })}</>;
    case "moment": return <>{t("Moment")}</>;
  }
}

/** The note of a mark: Enter keeps it, Escape leaves it out; the mark stays either way. Keys typed here are no commands. */
export function NoteField({ mark, marking }: { mark: LocalMark; marking: Marking }) {
  const text = useSignal(mark.note);
  const field = useRef<HTMLInputElement>(null);
  // at once, not after the next frame: on a busy machine the first letters of the note would be keys of the page
  useLayoutEffect(() => {
    field.current?.focus();
    // typed and not sent off by Enter: it is kept
    return () => marking.note(mark.id, text.peek());
  }, []);
  const close = (keep: boolean) => {
    if (!keep) text.value = "";
    if (marking.noting.value === mark.id) marking.noting.value = null;
  };
  return (
    <input class="input" ref={field} dir="auto" maxLength={500} aria-label={t("Note, {seconds}", { seconds: positionWords(mark.seconds) })} placeholder={mark.kind === "moment" ? t("A note, if you like") : t("Why: a phone call, somebody came in")}
      list={mark.kind === "moment" ? undefined : "interruption-reasons"} value={text.value} onInput={(event) => { text.value = event.currentTarget.value; }}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        event.preventDefault();
        event.stopPropagation();
        close(event.key === "Enter");
      }} />
  );
}

export const reasons = [t("Phone call"), t("Somebody came in"), t("Break"), t("Technical trouble")] as const;
