import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Unit } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, PageHead, Waiting } from "../parts/basics";
import { UnitEditor } from "../parts/UnitEditor";
import { address, go, Link } from "../router";
import { useAct } from "../state/act";
import { draftOf, draftProblems } from "../state/draft";
import { useLoad } from "../state/load";
import { hasRole } from "../state/me";
import { useLeaveGuard } from "../state/leave";
import { t } from "../texts/texts";

const trail = [{ to: "/units", text: t("Units") }];

/** A unit as published; as long as nothing rests on it, it can be corrected. */
export function UnitPage({ id }: { id: string }) {
  const loaded = useLoad((signal) => api.unit(id, signal), [id]);
  const unit = loaded.value;
  if (unit === undefined) return <div class="page"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the unit")} /></div>;
  if (address.value.searchParams.has("edit") && !unit.inUse) {
    return <EditUnit unit={unit} saved={(next) => { loaded.set(next); go(`/units/${id}`); }} />;
  }
  return <ShowUnit unit={unit} />;
}

function ShowUnit({ unit }: { unit: Unit }) {
  const facts: [string, string | number | null][] = [
    [t("Unit number"), unit.number], [t("Reference"), unit.reference], [t("Level"), unit.level], [t("Credit value"), unit.creditValue], [t("Guided learning hours"), unit.guidedLearningHours],
  ];
  return (
    <div class="page">
      <PageHead title={unit.title} trail={trail}>
        {hasRole("administrator", "assessor") && (unit.inUse
          ? <span class="hint">{t("In use, so it cannot be changed any more")}</span>
          : <Link class="button" to={`/units/${unit.id}?edit=1`}>{t("Correct this unit")}</Link>)}
      </PageHead>
      {unit.simulationAllowed === false && <Notice kind="warning">{t("Simulation is not allowed for this unit: evidence has to come from real work.")}</Notice>}
      <div class="two unit-page">
        <section class="panel cov" aria-label={t("Outcomes and criteria")}>
          {unit.outcomes.map((outcome) => (
            <section key={outcome.id} class="cov-outcome">
              <h3 dir="auto"><span class="number">{outcome.number}</span>{outcome.text}</h3>
              <ul>{outcome.criteria.map((each) => <li key={each.id} class="cov-criterion"><p dir="auto"><span class="number">{each.number}</span>{each.text}</p></li>)}</ul>
            </section>
          ))}
        </section>
        <aside class="stack">
          <section class="panel pad-2">
            <dl class="facts">{facts.filter(([, value]) => value !== null).map(([name, value]) => <div key={name}><dt>{name}</dt><dd dir="auto">{value}</dd></div>)}
              <div><dt>{t("Simulation")}</dt><dd>{unit.simulationAllowed === null ? t("The specification does not say") : unit.simulationAllowed ? t("Allowed") : t("Not allowed")}</dd></div>
            </dl>
          </section>
          {unit.purpose !== null && <Section title={t("Purpose and aim")} text={unit.purpose} />}
          {unit.evidenceRequirements !== null && <Section title={t("Evidence requirements")} text={unit.evidenceRequirements} />}
          {unit.methods.length > 0 && (
            <section class="panel">
              <div class="panel-head"><h2>{t("Preferred methods")}</h2></div>
              <ul class="rows">{unit.methods.map((method) => (
                <li key={method.name}>{method.text === "" ? <span dir="auto">{method.name}</span> : <details><summary dir="auto">{method.name}</summary><p class="prose quiet-text" dir="auto">{method.text}</p></details>}</li>
              ))}</ul>
            </section>
          )}
        </aside>
      </div>
    </div>
  );
}

function Section({ title, text }: { title: string; text: string }) {
  return <section class="panel"><div class="panel-head"><h2>{title}</h2></div><p class="prose pad-2" dir="auto">{text}</p></section>;
}

function EditUnit({ unit, saved }: { unit: Unit; saved: (unit: Unit) => void }) {
  const draft = useSignal(draftOf(unit));
  const touched = useSignal(false);
  const { busy, problem, act } = useAct();
  useLeaveGuard(touched.value);
  const problems = draftProblems(draft.value);
  const save = () => void act(async () => {
    const next = await api.changeUnit(unit.id, draft.value);
    touched.value = false;
    saved(next);
  });
  useCommands({ save });
  return (
    <div class="page">
      <PageHead title={t("Correct: {unit}", { unit: unit.title })} trail={[...trail, { to: `/units/${unit.id}`, text: unit.title }]}>
        <Link class="button" to={`/units/${unit.id}`}>{t("Cancel")}</Link>
        <button class="button primary" title={tip("save")} disabled={busy || problems.length > 0} onClick={save}>{busy ? t("Saving…") : t("Save the unit")}</button>
      </PageHead>
      <div class="stack">
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        {problems.length > 0 && <Notice kind="warning"><ul>{problems.map((each) => <li key={each}>{each}</li>)}</ul></Notice>}
        <div class="panel pad"><UnitEditor draft={draft.value} set={(next) => { draft.value = next; touched.value = true; }} /></div>
      </div>
    </div>
  );
}
