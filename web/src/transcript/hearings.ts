import type { TranscriptVersion } from "../api/types";
import { engineWords, positionWords } from "../parts/words";
import { t } from "../texts/texts";

/** "Whisper, whisper-base" */
export function byWords(heard: { engine: "vosk" | "whisper"; model: { name: string } }): string {
  return `${engineWords(heard.engine)}, ${heard.model.name}`;
}

/** "all of it" or "12:04 to 12:31" */
export function partWords(part: { from: number | null; to: number | null }): string {
  if (part.from === null && part.to === null) return t("all of it");
  return t("{position} to {which}", { position: positionWords(part.from ?? 0), which: part.to === null ? t("the end") : positionWords(part.to) });
}

export function stateWords(state: TranscriptVersion["state"]): string {
  switch (state) {
    case "present": return t("in use");
    case "earlier": return t("earlier");
    case "proposed": return t("waits");
    case "discarded": return t("discarded");
  }
}

/** Words of one engine as paragraphs: a new one after a long pause, or after about a minute. */
export function paragraphsOf(words: readonly { text: string; start: number; end: number }[], pauseSeconds = 1.2, mostSeconds = 60): { start: number; end: number; text: string }[] {
  const paragraphs: { start: number; end: number; words: string[] }[] = [];
  for (const word of words) {
    const last = paragraphs.at(-1);
    if (last === undefined || word.start - last.end > pauseSeconds || word.start - last.start > mostSeconds) paragraphs.push({ start: word.start, end: word.end, words: [word.text] });
    else {
      last.words.push(word.text);
      last.end = Math.max(last.end, word.end);
    }
  }
  return paragraphs.map(({ start, end, words: texts }) => ({ start, end, text: texts.join(" ") }));
}
