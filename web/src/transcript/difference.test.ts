import { describe, expect, it } from "vitest";
import { difference } from "./difference";

const shown = (before: string, after: string) =>
  difference(before, after).map(({ kind, text }) => ({ same: text, out: `-${text}-`, in: `+${text}+` })[kind]).join(" ");

describe("difference", () => {
  it("is one run where nothing changed", () => expect(shown("a b c", "a  b c")).toBe("a b c"));
  it("shows what went out before what came in", () => expect(shown("we met on tuesday then", "we met on Thursday then")).toBe("we met on -tuesday- +Thursday+ then"));
  it("finds words put in, taken out, at either end", () => {
    expect(shown("b c", "a b c d")).toBe("+a+ b c +d+");
    expect(shown("a b c d", "b d")).toBe("-a- b -c- d");
  });
  it("handles empty texts", () => {
    expect(shown("", "new words")).toBe("+new words+");
    expect(shown("old", "")).toBe("-old-");
    expect(difference("", "")).toEqual([]);
  });
  it("gives back both texts when its runs are joined", () => {
    const before = "the quick brown fox jumps over the lazy dog again and again";
    const after = "a quick fox jumped over the very lazy dog and again";
    const runs = difference(before, after);
    expect(runs.filter(({ kind }) => kind !== "in").map(({ text }) => text).join(" ")).toBe(before);
    expect(runs.filter(({ kind }) => kind !== "out").map(({ text }) => text).join(" ")).toBe(after);
  });
});
