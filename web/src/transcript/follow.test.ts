import { expect, it } from "vitest";
import { scrollNeeded } from "./follow";

it("leaves a line alone that is well in view, and brings one that is not to a third of the height", () => {
  expect(scrollNeeded(200, 230, 1000)).toBe(0);
  expect(scrollNeeded(800, 830, 1000)).toBe(500);
  expect(scrollNeeded(-400, -370, 1000)).toBe(-700);
});
