import type { Gap, Turn } from "../api/types";
import { positionWords, preciseWords } from "../parts/words";
import { t } from "../texts/texts";

const middle = (one: { start: number; end: number }) => (one.start + one.end) / 2;

/**
 * The gaps that stand before each turn, by the turn's place; those behind the last turn by the number of turns. A gap within a
 * turn stands at the end that is nearer.
 */
export function gapsByPlace<T extends Gap>(turns: readonly Pick<Turn, "start" | "end">[], gaps: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const places = new Map<number, T[]>();
  for (const gap of gaps) {
    const next = turns.findIndex((turn) => middle(turn) >= middle(gap));
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

/** "0:12 to 0:15"; to a tenth of a second where it begins and ends in the same second. */
export function gapWords(gap: Gap): string {
  const words = positionWords(gap.start) === positionWords(gap.end) ? preciseWords : positionWords;
  return t("{start} to {end}", { start: words(gap.start), end: words(gap.end) });
}
