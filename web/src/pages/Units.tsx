import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { UnitSummary } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Empty, PageHead, Waiting } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { count } from "../parts/words";
import { go, Link } from "../router";
import { useLoad } from "../state/load";
import { hasRole } from "../state/me";
import { t } from "../texts/texts";

export function Units() {
  const loaded = useLoad((signal) => api.units(signal), []);
  const filter = useSignal("");
  const mayAdd = hasRole("administrator", "assessor");
  useCommands(mayAdd ? { new: () => go("/units/import") } : {});
  const wanted = filter.value.trim().toLowerCase();
  const shown = (loaded.value ?? []).filter((unit) => [unit.title, unit.number, unit.reference].join(" ").toLowerCase().includes(wanted));
  return (
    <div class="page">
      <PageHead title={t("Units")}>
        {mayAdd && <Link class="button" to="/units/import?by=hand">{t("Type one in")}</Link>}
        {mayAdd && <Link class="button primary" to="/units/import" title={tip("new", t("Import a unit"))}><Icon name="plus" />{t("Import a unit")}</Link>}
      </PageHead>
      {(loaded.value?.length ?? 0) > 8 && (
        <input class="input filter" type="search" aria-label={t("Find a unit")} placeholder={t("Find a unit by title or number")} value={filter.value} onInput={(event) => { filter.value = event.currentTarget.value; }} />
      )}
      <div class="panel">
        {loaded.value === undefined ? <Waiting problem={loaded.problem} reload={loaded.reload} what={t("units")} />
          : loaded.value.length === 0 ? (
            <Empty title={t("No units yet")} actions={mayAdd ? <><Link class="button primary" to="/units/import">{t("Import a unit")}</Link><Link class="button" to="/units/import?by=hand">{t("Type one in")}</Link></> : undefined}>
              {mayAdd ? t("Copy the text of a unit from the awarding body’s specification and paste it. Outcomes and criteria are found in it; you see and correct them before anything is saved.") : t("An assessor or the administrator brings units in.")}
            </Empty>
          ) : shown.length === 0 ? <p class="pad-2 quiet-text" role="status">{t("No unit fits “{filter}”.", { filter: filter.value.trim() })}</p>
          : <ul class="rows">{shown.map((unit) => <li key={unit.id}><Row unit={unit} /></li>)}</ul>}
      </div>
    </div>
  );
}

function Row({ unit }: { unit: UnitSummary }) {
  return (
    <Link class="whole unit-row" to={`/units/${unit.id}`}>
      <span><span class="strong" dir="auto">{unit.title}</span><br /><span class="small quiet-text" dir="auto">{[unit.number, unit.reference, unit.level].filter(Boolean).join(", ")}</span></span>
      <span class="small quiet-text">{count(unit.outcomeCount, "outcome")}, {count(unit.criterionCount, "criterion", "criteria")}<br />{unit.enrolmentCount === 0 ? t("nobody enrolled yet") : t("{enrolmentCount} enrolled", { enrolmentCount: unit.enrolmentCount })}</span>
    </Link>
  );
}
