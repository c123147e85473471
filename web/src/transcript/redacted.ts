import { api } from "../api/calls";
import type { Redaction } from "../api/types";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";
import type { WordIndex } from "./words";
import { plural, t } from "../texts/texts";

/**
 * For each turn that has some, by its id: the words that are redacted, whether their text is shown to the viewer or not. A word is
 * redacted where its middle lies in one, as on the server. The sets of `before` are kept where they are the same, so that nothing else is drawn again.
 */
export function redactedByTurn(index: WordIndex, redactions: readonly Redaction[], before: ReadonlyMap<number, ReadonlySet<number>> = new Map()): ReadonlyMap<number, ReadonlySet<number>> {
  const hidden = new Map<number, ReadonlySet<number>>();
  for (const turn of index.turns) {
    const near = redactions.filter((one) => one.start <= turn.end && turn.start <= one.end);
    const ids = turn.words.filter((word) => {
      const middle = (word.start + word.end) / 2;
      return word.redacted === true || near.some((one) => one.start <= middle && middle <= one.end);
    }).map((word) => word.id);
    if (ids.length === 0) continue;
    const known = before.get(turn.id);
    hidden.set(turn.id, known?.size === ids.length && ids.every((id) => known.has(id)) ? known : new Set(ids));
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
  desk.done.value = { text: plural(count, "Redacted: 1 word, in text and sound.", "Redacted: {count} words, in text and sound."), takeBack: () => desk.steps.move("undo") };
}

/** Shows a passage again to everybody who may read the recording. */
export async function lift(desk: Desk, redaction: Redaction): Promise<void> {
  await desk.inTurn(async () => {
    desk.redactions.value = await api.liftRedaction(redaction.id, desk.id);
    await desk.readHidden();
    await desk.steps.look();
  });
  desk.notice.value = t("The redaction is lifted: everybody who may read this recording sees and hears the passage again.");
}
