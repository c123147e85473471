import { api } from "../api/calls";
import { isConflict } from "../api/problem";
import type { Turn, Word } from "../api/types";
import type { Desk } from "./Desk";

export const textOf = (turn: Turn): string => turn.words.map((word) => word.text).join(" ");

/** How saving a turn went: stored, or somebody else changed the same turn (then `theirs` is what it says now). */
export type Saved = { readonly kind: "stored"; readonly turn: Turn; readonly version: number } | { readonly kind: "overtaken"; readonly theirs: Turn; readonly version: number };

/**
 * Stores a turn's text. Throws what the server refuses for other reasons; nothing typed is touched here.
 * @param continues the same typing goes on: the server makes one step of it
 */
export async function saveTurn(desk: Desk, turn: Turn, text: string, version: number, continues = false): Promise<Saved> {
  const transcript = desk.transcript.value;
  if (transcript === null) return { kind: "stored", turn, version };
  try {
    const saved = await api.correctTurn(transcript.id, turn.id, { text, version, continues });
    desk.putTurn(saved.turn, saved.version);
    if (saved.tagsToReview.length > 0) await desk.readTags();
    await desk.readMachine();
    return { kind: "stored", turn: saved.turn, version: saved.version };
  } catch (failure) {
    if (!isConflict(failure)) throw failure;
    await desk.steps.look();
    const now = await api.transcript(desk.id);
    const theirs = now.turns.find((one) => one.id === turn.id);
    if (theirs === undefined || now.id !== transcript.id) throw failure;
    return { kind: "overtaken", theirs, version: now.version };
  }
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
