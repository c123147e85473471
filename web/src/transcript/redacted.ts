import { api } from "../api/calls";
import type { Redaction } from "../api/types";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";
import type { WordIndex } from "./words";

/** For each turn that has some, by its id: the words that are redacted, whether their text is shown to the viewer or not. */
export function redactedByTurn(index: WordIndex, redactions: readonly Redaction[]): ReadonlyMap<number, ReadonlySet<number>> {
  const hidden = new Map<number, Set<number>>();
  for (const turn of index.turns) {
    const near = redactions.filter((one) => one.start <= turn.end && turn.start <= one.end);
    for (const word of turn.words) {
      const middle = (word.start + word.end) / 2;
      if (word.redacted !== true && !near.some((one) => one.start <= middle && middle <= one.end)) continue;
      const words = hidden.get(turn.id);
      if (words === undefined) hidden.set(turn.id, new Set([word.id]));
      else words.add(word.id);
    }
  }
  return hidden;
}

/** Hides the chosen words, in text and sound, from all who may not see what is redacted, and from everything that leaves. */
export async function redact(desk: Desk, passage: Passage, reason: string): Promise<void> {
  const { words } = desk.index.value;
  const firstWord = words[passage.first]?.id;
  const lastWord = words[passage.last]?.id;
  const transcript = desk.transcript.value;
  if (firstWord === undefined || lastWord === undefined || transcript === null) return;
  const count = passage.last - passage.first + 1;
  await desk.inTurn(async () => {
    desk.redactions.value = await api.redact(desk.id, { firstWord, lastWord, reason, transcriptId: transcript.id });
    await desk.steps.look();
  });
  desk.choice.value = null;
  desk.done.value = { text: count === 1 ? "Redacted: 1 word, in text and sound." : `Redacted: ${count} words, in text and sound.`, takeBack: () => desk.steps.move("undo") };
}

/** Shows a passage again to everybody who may read the recording. */
export async function lift(desk: Desk, redaction: Redaction): Promise<void> {
  await desk.inTurn(async () => {
    desk.redactions.value = await api.liftRedaction(redaction.id);
    await desk.readTranscript();
    await desk.steps.look();
  });
  desk.notice.value = "The redaction is lifted: everybody who may read this recording sees and hears the passage again.";
}
