import { describe, expect, it } from "vitest";
import { changed, daysOf, toServer } from "./query";

const sent = (address: string) => toServer(new URLSearchParams(address))?.toString() ?? null;

describe("toServer", () => {
  it("asks nothing for an empty box", () => expect([sent(""), sent("q=%20"), sent("page=3")]).toEqual([null, null, null]));
  it("passes words, facets and the page on, and nothing else", () => {
    expect(sent("q=agreed+terms&learner=7&page=2&x=1")).toBe("q=agreed+terms&learner=7&page=2");
  });
  it("makes days of a chosen month, leap years too", () => {
    expect(sent("date=2028-02")).toBe("from=2028-02-01&to=2028-02-29");
    expect([daysOf("2026"), daysOf("2026-12"), daysOf("soon")]).toEqual([{ from: "2026-01-01", to: "2026-12-31" }, { from: "2026-12-01", to: "2026-12-31" }, null]);
  });
});

describe("changed", () => {
  const address = new URLSearchParams("q=a&unit=3&page=4");
  it("goes back to the first page, unless the page itself changes", () => {
    expect(changed(address, "unit", null)).toBe("/search?q=a");
    expect(changed(address, "page", "5")).toBe("/search?q=a&unit=3&page=5");
  });
  it("leaves a plain address where nothing is left", () => expect(changed(new URLSearchParams("q=a"), "q", "")).toBe("/search"));
});
