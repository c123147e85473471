import { api } from "../api/calls";
import type { Mover } from "../state/takeback";

/** A tag that was changed: the step of its recording's history. The server knows what was there before. */
export interface Retagged { readonly recordingId: string; readonly step: string }

export const retagging: Mover<Retagged> = {
  async undo(work) {
    await api.undo(work.recordingId, work.step, null);
    return work;
  },
  async redo(work) {
    await api.redo(work.recordingId, work.step, null);
    return work;
  },
};
