import { useTitle } from "../parts/basics";
import { tip } from "../commands/table";
import { failureWords, progressWords } from "../parts/JobLine";
import { count, percentWords, positionWords, sessionWords } from "../parts/words";
import { PrintButton } from "../print/usePrint";
import { Link } from "../router";
import { checkedPercent } from "./checks";
import type { Desk } from "./Desk";
import { byWords } from "./hearings";
import { t, tx } from "../texts/texts";

interface Props {
  desk: Desk;
  doubt: { value: boolean };
  /** shows the versions beside the text */
  versions: () => void;
  panel: { value: boolean };
  nextUnchecked: (direction: 1 | -1) => void;
}

/** Learner, unit and session; the session's other recordings; in what state this one is. */
export function Header({ desk, doubt, versions, panel, nextUnchecked }: Props) {
  const session = desk.session.value;
  const recording = desk.recording.value;
  const transcript = desk.transcript.value;
  const name = session?.enrolment.learner.name ?? t("Recording");
  useTitle(session === null ? t("Recording") : `${name}, ${sessionWords(session)}`);
  if (session === null || recording === null) return <header class="work-head" />;
  const { enrolment, recordings } = session;
  const shown = recordings.filter((one) => !one.setAside || one.id === recording.id);
  const unit = `${enrolment.unit.number === null ? "" : `${enrolment.unit.number} `}${enrolment.unit.title}`;
  return (
    <header class="work-head">
      <div class="grow">
        <nav class="trail" aria-label={t("Where you are")}>
          <span><Link to={`/enrolments/${encodeURIComponent(enrolment.id)}`} dir="auto" title={unit}>{unit}</Link></span>
          <span><Link to={`/sessions/${encodeURIComponent(session.id)}`} dir="auto">{sessionWords(session)}</Link></span>
        </nav>
        <div class="row tight work-title">
          <h1 dir="auto" tabIndex={-1}>{name}</h1>
          {shown.length > 1 && (
            <nav class="takes" aria-label={t("Recordings of this session")}>
              {shown.map((one, at) => (
                <Link key={one.id} to={`/recordings/${encodeURIComponent(one.id)}`} aria-current={one.id === recording.id ? "page" : undefined} title={one.fileName}>
                  {at + 1}{one.durationSeconds === null ? "" : <small> {positionWords(one.durationSeconds)}</small>}
                </Link>
              ))}
            </nav>
          )}
          <State desk={desk} versions={versions} />
          {transcript !== null && <Checked desk={desk} next={nextUnchecked} />}
        </div>
      </div>
      <div class="actions">
        {transcript !== null && <button class="button small" aria-pressed={desk.finding.value} title={tip("find")} onClick={() => { desk.finding.value = !desk.finding.value; }}>{t("Find")}</button>}
        {transcript !== null && (
          <button class="button small" aria-pressed={doubt.value} title={t("{tip}. A help for the eye only: sure words can be wrong too", { tip: tip("doubt") })} onClick={() => { doubt.value = !doubt.value; }}>{t("Doubtful words")}</button>
        )}
        {transcript !== null && <OpinionSwitch desk={desk} />}
        {transcript !== null && <PrintButton />}
        <button class="button small panel-switch" aria-expanded={panel.value} title={tip("panel")} onClick={() => { panel.value = !panel.value; }}>{t("Criteria")}</button>
      </div>
    </header>
  );
}

/** Off, on its way, or how many places are left; pressed: shown. */
function OpinionSwitch({ desk }: { desk: Desk }) {
  const job = desk.recording.value?.job;
  const opinion = desk.opinion.value;
  const running = job?.kind === "second-opinion" && (job.state === "queued" || job.state === "running");
  const state = running ? (job.progress === null ? t("waiting") : percentWords(job.progress)) : opinion === null || opinion === undefined ? t("off") : opinion.differences.length === 0 ? t("nothing left") : t("{differences} left", { differences: opinion.differences.length });
  return (
    <button class="button small" aria-pressed={desk.opinionShown.value} title={tip("opinion", desk.opinionShown.value ? t("Hide the second opinion") : t("A second opinion by another engine"))} onClick={() => toggleOpinion(desk)}>
      <span>{tx("Second opinion{state}", { state: <span class="state">: {state}</span> })}</span>
    </button>
  );
}

export function toggleOpinion(desk: Desk): void {
  desk.opinionShown.value = !desk.opinionShown.value;
  desk.difference.value = null;
  if (desk.opinionShown.value && desk.opinion.value === undefined) void desk.readOpinion();
}

/** How much has been listened to and found right; pressed, it goes to the next words that nobody has checked. */
function Checked({ desk, next }: { desk: Desk; next: (direction: 1 | -1) => void }) {
  const states = desk.states.value;
  const all = states.words.length;
  if (all === 0) return null;
  const percent = checkedPercent(states.checked, all);
  const confirmed = states.confirmed === 0 ? "" : t(" {confirmed} % is confirmed by the learner.", { confirmed: checkedPercent(states.confirmed, all) });
  return (
    <button class="chip checked-part" title={t("{tip}. {it} left.{confirmed}", { tip: tip("nextUnchecked", t("Go to the next words that nobody has checked")), it: count(all - states.checked, "word"), confirmed })} onClick={() => next(1)}>
      {t("checked {percent} %", { percent })}
    </button>
  );
}

function State({ desk, versions }: { desk: Desk; versions: () => void }) {
  const recording = desk.recording.value;
  const transcript = desk.transcript.value;
  if (recording === null) return null;
  if (recording.setAside) return <span class="chip">{t("Set aside")}</span>;
  if (transcript === null) return null;
  const job = recording.job?.kind === "transcribe" ? recording.job : null;
  if (job?.state === "queued" || job?.state === "running") {
    return <button class="chip accent" title={tip("versions", t("See how far it is, or stop it"))} onClick={versions}><span role="status">{t("Transcribing again: {job}", { job: progressWords(job) })}</span></button>;
  }
  if (job?.state === "failed") return <button class="chip warning" title={failureWords(job, true)} onClick={versions}>{t("Transcribing again failed")}</button>;
  const corrected = transcript.turns.filter((turn) => turn.corrected).length;
  return (
    <span class="small quiet-text" title={byWords(transcript)}>
      {corrected === 0 ? t("As the machine heard it") : t("{corrected} of {turns} turns corrected", { corrected, turns: transcript.turns.length })}
      {!desk.mayEdit.value && t(" · you can read and listen")}
    </span>
  );
}
