import { api } from "../api/calls";
import type { SessionConsents } from "../api/types";
import { useAct } from "../state/act";
import { useLoad } from "../state/load";

export interface ConsentDesk {
  /** undefined while it is on its way, or did not come */
  state: SessionConsents | undefined;
  /** why it did not come */
  problem: string | null;
  /** why the last change was not stored */
  refused: string | null;
  busy: boolean;
  reload: () => void;
  change: (work: () => Promise<SessionConsents>) => Promise<boolean>;
}

/** Who was told, who agreed, who was identified: read once, changed by one thing at a time. */
export function useConsents(sessionId: string): ConsentDesk {
  const loaded = useLoad((signal) => api.consents(sessionId, signal), [sessionId]);
  const { busy, problem, act } = useAct();
  return { state: loaded.value, problem: loaded.problem, refused: problem, busy, reload: loaded.reload, change: (work) => act(async () => loaded.set(await work())) };
}
