import { describe, expect, it } from "vitest";
import { match } from "../src/router";

describe("match", () => {
  it("takes the parts of the address that the pattern names", () => {
    expect(match("/sessions/:id/record", "/sessions/a%20b/record")).toEqual({ id: "a b" });
    expect(match("/", "/")).toEqual({});
    expect(match("/units", "/units/")).toEqual({});
  });

  it("refuses what does not fit", () => {
    expect(match("/units/:id", "/units")).toBeNull();
    expect(match("/units/:id", "/units/1/2")).toBeNull();
    expect(match("/units/:id", "/units/%E0%A4%A")).toBeNull();
  });
});
