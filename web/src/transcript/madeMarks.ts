import type { Mark, Turn } from "../api/types";
import { gapsByPlace } from "./gaps";

/** Marks that stand in the text by themselves: a marked criterion that became a tag has its bracket. */
export const standing = (marks: readonly Mark[]): Mark[] => marks.filter((mark) => mark.tagId === null || mark.kind !== "criterion");

/** The marks before each turn, by the turn's place; within a turn at the end that is nearer. */
export function marksByPlace(turns: readonly Pick<Turn, "start" | "end">[], marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const points = standing(marks).map((mark) => ({ start: mark.seconds, end: mark.seconds, mark }));
  return new Map([...gapsByPlace(turns, points)].map(([place, held]) => [place, held.map((each) => each.mark)]));
}
