import { api } from "../api/calls";
import { EvidenceRoom } from "../evidence/EvidenceRoom";
import { PageHead, Waiting } from "../parts/basics";
import { address, Link } from "../router";
import { useLoad } from "../state/load";
import { hasRole, me } from "../state/me";
import { t, tx } from "../texts/texts";

/** `/enrolments/:id/matrix?session=`: the criteria of one learner's unit by evidence; the session one came from has its column whatever it holds. */
export function MatrixPage({ id }: { id: string }) {
  const loaded = useLoad((signal) => api.enrolment(id, signal), [id]);
  if (loaded.value === undefined) return <div class="page"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the enrolment")} /></div>;
  const { learner, unit, assessor } = loaded.value;
  return (
    <div class="page wide">
      <PageHead title={t("Evidence")} trail={[{ to: "/learners", text: hasRole("learner") ? t("My units") : t("Learners") }, { to: `/enrolments/${encodeURIComponent(id)}`, text: learner.name }]}
        under={<>{tx("{learner} on {unit}", { learner: <span class="strong" dir="auto">{learner.name}</span>, unit: <span dir="auto">{unit.title}</span> })}</>}>
        <Link class="button" to={`/passages?enrolment=${encodeURIComponent(id)}`}>{t("All passages")}</Link>
      </PageHead>
      <EvidenceRoom enrolmentId={id} unitId={unit.id} learner={learner.name} mayEdit={hasRole("assessor") && assessor.id === me.value?.person.id} session={address.value.searchParams.get("session")} />
    </div>
  );
}
