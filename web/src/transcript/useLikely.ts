import { useSignal, type ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/calls";
import { isAbort } from "../api/problem";
import type { Likely } from "../api/types";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";

interface Asked {
  /** best first; null: not known */
  readonly value: readonly Likely[] | null;
  readonly state: ReadonlySignal<"asking" | "known" | "failed">;
}

/** The criteria a passage may speak for, asked of the server when the passage changes. */
export function useLikely(desk: Desk, passage: Passage | null): Asked {
  const value = useSignal<readonly Likely[] | null>(null);
  const state = useSignal<"asking" | "known" | "failed">("asking");
  const words = desk.index.value.words;
  const first = passage === null ? undefined : words[passage.first]?.id;
  const last = passage === null ? undefined : words[passage.last]?.id;
  const transcript = desk.transcript.value?.id;
  useEffect(() => {
    if (first === undefined || last === undefined || transcript === undefined) return;
    const stop = new AbortController();
    state.value = "asking";
    api.likely(transcript, first, last, stop.signal).then(
      (answer) => {
        value.value = answer.length === 0 ? null : answer;
        state.value = answer.length === 0 ? "failed" : "known";
      },
      (failure: unknown) => {
        if (isAbort(failure)) return;
        value.value = null;
        state.value = "failed";
      },
    );
    return () => stop.abort();
  }, [transcript, first, last]);
  return { value: value.value, state };
}
