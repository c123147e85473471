import type { MatrixCell, MatrixColumn, MatrixRow } from "../api/types";
import { strengthWords } from "../parts/Strength";
import { dateWords } from "../parts/words";

/** "Professional discussion, 18 Nov 2026"; a title that says the day says it once. */
export function columnWords(column: MatrixColumn): string {
  const day = column.date === null ? "" : dateWords(column.date);
  return day === "" || column.title.includes(day) ? column.title : `${column.title}, ${day}`;
}

/** What a row comes to, in words. */
export function rowWords(row: MatrixRow): string {
  const state = { none: "Nothing yet", context: "Only context so far", partly: "Partly met", fully: "Fully met" }[row.state];
  const unchecked = row.unchecked ? ". It rests on words nobody checked" : "";
  const review = row.review === 0 ? "" : row.review === 1 ? ". 1 passage to look at again" : `. ${row.review} passages to look at again`;
  return state + unchecked + review;
}

/** What a cell holds, as it is read aloud. */
export function cellWords(row: MatrixRow, column: MatrixColumn, cell: MatrixCell | undefined): string {
  if (cell === undefined) return `${row.criterion.number}, ${columnWords(column)}: nothing`;
  const passages = column.kind === "other" ? "" : cell.passages === 1 ? ", 1 passage" : `, ${cell.passages} passages`;
  const unchecked = cell.unchecked === 0 ? "" : cell.unchecked === 1 ? ", 1 of them with words nobody checked" : `, ${cell.unchecked} of them with words nobody checked`;
  const review = cell.review === 0 ? "" : `, ${cell.review} to look at again`;
  return `${row.criterion.number}, ${columnWords(column)}: ${strengthWords[cell.strength].toLowerCase()}${passages}${unchecked}${review}`;
}
