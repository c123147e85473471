import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Proposal } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, Waiting } from "../parts/basics";
import { Check } from "../parts/fields";
import { clockWords, count, dateWords, percentWords } from "../parts/words";
import type { Player } from "../player/Player";
import { ChangeRow } from "./ChangeRow";
import type { Desk } from "./Desk";
import { byWords, partWords } from "./hearings";
import { around } from "./opinion";
import { headingOf, shownChanges } from "./changes";
import { useComparison } from "./useComparison";

/** A new hearing beside the transcript: every place that would read differently, what is kept, and the decision. */
export function Comparison({ desk, player }: { desk: Desk; player: Player }) {
  const { proposal, loading, busy, problem, anew, leave, accept, discard } = useComparison(desk);
  const at = useSignal(0);
  const onlyTagged = useSignal(false);
  const withWriting = useSignal(false);
  const sure = useSignal(false);
  const list = useRef<HTMLOListElement>(null);
  const all = proposal?.changes ?? [];
  const tagged = all.filter((change) => change.tagIds.length > 0).length;
  const writing = all.filter((change) => change.kind === "writing").length;
  const changes = shownChanges(all, { onlyTagged: onlyTagged.value && tagged > 0, withWriting: withWriting.value });
  const step = (by: 1 | -1) => {
    at.value = Math.max(0, Math.min(changes.length - 1, at.value + by));
    const row = list.current?.children[at.value];
    if (!(row instanceof HTMLElement)) return;
    row.scrollIntoView({ block: "nearest" });
    row.focus({ preventScroll: true });
  };
  const hear = (place: number) => {
    const change = changes[place];
    if (change === undefined) return;
    at.value = place;
    player.playStretch(...around(change));
  };
  const mayEdit = desk.mayEdit.value;
  useCommands({
    nextChange: () => step(1), previousChange: () => step(-1), hearChange: () => hear(at.value), later: () => { if (sure.value) sure.value = false; else leave(); },
    ...(mayEdit ? { acceptAll: () => void accept(), discardAll: () => { sure.value = true; } } : {}),
  });
  useEffect(() => { if (proposal !== undefined) list.current?.querySelector<HTMLElement>("li")?.focus({ preventScroll: true }); }, [proposal !== undefined]);
  if (proposal === undefined) {
    return (
      <section class="reader" aria-label="What would change"><div class="reader-inner stack">
        {loading.notFound ? <Notice action={<button class="button small" onClick={leave}>Back to the transcript</button>}>No new hearing waits here any more: somebody has decided about it.</Notice>
          : <Waiting problem={loading.problem} reload={loading.reload} what="what would change" />}
      </div></section>
    );
  }
  return (
    <section class="reader comparison" aria-label="What would change">
      <div class="reader-inner">
        <header class="stack-1">
          <div class="row reader-head">
            <h2 class="grow">{headingOf(all.length - writing, writing)}</h2>
            <button class="button small" title={tip("later")} onClick={leave}>Later</button>
            {mayEdit && <button class="button small" title={tip("discardAll")} disabled={busy} onClick={() => { sure.value = true; }}>Discard</button>}
            {mayEdit && <button class="button small primary" title={tip("acceptAll")} disabled={busy} onClick={() => void accept()}>{busy ? "One moment…" : "Accept all of it"}</button>}
          </div>
          <Summary proposal={proposal} />
          {anew && <Notice kind="warning">The transcript changed while you were looking, so nothing was replaced. The comparison has been made anew; look at it once more.</Notice>}
          {problem !== null && <Notice kind="problem">Nothing was replaced. {problem}</Notice>}
          {sure.value && (
            <Notice kind="warning" action={<><button class="button small danger" disabled={busy} ref={(button) => button?.focus()} onClick={() => { sure.value = false; void discard(); }}>Discard it</button><button class="button small" onClick={() => { sure.value = false; }}>Keep it for now</button></>}>
              The transcript stays as it is. What this hearing gave can still be read, but not accepted any more.
            </Notice>
          )}
          {tagged > 0 && <Check checked={onlyTagged.value} set={(checked) => { onlyTagged.value = checked; at.value = 0; }}>Only the {count(tagged, "place")} that {tagged === 1 ? "touches" : "touch"} a tag</Check>}
          {writing > 0 && <Check checked={withWriting.value} set={(checked) => { withWriting.value = checked; at.value = 0; }}>Show the {count(writing, "change")} of capitals and punctuation, too</Check>}
        </header>
        <ol class="changes" ref={list} aria-label="Changes, in order of time">
          {changes.map((change, place) => (
            <ChangeRow key={`${change.start}-${place}`} change={change} here={place === at.value} tags={desk.tags.value} choose={() => { at.value = place; }} hear={() => hear(place)} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Summary({ proposal }: { proposal: Proposal }) {
  const { kept } = proposal;
  const stays = proposal.wordsBefore === 0 ? "" : ` ${percentWords(proposal.wordsSame / proposal.wordsBefore)} of the ${proposal.wordsBefore.toLocaleString("en-GB")} words stay as they are.`;
  const carried = [
    kept.corrections > 0 && count(kept.corrections, "corrected passage"), kept.speakers > 0 && count(kept.speakers, "speaker"), kept.tags > 0 && count(kept.tags, "tag"),
  ].filter((part) => part !== false);
  return (
    <>
      <p>
        {byWords(proposal)} heard {partWords(proposal)} on {dateWords(proposal.createdAt)}, {clockWords(proposal.createdAt)}; now it reads as {byWords(proposal.present)} heard it.{stays}
      </p>
      <p class="kept">
        {carried.length > 0 && <><b>Kept as people made them:</b> {carried.join(", ")}. </>}
        {kept.tagsToReview > 0 && <b class="review-count">{count(kept.tagsToReview, "tag")} would ask to be looked at again.</b>}
      </p>
    </>
  );
}
