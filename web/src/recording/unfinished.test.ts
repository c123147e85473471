import { describe, expect, it } from "vitest";
import { recordings } from "../../tests/fake-data";
import { isGoingOn, lengthOf, together } from "./unfinished";

const recording = { ...recordings["s2"]![3]!, id: "a", sessionId: "s2", createdAt: "2026-11-25T10:00:00Z", lastReceivedAt: "2026-11-25T10:20:00Z" };
const leftover = (recordingId: string, since: string) => ({ recordingId, sessionId: "s1", bytes: 9000, seconds: 7, since, marks: 0, finished: false });

describe("what was never finished", () => {
  it("puts together what the server has and what this browser holds", () => {
    const all = together([{ recording, sessionTitle: "Talk", method: "professional-discussion", date: "2026-11-25", learner: "Ada" }], [leftover("a", "2026-11-25T10:00:00Z"), leftover("b", "2026-11-25T11:00:00Z")]);
    expect(all.map((each) => [each.recordingId, each.learner, each.leftover?.seconds ?? null, each.recording !== null])).toEqual([["b", null, 7, false], ["a", "Ada", 7, true]]);
    expect(together([], [])).toEqual([]);
  });

  it("knows what goes on elsewhere by its last piece", () => {
    expect(isGoingOn(recording, Date.parse("2026-11-25T10:20:10Z"))).toBe(true);
    expect(isGoingOn(recording, Date.parse("2026-11-25T10:21:00Z"))).toBe(false);
    expect(isGoingOn({ ...recording, lastReceivedAt: null }, 0)).toBe(false);
  });

  it("says a length only where it is known", () => {
    const part = { number: 0, firstChunk: 0, lengthBytes: 1, startSeconds: 0, durationSeconds: 300 };
    expect(lengthOf({ ...recording, durationSeconds: null, parts: [] })).toBeNull();
    expect(lengthOf({ ...recording, durationSeconds: null, parts: [part, { ...part, number: 1, durationSeconds: null }] })).toBeNull();
    expect(lengthOf({ ...recording, durationSeconds: null, parts: [part, { ...part, number: 1 }] })).toBe(600);
  });
});
