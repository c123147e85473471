import { useSignal } from "@preact/signals";
import { useCallback } from "preact/hooks";
import { sentence } from "../api/problem";

/** One thing done at a time on the server: `busy` while it runs, `problem` when it failed. */
export function useAct() {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const act = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await work();
      return true;
    } catch (failure) {
      problem.value = sentence(failure);
      return false;
    } finally {
      busy.value = false;
    }
  }, []);
  return { busy: busy.value, problem: problem.value, act, fail: (text: string | null) => { problem.value = text; } };
}
