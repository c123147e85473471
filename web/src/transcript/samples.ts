import type { Tag, Turn } from "../api/types";

/** Turns for tests: each text a turn, a word every half second, ids counting from 100. */
export function turnsOf(...texts: string[]): Turn[] {
  let id = 100;
  return texts.map((text, place) => {
    const words = text.split(" ").filter((word) => word !== "").map((word) => {
      const start = (id - 100) / 2;
      id += 1;
      return { id: id - 1, text: word, start, end: start + 0.4, confidence: 0.9, machine: id - 1 };
    });
    return {
      id: place + 1, speaker: (place % 2) + 1, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, words, corrected: false,
    };
  });
}

export function tagOf(id: string, number: string, firstWord: number, lastWord: number, state: Tag["state"] = "active"): Tag {
  return {
    id, recordingId: "r", transcriptId: "t", sessionId: "s", criterion: { id: `c${number}`, number, text: `Criterion ${number}` },
    firstWord, lastWord, start: 0, end: 1, quote: "", reason: "", by: { id: "p", name: "Ada Novak" }, at: "2026-11-23T10:00:00Z", state,
  };
}
