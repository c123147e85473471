import { api } from "../api/calls";
import type { OtherEvidence, OtherEvidenceRequest } from "../api/types";
import type { Mover } from "../state/takeback";

/** How a piece of other evidence stands: with what is said of it, or that it counts or does not. */
export type Standing = "withdrawn" | "counts" | OtherEvidenceRequest;

/** A change of other evidence between two of its versions: `to` stands now, or `from` where it was taken back. */
export interface Described { readonly id: string; readonly from: number; readonly to: number; readonly before: Standing; readonly after: Standing }

/** Puts it there, where it still is the version that was seen. */
export function put(id: string, version: number, standing: Standing): Promise<OtherEvidence> {
  if (standing === "withdrawn") return api.withdrawOtherEvidence(id, version);
  return standing === "counts" ? api.restoreOtherEvidence(id, version) : api.changeOtherEvidence(id, { ...standing, version });
}

export const describing: Mover<Described> = {
  async undo(work) {
    return { ...work, from: (await put(work.id, work.to, work.before)).version };
  },
  async redo(work) {
    return { ...work, to: (await put(work.id, work.from, work.after)).version };
  },
  /** The step before left the version that this one began at, and the step after begins where it ended: nobody else came between. */
  follow(other, before, now) {
    if (other.id !== now.id) return other;
    return { ...other, from: other.from === before.to ? now.to : other.from, to: other.to === before.from ? now.from : other.to };
  },
};
