import type { Outcome, SessionRequest } from "../api/types";
import { unasked } from "../state/plan";
import { CriteriaPicker } from "./CriteriaPicker";
import { Icon } from "./Icon";
import { t } from "../texts/texts";

interface Props { plan: SessionRequest; set: (part: Partial<SessionRequest>) => void }

/** The planned questions in order, each with the criteria it asks about. */
export function QuestionRows({ plan, set, outcomes, covered }: Props & { outcomes: readonly Outcome[]; covered: readonly { number: string; passages: number }[] }) {
  const { questions } = plan;
  const change = (index: number, part: Partial<SessionRequest["questions"][number]>) => set({ questions: questions.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const add = () => {
    set({ questions: [...questions, { id: null, text: "", criterionIds: [] }] });
    setTimeout(() => document.querySelector<HTMLTextAreaElement>(".question-row:last-of-type textarea")?.focus());
  };
  const swap = (index: number, by: -1 | 1) => {
    const next = [...questions];
    const [one, other] = [next[index], next[index + by]];
    if (one === undefined || other === undefined) return;
    next[index] = other;
    next[index + by] = one;
    set({ questions: next });
  };
  const missing = unasked(plan, outcomes.flatMap((each) => each.criteria));
  const gaps = missing.filter((number) => (covered.find((each) => each.number === number)?.passages ?? 0) === 0);
  return (
    <div class="stack">
      {questions.length === 0 && <p class="quiet-text">{t("No questions planned. You can record without any, or write what you want to ask and which criteria it is about.")}</p>}
      <ol class="question-rows">
        {questions.map((question, index) => (
          <li key={index} class="question-row" onKeyDown={(event) => {
            if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
            event.preventDefault();
            swap(index, event.key === "ArrowUp" ? -1 : 1);
          }}>
            <span class="number">{index + 1}</span>
            <div class="grow stack-1">
              <textarea class="input" dir="auto" rows={1} aria-label={t("Question {index}", { index: index + 1 })} placeholder={t("What you want to ask")} value={question.text} onInput={(event) => change(index, { text: event.currentTarget.value })} />
              <CriteriaPicker label={t("Criteria of question {index}", { index: index + 1 })} outcomes={outcomes} chosen={question.criterionIds} set={(criterionIds) => change(index, { criterionIds })} />
            </div>
            <span class="edit-tools">
              <button type="button" class="button icon small quiet" aria-label={t("Move question {index} up", { index: index + 1 })} title={t("Move up (Alt+↑)")} disabled={index === 0} onClick={() => swap(index, -1)}><Icon name="up" size={13} /></button>
              <button type="button" class="button icon small quiet" aria-label={t("Move question {index} down", { index: index + 1 })} title={t("Move down (Alt+↓)")} disabled={index === questions.length - 1} onClick={() => swap(index, 1)}><Icon name="down" size={13} /></button>
              <button type="button" class="button icon small quiet" aria-label={t("Remove question {index}", { index: index + 1 })} title={t("Remove")} onClick={() => set({ questions: questions.filter((_, at) => at !== index) })}><Icon name="close" size={13} /></button>
            </span>
          </li>
        ))}
      </ol>
      <div class="row">
        <button type="button" class="button" onClick={add}><Icon name="plus" />{t("Add a question")}</button>
        {missing.length > 0 && questions.length > 0 && <p class="small quiet-text grow">{t("Not asked about: {missing}", { missing: missing.join(", ") })}{gaps.length > 0 && gaps.length < missing.length && t(". Without any passage yet: {gaps}", { gaps: gaps.join(", ") })}</p>}
      </div>
    </div>
  );
}

/** Who is present, in which part. */
export function PeopleRows({ plan, set }: Props) {
  const { people } = plan;
  const change = (index: number, part: Partial<SessionRequest["people"][number]>) => set({ people: people.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <div class="stack-1">
      {people.map((person, index) => (
        <div key={index} class="person-row" role="group" aria-label={t("Person {index}", { index: index + 1 })}>
          <input class="input" dir="auto" aria-label={t("Person {index}, name", { index: index + 1 })} placeholder={t("Name")} value={person.name} onInput={(event) => change(index, { name: event.currentTarget.value })} />
          <input class="input" dir="auto" aria-label={t("Person {index}, part", { index: index + 1 })} placeholder={t("Part")} list="parts" value={person.role} onInput={(event) => change(index, { role: event.currentTarget.value })} />
          <button type="button" class="button icon small quiet" aria-label={t("Remove person {index}", { index: index + 1 })} title={t("Remove")} onClick={() => set({ people: people.filter((_, at) => at !== index) })}><Icon name="close" size={13} /></button>
        </div>
      ))}
      <datalist id="parts">{/* no text: kept with the session, and the learner is known by it */}<option value="Assessor" /><option value="Learner" /><option value="Witness" /><option value="Interpreter" /><option value="Supporter" /><option value="Internal quality assurer" /></datalist>
      <button type="button" class="button small" onClick={() => set({ people: [...people, { name: "", role: "" }] })}><Icon name="plus" />{t("Add a person")}</button>
    </div>
  );
}
