import { useSignal } from "@preact/signals";
import type { Session } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { positionWords } from "../parts/words";
import type { LiveRecording } from "../recorder/recording";
import type { Marking } from "./Marking";
import { t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

/** The planned questions; one is current, moved with keys, its criteria in full. Asking it is marked with a key or a tap. */
export function Questions({ session, live, marking }: { session: Session; live: LiveRecording | null; marking: Marking | null }) {
  const at = useSignal(0);
  const criteria = new Map(session.unit.outcomes.flatMap((each) => each.criteria).map((each) => [each.id, each]));
  const move = (to: number) => {
    at.value = Math.max(0, Math.min(session.questions.length - 1, to));
    document.getElementById(`question-${at.value}`)?.scrollIntoView({ block: "nearest" });
  };
  const ask = (index: number) => {
    const question = session.questions[index];
    if (question !== undefined) marking?.question(question.id, index + 1);
  };
  useCommands({ nextQuestion: () => move(at.value + 1), previousQuestion: () => move(at.value - 1), ...(marking === null ? {} : { asked: () => ask(at.value) }) });
  if (session.questions.length === 0) return <section class="record-questions" aria-label={t("Planned questions")}><h2>{t("No questions planned")}</h2></section>;
  return (
    <section class="record-questions" aria-label={t("Planned questions")}>
      <ol>
        {session.questions.map((question, index) => {
          const asked = live?.marks.value.filter((each) => each.kind === "question" && each.questionId === question.id) ?? [];
          const here = index === at.value;
          return (
            <li key={question.id} id={`question-${index}`} class={here ? "at" : ""}>
              <button class="question" onClick={() => { at.value = index; }} aria-current={here ? "step" : undefined}>
                <span class="number">{index + 1}</span><span dir="auto">{question.text}</span>
                {asked.length > 0 && <span class="asked small"><Icon name="check" size={13} />{t("asked {asked}", { asked: asked.map((each) => positionWords(each.seconds)).join(", ") })}</span>}
              </button>
              {here && (
                <div class="question-more">
                  <ul class="record-criteria">{question.criterionIds.map((each) => {
                    const found = criteria.get(each);
                    if (found === undefined) return null;
                    return marking === null ? <li key={each} dir="auto"><b>{found.number}</b> {found.text}</li>
                      : <li key={each}><button class="criterion-tap" title={t("What is said meets it")} onClick={() => marking.criterion(found)}><b>{found.number}</b> <span dir="auto">{found.text}</span></button></li>;
                  })}</ul>
                  {marking !== null && <button class="button" title={tip("asked")} onClick={() => ask(index)}>{tx("Asked now {key}", { key: <Key of="asked" /> })}</button>}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
