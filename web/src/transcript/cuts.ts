import { api } from "../api/calls";
import { isConflict, sentence } from "../api/problem";
import type { CheckRequest, Transcript, TranscriptDelta, Turn } from "../api/types";
import { positionWords } from "../parts/words";
import { stateWords } from "./checks";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";
import { plural, t } from "../texts/texts";

/**
 * One step in the words, stored by the server, which answers with what differs. Where somebody else was quicker nothing is
 * changed, what they did comes into the page, and the sentence says so. Where all was so already no step is kept: offering to
 * take it back would take back the one before.
 */
export function stepIn(desk: Desk, text: string | null, work: (transcript: Transcript) => Promise<TranscriptDelta>): Promise<boolean> {
  desk.notice.value = null;
  return desk.inTurn(() => oneStep(desk, text, work));
}

async function oneStep(desk: Desk, text: string | null, work: (transcript: Transcript) => Promise<TranscriptDelta>): Promise<boolean> {
  const transcript = desk.transcript.value;
  if (transcript === null) return false;
  desk.trouble.value = null;
  try {
    const delta = await work(transcript);
    await desk.takeDelta(delta);
    if (!delta.changed) {
      desk.done.value = null;
      desk.notice.value = t("Nothing changed: it was like that already.");
    } else if (text !== null) desk.done.value = { text, takeBack: () => desk.steps.move("undo") };
    void desk.steps.look();
    return true;
  } catch (failure) {
    if (isConflict(failure)) await desk.steps.look();
    desk.trouble.value = sentence(failure);
    return false;
  }
}

const turnWith = (desk: Desk, id: number): Turn | undefined => desk.transcript.value?.turns.find((one) => one.id === id);

/** Cuts a turn before a word. Answers the id of the turn that begins there, null where nothing was cut. */
export async function split(desk: Desk, turnId: number, beforeWord: number): Promise<number | null> {
  const turn = turnWith(desk, turnId);
  if (turn === undefined || turn.words[0]?.id === beforeWord) return null;
  const done = await stepIn(desk, t("Split the turn at {start}.", { start: positionWords(turn.start) }), (transcript) => api.splitTurn(transcript.id, turnId, { beforeWord, version: transcript.version }));
  return done ? desk.transcript.value?.turns.find((one) => one.words[0]?.id === beforeWord)?.id ?? null : null;
}

/** Joins a turn with the next one, which gets its speaker. */
export async function join(desk: Desk, turnId: number): Promise<boolean> {
  const turns = desk.transcript.value?.turns ?? [];
  const at = turns.findIndex((one) => one.id === turnId);
  const turn = turns[at];
  if (turn === undefined || turns[at + 1] === undefined) return false;
  return stepIn(desk, t("Joined the turn at {start} with the next one.", { start: positionWords(turn.start) }), (transcript) => api.joinTurn(transcript.id, turnId, transcript.version));
}

/** Lets a turn begin at a word of the turn before, or of its own. */
export async function moveBoundary(desk: Desk, turnId: number, firstWord: number): Promise<boolean> {
  const turn = turnWith(desk, turnId);
  if (turn === undefined || turn.words[0]?.id === firstWord) return false;
  return stepIn(desk, t("Moved the beginning of the turn at {start}.", { start: positionWords(turn.start) }), (transcript) => api.moveBoundary(transcript.id, turnId, { firstWord, version: transcript.version }));
}

/** Says of words that they are right, that the learner confirmed them, or that they are as the machine heard them after all. */
export async function setState(desk: Desk, passage: Passage, state: CheckRequest["state"], how: CheckRequest["how"] = null): Promise<boolean> {
  const { words } = desk.index.value;
  const firstWord = words[passage.first]?.id;
  const lastWord = words[passage.last]?.id;
  if (firstWord === undefined || lastWord === undefined) return false;
  const count = passage.last - passage.first + 1;
  const text = state === "heard" ? plural(count, "Not checked any more: 1 word.", "Not checked any more: {count} words.")
    : state === "checked" ? plural(count, "Checked: 1 word.", "Checked: {count} words.") : plural(count, "Confirmed by the learner: 1 word.", "Confirmed by the learner: {count} words.");
  return stepIn(desk, text, (transcript) => api.check(transcript.id, { firstWord, lastWord, state, how, version: transcript.version }));
}

/** Tells who has checked a turn, and when. */
export function sayWho(desk: Desk, turnId: number): void {
  const place = desk.index.value.turns.findIndex((one) => one.id === turnId);
  const turn = desk.index.value.turns[place];
  const state = desk.states.value.turns[place];
  if (turn !== undefined && state !== undefined) desk.notice.value = stateWords(state, turn.start);
}
