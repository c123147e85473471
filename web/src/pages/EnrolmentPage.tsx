import { api } from "../api/calls";
import type { SessionSummary } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { EvidenceRoom } from "../evidence/EvidenceRoom";
import { Empty, Notice, PageHead, Waiting } from "../parts/basics";
import { CoverageList } from "../parts/CoverageList";
import { Icon } from "../parts/Icon";
import { SessionState } from "../parts/SessionState";
import { coverageWords, Strip } from "../parts/Strip";
import { dateWords, durationWords, methodWords } from "../parts/words";
import { go, Link } from "../router";
import { useLoad } from "../state/load";
import { hasRole, me } from "../state/me";
import { plural, t } from "../texts/texts";

/** One learner on one unit: how far it is, criterion by criterion, and the sessions it rests on. */
export function EnrolmentPage({ id }: { id: string }) {
  const loaded = useLoad(async (signal) => {
    const [enrolment, coverage] = await Promise.all([api.enrolment(id, signal), api.coverage(id, signal)]);
    return { enrolment, coverage };
  }, [id]);
  const mayPlan = loaded.value !== undefined && hasRole("assessor") && loaded.value.enrolment.assessor.id === me.value?.person.id;
  const plan = `/sessions/new?enrolment=${encodeURIComponent(id)}`;
  useCommands(mayPlan ? { new: () => go(plan) } : {});
  if (loaded.value === undefined) return <div class="page"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the enrolment")} /></div>;
  const { enrolment, coverage } = loaded.value;
  const review = coverage.outcomes.flatMap((outcome) => outcome.criteria).flatMap((each) => each.passages).filter((each) => each.state === "review");
  return (
    <div class="page">
      <PageHead title={enrolment.learner.name} trail={[{ to: "/learners", text: hasRole("learner") ? t("My units") : t("Learners") }]}
        under={<><span dir="auto">{enrolment.unit.title}</span><br /><span class="small">{t("Assessor {assessor}", { assessor: enrolment.assessor.name })}{enrolment.iqa !== null && t(", internal quality assurer {iqa}", { iqa: enrolment.iqa.name })}</span></>}>
        <Link class="button" to={`/search?learner=${encodeURIComponent(enrolment.learner.id)}`}><Icon name="search" />{t("Search this learner")}</Link>
        <Link class="button" to={`/passages?enrolment=${encodeURIComponent(id)}`}><Icon name="play" />{t("Hear the passages")}</Link>
        {mayPlan && <Link class="button primary" to={plan} title={tip("new", t("Plan a session"))}><Icon name="plus" />{t("Plan a session")}</Link>}
      </PageHead>
      <div class="two">
        <div class="stack">
          <section class="panel pad-2 stack" aria-label={t("How far this unit is")}>
            <Strip criteria={enrolment.criteria} />
            <p class="quiet-text">{coverageWords(enrolment.criteria)}.{missingWords(enrolment.criteria)}</p>
          </section>
          {review.length > 0 && (
            <Notice kind="warning">{plural(review.length, "The words of one passage were corrected after it was tagged: read it again. It is marked below.", "The words of {count} passages were corrected after it was tagged: read them again. They are marked below.")}</Notice>
          )}
          <EvidenceRoom enrolmentId={id} unitId={enrolment.unit.id} learner={enrolment.learner.name} mayEdit={mayPlan} session={null} />
          <CoverageList coverage={coverage} />
        </div>
        <aside class="stack">
          <section class="panel">
            <div class="panel-head"><h2>{t("Sessions")}</h2></div>
            {enrolment.sessions.length === 0 ? (
              <Empty title={t("No session yet")} actions={mayPlan ? <Link class="button primary" to={plan}>{t("Plan the first session")}</Link> : undefined}>{t("Plan one, then record it here or add a recording you have.")}</Empty>
            ) : (
              <ul class="rows">
                {enrolment.sessions.map((session) => <li key={session.id}><SessionRow session={session} /></li>)}
              </ul>
            )}
          </section>
        </aside>
      </div>
    </div>
  );
}

function missingWords(criteria: readonly { number: string; passages: number }[]): string {
  const missing = criteria.filter((each) => each.passages === 0).map((each) => each.number);
  if (missing.length === 0 || missing.length === criteria.length) return "";
  return t(" Missing: {missing}.", { missing: missing.join(", ") });
}

export function SessionRow({ session, learner }: { session: SessionSummary; learner?: string }) {
  return (
    <Link class="whole session-row" to={`/sessions/${session.id}`}>
      <span class="row"><span class="strong grow"><span dir="auto">{learner ?? methodWords(session.method)}</span></span><SessionState session={session} /></span>
      <span class="small quiet-text" dir="auto">
        {[learner === undefined ? null : methodWords(session.method), dateWords(session.date), session.place, session.durationSeconds > 0 ? durationWords(session.durationSeconds) : null,
          session.tags === 0 ? null : plural(session.tags, "1 tag", "{count} tags")].filter(Boolean).join(", ")}
      </span>
    </Link>
  );
}
