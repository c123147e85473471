import { api } from "../api/calls";
import type { Redaction, Turn } from "../api/types";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";

/** A word is hidden where its middle lies in a redaction: the server's rule, so that page and server never differ. */
function hides(one: Redaction, word: { start: number; end: number }): boolean {
  const middle = (word.start + word.end) / 2;
  return middle >= one.start && middle <= one.end;
}

/** Which words of which turns are redacted, by turn; the same set as before while a turn's are the same, so that nothing else is drawn again. */
export function hiddenByTurn(turns: readonly Turn[], redactions: readonly Redaction[], before: ReadonlyMap<number, ReadonlySet<number>>): ReadonlyMap<number, ReadonlySet<number>> {
  const hidden = new Map<number, ReadonlySet<number>>();
  const anyMasked = turns.some((turn) => turn.words.some((word) => word.redacted === true));
  if (redactions.length === 0 && !anyMasked) return hidden;
  for (const turn of turns) {
    const near = redactions.filter((one) => one.start <= turn.end && one.end >= turn.start);
    if (near.length === 0 && !anyMasked) continue;
    const ids = turn.words.filter((word) => word.redacted === true || near.some((one) => hides(one, word))).map((word) => word.id);
    if (ids.length === 0) continue;
    const known = before.get(turn.id);
    hidden.set(turn.id, known?.size === ids.length && ids.every((id) => known.has(id)) ? known : new Set(ids));
  }
  return hidden;
}

/** The redactions that some of the chosen words lie in. */
export function redactionsIn(desk: Desk, passage: Passage): readonly Redaction[] {
  const words = desk.index.value.words.slice(passage.first, passage.last + 1);
  return (desk.redactions.value?.redactions ?? []).filter((one) => words.some((word) => hides(one, word)));
}

/** Hides a passage from all who may not see what is redacted. Throws what the server refuses. */
export async function redact(desk: Desk, passage: Passage, reason: string): Promise<void> {
  const { words } = desk.index.value;
  const [first, last] = [words[passage.first], words[passage.last]];
  if (first === undefined || last === undefined) return;
  desk.redactions.value = await api.redact(desk.id, { firstWord: first.id, lastWord: last.id, reason });
  desk.redacting.value = false;
  desk.choice.value = null;
  await Promise.all([desk.readTags(), desk.steps.look()]);
  const step = desk.steps.undo.value;
  desk.done.value = {
    text: "Redacted. It is silent and struck out for everybody who may not see it, and in all that leaves Colloquy.",
    ...(step?.kind === "redact" ? { takeBack: () => desk.steps.move("undo", step.id) } : { takeBack: () => Promise.resolve() }),
  };
}

/** Shows the words of a passage to everybody again: a right. */
export async function lift(desk: Desk, passage: Passage): Promise<void> {
  const found = redactionsIn(desk, passage);
  await desk.guarded(async () => {
    for (const one of found) desk.redactions.value = await api.liftRedaction(one.id);
    await Promise.all([desk.readTranscript(), desk.readTags(), desk.steps.look()]);
    desk.notice.value = found.length === 1 ? "Lifted. Everybody who may see this recording can read and hear it again." : "Lifted all of them. Everybody who may see this recording can read and hear them again.";
  });
}

/** Who may redact, or lift: asked of the server with the list. */
export const mayRedact = (desk: Desk): boolean => desk.redactions.value !== null && (desk.mayEdit.value || desk.redactions.value.mayLift);
