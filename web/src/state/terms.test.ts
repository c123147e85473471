import { describe, expect, it } from "vitest";
import { addedMeanwhile, termProblems, termsOf } from "./terms";

describe("the glossary as typed", () => {
  it("is one term a line, trimmed, without empty lines and repeats", () => {
    expect(termsOf("  MARAC \n\nSection  117\r\nMARAC\nmarac\n")).toEqual(["MARAC", "Section 117", "marac"]);
  });

  it("says what does not fit", () => {
    expect(termProblems(["a".repeat(60)])).toEqual([]);
    expect(termProblems(["a".repeat(61)])).toHaveLength(1);
    expect(termProblems(Array.from({ length: 501 }, (_, at) => `term ${at}`))[0]).toMatch(/501 terms.*500/);
  });

  it("knows what somebody else put in meanwhile, not what was taken out here", () => {
    expect(addedMeanwhile(["MARAC", "COSHH"], ["MARAC", "COSHH", "RIDDOR", "dols"], ["COSHH", "DoLS"])).toEqual(["RIDDOR"]);
  });
});
