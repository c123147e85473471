import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { isAbort, Problem, sentence } from "../api/problem";
import { signInOver, signInsAgain } from "./me";

export interface Loaded<T> {
  value: T | undefined;
  /** the sentence to show; a value from before may still be there */
  problem: string | null;
  notFound: boolean;
  reload: () => void;
  set: (value: T) => void;
}

/** Loads when the page opens and when one of `keys` changes; stops when the page closes. */
export function useLoad<T>(read: (signal: AbortSignal) => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const value = useSignal<T | undefined>(undefined);
  const problem = useSignal<string | null>(null);
  const notFound = useSignal(false);
  const turn = useSignal(0);
  useEffect(() => {
    const stop = new AbortController();
    read(stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        value.value = answer;
        problem.value = null;
      },
      (failure: unknown) => {
        if (isAbort(failure) || stop.signal.aborted) return;
        problem.value = sentence(failure);
        notFound.value = failure instanceof Problem && failure.kind === "not-found";
      },
    );
    return () => stop.abort();
  }, [...keys, turn.value]);
  const again = signInsAgain.value;
  useEffect(() => { if (again > 0 && problem.value !== null) turn.value++; }, [again]);
  return {
    value: value.value,
    problem: problem.value,
    notFound: notFound.value,
    reload: useCallback(() => { problem.value = null; turn.value++; }, []),
    set: useCallback((next: T) => { value.value = next; }, []),
  };
}

/** Calls `poll` every `milliseconds` while `active`; never twice at once, and not while the person has to sign in again. */
export function usePoll(active: boolean, milliseconds: number, poll: () => Promise<void> | void): void {
  const latest = useRef(poll);
  latest.current = poll;
  useEffect(() => {
    if (!active) return;
    let timer = 0;
    let over = false;
    const next = () => {
      timer = window.setTimeout(() => {
        void Promise.resolve(signInOver.value ? undefined : latest.current()).catch(() => undefined).then(() => { if (!over) next(); });
      }, milliseconds);
    };
    next();
    return () => { over = true; window.clearTimeout(timer); };
  }, [active, milliseconds]);
}
