import { useEffect } from "preact/hooks";
import type { Change, Likely } from "../api/types";
import { keyOf, tip } from "../commands/table";
import { JobLine } from "../parts/JobLine";
import { StrengthSign } from "../parts/Strength";
import { positionWords } from "../parts/words";
import { usePoll } from "../state/load";
import type { Desk } from "./Desk";

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
    <section class="hints" aria-label="Suggested here">
      <div class="hints-head">
        <h2>Suggested here</h2>
        <button class="button small quiet" aria-pressed={hints.shown.value} title={tip("hints")} onClick={() => hints.show(!hints.shown.value)}>{hints.shown.value ? "Hide" : "Show suggestions"}</button>
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
    return <>{trouble}<p class="small quiet-text">No suggestions yet for this recording. {mayEdit && all !== null && <button class="link" disabled={hints.busy.value} onClick={() => void hints.refresh()}>Look for likely criteria</button>}</p></>;
  }
  return (
    <>
      {trouble}
      {all.state === "working" && job !== null && <JobLine job={job} changed={() => hints.read()} mayEdit={mayEdit} />}
      {job?.state === "failed" && (
        <p class="small tag-review">The likely criteria could not be worked out. {job.problem ?? ""} Everything else works without them. {mayEdit && <button class="link" disabled={hints.busy.value} onClick={() => void hints.refresh()}>Try again</button>}</p>
      )}
      {all.stale && all.state === "ready" && (
        <p class="small quiet-text">Words or tags have changed since these were worked out. {mayEdit && <button class="link" disabled={hints.busy.value} onClick={() => void hints.refresh()}>Work them out again</button>}</p>
      )}
      {all.note !== null && all.state === "ready" && <p class="small quiet-text">{all.note}</p>}
      {here === null
        ? all.state === "ready" && (
          <p class="small quiet-text">
            {hints.list.value.length === 0 ? "Nothing is left to suggest in this recording." : "Nothing at this place. "}
            {hints.list.value.length > 0 && <><kbd>{keyOf("nextHint")}</kbd> goes to the next of {hints.list.value.length}.</>}
          </p>
        )
        : (
          <>
            <p class="hint-topic small"><button class="link time" title="Hear this passage" onClick={() => desk.hearing(here.passage.start, here.passage.end)}>{positionWords(here.passage.start)} to {positionWords(here.passage.end)}</button> <span dir="auto">{here.passage.topic}</span></p>
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
      <p title={criterion.text}><b>{criterion.number}</b> <span class="hint-because" dir="auto">{likely.because === "" ? criterion.text : likely.because}</span></p>
      {mayEdit && (
        <span class="hint-does">
          <button class="button small" title={tip("acceptHint")} aria-label={`Accept ${criterion.number}: tag it`} disabled={hints.busy.value} onClick={() => void hints.answer(here.passage, likely, true)}>Accept{active && <kbd>{keyOf("acceptHint")}</kbd>}</button>
          <button class="button small quiet" title="It meets this only partly" aria-label={`Accept ${criterion.number} as met partly`} disabled={hints.busy.value} onClick={() => void hints.answer(here.passage, likely, true, "partly")}><StrengthSign strength="partly" /> partly</button>
          <button class="button small quiet" title={tip("refuseHint")} aria-label={`Refuse ${criterion.number}`} disabled={hints.busy.value} onClick={() => void hints.answer(here.passage, likely, false)}>Refuse{active && <kbd>{keyOf("refuseHint")}</kbd>}</button>
        </span>
      )}
    </li>
  );
}
