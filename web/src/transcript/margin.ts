/** A bracket wanted beside the text: from the top of its first line to the bottom of its last, in pixels. */
export interface Wanted {
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
  /** how many labels stand beside it, one above the other */
  readonly labels: number;
}

/** Where it stands: lane 0 is next to the text. */
export interface Placed {
  readonly key: string;
  readonly lane: number;
  readonly top: number;
  readonly height: number;
  /** what it takes up with its labels */
  readonly taken: number;
}

/**
 * Puts brackets side by side so that no two in a lane touch, labels included: each takes the lane nearest to the text
 * that is free (first fit over intervals sorted by start, which needs no more lanes than brackets ever overlap).
 */
export function layoutMargin(wanted: readonly Wanted[], labelHeight: number, gap = 2): Placed[] {
  const freeFrom: number[] = [];
  return [...wanted]
    .sort((a, b) => a.top - b.top || b.bottom - a.bottom)
    .map(({ key, top, bottom, labels }) => {
      const height = Math.max(0, bottom - top);
      const taken = Math.max(height, labels * labelHeight);
      const open = freeFrom.findIndex((free) => free <= top);
      const lane = open === -1 ? freeFrom.length : open;
      freeFrom[lane] = top + taken + gap;
      return { key, lane, top, height, taken };
    });
}

export function laneCount(placed: readonly Placed[]): number {
  return placed.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
}
