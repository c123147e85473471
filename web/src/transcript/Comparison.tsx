import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
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
import { number, plural, t } from "../texts/texts";

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
  useLayoutEffect(() => { if (proposal !== undefined) list.current?.querySelector<HTMLElement>("li")?.focus({ preventScroll: true }); }, [proposal !== undefined]);
  if (proposal === undefined) {
    return (
      <section class="reader" aria-label={t("What would change")}><div class="reader-inner stack">
        {loading.notFound ? <Notice action={<button class="button small" onClick={leave}>{t("Back to the transcript")}</button>}>{t("No new hearing waits here any more: somebody has decided about it.")}</Notice>
          : <Waiting problem={loading.problem} reload={loading.reload} what={t("what would change")} />}
      </div></section>
    );
  }
  return (
    <section class="reader comparison" aria-label={t("What would change")}>
      <div class="reader-inner">
        <header class="stack-1">
          <div class="row reader-head">
            <h2 class="grow">{headingOf(all.length - writing, writing)}</h2>
            <button class="button small" title={tip("later")} onClick={leave}>{t("Later")}</button>
            {mayEdit && <button class="button small" title={tip("discardAll")} disabled={busy} onClick={() => { sure.value = true; }}>{t("Discard")}</button>}
            {mayEdit && <button class="button small primary" title={tip("acceptAll")} disabled={busy} onClick={() => void accept()}>{busy ? t("One moment…") : t("Accept all of it")}</button>}
          </div>
          <Summary proposal={proposal} />
          {anew && <Notice kind="warning">{t("The transcript changed while you were looking, so nothing was replaced. The comparison has been made anew; look at it once more.")}</Notice>}
          {problem !== null && <Notice kind="problem">{t("Nothing was replaced. {problem}", { problem })}</Notice>}
          {sure.value && (
            <Notice kind="warning" action={<><button class="button small danger" disabled={busy} ref={(button) => button?.focus()} onClick={() => { sure.value = false; void discard(); }}>{t("Discard it")}</button><button class="button small" onClick={() => { sure.value = false; }}>{t("Keep it for now")}</button></>}>
              {t("The transcript stays as it is. What this hearing gave can still be read, but not accepted any more.")}
            </Notice>
          )}
          {tagged > 0 && <Check checked={onlyTagged.value} set={(checked) => { onlyTagged.value = checked; at.value = 0; }}>{plural(tagged, "Only the {tagged} that touches a tag", "Only the {tagged} that touch a tag", { tagged: count(tagged, "place") })}</Check>}
          {writing > 0 && <Check checked={withWriting.value} set={(checked) => { withWriting.value = checked; at.value = 0; }}>{t("Show the {writing} of capitals and punctuation, too", { writing: count(writing, "change") })}</Check>}
        </header>
        <ol class="changes" ref={list} aria-label={t("Changes, in order of time")}>
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
  const stays = proposal.wordsBefore === 0 ? "" : t(" {percent} of the {words} words stay as they are.", { percent: percentWords(proposal.wordsSame / proposal.wordsBefore), words: number(proposal.wordsBefore) });
  const carried = [
    kept.corrections > 0 && count(kept.corrections, "corrected passage"), kept.speakers > 0 && count(kept.speakers, "speaker"), kept.tags > 0 && count(kept.tags, "tag"),
  ].filter((part) => part !== false);
  return (
    <>
      <p>
        {t("{proposal} heard {proposal2} on {createdAt}, {createdAt2}; now it reads as {present} heard it.{stays}", { proposal: byWords(proposal), proposal2: partWords(proposal), createdAt: dateWords(proposal.createdAt), createdAt2: clockWords(proposal.createdAt), present: byWords(proposal.present), stays })}
      </p>
      <p class="kept">
        {carried.length > 0 && <><b>{t("Kept as people made them:")}</b> {carried.join(", ")}. </>}
        {kept.tagsToReview > 0 && <b class="review-count">{t("{tagsToReview} would ask to be looked at again.", { tagsToReview: count(kept.tagsToReview, "tag") })}</b>}
      </p>
    </>
  );
}
