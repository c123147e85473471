import { api } from "../api/calls";
import { EvidenceRoom } from "../evidence/EvidenceRoom";
import { PageHead, Waiting } from "../parts/basics";
import { address, Link } from "../router";
import { useLoad } from "../state/load";
import { hasRole, me } from "../state/me";

/** `/enrolments/:id/matrix?session=`: the criteria of one learner's unit by evidence; the session one came from has its column whatever it holds. */
export function MatrixPage({ id }: { id: string }) {
  const loaded = useLoad((signal) => api.enrolment(id, signal), [id]);
  if (loaded.value === undefined) return <div class="page"><Waiting problem={loaded.problem} reload={loaded.reload} what="the enrolment" /></div>;
  const { learner, unit, assessor } = loaded.value;
  return (
    <div class="page wide">
      <PageHead title="Evidence" trail={[{ to: "/learners", text: hasRole("learner") ? "My units" : "Learners" }, { to: `/enrolments/${encodeURIComponent(id)}`, text: learner.name }]}
        under={<><span class="strong" dir="auto">{learner.name}</span> on <span dir="auto">{unit.title}</span></>}>
        <Link class="button" to={`/passages?enrolment=${encodeURIComponent(id)}`}>All passages</Link>
      </PageHead>
      <EvidenceRoom enrolmentId={id} unitId={unit.id} learner={learner.name} mayEdit={hasRole("assessor") && assessor.id === me.value?.person.id} session={address.value.searchParams.get("session")} />
    </div>
  );
}
