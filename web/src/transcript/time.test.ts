import { describe, expect, it } from "vitest";
import { clock, lasting } from "./time";

describe("clock", () => {
  it("leaves hours out below an hour, and has them above", () => {
    expect([0, 41, 2470, 3727].map((seconds) => clock(seconds))).toEqual(["0:00", "0:41", "41:10", "1:02:07"]);
  });
  it("keeps hours where a column asks for them", () => expect(clock(41, true)).toBe("0:00:41"));
  it("never rounds up, and takes nonsense as the beginning", () => {
    expect([59.99, -3, Number.NaN].map((seconds) => clock(seconds))).toEqual(["0:59", "0:00", "0:00"]);
  });
});

describe("lasting", () => {
  it.each([
    [3, "a few seconds"], [33, "40 seconds"], [70, "a minute"], [240, "4 minutes"], [3600, "1 hour"], [4260, "1 hour 11 minutes"],
  ])("says %d s as %s", (seconds, words) => expect(lasting(seconds)).toBe(words));
});
