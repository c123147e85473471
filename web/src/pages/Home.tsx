import { api } from "../api/calls";
import type { Enrolment, SessionSummary } from "../api/types";
import { Notice, PageHead, Waiting } from "../parts/basics";
import { coverageWords } from "../parts/Strip";
import { UnfinishedCards } from "../recording/UnfinishedCards";
import { Link } from "../router";
import { useLoad, usePoll } from "../state/load";
import { hasRole, me } from "../state/me";
import { SessionRow } from "./EnrolmentPage";
import { FirstSteps } from "./FirstSteps";
import { EnrolmentRow } from "./Learners";
import { nextStep, sortWork, type Work } from "./work";
import { t } from "../texts/texts";

/** The newest enrolments are looked at closely; the others are only counted in the list of learners. */
const CLOSELY = 24;

export function Home() {
  const loaded = useLoad(readHome, []);
  const busy = loaded.value?.work.working.length ?? 0;
  usePoll(busy > 0, 4000, async () => loaded.set(await readHome()));
  const roles = me.value?.person.roles ?? [];
  const first = me.value?.person.name.split(/\s+/)[0] ?? "";
  return (
    <div class="page">
      <PageHead title={t("Hello, {first}", { first })} />
      {loaded.value === undefined ? <div class="panel"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("what waits for you")} /></div> : (
        <>
          {hasRole("administrator", "assessor") && <UnfinishedCards />}
          {me.value?.centre.sample === true && <Notice>{t("This is the sample centre. Nobody in it is real; try anything.")}</Notice>}
          {hasRole("administrator", "assessor") && (loaded.value.units === 0 || loaded.value.enrolments.length === 0 || loaded.value.work.none)
            ? <FirstSteps units={loaded.value.units} enrolments={loaded.value.enrolments} />
            : <Waits work={loaded.value.work} enrolments={loaded.value.enrolments} roles={roles} />}
        </>
      )}
    </div>
  );
}

async function readHome(signal?: AbortSignal) {
  const [summaries, units] = await Promise.all([api.enrolments(signal), api.units(signal).then((all) => all.length, () => 0)]);
  const newest = [...summaries].sort((one, other) => (other.lastSessionAt ?? other.createdAt).localeCompare(one.lastSessionAt ?? one.createdAt)).slice(0, CLOSELY);
  const enrolments = await Promise.all(newest.map((each) => api.enrolment(each.id, signal)));
  const review = await Promise.all(newest.map((each) => each.criteria.some((criterion) => criterion.passages > 0)
    ? api.coverage(each.id, signal).then((coverage) => coverage.outcomes.flatMap((outcome) => outcome.criteria.flatMap((criterion) => criterion.passages)).filter((passage) => passage.state === "review"))
    : Promise.resolve([])));
  return { enrolments, units, work: sortWork(enrolments, review.flat()) };
}

function Waits({ work, enrolments, roles }: { work: Work; enrolments: Enrolment[]; roles: readonly string[] }) {
  const assessing = roles.includes("assessor");
  const learning = roles.every((role) => role === "learner");
  const step = assessing ? nextStep(work, enrolments) : null;
  const quiet = work.failed.length + work.working.length + work.toTag.length + work.planned.length + work.review.length === 0;
  return (
    <div class="two home">
      <div class="stack">
        {step !== null && (
          <section class="panel next" aria-label={t("Next step")}>
            <div><p class="small quiet-text">{t("Next")}</p><p class="next-text" dir="auto">{step.text}</p></div>
            <Link class="button primary" to={step.to}>{step.action}</Link>
          </section>
        )}
        {quiet ? <section class="panel pad"><p>{assessing ? t("Nothing waits for you.") : t("Nothing is being recorded or transcribed just now.")}</p></section> : (
          <section class="panel waits" aria-label={t("What waits")}>
            <Sessions title={t("Failed or stopped")} sessions={work.failed} own={learning} />
            <Sessions title={t("Being stored or transcribed")} sessions={work.working} own={learning} />
            {assessing && work.review.length > 0 && (
              <section>
                <h2>{t("Tags to read again: their words were corrected")}</h2>
                <ul class="rows">
                  {work.review.slice(0, 8).map((tag) => (
                    <li key={tag.id}><Link class="whole" to={`/recordings/${tag.recordingId}?word=${tag.firstWord}`}><span class="strong">{tag.criterion.number}</span> <span dir="auto">“{tag.quote}”</span></Link></li>
                  ))}
                </ul>
              </section>
            )}
            <Sessions title={t("Transcribed, nothing tagged yet")} sessions={work.toTag} own={learning} />
            <Sessions title={t("Planned, not recorded yet")} sessions={work.planned} own={learning} />
          </section>
        )}
      </div>
      <aside class="stack">
        <section class="panel">
          <div class="panel-head"><h2>{learning ? t("My units") : t("Learners")}</h2><Link class="small" to="/learners">{t("All")}</Link></div>
          {enrolments.length === 0 ? <p class="pad-2 quiet-text">{coverageWords([])}</p> : (
            <ul class="rows compact">{enrolments.slice(0, 10).map((each) => <li key={each.id}><EnrolmentRow enrolment={each} withLearner={!learning} /></li>)}</ul>
          )}
        </section>
      </aside>
    </div>
  );
}

function Sessions({ title, sessions, own }: { title: string; sessions: { session: SessionSummary; learner: string }[]; own: boolean }) {
  if (sessions.length === 0) return null;
  return (
    <section>
      <h2>{title} <span class="count">{sessions.length}</span></h2>
      <ul class="rows">{sessions.slice(0, 8).map(({ session, learner }) => <li key={session.id}>{own ? <SessionRow session={session} /> : <SessionRow session={session} learner={learner} />}</li>)}</ul>
      {sessions.length > 8 && <p class="pad-2 small quiet-text">{t("and {sessions} more, under their learners", { sessions: sessions.length - 8 })}</p>}
    </section>
  );
}
