import { describe, expect, it } from "vitest";
import { splitHighlights } from "./highlights";

const shown = (text: string, stretches: [number, number][]) =>
  splitHighlights(text, stretches).map((piece) => (piece.lit ? `[${piece.text}]` : piece.text)).join("");

describe("splitHighlights", () => {
  it("cuts at the lit stretches", () => expect(shown("the agreed terms", [[4, 10]])).toBe("the [agreed] terms"));
  it("joins stretches that touch or overlap, in any order", () => expect(shown("abcdef", [[3, 5], [1, 3], [2, 4]])).toBe("a[bcde]f"));
  it("leaves out what lies behind the end or is empty", () => expect(shown("abc", [[2, 9], [7, 8], [1, 1]])).toBe("ab[c]"));
  it("loses no letter, with surrogate pairs too", () => {
    expect(splitHighlights("a😀b", [[1, 3]]).map(({ text }) => text)).toEqual(["a", "😀", "b"]);
    expect(shown("plain", [])).toBe("plain");
  });
});
