import { describe, expect, it } from "vitest";
import { percentWords, preciseWords, secondsOf } from "./words";

describe("places in time", () => {
  it("are read as people write them", () => {
    expect(["12:04", "1:02:03.5", "724", " 0:07,5 ", "90.25"].map(secondsOf)).toEqual([724, 3723.5, 724, 7.5, 90.25]);
    expect(["", "abc", "1:75", "1:2:3:4", "-1", "12:", "1.5:00"].map(secondsOf)).toEqual([null, null, null, null, null, null, null]);
  });

  it("are written to a tenth and read back", () => {
    expect(preciseWords(724.04)).toBe("12:04.0");
    expect(preciseWords(59.96)).toBe("1:00.0");
    expect(secondsOf(preciseWords(3723.52))).toBe(3723.5);
  });
});

describe("percentWords", () => {
  it("says 100 only of the whole", () => {
    expect([0.9999, 1, 0.943, 0, 1.2].map(percentWords)).toEqual(["99 %", "100 %", "94 %", "0 %", "100 %"]);
  });
});
