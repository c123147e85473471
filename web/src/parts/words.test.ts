import { describe, expect, it } from "vitest";
import { speak } from "../texts/texts";
import { dateWords, percentWords, preciseWords, secondsOf, sessionWords } from "./words";

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

describe("what a session is called", () => {
  it("is its method and its day, in the order of the language", () => {
    const session = { method: "oral-questioning", date: "2026-10-02" };
    expect(sessionWords(session)).toBe("Oral questioning, 2 Oct 2026");
    speak("xx", { "{day} {month} {year}": "{year} {month} {day}", "{method}, {date}": "{date}: {method}", "Oral questioning": "QO" });
    expect(sessionWords(session)).toBe("2026 Oct 2: QO");
    speak("en", null);
    expect(dateWords("2026-01-31")).toBe("31 Jan 2026");
  });
});

describe("percentWords", () => {
  it("says 100 only of the whole", () => {
    expect([0.9999, 1, 0.943, 0, 1.2].map(percentWords)).toEqual(["99 %", "100 %", "94 %", "0 %", "100 %"]);
  });
});
