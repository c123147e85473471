import { useSignal } from "@preact/signals";
import type { CoveragePassage, Outcome, Tag } from "../api/types";
import { Icon } from "../parts/Icon";
import { positionWords, sessionWords } from "../parts/words";
import type { Clips } from "../player/useClips";
import { StrengthSign, strengthOf } from "../parts/Strength";
import { Link } from "../router";
import type { Desk } from "./Desk";
import type { Hint } from "./Hints";
import { said, t } from "../texts/texts";

interface Props { desk: Desk; clips: Clips; hear: (tag: Tag) => void }

/** The unit's outcomes and criteria, each with how many passages it has and, opened, the passages. */
export function Coverage({ desk, clips, hear }: Props) {
  const outcomes = desk.session.value?.unit.outcomes ?? [];
  const elsewhere = new Map<string, CoveragePassage[]>();
  for (const { criteria } of desk.coverage.value?.outcomes ?? []) {
    for (const { criterion, passages } of criteria) {
      elsewhere.set(criterion.id, passages.filter((one) => one.recordingId !== desk.id && one.state !== "withdrawn"));
    }
  }
  if (outcomes.length === 0) return <p class="panel-empty">{t("This unit has no criteria yet. Add them on the unit's page; the tags come after.")}</p>;
  const enrolment = desk.session.value?.enrolment.id ?? "";
  const session = desk.session.value?.id ?? "";
  return <div class="crits"><p class="small crits-links"><Link to={`/enrolments/${encodeURIComponent(enrolment)}/matrix?session=${encodeURIComponent(session)}`}>{t("Criteria by evidence")}</Link><Link to={`/passages?enrolment=${encodeURIComponent(enrolment)}`}>{t("Hear all passages")}</Link></p>{outcomes.map((outcome) => <OutcomeRows key={outcome.id} outcome={outcome} elsewhere={elsewhere} desk={desk} clips={clips} hear={hear} />)}</div>;
}

function OutcomeRows({ outcome, elsewhere, ...rest }: Props & { outcome: Outcome; elsewhere: ReadonlyMap<string, CoveragePassage[]> }) {
  return (
    <section>
      <h2 class="crit-outcome" dir="auto"><b>{outcome.number}</b> <span>{outcome.text}</span></h2>
      <ul>
        {outcome.criteria.map((criterion) => (
          <CriterionRow key={criterion.id} {...rest} criterion={criterion} others={elsewhere.get(criterion.id) ?? []} />
        ))}
      </ul>
    </section>
  );
}

function CriterionRow({ desk, clips, hear, criterion, others }: Props & { criterion: Tag["criterion"]; others: CoveragePassage[] }) {
  const open = useSignal(false);
  const here = desk.tags.value.filter((tag) => tag.criterion.id === criterion.id && tag.state !== "withdrawn").sort((a, b) => a.start - b.start);
  const lit = desk.lit.value;
  const isLit = lit !== null && ("criterionId" in lit ? lit.criterionId === criterion.id : here.some((tag) => tag.id === lit.tagId));
  const light = () => { desk.lit.value = { criterionId: criterion.id }; };
  const dark = () => { desk.lit.value = null; };
  const count = here.length + others.length;
  const looks = `crit${isLit ? " lit" : ""}${count === 0 ? " bare" : ""}`;
  return (
    <li class={looks} onMouseEnter={light} onMouseLeave={dark}>
      <button class="crit-row" aria-expanded={open.value} onFocus={light} onBlur={dark} onClick={() => { open.value = !open.value; }} title={criterion.text}>
        <b>{criterion.number}</b>
        <span class="crit-text" dir="auto">{criterion.text}</span>
        <Strip here={here} others={others.length} />
      </button>
      {open.value && (
        <ul class="crit-passages">
          {count === 0 && <li class="small quiet-text">{t("No passage yet. {which}", { which: desk.mayEdit.value ? t("Choose words in the transcript and press t.") : "" })}</li>}
          {here.map((tag) => (
            <li key={tag.id}>
              <button class="crit-passage" onClick={() => hear(tag)} onMouseEnter={() => { desk.lit.value = { tagId: tag.id }; }} onMouseLeave={light} onFocus={() => { desk.lit.value = { tagId: tag.id }; }}>
                <span class="time">{positionWords(tag.start)}</span><span dir="auto">{tag.quote}{tag.state === "review" && <em>{" "}{t("Look at it again")}</em>}</span>{strengthOf(tag) !== "fully" && <span class="crit-strength"><StrengthSign strength={strengthOf(tag)} words /></span>}
              </button>
            </li>
          ))}
          {count > 0 && <li class="small crit-all"><Link to={`/passages?enrolment=${encodeURIComponent(desk.session.value?.enrolment.id ?? "")}&criterion=${encodeURIComponent(criterion.id)}`}>{t("Hear all of this learner")}</Link> <Link to={`/passages?criterion=${encodeURIComponent(criterion.id)}`}>{t("of all learners")}</Link></li>}
          <LikelyPassages desk={desk} criterionId={criterion.id} />
          {others.length > 0 && <li class="crit-head small">{here.length > 0 ? t("In other recordings") : t("Only in other recordings")}</li>}
          {others.map((tag) => (
            <li key={tag.id}>
              <button class="crit-passage" aria-pressed={clips.playing === tag.id} onClick={() => clips.toggle({ key: tag.id, recordingId: tag.recordingId, start: tag.start, end: tag.end })}>
                <span class="time"><Icon name={clips.playing === tag.id ? "pause" : "play"} size={11} /> {positionWords(tag.start)}</span><span dir="auto">{tag.quote}</span>
              </button>
              <Link class="small crit-from" to={`/recordings/${encodeURIComponent(tag.recordingId)}?word=${tag.firstWord}`}>{sessionWords({ method: tag.method, date: tag.sessionDate })}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Where in this recording the machine hears a criterion spoken of and nobody has answered yet. */
function LikelyPassages({ desk, criterionId }: { desk: Desk; criterionId: string }) {
  const { hints } = desk;
  const likely = hints.list.value.flatMap((hint) => hint.passage.criteria.filter((one) => one.criterionId === criterionId).map((one) => ({ hint, likely: one })))
    .sort((one, other) => other.likely.score - one.likely.score);
  const hearing = (hint: Hint) => { desk.current.value = hint.first; desk.choice.value = null; hints.picked.value = criterionId; desk.reveal(hint.first); desk.hearing(hint.passage.start, hint.passage.end); };
  if (likely.length === 0) return null;
  return (
    <>
      <li class="crit-head small">{t("Likely passages")}</li>
      {likely.slice(0, 5).map(({ hint, likely: one }) => (
        <li key={hint.passage.id} class="crit-likely">
          <button class="crit-passage" onClick={() => hearing(hint)}>
            <span class="time">{positionWords(hint.passage.start)}</span><span dir="auto">{hint.passage.topic}{one.because.message !== "" && <small>{said(one.because)}</small>}</span>
          </button>
          {desk.mayEdit.value && (
            <span class="hint-does">
              <button class="button small quiet" disabled={hints.busy.value} onClick={() => void hints.answer(hint.passage, one, true)}>{t("Accept")}</button>
              <button class="button small quiet" disabled={hints.busy.value} onClick={() => void hints.answer(hint.passage, one, false)}>{t("Refuse")}</button>
            </span>
          )}
        </li>
      ))}
    </>
  );
}

/** One small block for each passage: full for this recording, hollow for others, dashed where it wants a look. */
function Strip({ here, others }: { here: Tag[]; others: number }) {
  const most = 6;
  const blocks = [...here.map((tag) => (tag.state === "review" ? "review" : "here")), ...Array.from({ length: others }, () => "other")];
  const words = blocks.length === 0 ? t("no passage yet") : t("{here} here{which}", { here: here.length, which: others > 0 ? t(", {others} in other recordings", { others }) : "" });
  return (
    <span class="crit-strip" role="img" aria-label={words} title={words}>
      {blocks.length === 0 && <i class="none" />}
      {blocks.slice(0, most).map((kind, at) => <i key={at} class={kind} />)}
      {blocks.length > most && <small>+{blocks.length - most}</small>}
    </span>
  );
}
