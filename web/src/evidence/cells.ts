import type { MatrixCell, MatrixColumn, MatrixRow } from "../api/types";
import { strengthWords } from "../parts/Strength";
import { dateWords, sessionWords } from "../parts/words";
import { plural, t } from "../texts/texts";

/** "Professional discussion, 18 Nov 2026"; what other evidence is called, and its day. */
export function columnWords({ method, title, date }: MatrixColumn): string {
  if (date === null) return title;
  return method === null ? `${title}, ${dateWords(date)}` : sessionWords({ method, date });
}

/** What a row comes to, in words. */
export function rowWords(row: MatrixRow): string {
  const state = { none: t("Nothing yet"), context: t("Only context so far"), partly: t("Partly met"), fully: t("Fully met") }[row.state];
  const unchecked = row.unchecked ? t(". It rests on words nobody checked") : "";
  const review = row.review === 0 ? "" : plural(row.review, ". 1 passage to look at again", ". {count} passages to look at again");
  return state + unchecked + review;
}

/** What a cell holds, as it is read aloud. */
export function cellWords(row: MatrixRow, column: MatrixColumn, cell: MatrixCell | undefined): string {
  if (cell === undefined) return t("{number}, {column}: nothing", { number: row.criterion.number, column: columnWords(column) });
  const passages = column.kind === "other" ? "" : plural(cell.passages, ", 1 passage", ", {count} passages");
  const unchecked = cell.unchecked === 0 ? "" : plural(cell.unchecked, ", 1 of them with words nobody checked", ", {count} of them with words nobody checked");
  const review = cell.review === 0 ? "" : t(", {review} to look at again", { review: cell.review });
  return `${row.criterion.number}, ${columnWords(column)}: ${strengthWords[cell.strength].toLowerCase()}${passages}${unchecked}${review}`;
}
