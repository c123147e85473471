import type { PersonName } from "../api/types";
import { clockWords, dateWords } from "./words";
import { t, tx } from "../texts/texts";

/** Who saved what a whole centre shares, and when. */
export function SavedBy({ stored }: { stored: { changedBy: PersonName | null; changedAt: string | null } }) {
  if (stored.changedBy === null || stored.changedAt === null) return <>{t("Nobody has changed it yet")}</>;
  return <>{tx("Saved by {changedBy}, {changedAt}, {changedAt2}", { changedBy: <span dir="auto">{stored.changedBy.name}</span>, changedAt: dateWords(stored.changedAt), changedAt2: clockWords(stored.changedAt) })}</>;
}
