import { expect, it } from "vitest";
import { moved } from "./grid";

it("moves over the matrix and stays in it", () => {
  const from = { row: 1, column: 1 };
  expect(moved(from, "ArrowRight", false, 3, 2)).toEqual(from);
  expect(moved(from, "ArrowUp", false, 3, 2)).toEqual({ row: 0, column: 1 });
  expect(moved(from, "PageDown", false, 3, 2)).toEqual({ row: 2, column: 1 });
  expect(moved(from, "Home", false, 3, 2)).toEqual({ row: 1, column: 0 });
  expect(moved(from, "End", true, 3, 2)).toEqual({ row: 2, column: 1 });
  expect(moved(from, "a", false, 3, 2)).toBeNull();
});
