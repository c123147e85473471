import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { EnrolmentSummary, SessionRequest, Unit } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { questionsFor } from "../evidence/questions";
import { Empty, Notice, PageHead, Waiting } from "../parts/basics";
import { AreaField, Segments, SelectField, TextField } from "../parts/fields";
import { languageChoices } from "../parts/languages";
import { PeopleRows, QuestionRows } from "../parts/PlanRows";
import { dayInZone } from "../parts/words";
import { address, go, Link } from "../router";
import { useAct } from "../state/act";
import { useLeaveGuard } from "../state/leave";
import { NotYours } from "./NotFound";
import { useLoad } from "../state/load";
import { newPlan, planOf, tidyPlan } from "../state/plan";
import { t, tx } from "../texts/texts";

/** `/sessions/new?enrolment=`: plans a session for one learner on one unit. */
export function NewSession() {
  const enrolmentId = address.value.searchParams.get("enrolment") ?? "";
  const loaded = useLoad(async (signal) => {
    if (enrolmentId === "") return null;
    const enrolment = await api.enrolment(enrolmentId, signal);
    return { enrolment, unit: await api.unit(enrolment.unit.id, signal) };
  }, [enrolmentId]);
  if (loaded.value === null) return <div class="page"><Empty title={t("For whom?")} actions={<Link class="button primary" to="/learners">{t("Choose a learner")}</Link>}>{t("A session belongs to a learner on a unit. Choose one, then plan the session there.")}</Empty></div>;
  if (loaded.value === undefined) return <div class="page"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the learner and the unit")} /></div>;
  const { enrolment, unit } = loaded.value;
  return <PlanForm title={t("Plan a session")} enrolment={enrolment} unit={unit} start={withMissing(unit, newPlan(enrolment, dayInZone(new Date().toISOString())))} cancel={`/enrolments/${enrolment.id}`}
    save={async (plan) => (await api.addSession(plan)).id} />;
}

/** A question for each criterion that the address names: what the evidence page found missing. */
function withMissing(unit: Unit, plan: SessionRequest): SessionRequest {
  const wanted = new Set((address.value.searchParams.get("criteria") ?? "").split(","));
  return { ...plan, questions: questionsFor(unit.outcomes.flatMap((one) => one.criteria).filter((one) => wanted.has(one.id))) };
}

/** `/sessions/:id/plan`: corrects the plan. */
export function ChangePlan({ id }: { id: string }) {
  const loaded = useLoad((signal) => api.session(id, signal), [id]);
  if (loaded.value === undefined) return <div class="page"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the session")} /></div>;
  const { enrolment, unit, mayEdit } = loaded.value;
  if (!mayEdit) return <NotYours />;
  return <PlanForm title={t("Change the plan")} enrolment={enrolment} unit={unit} start={planOf(loaded.value)} cancel={`/sessions/${id}`} save={async (plan) => (await api.changeSession(id, plan)).id} />;
}

function PlanForm({ title, enrolment, unit, start, cancel, save }: {
  title: string; enrolment: EnrolmentSummary; unit: Unit; start: SessionRequest; cancel: string; save: (plan: SessionRequest) => Promise<string>;
}) {
  const plan = useSignal(start);
  const touched = useSignal(false);
  const { busy, problem, act } = useAct();
  useLeaveGuard(touched.value);
  const set = (part: Partial<SessionRequest>) => {
    plan.value = { ...plan.value, ...part };
    touched.value = true;
  };
  const submit = (record: boolean) => void act(async () => {
    const id = await save(tidyPlan(plan.value));
    go(`/sessions/${id}${record ? "/record" : ""}`, { saved: true });
  });
  useCommands({ save: () => submit(false) });
  const { method, date, startTime, place, mode, language, notes } = plan.value;
  return (
    <form class="page" onSubmit={(event) => { event.preventDefault(); submit(false); }}>
      <PageHead title={title} trail={[{ to: "/learners", text: t("Learners") }, { to: `/enrolments/${enrolment.id}`, text: enrolment.learner.name }]}
        under={<>{tx("{learner} on {unit}", { learner: <span class="strong" dir="auto">{enrolment.learner.name}</span>, unit: <span dir="auto">{unit.title}</span> })}</>}>
        <Link class="button" to={cancel}>{t("Cancel")}</Link>
        <button class="button" type="button" disabled={busy || date === ""} onClick={() => submit(true)}>{t("Save and record now")}</button>
        <button class="button primary" title={tip("save")} disabled={busy || date === ""}>{busy ? t("Saving…") : t("Save the session")}</button>
      </PageHead>
      <div class="stack">
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        {unit.simulationAllowed === false && <Notice kind="warning">{t("Simulation is not allowed for this unit: ask about real work.")}</Notice>}
        <div class="two plan">
          <section class="panel">
            <div class="panel-head"><h2>{t("Planned questions")}</h2><span class="hint">{t("They are at hand while you record")}</span></div>
            <div class="pad-2"><QuestionRows plan={plan.value} set={set} outcomes={unit.outcomes} covered={enrolment.criteria} /></div>
          </section>
          <div class="stack">
            <section class="panel pad-2 form">
              <Segments label={t("Method")} value={method} set={(value) => set({ method: value })} choices={[["professional-discussion", t("Professional discussion")], ["oral-questioning", t("Oral questioning")]]} />
              <div class="form-row">
                <TextField label={t("Date")} type="date" required value={date} set={(value) => set({ date: value })} />
                <TextField label={t("Time")} optional type="time" value={startTime ?? ""} set={(value) => set({ startTime: value || null })} />
              </div>
              <Segments label={t("How you meet")} value={mode} set={(value) => set({ mode: value })} choices={[["face-to-face", t("Face to face")], ["remote", t("Remote")]]} />
              <TextField label={mode === "remote" ? t("Where it is held (or the call)") : t("Place")} optional value={place ?? ""} set={(value) => set({ place: value })} />
              <SelectField label={t("Language spoken")} hint={t("The transcript is made in this language")} value={language} set={(value) => set({ language: value })} choices={languageChoices(language)} />
            </section>
            <section class="panel">
              <div class="panel-head"><h2>{t("People")}</h2></div>
              <div class="pad-2"><PeopleRows plan={plan.value} set={set} /></div>
            </section>
            <section class="panel pad-2">
              <AreaField label={t("Notes")} optional value={notes} set={(value) => set({ notes: value })} placeholder={t("Agreed reasonable adjustments, what to prepare, what to bring")} />
            </section>
          </div>
        </div>
      </div>
    </form>
  );
}
