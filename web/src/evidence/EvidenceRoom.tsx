import { useMemo } from "preact/hooks";
import { api } from "../api/calls";
import { useCommands } from "../commands/keys";
import { Notice, Waiting } from "../parts/basics";
import { TakeBackLine } from "../parts/TakeBackLine";
import { useClips } from "../player/useClips";
import { useLoad } from "../state/load";
import { me } from "../state/me";
import { TakeBack } from "../state/takeback";
import { type Described, describing } from "./described";
import { MatrixTable } from "./MatrixTable";
import { Missing } from "./Missing";
import { OtherEvidenceList } from "./OtherEvidenceList";
import { t } from "../texts/texts";

/** A learner's criteria by all evidence, what is missing, and the evidence that is no recording. */
export function EvidenceRoom({ enrolmentId, unitId, learner, mayEdit, session, changed }: {
  enrolmentId: string; unitId: string; learner: string; mayEdit: boolean; session: string | null; /** evidence was put in, changed or withdrawn */ changed?: () => void;
}) {
  const loaded = useLoad(async (signal) => {
    const [matrix, evidence, unit] = await Promise.all([api.matrix(enrolmentId, session, signal), api.otherEvidence(enrolmentId, signal), api.unit(unitId, signal)]);
    return { matrix, evidence, unit };
  }, [enrolmentId, unitId, session]);
  const clips = useClips();
  const reload = () => { loaded.reload(); changed?.(); };
  const steps = useMemo(() => new TakeBack<Described>(`evidence.${enrolmentId}.${me.value?.person.id ?? ""}`, describing, reload), [enrolmentId]);
  useCommands(mayEdit ? { takeBackHere: () => void steps.undo(), doAgainHere: () => void steps.redo() } : {});
  if (loaded.value === undefined) return <Waiting problem={loaded.problem} reload={loaded.reload} what={t("the evidence")} />;
  const { matrix, evidence, unit } = loaded.value;
  return (
    <div class="stack evidence-room">
      {loaded.problem !== null && <Notice kind="problem" action={<button class="button small" onClick={loaded.reload}>{t("Try again")}</button>}>{loaded.problem}</Notice>}
      <section aria-labelledby="matrix-title">
        <h2 id="matrix-title">{t("Criteria by evidence")}</h2>
        {matrix.rows.length === 0 ? <p class="quiet-text">{t("This unit has no criteria yet. Add them on the unit’s page.")}</p>
          : <><p class="small quiet-text matrix-hint">{matrix.columns.length === 0 ? t("There is no evidence yet: tag passages of a recording, or put in other evidence.") : t("Arrows move, Enter hears the strongest passage.")}</p><MatrixTable matrix={matrix} clips={clips} session={session} learner={learner} /></>}
      </section>
      <Missing key={matrix.missing.map((one) => one.criterion.id).join()} matrix={matrix} mayPlan={mayEdit} />
      <OtherEvidenceList enrolmentId={enrolmentId} outcomes={unit.outcomes} evidence={evidence} mayEdit={mayEdit} changed={reload} steps={steps} />
      <TakeBackLine steps={steps} />
    </div>
  );
}
