import { describe, expect, it } from "vitest";
import { gapsByPlace, gapWords, nextGap } from "./gaps";

const turns = [{ start: 3, end: 9 }, { start: 10, end: 12 }, { start: 20, end: 30 }];

describe("gaps", () => {
  it("stand at their place in the text: before the first, between, behind the last", () => {
    const places = gapsByPlace(turns, [{ start: 0, end: 3 }, { start: 12, end: 15 }, { start: 16, end: 19 }, { start: 30, end: 40 }]);
    expect([...places].map(([place, held]) => [place, held.length])).toEqual([[0, 1], [2, 2], [3, 1]]);
  });

  it("stand at the nearer end of a turn that they lie in", () => {
    const places = gapsByPlace([{ start: 0, end: 60 }], [{ start: 10, end: 12 }, { start: 50, end: 52 }]);
    expect([...places.keys()]).toEqual([0, 1]);
  });

  it("never read as from a second to itself", () => {
    expect(gapWords({ start: 12.1, end: 15.9 })).toBe("0:12 to 0:15");
    expect(gapWords({ start: 12.14, end: 12.8 })).toBe("0:12.1 to 0:12.8");
  });

  it("are visited one after the other, round and round", () => {
    const gaps = [{ start: 5, end: 6 }, { start: 9, end: 12 }];
    expect(nextGap(gaps, 0)?.start).toBe(5);
    expect(nextGap(gaps, 5)?.start).toBe(9);
    expect(nextGap(gaps, 9)?.start).toBe(5);
    expect(nextGap([], 0)).toBeNull();
  });
});
