import { describe, expect, it } from "vitest";
import { turnsOf } from "./samples";
import { endsSentence, extendBySentence, sentenceAt, wholeSentence } from "./sentences";
import { indexWords } from "./words";

describe("sentences", () => {
  const index = indexWords(turnsOf("I asked. Mr. Hale said no", "Then we met. Did it work? It did.", "Yes"));
  // 0 I 1 asked. 2 Mr. 3 Hale 4 said 5 no | 6 Then 7 we 8 met. 9 Did 10 it 11 work? 12 It 13 did. | 14 Yes

  it("ends where a point, a question or a call ends it, with what closes a quotation", () => {
    expect(["met.", "work?”", "no!", "so…", "،", "هل؟", "好。"].map(endsSentence)).toEqual([true, true, true, true, false, true, true]);
    expect(["Mr.", "e.g.", "J.", "met,", "2.3"].map(endsSentence)).toEqual([false, false, false, false, false]);
  });

  it("goes from border to border and never over a turn", () => {
    expect(sentenceAt(index, 0)).toEqual({ first: 0, last: 1 });
    expect(sentenceAt(index, 4)).toEqual({ first: 2, last: 5 });
    expect(sentenceAt(index, 10)).toEqual({ first: 9, last: 11 });
    expect(sentenceAt(index, 14)).toEqual({ first: 14, last: 14 });
  });

  it("chooses the sentence, and pressed again the next one as well", () => {
    const one = wholeSentence(index, 3, null);
    expect(one).toEqual({ anchor: 2, focus: 5 });
    const two = wholeSentence(index, 3, one);
    expect(two).toEqual({ anchor: 2, focus: 8 });
    expect(wholeSentence(index, 3, { anchor: 7, focus: 7 })).toEqual({ anchor: 6, focus: 8 });
    expect(wholeSentence(index, 14, { anchor: 14, focus: 14 })).toEqual({ anchor: 14, focus: 14 });
  });

  it("moves the free end from border to border, and back over them", () => {
    const one = extendBySentence(index, { anchor: 6, focus: 6 }, 1);
    expect(one).toEqual({ anchor: 6, focus: 8 });
    const two = extendBySentence(index, one, 1);
    expect(two).toEqual({ anchor: 6, focus: 11 });
    expect(extendBySentence(index, two, -1)).toEqual(one);
    expect(extendBySentence(index, one, -1)).toEqual({ anchor: 6, focus: 6 });
    expect(extendBySentence(index, { anchor: 6, focus: 6 }, -1)).toEqual({ anchor: 6, focus: 2 });
    expect(extendBySentence(index, { anchor: 6, focus: 2 }, -1)).toEqual({ anchor: 6, focus: 0 });
    expect(extendBySentence(index, { anchor: 6, focus: 2 }, 1)).toEqual({ anchor: 6, focus: 6 });
  });
});
