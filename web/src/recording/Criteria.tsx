import type { Session } from "../api/types";
import type { LiveRecording } from "../recorder/recording";
import type { Marking } from "./Marking";
import { plural, t } from "../texts/texts";

/** Every criterion of the unit, to be tapped when what is said meets it; how often each was marked. */
export function Criteria({ session, live, marking }: { session: Session; live: LiveRecording; marking: Marking }) {
  const marks = live.marks.value.filter((each) => each.kind === "criterion");
  return (
    <section class="panel live-criteria" aria-labelledby="criteria-title">
      <div class="panel-head"><h2 id="criteria-title">{t("Criteria")}</h2><span class="hint">{t("Tap one, or type its number, when what is said meets it")}</span></div>
      {session.unit.outcomes.map((outcome) => (
        <section key={outcome.id} aria-label={t("Outcome {number}", { number: outcome.number })}>
          <h3 class="small" dir="auto"><b>{outcome.number}</b> {outcome.text}</h3>
          <ul>
            {outcome.criteria.map((each) => {
              const times = marks.filter((mark) => mark.criterionId === each.id).length;
              return (
                <li key={each.id}>
                  <button class={times > 0 ? "marked" : ""} title={each.text} onClick={() => marking.criterion(each)}>
                    <b>{each.number}</b><span dir="auto">{each.text}</span>{times > 0 && <i>{times}<span class="sr"> {plural(times, "mark", "marks")}</span></i>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </section>
  );
}
