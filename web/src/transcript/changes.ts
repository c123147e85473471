import type { ProposalChange } from "../api/types";
import { count } from "../parts/words";

/** The changes that are listed: those of capitals and punctuation alone only when asked for, for they can be thousands. */
export function shownChanges(changes: readonly ProposalChange[], { onlyTagged, withWriting }: { onlyTagged: boolean; withWriting: boolean }): ProposalChange[] {
  return changes.filter((change) => (withWriting || change.kind !== "writing") && (!onlyTagged || change.tagIds.length > 0));
}

/** How much would read differently, the words first. */
export function headingOf(places: number, writing: number): string {
  const also = writing === 0 ? "" : `${count(writing, "change")} of capitals and punctuation`;
  if (places === 0) return writing === 0 ? "Both hearings read the same" : `The same words, with ${also}`;
  return `${count(places, "place")} would read differently${writing === 0 ? "" : `, and ${also}`}`;
}
