import type { PersonName } from "../api/types";
import { clockWords, dateWords } from "./words";

/** Who saved what a whole centre shares, and when. */
export function SavedBy({ stored }: { stored: { changedBy: PersonName | null; changedAt: string | null } }) {
  if (stored.changedBy === null || stored.changedAt === null) return <>Nobody has changed it yet</>;
  return <>Saved by <span dir="auto">{stored.changedBy.name}</span>, {dateWords(stored.changedAt)}, {clockWords(stored.changedAt)}</>;
}
