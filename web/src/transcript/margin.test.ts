import { describe, expect, it } from "vitest";
import { laneCount, layoutMargin } from "./margin";

const wanted = (key: string, top: number, bottom: number, labels = 1) => ({ key, top, bottom, labels });

describe("layoutMargin", () => {
  it("puts overlapping brackets side by side and later ones back next to the text", () => {
    const placed = layoutMargin([wanted("a", 0, 100), wanted("b", 50, 150), wanted("c", 110, 200)], 16);
    expect(placed.map(({ key, lane }) => [key, lane])).toEqual([["a", 0], ["b", 1], ["c", 0]]);
    expect(laneCount(placed)).toBe(2);
  });
  it("gives the longer of two that begin together the place next to the text", () => {
    expect(layoutMargin([wanted("short", 0, 20), wanted("long", 0, 90)], 16).map(({ key }) => key)).toEqual(["long", "short"]);
  });
  it("keeps room for the labels of a bracket of one line", () => {
    const placed = layoutMargin([wanted("a", 0, 20, 3), wanted("b", 30, 50)], 16);
    expect(placed[0]).toMatchObject({ height: 20, taken: 48 });
    expect(placed[1]?.lane).toBe(1);
  });
  it("never lets two in one lane touch, and wastes no lane", () => {
    const many = Array.from({ length: 300 }, (_, n) => wanted(`${n}`, (n * 37) % 1000, ((n * 37) % 1000) + 20 + ((n * 13) % 90)));
    const placed = layoutMargin(many, 16, 0);
    for (const one of placed) {
      for (const other of placed) {
        if (one === other || one.lane !== other.lane) continue;
        expect(one.top + one.taken <= other.top || other.top + other.taken <= one.top).toBe(true);
      }
    }
    const crowd = Math.max(...placed.map(({ top }) => placed.filter((other) => other.top <= top && top < other.top + other.taken).length));
    expect(laneCount(placed)).toBe(crowd);
  });
  it("wants no lane for nothing", () => expect(laneCount(layoutMargin([], 16))).toBe(0));
});
