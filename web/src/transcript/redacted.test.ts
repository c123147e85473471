import { describe, expect, it } from "vitest";
import type { Redaction } from "../api/types";
import { redactedByTurn } from "./redacted";
import { indexWords } from "./words";

const word = (id: number, start: number, redacted?: boolean) => ({ id, text: `w${id}`, start, end: start + 1, confidence: 1, machine: id, ...(redacted === undefined ? {} : { redacted }) });
const turn = (id: number, words: ReturnType<typeof word>[]) => ({ id, speaker: 1, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, words, corrected: false });
const over = (start: number, end: number): Redaction => ({ id: "r", start, end, firstWord: null, lastWord: null, reason: "", by: { id: "p", name: "A" }, at: "" });

describe("redacted words", () => {
  const index = indexWords([turn(1, [word(1, 0), word(2, 1), word(3, 2)]), turn(2, [word(4, 3), word(5, 4)]), turn(3, [word(6, 5, true)])]);

  it("are those whose middle lies in it, over turns", () => {
    const hidden = redactedByTurn(index, [over(1.4, 3.6)]);
    expect([...(hidden.get(1) ?? [])]).toEqual([2, 3]);
    expect([...(hidden.get(2) ?? [])]).toEqual([4]);
  });

  it("are also those that the server hides, whatever is known of redactions", () => {
    expect([...redactedByTurn(index, []).entries()].map(([id, words]) => [id, [...words]])).toEqual([[3, [6]]]);
  });
});
