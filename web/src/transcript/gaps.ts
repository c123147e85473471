import type { Gap, Turn } from "../api/types";

/** The gaps that stand before each turn, by the turn's place; those behind the last turn by the number of turns. */
export function gapsByPlace(turns: readonly Pick<Turn, "start">[], gaps: readonly Gap[]): ReadonlyMap<number, readonly Gap[]> {
  const places = new Map<number, Gap[]>();
  for (const gap of gaps) {
    const next = turns.findIndex((turn) => turn.start >= gap.start);
    const place = next < 0 ? turns.length : next;
    const held = places.get(place);
    if (held === undefined) places.set(place, [gap]);
    else held.push(gap);
  }
  return places;
}

/** The gap after this second; the first again after the last. */
export function nextGap(gaps: readonly Gap[], seconds: number): Gap | null {
  return gaps.find((gap) => gap.start > seconds + 0.01) ?? gaps[0] ?? null;
}
