import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { isConflict, sentence } from "../api/problem";
import type { Proposal } from "../api/types";
import { go } from "../router";
import { useLoad } from "../state/load";
import type { Desk } from "./Desk";
import { t } from "../texts/texts";

/** The proposal that waits for a recording, and what a person can decide about it. */
export function useComparison(desk: Desk) {
  const loaded = useLoad((signal) => api.proposal(desk.id, signal), [desk.id, desk.recording.value?.proposalId]);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  /** the transcript changed while somebody looked: the comparison is a new one */
  const anew = useSignal(false);
  const leave = () => go(`/recordings/${encodeURIComponent(desk.id)}`);
  const decide = async (work: (proposal: Proposal) => Promise<void>) => {
    const proposal = loaded.value;
    if (proposal === undefined || busy.value) return;
    busy.value = true;
    problem.value = null;
    anew.value = false;
    try {
      await work(proposal);
    } catch (failure) {
      if (isConflict(failure)) {
        try {
          loaded.set(await api.proposal(desk.id));
          anew.value = true;
        } catch (second) {
          problem.value = sentence(second);
        }
      } else problem.value = sentence(failure);
    } finally {
      busy.value = false;
    }
  };
  return {
    proposal: loaded.value, loading: loaded, busy: busy.value, problem: problem.value, anew: anew.value, leave,
    accept: () => decide(async (proposal) => {
      const transcript = await api.acceptProposal(proposal.id, proposal.present.version);
      forget(desk, transcript.id);
      await desk.takeTranscript(transcript);
      await desk.readTags();
      leave();
      desk.notice.value = t("The new hearing is the transcript now. The former one can be read among the versions.");
    }),
    discard: () => decide(async (proposal) => {
      await api.discardProposal(proposal.id);
      forget(desk, desk.recording.value?.transcriptId ?? null);
      leave();
      desk.notice.value = t("Discarded. What it heard can still be read among the versions.");
    }),
  };
}

/** No proposal waits any more. */
function forget(desk: Desk, transcriptId: string | null): void {
  if (desk.recording.value !== null) desk.recording.value = { ...desk.recording.value, proposalId: null, transcriptId };
}
