import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/calls";
import { isAbort } from "../api/problem";
import type { Criterion, Likely } from "../api/types";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";

/** waiting: asked for; known: here; unknown: nothing can be said, the criteria stay in the order of the unit. */
export interface LikelyState { readonly state: "waiting" | "known" | "unknown"; readonly likely: readonly Likely[] }

/** Which criteria a passage most likely speaks to, asked for anew when other words are chosen. */
export function useLikely(desk: Desk, passage: Passage | null): LikelyState {
  const answer = useSignal<LikelyState>({ state: "waiting", likely: [] });
  const words = desk.index.value.words;
  const transcript = desk.transcript.value?.id;
  const first = passage === null ? undefined : words[passage.first]?.id;
  const last = passage === null ? undefined : words[passage.last]?.id;
  useEffect(() => {
    if (transcript === undefined || first === undefined || last === undefined) return;
    const stop = new AbortController();
    answer.value = { state: "waiting", likely: [] };
    api.likely(transcript, first, last, stop.signal).then(
      (likely) => { answer.value = { state: likely.length > 0 ? "known" : "unknown", likely }; },
      // tagging never waits for a guess that does not come
      (failure: unknown) => { if (!isAbort(failure)) answer.value = { state: "unknown", likely: [] }; },
    );
    return () => stop.abort();
  }, [transcript, first, last]);
  return answer.value;
}

/** The likeliest first, the others after them in the order of the unit. */
export function sortByLikely(criteria: readonly Criterion[], likely: readonly Likely[]): Criterion[] {
  const rank = new Map(likely.map((one, at) => [one.criterionId, at]));
  return criteria
    .map((criterion, at) => ({ criterion, rank: rank.get(criterion.id) ?? likely.length + at }))
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.criterion);
}
