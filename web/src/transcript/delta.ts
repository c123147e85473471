import type { Check, Transcript, TranscriptDelta, Turn } from "../api/types";
import { mergeTurn } from "./merge";

/**
 * A transcript with what differs put in. Turns that did not change are the same objects as before, so that nothing of them
 * is drawn again. A turn of the order that neither side has is left out: the whole transcript is to be read then (`whole`).
 */
export function applyDelta(before: Transcript, delta: TranscriptDelta): { transcript: Transcript; whole: boolean } {
  const turns = new Map(before.turns.map((turn) => [turn.id, turn]));
  for (const turn of delta.turns) {
    if (turn.words.length === 0) turns.delete(turn.id);
    else turns.set(turn.id, mergeTurn(turns.get(turn.id), turn));
  }
  const ordered = delta.order.flatMap((id) => turns.get(id) ?? []);
  return {
    transcript: {
      ...before, version: delta.version, turns: ordered,
      checks: sameChecks(before.checks ?? [], delta.checks) ? before.checks ?? [] : delta.checks,
      speakers: sameSpeakers(before.speakers, delta.speakers) ? before.speakers : delta.speakers,
    },
    whole: ordered.length === delta.order.length,
  };
}

/** Ids of the turns that read or belong otherwise than before. */
export function changedTurns(before: Transcript, after: Transcript): number[] {
  const known = new Map<number, Turn>(before.turns.map((turn) => [turn.id, turn]));
  return after.turns.filter((turn) => known.get(turn.id) !== turn).map((turn) => turn.id);
}

function sameChecks(one: readonly Check[], other: readonly Check[]): boolean {
  return one.length === other.length && one.every((check, at) => {
    const same = other[at];
    return same !== undefined && check.firstWord === same.firstWord && check.lastWord === same.lastWord && check.state === same.state
      && check.by.id === same.by.id && check.at === same.at && check.how === same.how;
  });
}

function sameSpeakers(one: Transcript["speakers"], other: Transcript["speakers"]): boolean {
  return one.length === other.length && one.every((speaker, at) => {
    const same = other[at];
    return same !== undefined && speaker.number === same.number && speaker.name === same.name && speaker.named === same.named;
  });
}
