import { useEffect } from "preact/hooks";
import { api } from "../api/calls";
import type { Recording, Session } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, PageHead, Waiting } from "../parts/basics";
import { DropZone } from "../parts/DropZone";
import { Icon } from "../parts/Icon";
import { languageWords } from "../parts/languages";
import { isBusy, RecordingCard } from "../parts/RecordingCard";
import { Vocabulary } from "../parts/Vocabulary";
import { UploadCard } from "../parts/UploadCard";
import { uploadAll, uploads } from "../recorder/uploads";
import { storeName, storeNotes } from "../recording/finish";
import { UnfinishedCards } from "../recording/UnfinishedCards";
import { ArrivalsPanel } from "../session/ArrivalsPanel";
import { ConsentPanel } from "../session/ConsentPanel";
import { JoinForm } from "../session/JoinForm";
import { count, sessionWords } from "../parts/words";
import { go, Link } from "../router";
import { useLoad, usePoll } from "../state/load";
import { hasRole } from "../state/me";
import { said, t } from "../texts/texts";

/** One session: its recordings and what is being done with them, and the plan beside them. */
export function SessionPage({ id }: { id: string }) {
  const loaded = useLoad((signal) => api.session(id, signal), [id]);
  const session = loaded.value;
  const refresh = async () => loaded.set(await api.session(id));
  usePoll(session?.recordings.some(isBusy) === true, 1000, refresh);
  useCommands(session?.mayEdit === true ? { record: () => go(`/sessions/${id}/record`) } : {});
  // notes and a name typed at the end of a recording that the server could not take then
  useEffect(() => {
    if (session?.mayEdit !== true) return;
    void storeNotes(id);
    void Promise.all(session.recordings.map((each) => storeName(each.id))).then((stored) => (stored.includes(true) ? refresh() : undefined)).catch(() => undefined);
  }, [session?.mayEdit, id]);
  if (session === undefined) return <div class="page"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the session")} /></div>;
  const { enrolment, mayEdit } = session;
  const request = { engine: "auto", model: null, language: session.language, speakers: "auto" } as const;
  const take = (files: File[]) => void uploadAll(id, files, request, () => void refresh().catch(() => undefined));
  const mine = uploads.value.filter((each) => each.sessionId === id);
  const onTheirWay = new Set(mine.map((each) => each.recordingId));
  const sending = mine.filter((each) => each.state === "sending");
  // what was never finished has a card of its own, above the others
  const offered = (each: Recording) => mayEdit && each.state === "receiving" && each.source === "microphone" && !each.setAside;
  const recordings = [...session.recordings].filter((each) => !onTheirWay.has(each.id) && !offered(each)).sort((one, other) => Number(one.setAside) - Number(other.setAside) || one.createdAt.localeCompare(other.createdAt));
  return (
    <div class="page">
      <PageHead title={sessionWords(session)} under={<span dir="auto">{[enrolment.learner.name, session.startTime, session.place].filter(Boolean).join(", ")}</span>}
        trail={[{ to: "/learners", text: hasRole("learner") ? t("My units") : t("Learners") }, { to: `/enrolments/${enrolment.id}`, text: enrolment.learner.name }, { to: `/enrolments/${enrolment.id}`, text: enrolment.unit.title }]}>
        {mayEdit && <Link class="button" to={`/sessions/${id}/plan`}><Icon name="edit" size={14} />{t("Change the plan")}</Link>}
        {mayEdit && session.recordings.length + mine.length > 0 && <Link class="button" to={`/sessions/${id}/record`} title={tip("record", t("Record now"))}><Icon name="mic" />{t("Record now")}</Link>}
      </PageHead>
      <div class="two">
        <div class="stack">
          {session.withheld !== undefined && session.withheld !== null && <Notice kind="warning">{said(session.withheld)}</Notice>}
          {loaded.problem !== null && <Notice kind="problem">{loaded.problem}</Notice>}
          {mayEdit && <UnfinishedCards sessionId={id} changed={refresh} />}
          {mayEdit && <ArrivalsPanel sessionId={id} changed={refresh} />}
          {recordings.map((each) => <RecordingCard key={each.id} recording={each} session={session} changed={refresh} />)}
          {mayEdit && <JoinForm session={session} changed={refresh} />}
          {sending.length > 1 && <p class="small quiet-text" role="status">{t("{sending} on their way, one after the other. You can look elsewhere meanwhile; only keep the window open.", { sending: count(sending.length, "file") })}</p>}
          {mine.map((upload) => <UploadCard key={upload.key} upload={upload} />)}
          {mayEdit ? <AddFiles first={session.recordings.length + mine.length === 0} take={take} id={id} /> : recordings.length === 0 && <section class="panel pad"><p class="quiet-text">{t("Nothing is recorded yet.")}</p></section>}
        </div>
        <Plan session={session} />
      </div>
    </div>
  );
}

function AddFiles({ first, take, id }: { first: boolean; take: (files: File[]) => void; id: string }) {
  return (
    <DropZone drop={take} multiple label={t("Add sound or video files")} note={t("or drop them here. Any kind is read; the file itself is kept as it is")}>
      {first && (
        <div class="empty">
          <h2>{t("Nothing recorded yet")}</h2>
          <p>{t("Record now with this machine’s microphone, or add a recording you have already.")}</p>
          <div class="actions"><Link class="button primary large" to={`/sessions/${id}/record`} title={tip("record", t("Record now"))}><Icon name="mic" />{t("Record now")}</Link></div>
        </div>
      )}
    </DropZone>
  );
}

function Plan({ session }: { session: Session }) {
  const numbers = new Map(session.unit.outcomes.flatMap((each) => each.criteria).map((each) => [each.id, each]));
  return (
    <aside class="stack">
      {session.unit.simulationAllowed === false && <Notice kind="warning">{t("Simulation is not allowed for this unit.")}</Notice>}
      <section class="panel">
        <div class="panel-head"><h2>{t("Planned questions")}</h2></div>
        {session.questions.length === 0 ? <p class="pad-2 quiet-text">{t("None planned.")}</p> : (
          <ol class="rows questions">
            {session.questions.map((question, index) => (
              <li key={question.id}><span class="number">{index + 1}</span><span dir="auto">{question.text} {question.criterionIds.map((each) => <span key={each} class="chip" title={numbers.get(each)?.text}>{numbers.get(each)?.number ?? "?"}</span>)}</span></li>
            ))}
          </ol>
        )}
      </section>
      <ConsentPanel session={session} />
      {session.mayEdit && <section class="panel pad-2"><Vocabulary sessionId={session.id} title={t("What guides the transcription")} /></section>}
      <section class="panel pad-2">
        <dl class="facts">
          <div><dt>{t("Assessor")}</dt><dd dir="auto">{session.enrolment.assessor.name}</dd></div>
          {session.people.length > 0 && <div><dt>{t("Present")}</dt><dd>{session.people.map((each) => <div key={`${each.name}${each.role}`} dir="auto">{each.name}{each.role !== "" && <span class="quiet-text">, {each.role}</span>}</div>)}</dd></div>}
          <div><dt>{t("How you meet")}</dt><dd>{session.mode === "remote" ? t("Remote") : t("Face to face")}</dd></div>
          <div><dt>{t("Language")}</dt><dd>{languageWords(session.language)}</dd></div>
          {session.notes !== "" && <div><dt>{t("Notes")}</dt><dd class="prose" dir="auto">{session.notes}</dd></div>}
        </dl>
      </section>
    </aside>
  );
}

