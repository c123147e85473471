import { describe, expect, it } from "vitest";
import type { Tag } from "../api/types";
import { turnsOf } from "../transcript/samples";
import { indexWords } from "../transcript/words";
import { masked, paperIndex, printedReason, printedTags, runsOf } from "./sheet";

const index = indexWords(turnsOf("one two three four", "five six"));
const id = (position: number) => index.words[position]?.id ?? -1;
const tag = (number: string, first: number, last: number, state: Tag["state"] = "active") =>
  ({ id: number, criterion: { id: number, number, text: "" }, firstWord: id(first), lastWord: id(last), state }) as unknown as Tag;

describe("what is printed", () => {
  it("numbers tags as the text goes and leaves withdrawn ones out", () => {
    const tags = printedTags([tag("2.1", 2, 4), tag("1.3", 0, 2), tag("3.1", 1, 1, "withdrawn")], index);
    expect(tags.map((one) => [one.number, one.tag.criterion.number])).toEqual([[1, "1.3"], [2, "2.1"]]);
  });
  it("cuts a turn where tags begin and end, over turns and over each other", () => {
    const tags = printedTags([tag("1.3", 0, 2), tag("2.1", 2, 4)], index);
    expect(runsOf(index, 0, 3, tags)).toEqual([
      { begins: [1], ends: [], text: "one two", tagged: true },
      { begins: [2], ends: [1], text: "three", tagged: true },
      { begins: [], ends: [], text: "four", tagged: true },
    ]);
    expect(runsOf(index, 4, 5, tags)).toEqual([{ begins: [], ends: [2], text: "five", tagged: true }, { begins: [], ends: [], text: "six", tagged: false }]);
  });
  it("masks the words of redactions for who may read them on the screen", () => {
    const words = indexWords(turnsOf("call Anna now", "Anna knows"));
    const [first, second] = [words.turns[0], words.turns[1]];
    const paper = paperIndex(words, new Map([[first?.id ?? -1, new Set([first?.words[1]?.id ?? -1])], [second?.id ?? -1, new Set([second?.words[0]?.id ?? -1])]]));
    expect(runsOf(paper, 0, 2, [])[0]?.text).toBe(`call ${masked} now`);
    expect(runsOf(paper, 3, 4, [])[0]?.text).toBe(`${masked} knows`);
    expect(words.words[1]?.text).toBe("Anna");
  });
  it("never prints a redacted word, whoever may read it on the screen", () => {
    const turns = turnsOf("call Anna now");
    const word = turns[0]?.words[1];
    if (word !== undefined) word.redacted = true;
    expect(runsOf(indexWords(turns), 0, 2, [])[0]?.text).toBe(`call ${masked} now`);
  });
  it("prints no reason that tells what is redacted, whoever may read it on the screen", () => {
    const words = indexWords(turnsOf("call Anna now"));
    const paper = paperIndex(words, new Map([[words.turns[0]?.id ?? -1, new Set([words.words[1]?.id ?? -1])]]));
    const reason = (text: string, first: number, last: number, id = "t") =>
      printedReason({ number: 1, tag: { ...tag("1.1", 0, 0), id, reason: text }, first, last }, paper, { names: ["anna", "zoë"], tags: ["noted"] });
    expect(reason("Rings Anna-Marie, and Zoe\u0308 too", 0, 2)).toBe(`Rings ${masked} and ${masked} too`);
    expect(reason("Rings Annabel at once", 0, 2)).toBe("Rings Annabel at once");
    expect(reason("her illness", 1, 1)).toBe(`${masked} ${masked}`);
    expect(reason("her illness", 0, 2, "noted")).toBe(`${masked} ${masked}`);
    expect(reason("", 1, 1)).toBe("");
    expect(printedReason({ number: 1, tag: { ...tag("1.1", 0, 0), reason: "rings Anna" }, first: 0, last: 2 }, words, undefined)).toBe("rings Anna");
  });
});
