import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { EnrolmentSummary, Person } from "../api/types";
import { Notice, Waiting } from "../parts/basics";
import { SelectField, TextField } from "../parts/fields";
import { Link } from "../router";
import { useAct } from "../state/act";
import { useLoad } from "../state/load";
import { hasRole, me } from "../state/me";
import { t } from "../texts/texts";

const choose = ["", t("Choose…")] as const;

/** Adds a learner, enrols one, or both at once. `learner`: whom to begin with, null for a new one. */
export function Enrol({ learners, learner, close, done }: {
  learners: readonly Person[]; learner: string | null; close: () => void; done: (enrolment: EnrolmentSummary | null) => void;
}) {
  const lists = useLoad(async (signal) => {
    const [units, assessors, iqas] = await Promise.all([api.units(signal), api.people("assessor", signal), api.people("iqa", signal)]);
    return { units, assessors: assessors.filter((each) => !each.disabled), iqas: iqas.filter((each) => !each.disabled) };
  }, []);
  const who = useSignal(learner ?? "new");
  const name = useSignal("");
  const number = useSignal("");
  const email = useSignal("");
  const unitChosen = useSignal<string | null>(null);
  const assessor = useSignal(hasRole("assessor") ? me.value?.person.id ?? "" : "");
  const iqa = useSignal("");
  /** kept when enrolling fails after adding went well, so that a second try does not add twice */
  const added = useSignal<Person | null>(null);
  const { busy, problem, act } = useAct();
  if (lists.value === undefined) return <div class="panel"><Waiting problem={lists.problem} reload={lists.reload} what={t("units and people")} /></div>;
  const { units, assessors, iqas } = lists.value;
  /** where there is only one unit, it is the one */
  const unit = unitChosen.value ?? (units.length === 1 ? units[0]?.id ?? "" : "");
  const isNew = who.value === "new" && added.value === null;
  const save = (event: Event) => {
    event.preventDefault();
    void act(async () => {
      let learnerId = added.value?.id ?? who.value;
      if (isNew) {
        added.value = await api.addPerson({ name: name.value.trim(), email: email.value.trim() || null, learnerNumber: number.value.trim() || null, roles: ["learner"], password: null, disabled: false });
        learnerId = added.value.id;
      }
      done(unit === "" ? null : await api.enrol({ learnerId, unitId: unit, assessorId: assessor.value, iqaId: iqa.value || null }));
    });
  };
  return (
    <form class="panel inline-form" onSubmit={save} aria-labelledby="enrol-title">
      <div class="panel-head"><h2 id="enrol-title">{isNew ? t("Add a learner") : t("Enrol a learner")}</h2></div>
      <div class="pad-2 form">
        {problem !== null && <Notice kind="problem">{problem}{added.value !== null && t(" {added} was added; only the enrolment is missing.", { added: added.value.name })}</Notice>}
        {added.value === null && learners.length > 0 && (
          <SelectField label={t("Learner")} value={who.value} set={(value) => { who.value = value; }}
            choices={[["new", t("A new learner")], ...learners.map((each) => [each.id, each.learnerNumber === null ? each.name : `${each.name} (${each.learnerNumber})`] as const)]} />
        )}
        {isNew && (
          <div class="form-row">
            <TextField label={t("Name")} required autofocus value={name.value} set={(value) => { name.value = value; }} />
            <TextField label={t("Learner number")} optional value={number.value} set={(value) => { number.value = value; }} />
            <TextField label={t("E-mail address")} optional type="email" hint={t("Only needed if they will sign in")} value={email.value} set={(value) => { email.value = value; }} />
          </div>
        )}
        {units.length === 0 ? <Notice action={<Link class="button small" to="/units/import">{t("Import a unit")}</Link>}>{t("There is no unit to enrol on yet. You can add the learner now and enrol them later.")}</Notice> : (
          <div class="form-row">
            <SelectField label={t("Unit")} optional={isNew} value={unit} set={(value) => { unitChosen.value = value; }}
              choices={[["", isNew ? t("Enrol later") : t("Choose…")], ...units.map((each) => [each.id, each.number === null ? each.title : `${each.number}: ${each.title}`] as const)]} />
            {unit !== "" && (
              <>
                <SelectField label={t("Assessor")} value={assessor.value} set={(value) => { assessor.value = value; }} choices={[choose, ...assessors.map((each) => [each.id, each.name] as const)]} />
                <SelectField label={t("Internal quality assurer")} optional value={iqa.value} set={(value) => { iqa.value = value; }} choices={[["", t("Not named yet")], ...iqas.map((each) => [each.id, each.name] as const)]} />
              </>
            )}
          </div>
        )}
        <div class="actions">
          <button class="button primary" disabled={busy || (!isNew && unit === "") || (unit !== "" && assessor.value === "")}>
            {busy ? t("Saving…") : unit === "" ? t("Add the learner") : isNew ? t("Add and enrol") : t("Enrol")}
          </button>
          <button class="button quiet" type="button" onClick={close}>{t("Cancel")}</button>
        </div>
      </div>
    </form>
  );
}
