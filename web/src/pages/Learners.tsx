import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { EnrolmentSummary, Person } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Empty, PageHead, Waiting } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { coverageWords, Strip } from "../parts/Strip";
import { count, dateWords } from "../parts/words";
import { address, go, Link } from "../router";
import { useLoad } from "../state/load";
import { hasRole, me } from "../state/me";
import { Enrol } from "./Enrol";
import { t } from "../texts/texts";

interface LearnerGroup { id: string; name: string; number: string | null; enrolments: EnrolmentSummary[] }

/** One group a learner, by name; learners without an enrolment come too. */
export function byLearner(enrolments: readonly EnrolmentSummary[], learners: readonly Person[]): LearnerGroup[] {
  const groups = new Map<string, LearnerGroup>();
  for (const person of learners) groups.set(person.id, { id: person.id, name: person.name, number: person.learnerNumber, enrolments: [] });
  for (const each of enrolments) {
    const group = groups.get(each.learner.id) ?? { id: each.learner.id, name: each.learner.name, number: null, enrolments: [] };
    group.enrolments.push(each);
    groups.set(each.learner.id, group);
  }
  return [...groups.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function fits(group: LearnerGroup, filter: string): boolean {
  const text = [group.name, group.number ?? "", ...group.enrolments.map((each) => `${each.unit.title} ${each.unit.number ?? ""} ${each.assessor.name}`)].join(" ").toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

export function Learners() {
  const mayAdd = hasRole("administrator", "assessor");
  const filter = useSignal("");
  const loaded = useLoad(async (signal) => {
    const [enrolments, learners] = await Promise.all([
      api.enrolments(signal),
      mayAdd ? api.people("learner", signal) : Promise.resolve([]),
    ]);
    return { enrolments, learners };
  }, []);
  const adding = address.value.searchParams.get("add");
  const open = () => go("/learners?add=learner", { replace: true });
  useCommands(mayAdd ? { new: open } : {});
  const groups = loaded.value === undefined ? [] : byLearner(loaded.value.enrolments, loaded.value.learners);
  const shown = groups.filter((group) => fits(group, filter.value.trim()));
  const mine = me.value?.person.roles.every((role) => role === "learner") === true;
  return (
    <div class="page">
      <PageHead title={mine ? t("My units") : t("Learners")}>
        {mayAdd && adding === null && <button class="button primary" title={tip("new", t("Add a learner"))} onClick={open}><Icon name="plus" />{t("Add or enrol a learner")}</button>}
      </PageHead>
      {adding !== null && mayAdd && (
        <Enrol key={adding} learners={loaded.value?.learners ?? []} learner={adding === "learner" ? null : adding}
          close={() => go("/learners", { replace: true })}
          done={(enrolment) => { if (enrolment === null) { loaded.reload(); go("/learners", { replace: true }); } else go(`/enrolments/${enrolment.id}`); }} />
      )}
      {loaded.value === undefined ? <div class="panel"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("learners")} /></div>
        : groups.length === 0 ? (
          <div class="panel">
            {mine ? <Empty title={t("You are not enrolled on a unit yet")}>{t("Your assessor enrols you. Your sessions and what they show appear here.")}</Empty>
              : <Empty title={t("No learners yet")} actions={mayAdd && adding === null ? <button class="button primary" onClick={open}>{t("Add the first learner")}</button> : undefined}>
                {mayAdd ? t("Add a learner and enrol them on a unit. After that you can plan a session and record it.") : t("When learners you may see are enrolled, they appear here.")}
              </Empty>}
          </div>
        ) : (
          <>
            {groups.length > 6 && (
              <input class="input filter" type="search" aria-label={t("Find a learner, unit or assessor")} placeholder={t("Find a learner, unit or assessor")} value={filter.value} onInput={(event) => { filter.value = event.currentTarget.value; }} />
            )}
            {shown.length === 0 && <p class="quiet-text" role="status">{t("Nobody here fits “{filter}”.", { filter: filter.value.trim() })}</p>}
            <ul class="panel rows">
              {shown.map((group) => <Group key={group.id} group={group} mayAdd={mayAdd} own={mine} />)}
            </ul>
          </>
        )}
    </div>
  );
}

function Group({ group, mayAdd, own }: { group: LearnerGroup; mayAdd: boolean; own: boolean }) {
  const enrolUrl = `/learners?add=${encodeURIComponent(group.id)}`;
  return (
    <li class={`learner${own ? " own" : ""}`}>
      {!own && (
        <div class="who">
          <h2 class="name"><span dir="auto">{group.name}</span></h2>
          {group.number !== null && <span class="hint">{group.number}</span>}
        </div>
      )}
      {group.enrolments.length === 0 ? <p class="not-yet row"><span class="quiet-text">{t("Not enrolled on a unit yet")}</span>{mayAdd && <Link class="button small" aria-label={t("Enrol {group} on a unit", { group: group.name })} to={enrolUrl}>{t("Enrol")}</Link>}</p> : (
        <ul class="units">{group.enrolments.map((each) => <li key={each.id}><EnrolmentRow enrolment={each} /></li>)}</ul>
      )}
    </li>
  );
}

/** One enrolment in a list: the unit, how far it is, when it was last worked on. */
export function EnrolmentRow({ enrolment, withLearner = false }: { enrolment: EnrolmentSummary; withLearner?: boolean }) {
  return (
    <Link class="whole enrolment-row" to={`/enrolments/${enrolment.id}`}>
      <span class="what">
        <span class="strong unit-title" dir="auto">{withLearner ? enrolment.learner.name : enrolment.unit.title}</span>
        <span class="small quiet-text" dir="auto">
          {withLearner ? enrolment.unit.title : [enrolment.unit.number, t("assessed by {assessor}", { assessor: enrolment.assessor.name })].filter(Boolean).join(", ")}
        </span>
      </span>
      <span class="far">
        <Strip small criteria={enrolment.criteria} />
        <span class="small quiet-text">{coverageWords(enrolment.criteria)}</span>
      </span>
      <span class="when small quiet-text">
        {enrolment.sessionCount === 0 ? t("No session yet") : count(enrolment.sessionCount, "session")}
        {enrolment.lastSessionAt !== null && <><span class="comma">, </span><br />{t("last {lastSessionAt}", { lastSessionAt: dateWords(enrolment.lastSessionAt) })}</>}
      </span>
    </Link>
  );
}
