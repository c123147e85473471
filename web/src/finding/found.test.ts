import { afterEach, describe, expect, it } from "vitest";
import type { Hit } from "../api/types";
import { speak } from "../texts/texts";
import { foundText, sessionOf } from "./found";

const hit: Hit = {
  kind: "session", id: "s1", session: "s1", recording: null, enrolment: "e1", unit: "u1", start: null, end: null, word: null, title: "Professional discussion, 20 Nov 2026",
  text: "Professional discussion, 20 Nov 2026 · Ada Lowe · Room 2", highlights: [[0, 12], [39, 42]], learner: "Ada Lowe", assessor: null, unitTitle: "Unit", criterion: null, date: "2026-11-20",
  speaker: null, unnamed: null, method: "professional-discussion",
};

afterEach(() => speak("en", null));

describe("a session that was found", () => {
  it("reads as the index has it in English", () => {
    expect(sessionOf(hit)).toBe(hit.title);
    expect(foundText(hit)).toBe(hit);
  });

  it("is called in the language of the page, and what is lit stays lit behind it", () => {
    speak("cy", { "Professional discussion": "Trafodaeth broffesiynol" });
    const { text, highlights } = foundText(hit);
    expect(text).toBe("Trafodaeth broffesiynol, 20 Nov 2026 · Ada Lowe · Room 2");
    expect(highlights.map(([start, end]) => text.slice(start, end))).toEqual(["Ada"]);
    // cut out of the middle of a long text it does not begin with its name; what was said is nobody's to translate
    expect(foundText({ ...hit, text: "… Ada Lowe · Room 2", highlights: [[2, 5]] })).toEqual({ ...hit, text: "… Ada Lowe · Room 2", highlights: [[2, 5]] });
    const said: Hit = { ...hit, kind: "transcript", text: "Professional discussion, 20 Nov 2026, as I said." };
    expect(foundText(said)).toBe(said);
  });
});
