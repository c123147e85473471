import { useEffect } from "preact/hooks";
import type { Change, Likely } from "../api/types";
import { keyOf, tip } from "../commands/table";
import { JobLine } from "../parts/JobLine";
import { StrengthSign } from "../parts/Strength";
import { positionWords } from "../parts/words";
import { usePoll } from "../state/load";
import type { Desk } from "./Desk";
import { said, t, tx } from "../texts/texts";

/** An accepted suggestion is a step on a tag, a refused one a step of its own. */
const ofSuggestions: ReadonlySet<Change["kind"]> = new Set(["tag", "untag", "suggestion"]);

/** Below the criteria: what the machine suggests for the passage here, to accept or refuse with one key; and how the suggestions stand. */
export function HintPanel({ desk }: { desk: Desk }) {
  const { hints } = desk;
  const transcript = desk.transcript.value?.id;
  useEffect(() => { if (transcript !== undefined) void hints.read(); }, [transcript]);
  // an answer that was taken back, here or by somebody else, is open again
  const answers = (desk.steps.changes.value ?? []).filter((change) => change.undone && ofSuggestions.has(change.kind)).map((change) => change.id).join(" ");
  useEffect(() => { if (hints.all.value !== null) void hints.read(); }, [answers]);
  const working = hints.all.value?.state === "working";
  usePoll(working, 1500, () => hints.read());
  if (desk.session.value?.unit.outcomes.length === 0 || transcript === undefined) return null;
  return (
    <section class="hints" aria-label={t("Suggested here")}>
      <div class="hints-head">
        <h2>{t("Suggested here")}</h2>
        <button class="button small quiet" aria-pressed={hints.shown.value} title={tip("hints")} onClick={() => hints.show(!hints.shown.value)}>{hints.shown.value ? t("Hide") : t("Show suggestions")}</button>
      </div>
      {hints.shown.value && <Body desk={desk} />}
    </section>
  );
}

function Body({ desk }: { desk: Desk }) {
  const { hints } = desk;
  const all = hints.all.value;
  const here = hints.here.value;
  const job = all?.job ?? null;
  const mayEdit = desk.mayEdit.value;
  const trouble = hints.trouble.value !== null && <p class="wrong small" role="alert">{hints.trouble.value}</p>;
  if (all === null || (all.state === "none" && job?.state !== "failed")) {
    return <>{trouble}<p class="small quiet-text">{t("No suggestions yet for this recording.")}{" "}{mayEdit && all !== null && <button class="link" disabled={hints.busy.value} onClick={() => void hints.refresh()}>{t("Look for likely criteria")}</button>}</p></>;
  }
  return (
    <>
      {trouble}
      {all.state === "working" && job !== null && <JobLine job={job} changed={() => hints.read()} mayEdit={mayEdit} />}
      {job?.state === "failed" && (
        <p class="small tag-review">{t("The likely criteria could not be worked out. {problem} Everything else works without them.", { problem: job.problem === null ? "" : said(job.problem) })}{" "}{mayEdit && <button class="link" disabled={hints.busy.value} onClick={() => void hints.refresh()}>{t("Try again")}</button>}</p>
      )}
      {all.stale && all.state === "ready" && (
        <p class="small quiet-text">{t("Words or tags have changed since these were worked out.")}{" "}{mayEdit && <button class="link" disabled={hints.busy.value} onClick={() => void hints.refresh()}>{t("Work them out again")}</button>}</p>
      )}
      {all.note !== null && all.state === "ready" && <p class="small quiet-text">{said(all.note)}</p>}
      {here === null
        ? all.state === "ready" && (
          <p class="small quiet-text">
            {hints.list.value.length === 0 ? t("Nothing is left to suggest in this recording.") : t("Nothing at this place. ")}
            {hints.list.value.length > 0 && <>{tx("{keyOf} goes to the next of {list}.", { keyOf: <kbd>{keyOf("nextHint")}</kbd>, list: hints.list.value.length })}</>}
          </p>
        )
        : (
          <>
            <p class="hint-topic small"><button class="link time" title={t("Hear this passage")} onClick={() => desk.hearing(here.passage.start, here.passage.end)}>{t("{start} to {end}", { start: positionWords(here.passage.start), end: positionWords(here.passage.end) })}</button> <span dir="auto">{here.passage.topic}</span></p>
            <ul class="hint-list">
              {here.passage.criteria.map((likely) => <HintRow key={likely.criterionId} desk={desk} likely={likely} />)}
            </ul>
          </>
        )}
    </>
  );
}

function HintRow({ desk, likely }: { desk: Desk; likely: Likely }) {
  const { hints } = desk;
  const here = hints.here.value;
  const criterion = hints.criterion(likely.criterionId);
  if (here === null || criterion === null) return null;
  const active = hints.likely.value === likely;
  const mayEdit = desk.mayEdit.value;
  return (
    <li class={active ? "hint-row active" : "hint-row"} aria-current={active ? "true" : undefined} onMouseEnter={() => { hints.picked.value = likely.criterionId; }} onFocusIn={() => { hints.picked.value = likely.criterionId; }}>
      <p title={criterion.text}><b>{criterion.number}</b> <span class="hint-because" dir="auto">{likely.because.message === "" ? criterion.text : said(likely.because)}</span></p>
      {mayEdit && (
        <span class="hint-does">
          <button class="button small" title={tip("acceptHint")} aria-label={t("Accept {number}: tag it", { number: criterion.number })} disabled={hints.busy.value} onClick={() => void hints.answer(here.passage, likely, true)}>{t("Accept")}{active && <kbd>{keyOf("acceptHint")}</kbd>}</button>
          <button class="button small quiet" title={t("It meets this only partly")} aria-label={t("Accept {number} as met partly", { number: criterion.number })} disabled={hints.busy.value} onClick={() => void hints.answer(here.passage, likely, true, "partly")}><StrengthSign strength="partly" />{" "}{t("partly")}</button>
          <button class="button small quiet" title={tip("refuseHint")} aria-label={t("Refuse {number}", { number: criterion.number })} disabled={hints.busy.value} onClick={() => void hints.answer(here.passage, likely, false)}>{t("Refuse")}{active && <kbd>{keyOf("refuseHint")}</kbd>}</button>
        </span>
      )}
    </li>
  );
}
