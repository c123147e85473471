import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { api } from "../api/calls";
import { sentence } from "../api/problem";
import type { Recording, Session } from "../api/types";
import { useConsents } from "../consent/useConsents";
import { Notice, useTitle, Waiting } from "../parts/basics";
import { After } from "../recording/After";
import { AlarmBanner } from "../recording/AlarmBanner";
import { Before } from "../recording/Before";
import { holdFor, release } from "../recording/current";
import { stateWords } from "../recording/Deck";
import { During } from "../recording/During";
import { finish, otherSession } from "../recording/finish";
import { Marking } from "../recording/Marking";
import { pauseOf } from "../recording/PauseReason";
import { lengthOf } from "../recording/unfinished";
import { address, go, Link, path } from "../router";
import { useLeaveGuard } from "../state/leave";
import { useLoad } from "../state/load";
import { t } from "../texts/texts";

/** `/sessions/:id/record?continue=RECORDING`: before, during and after one recording. */
export function RecordPage({ id }: { id: string }) {
  const wanted = address.value.searchParams.get("continue");
  const loaded = useLoad(async (signal) => ({ session: await api.session(id, signal), continued: wanted === null ? null : await api.recording(wanted, signal) }), [id, wanted]);
  const other = otherSession(id);
  if (loaded.value === undefined) return <div class="page narrow"><h1 class="sr">{t("Record")}</h1><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the session")} /></div>;
  const { session, continued } = loaded.value;
  const back = <Link class="button" to={`/sessions/${id}`}>{t("Back to the session")}</Link>;
  if (!session.mayEdit) return <div class="page narrow"><h1 class="sr">{t("Record")}</h1><Notice kind="warning" action={back}>{t("Only the assessor of this session records it. You can read and hear what is recorded.")}</Notice></div>;
  if (other !== null) {
    return <div class="page narrow"><h1 class="sr">{t("Record")}</h1><Notice kind="warning" action={<><Link class="button primary" to={`/sessions/${other.session.id}/record`}>{t("Back to that recording")}</Link>{back}</>}>{t("The session with {learner} is being recorded in this window. Finish it, then record this one.", { learner: other.session.enrolment.learner.name })}</Notice></div>;
  }
  if (continued !== null && (continued.state !== "receiving" || continued.sessionId !== id)) {
    return <div class="page narrow"><h1 class="sr">{t("Record")}</h1><Notice action={back}>{t("That recording is finished. What you want to add is recorded as a second one; both can be joined into one timeline on the session’s page.")}</Notice></div>;
  }
  return <Recorder key={id} session={session} continued={continued} changed={(next) => loaded.set({ session: next, continued })} />;
}

function Recorder({ session, continued, changed }: { session: Session; continued: Recording | null; changed: (session: Session) => void }) {
  const one = useMemo(() => holdFor(session), [session.id]);
  const marking = useMemo(() => new Marking(one.live, session), [one]);
  const desk = useConsents(session.id);
  const { live } = one;
  const phase = live.phase.value;
  /** the pause in which the person was asked whether to finish */
  const finishing = useSignal<string | null>(null);
  /** why a recording that was not finished cannot be gone on with here */
  const refused = useSignal<string | null>(null);
  useTitle(phase === "recording" ? t("● Recording") : phase === "paused" ? t("Paused") : t("Record"));
  useEffect(() => {
    if (live.phase.peek() === "ready") void open();
    const timer = window.setInterval(() => live.tick(), 200);
    return () => { window.clearInterval(timer); marking.close(); release(one); };
  }, [one]);
  useLeaveGuard(phase === "recording" || phase === "paused", t("The recording is not finished. It goes on while you look elsewhere in Colloquy, and the line at the top leads back to it. Leave this page?"));
  /** first what is there already, then the microphone: what was refused is not hidden by it */
  const open = async () => {
    refused.value = null;
    try {
      if (continued !== null && live.recordingId.peek() !== continued.id) {
        await live.continueFrom(continued);
        refused.value = live.problem.peek();
      }
      await live.choose([]);
    } catch (failure) {
      refused.value = sentence(failure);
    }
  };
  const ask = () => {
    const running = live.phase.value === "recording";
    if (running) live.pause(null);
    finishing.value = running ? pauseOf(live)?.id ?? "" : "";
  };
  const end = async () => {
    const here = path.value;
    if ((await finish(one, finishing.value)) && path.value === here) go(`/sessions/${session.id}`, { saved: true });
  };
  const after = phase === "finishing" || phase === "done" || finishing.value !== null;
  return (
    <div class={`record ${after ? "ending" : phase === "ready" ? "before" : "live"}`}>
      <header class="record-head">
        <div class="grow"><h1 dir="auto">{session.enrolment.learner.name}</h1><p class="quiet-text" dir="auto">{session.unit.title}</p></div>
        {phase === "ready" && <Link class="button quiet" to={`/sessions/${session.id}`}>{t("Back to the session")}</Link>}
      </header>
      {refused.value !== null && <div class="record-wide"><Notice kind="problem" action={<><button class="button small" onClick={() => void open()}>{t("Try again")}</button><Link class="button small" to={`/sessions/${session.id}`}>{t("Back to the session")}</Link></>}>{refused.value}</Notice></div>}
      <AlarmBanner live={live} over={after} />
      <p class="sr" role="status">{phase === "ready" ? "" : `${stateWords(phase)}. `}{marking.said.value?.text ?? ""}</p>
      {after ? <After held={one} finish={() => void end()} goOn={() => { finishing.value = null; live.resume(); }} />
        : phase === "ready" ? <Before held={one} session={session} changed={changed} desk={desk} continued={continued === null ? null : { seconds: lengthOf(continued) }} />
        : <During held={one} marking={marking} finish={ask} />}
    </div>
  );
}
