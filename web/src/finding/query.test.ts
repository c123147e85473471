import { describe, expect, it } from "vitest";
import { changed, toServer } from "./query";

const sent = (address: string) => toServer(new URLSearchParams(address))?.toString() ?? null;

describe("toServer", () => {
  it("asks nothing for an empty box", () => expect([sent(""), sent("q=%20"), sent("page=3")]).toEqual([null, null, null]));
  it("passes words, facets and the page on, and nothing else", () => {
    expect(sent("q=agreed+terms&learner=7&page=2&x=1")).toBe("q=agreed+terms&learner=7&page=2");
  });
  it("asks for a month alone too", () => expect(sent("date=2028-02&q=")).toBe("date=2028-02"));
});

describe("changed", () => {
  const address = new URLSearchParams("q=a&unit=3&page=4");
  it("goes back to the first page, unless the page itself changes", () => {
    expect(changed(address, "unit", null)).toBe("/search?q=a");
    expect(changed(address, "page", "5")).toBe("/search?q=a&unit=3&page=5");
  });
  it("leaves a plain address where nothing is left", () => expect(changed(new URLSearchParams("q=a"), "q", "")).toBe("/search"));
});
