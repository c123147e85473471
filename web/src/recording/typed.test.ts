import { describe, expect, it } from "vitest";
import { read, shown } from "./typed";

const criteria = ["1.1", "1.2", "1.12", "2.1", "2.2", "2.10", "2.11", "11.2", "3"].map((number) => ({ id: `c${number}`, number, text: "" }));
const means = (typed: string) => {
  const result = read(typed, criteria);
  switch (result.state) {
    case "one": return result.criterion.number;
    case "waits": return `${result.criterion.number}…${result.longer.map((each) => each.number).join(",")}`;
    case "begun": return `begun ${result.fits.map((each) => each.number).join(",")}`;
    case "either": return `either ${result.fits.map((each) => each.number).join(",")}`;
    case "none": return "none";
  }
};

describe("a criterion typed by its digits", () => {
  it("is taken at once where nothing else can be meant", () => {
    expect([means("22"), means("12"), means("3"), means("211")]).toEqual(["2.2", "1.2", "3", "2.11"]);
  });

  it("waits where a longer number begins with it", () => {
    expect(means("21")).toBe("2.1…2.10,2.11");
    expect(means("210")).toBe("2.10");
    expect(means("2")).toBe("begun 2.1,2.2,2.10,2.11");
  });

  it("asks for the point where two numbers have the same digits", () => {
    expect(means("112")).toBe("either 1.12,11.2");
    expect([means("1.12"), means("11.2"), means("11.")]).toEqual(["1.12", "11.2", "begun 11.2"]);
    expect(means("2.1")).toBe("2.1…2.10,2.11");
  });

  it("is nothing where no criterion has it, or none was typed", () => {
    expect([means("9"), means("29"), means("2..1"), means("")]).toEqual(["none", "none", "none", "none"]);
  });

  it("takes numbers with letters by their digits", () => {
    const merit = [{ id: "a", number: "P1", text: "" }, { id: "b", number: "M2", text: "" }];
    expect(read("2", merit)).toMatchObject({ state: "one", criterion: { number: "M2" } });
  });

  it("is shown as it would be written", () => {
    expect([shown("21", criteria), shown("2", criteria), shown("11", criteria), shown("210", criteria), shown("11.", criteria), shown("", criteria)]).toEqual(["2.1", "2.", "11", "2.10", "11.", ""]);
  });
});
