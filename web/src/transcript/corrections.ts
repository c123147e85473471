import { api } from "../api/calls";
import { Problem } from "../api/problem";
import type { Turn, Word } from "../api/types";
import type { Desk } from "./Desk";

export const textOf = (turn: Turn): string => turn.words.map((word) => word.text).join(" ");

/** How saving a turn went: stored, or somebody else changed the same turn (then `theirs` is what it says now). */
export type Saved = { readonly kind: "stored" } | { readonly kind: "overtaken"; readonly theirs: Turn; readonly version: number };

/** Stores a turn's text. Throws what the server refuses for other reasons; nothing typed is touched here. */
export async function saveTurn(desk: Desk, turn: Turn, text: string, version: number): Promise<Saved> {
  const transcript = desk.transcript.value;
  if (transcript === null) return { kind: "stored" };
  try {
    const saved = await api.correctTurn(transcript.id, turn.id, { text, version });
    desk.putTurn(saved.turn, saved.version);
    if (saved.tagsToReview.length > 0 || desk.tags.value.length > 0) await desk.readTags();
    await desk.readMachine();
    const before = textOf(turn);
    desk.done.value = {
      text: "Stored the correction. What the machine heard is kept.",
      takeBack: () => takeTurnBack(desk, saved.turn, before, saved.version),
    };
    return { kind: "stored" };
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.kind !== "conflict") throw failure;
    const now = await api.transcript(desk.id);
    const theirs = now.turns.find((one) => one.id === turn.id);
    if (theirs === undefined || now.id !== transcript.id) throw failure;
    return { kind: "overtaken", theirs, version: now.version };
  }
}

/** Gives a turn the text that it had. Throws, with the turn as it reads now on the page, where somebody else changed it since. */
export async function takeTurnBack(desk: Desk, turn: Turn, before: string, version: number): Promise<void> {
  const saved = await saveTurn(desk, turn, before, version);
  if (saved.kind === "overtaken") {
    await desk.readTranscript();
    throw new Problem("conflict", "Somebody changed this turn meanwhile; nothing was taken back.");
  }
  desk.done.value = null;
}

/** The engine's words within a turn's time, before anybody corrected them. */
export function machineText(turn: Turn, machine: ReadonlyMap<number, Word>): string {
  const kept = turn.words.flatMap((word) => (word.machine === null ? [] : [machine.get(word.machine)?.start ?? word.start]));
  const from = Math.min(turn.start, ...kept);
  const to = Math.max(turn.end, ...kept);
  return [...machine.values()]
    .filter((word) => word.start >= from - 0.001 && word.start < to)
    .sort((a, b) => a.start - b.start || a.id - b.id)
    .map((word) => word.text)
    .join(" ");
}

/** Ids of the words of a turn that are not as the engine heard them. */
export function changedWords(turn: Turn, machine: ReadonlyMap<number, Word> | null): ReadonlySet<number> {
  if (!turn.corrected) return new Set();
  return new Set(
    turn.words
      .filter((word) => word.machine === null || (machine !== null && machine.get(word.machine)?.text !== word.text))
      .map((word) => word.id),
  );
}
