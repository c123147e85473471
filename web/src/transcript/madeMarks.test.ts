import { describe, expect, it } from "vitest";
import type { Mark, MarkKind } from "../api/types";
import { sessionOf } from "../../tests/fake-data";
import { marksByPlace } from "./madeMarks";
import { markWords } from "./markWords";

const mark = (kind: MarkKind, seconds: number, more: Partial<Mark> = {}): Mark => ({
  id: `${kind}${seconds}`, recordingId: "r", kind, part: 0, partSeconds: seconds, lengthSeconds: null, note: "", questionId: null, criterionId: null, at: "", seconds, tagId: null, by: { id: "p", name: "P" }, ...more,
});
const turns = [{ start: 2, end: 10 }, { start: 11, end: 31 }];

describe("marks made while recording", () => {
  it("stand before the turn they belong to, or after the last", () => {
    const places = marksByPlace(turns, [mark("question", 0), mark("moment", 12), mark("pause", 30), mark("criterion", 5, { tagId: "t" }), mark("criterion", 8)]);
    expect([...places].map(([place, held]) => [place, held.map((each) => each.id)])).toEqual([[0, ["question0"]], [1, ["moment12", "criterion8"]], [2, ["pause30"]]]);
  });

  it("are said in words", () => {
    const session = sessionOf("s1");
    const say = (...given: Parameters<typeof mark>) => markWords(mark(...given), session);
    expect(say("pause", 1, { lengthSeconds: 124, note: "phone call" })).toBe("Paused 2 minutes: phone call");
    expect(say("pause", 1)).toBe("Paused");
    expect(say("interruption", 1, { note: "somebody came in" })).toBe("Interrupted: somebody came in");
    expect(say("question", 1, { questionId: "q1" })).toBe("Question 1 asked: How did you decide who to talk to first?");
    expect(say("question", 1, { questionId: "gone" })).toBe("A planned question asked");
    expect(say("criterion", 1, { criterionId: "ac-2.3" })).toBe("2.3 marked");
    expect(say("moment", 1, { note: "page four" })).toBe("Moment marked: page four");
    expect(say("moment", 1, { note: "█████ █████", redacted: true })).toBe("Moment marked (its note is hidden from you)");
    expect(say("pause", 1, { lengthSeconds: 124, note: "█████", redacted: true })).toBe("Paused 2 minutes (its note is hidden from you)");
    expect(say("moment", 1, { note: "█████ rang back", redacted: false })).toBe("Moment marked: █████ rang back");
  });
});
