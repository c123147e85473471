import { useSignal } from "@preact/signals";
import type { Coverage, CoveragePassage } from "../api/types";
import { type Clips, useClips } from "../player/useClips";
import { Link } from "../router";
import { Check } from "./fields";
import { Icon } from "./Icon";
import { dateWords, positionWords } from "./words";
import { t } from "../texts/texts";

/** Where a passage is heard: the recording's page, playing from its first word. */
export function passageAddress(passage: CoveragePassage): string {
  return `/recordings/${encodeURIComponent(passage.recordingId)}?word=${passage.firstWord}&play=1`;
}

/** Every criterion of the unit with the passages tagged to it; each can be heard here or opened in its transcript. */
export function CoverageList({ coverage }: { coverage: Coverage }) {
  const gaps = useSignal(false);
  const clips = useClips();
  return (
    <section class="panel cov" aria-labelledby="coverage-title">
      <div class="panel-head">
        <h2 id="coverage-title">{t("Criteria and their passages")}</h2>
        <Check checked={gaps.value} set={(value) => { gaps.value = value; }}>{t("Only those without a passage")}</Check>
      </div>
      {coverage.outcomes.map((outcome) => {
        const shown = outcome.criteria.filter((each) => !gaps.value || live(each.passages).length === 0);
        if (shown.length === 0) return null;
        return (
          <section key={outcome.number} class="cov-outcome">
            <h3 dir="auto"><span class="number">{outcome.number}</span>{outcome.text}</h3>
            <ul>
              {shown.map(({ criterion, passages }) => (
                <li key={criterion.id} class="cov-criterion" id={`criterion-${criterion.number}`}>
                  <p dir="auto"><span class="number">{criterion.number}</span>{criterion.text}</p>
                  {live(passages).length === 0 ? <p class="nothing small">{t("No passage yet")}</p> : (
                    <><p class="small cov-all"><Link to={`/passages?enrolment=${encodeURIComponent(coverage.enrolmentId)}&criterion=${encodeURIComponent(criterion.id)}`}>{t("Hear all of this learner")}</Link> <Link to={`/passages?criterion=${encodeURIComponent(criterion.id)}`}>{t("of all learners")}</Link></p><ul class="cov-passages">{live(passages).map((passage) => <li key={passage.id}><Passage passage={passage} clips={clips} /></li>)}</ul></>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {gaps.value && coverage.outcomes.every((outcome) => outcome.criteria.every((each) => live(each.passages).length > 0)) && (
        <p class="pad-2 quiet-text" role="status">{t("Every criterion has a passage.")}</p>
      )}
    </section>
  );
}

function live(passages: readonly CoveragePassage[]): CoveragePassage[] {
  return passages.filter((each) => each.state !== "withdrawn");
}

function Passage({ passage, clips }: { passage: CoveragePassage; clips: Clips }) {
  const { id, recordingId, start, end } = passage;
  const on = clips.playing === id;
  return (
    <div class={`cov-passage${on ? " on" : ""}`}>
      <button class="button icon small" aria-pressed={on} aria-label={on ? t("Stop") : t("Hear this passage, {position} long", { position: positionWords(passage.end - passage.start) })} title={on ? t("Stop") : t("Hear this passage")} onClick={() => clips.toggle({ key: id, recordingId, start, end })}>
        <Icon name={on ? "pause" : "play"} size={13} />
      </button>
      <div>
        <Link to={passageAddress(passage)} class="quote" dir="auto" title={t("Open the transcript at this passage")}>{passage.quote}</Link>
        {clips.failing === id && <p class="small wrong-text" role="alert">{t("The sound could not be fetched. Try again.")}</p>}
        {passage.reason !== "" && <p class="small reason" dir="auto">{passage.reason}</p>}
        <p class="small quiet-text" dir="auto">
          {t("{sessionDate} at {start}, tagged by {by}", { sessionDate: dateWords(passage.sessionDate), start: positionWords(passage.start), by: passage.by.name })}
          {passage.state === "review" && <> <span class="chip warning">{t("Words changed: read again")}</span></>}
        </p>
      </div>
    </div>
  );
}
