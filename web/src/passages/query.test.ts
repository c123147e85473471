import { describe, expect, it } from "vitest";
import { changed, tasteEnd, toServer } from "./query";

const of = (text: string) => new URLSearchParams(text);

describe("the address of the passages page", () => {
  it("goes to the server with what narrows, and nothing else", () => {
    expect(toServer(of("criterion=c1&criterion=c2&q= agreed &theme=dark&page=2&speaker=")).toString()).toBe("criterion=c1&criterion=c2&q=agreed&page=2&size=100");
  });
  it("begins at the first page again when it narrows otherwise", () => {
    expect(changed(of("learner=l&page=3"), { criterion: "c1" })).toBe("/passages?learner=l&criterion=c1");
    expect(changed(of("learner=l&page=3"), { page: "4" })).toBe("/passages?learner=l&page=4");
    expect(changed(of("learner=l"), { learner: null })).toBe("/passages");
  });
});

describe("how much of a passage is heard", () => {
  it("is so many seconds, and never more than the passage", () => {
    expect(tasteEnd({ start: 5, end: 65 }, "20")).toBe(25);
    expect(tasteEnd({ start: 5, end: 9 }, "20")).toBe(9);
    expect(tasteEnd({ start: 5, end: 65 }, "whole")).toBe(65);
  });
});
