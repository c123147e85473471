import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Bar, Notice } from "../parts/basics";
import { AreaField, TextField } from "../parts/fields";
import { Icon } from "../parts/Icon";
import { positionWords } from "../parts/words";
import { Link } from "../router";
import type { Held } from "./current";
import { keepNotes, keptName, keptNotes, nameIt } from "./finish";
import { leftWords } from "./stored";
import { Stored } from "./Stored";
import { plural, t } from "../texts/texts";

/** The last look before it is closed: notes; and then, while the last of it is stored, how much is left. */
export function After({ held, finish, goOn }: { held: Held; finish: () => void; goOn: () => void }) {
  const { live, session } = held;
  const phase = live.phase.value;
  const notes = useSignal(keptNotes(session.id) ?? session.notes);
  const button = useRef<HTMLButtonElement>(null);
  const pace = usePace(held);
  const storing = phase === "finishing";
  const failed = storing && live.problem.value !== null;
  /** it is over, without a sound */
  const nothing = phase === "done" && live.problem.value !== null;
  const marks = live.marks.value;
  const unsent = marks.filter((each) => !each.sent).length;
  useLayoutEffect(() => button.current?.focus(), []);
  useCommands(storing && !failed ? {} : { finish, save: finish, ...(storing ? {} : { record: goOn }) });
  const sending = live.sending.value;
  if (nothing) {
    return (
      <section class="panel after" aria-labelledby="after-title">
        <h2 id="after-title">{t("Nothing was recorded")}</h2>
        <Notice kind="problem" action={<Link class="button" to={`/sessions/${session.id}`}>{t("Back to the session")}</Link>}><span role="alert">{live.problem.value}</span></Notice>
      </section>
    );
  }
  return (
    <section class="panel after" aria-labelledby="after-title">
      <div class="after-head">
        <h2 id="after-title">{storing ? t("Storing the last of it") : t("Finish the recording?")}</h2>
        <p class="record-clock" role="timer" aria-label={t("Recorded")}>{positionWords(live.seconds.value)}</p>
      </div>
      {storing && !failed && (
        <div class="stack-1" role="status">
          <Bar part={sending === null || sending.waitingBytes + sending.storedBytes === 0 ? null : sending.storedBytes / (sending.storedBytes + sending.waitingBytes)} label={t("Storing the last of it")} />
          <p>{sending === null || sending.waitingBytes === 0 ? t("All the sound is stored. {which}", { which: unsent > 0 ? plural(unsent, "One mark is still to be sent, then the recording is closed.", "{count} marks are still to be sent, then the recording is closed.") : t("The recording is being closed.") }) : leftWords(sending, live.seconds.value, pace.value)}{sending !== null && sending.waitingBytes > 0 && "."}</p>
          <p class="quiet-text">{t("You need not wait here: it goes on while you look elsewhere in Colloquy. Only keep the window open.")}</p>
        </div>
      )}
      {(sending?.away ?? sending?.failed ?? null) !== null && <Stored live={live} />}
      {failed && <Notice kind="problem">{live.problem.value}</Notice>}
      {!storing && <p class="quiet-text">{marks.length === 0 ? t("Nothing was marked.") : plural(marks.length, "One mark: they find their place in the transcript when it is made{which}.", "{count} marks: they find their place in the transcript when it is made{which}.", { which: unsent > 0 ? t("; {unsent} of them are still to be sent", { unsent }) : "" })}</p>}
      <TextField label={t("Name")} optional maxLength={200} value={held.name.value ?? keptName(live.recordingId.value) ?? live.fileName} set={(value) => nameIt(held, value)} />
      <AreaField label={t("Notes")} optional rows={4} value={notes.value} set={(value) => { notes.value = value; keepNotes(session.id, value === session.notes ? null : value); }} placeholder={t("What you noticed, what was agreed, what to ask next time")} />
      <div class="actions">
        {(!storing || failed) && <button ref={button} class="button large primary" title={tip("finish")} onClick={finish}><Icon name="check" />{failed ? t("Try to finish again") : t("Finish and transcribe")}</button>}
        {!storing && <button class="button large" title={tip("record", t("Go on recording"))} onClick={goOn}><i class="dot" />{t("Go on recording")}</button>}
        {storing && <Link class="button" to={`/sessions/${session.id}`}>{t("Back to the session")}</Link>}
      </div>
    </section>
  );
}

/** Bytes a second at which it is being stored just now; null until that is known. */
export function usePace({ live }: Held) {
  const pace = useSignal<number | null>(null);
  useEffect(() => {
    let before = { at: performance.now(), bytes: live.sending.peek()?.storedBytes ?? 0 };
    const timer = window.setInterval(() => {
      const now = { at: performance.now(), bytes: live.sending.peek()?.storedBytes ?? 0 };
      const rate = ((now.bytes - before.bytes) * 1000) / (now.at - before.at);
      pace.value = pace.value === null ? rate : pace.value * 0.6 + rate * 0.4;
      before = now;
    }, 1000);
    return () => window.clearInterval(timer);
  }, [live]);
  return pace;
}
