import { describe, expect, it } from "vitest";
import type { Difference } from "../api/types";
import { byTurn, nextDifference } from "./differences";

const at = (id: string, turnId: number, start: number, heard = "other"): Difference => ({ id, turnId, firstWord: 1, lastWord: 1, before: null, written: "one", heard, start, end: start + 1, surer: false });

describe("the places where a second opinion differs", () => {
  it("are kept by turn, the same list where nothing changed", () => {
    const first = byTurn([at("a", 1, 0), at("b", 2, 5)]);
    const second = byTurn([at("a", 1, 0), at("b", 2, 5, "else")], first);
    expect(second.get(1)).toBe(first.get(1));
    expect(second.get(2)).not.toBe(first.get(2));
    expect(byTurn([at("b", 2, 5)], first).has(1)).toBe(false);
  });

  it("are visited in order of time, round and round", () => {
    const all = [at("c", 3, 9), at("a", 1, 0), at("b", 2, 5)];
    expect(nextDifference(all, null, 4, 1)?.id).toBe("b");
    expect(nextDifference(all, null, 4, -1)?.id).toBe("a");
    expect(nextDifference(all, "c", 0, 1)?.id).toBe("a");
    expect(nextDifference(all, "a", 0, -1)?.id).toBe("c");
    expect(nextDifference(all, null, 99, 1)?.id).toBe("a");
    expect(nextDifference([], null, 0, 1)).toBeNull();
  });

  it("go on after the place of one that is gone", () => {
    expect(nextDifference([at("a", 1, 0), at("c", 3, 9)], "b", 5, 1)?.id).toBe("c");
  });
});
