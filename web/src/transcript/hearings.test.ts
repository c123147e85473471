import { describe, expect, it } from "vitest";
import { wrongPart } from "../parts/HearingForm";
import { paragraphsOf, partWords } from "./hearings";

const word = (text: string, start: number) => ({ text, start, end: start + 0.4 });

describe("paragraphsOf", () => {
  it("begins anew after a pause and when one grows too long, and loses no word", () => {
    const words = [word("one", 0), word("two", 0.5), word("three", 3), ...Array.from({ length: 200 }, (_, at) => word("on", 4 + at * 0.5))];
    const paragraphs = paragraphsOf(words);
    expect(paragraphs.slice(0, 2).map((each) => each.text.slice(0, 8))).toEqual(["one two", "three on"]);
    expect(paragraphs.length).toBe(3);
    expect(paragraphs.flatMap((each) => each.text.split(" ")).length).toBe(203);
  });

  it("has none where nothing was heard", () => expect(paragraphsOf([])).toEqual([]));
});

describe("a part", () => {
  it("is named by its times", () => {
    expect(partWords({ from: null, to: null })).toBe("all of it");
    expect(partWords({ from: 724, to: 751.2 })).toBe("12:04 to 12:31");
    expect(partWords({ from: 60, to: null })).toBe("1:00 to the end");
  });

  it("must lie in the recording and go forward", () => {
    expect(wrongPart("0:10", "0:20", 60)).toBeNull();
    expect(wrongPart("0:20", "0:10", 60)).toMatch(/after/);
    expect(wrongPart("1:10", "1:20", 60)).toMatch(/over/);
    expect(wrongPart("soon", "1:20", 60)).toMatch(/12:04/);
  });
});
