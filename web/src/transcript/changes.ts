import type { ProposalChange } from "../api/types";
import { count } from "../parts/words";
import { t } from "../texts/texts";

/** The changes that are listed: those of capitals and punctuation alone only when asked for, for they can be thousands. */
export function shownChanges(changes: readonly ProposalChange[], { onlyTagged, withWriting }: { onlyTagged: boolean; withWriting: boolean }): ProposalChange[] {
  return changes.filter((change) => (withWriting || change.kind !== "writing") && (!onlyTagged || change.tagIds.length > 0));
}

/** How much would read differently, the words first. */
export function headingOf(places: number, writing: number): string {
  const also = writing === 0 ? "" : t("{writing} of capitals and punctuation", { writing: count(writing, "change") });
  if (places === 0) return writing === 0 ? t("Both hearings read the same") : t("The same words, with {also}", { also });
  return t("{places} would read differently{which}", { places: count(places, "place"), which: writing === 0 ? "" : t(", and {also}", { also }) });
}
