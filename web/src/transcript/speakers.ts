import { api } from "../api/calls";
import type { SpeakerName as Speaker, Turn } from "../api/types";
import { speakerWords } from "../parts/words";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";
import { turnAt, type WordIndex } from "./words";
import { plural, t } from "../texts/texts";

/** One that nobody has named; the name is the one it has in the database. */
export const unnamed = (number: number): Speaker => ({ number, name: `Speaker ${number}`, named: false }); // no text: see nameOf

/** What a page calls a speaker. */
export const nameOf = (one: Speaker): string => speakerWords(one.name, one.named ? null : one.number);

/** Words in a row that have the same speaker: what has to be given back to take a change back. */
export function runsOf(index: WordIndex, passage: Passage): { firstWord: number; lastWord: number; speaker: number | null }[] {
  const runs: { firstWord: number; lastWord: number; speaker: number | null }[] = [];
  for (let position = passage.first; position <= passage.last; position += 1) {
    const word = index.words[position];
    const turn = turnAt(index, position);
    if (word === undefined || turn === null) continue;
    const run = runs.at(-1);
    if (run?.speaker === turn.speaker) run.lastWord = word.id;
    else runs.push({ firstWord: word.id, lastWord: word.id, speaker: turn.speaker });
  }
  return runs;
}

/** The two that w swaps: where only two speak there is nothing to ask. */
export function pairOf(speakers: readonly Speaker[], turns: readonly Turn[]): readonly [Speaker, Speaker] | null {
  const heard = new Set(turns.map((turn) => turn.speaker));
  const [a, b, more] = speakers.filter((one) => heard.has(one.number));
  return a === undefined || b === undefined || more !== undefined ? null : [a, b];
}

/** A number for a voice nobody had yet. */
export const anotherVoice = (speakers: readonly Speaker[]): number => Math.max(0, ...speakers.map((one) => one.number)) + 1;

export async function setSpeaker(desk: Desk, turn: Turn, speaker: number | null): Promise<void> {
  const transcript = desk.transcript.value;
  if (transcript === null || turn.speaker === speaker) return;
  await desk.guardedChange(async () => {
    const saved = await api.setTurnSpeaker(transcript.id, turn.id, { speaker, version: desk.versionSeen(turn.id) });
    desk.putTurn(saved.turn, saved.version);
    knowSpeaker(desk, speaker);
    desk.done.value = { text: speaker === null ? t("This turn is nobody’s now.") : t("This turn is {name}’s now.", { name: desk.speakerName(speaker) }), takeBack: () => setSpeaker(desk, saved.turn, turn.speaker).then(() => { desk.done.value = null; }) };
  });
}

/** Gives the chosen words to a speaker; the server splits turns where that is needed. */
export async function setWordsSpeaker(desk: Desk, passage: Passage, speaker: number): Promise<void> {
  const transcript = desk.transcript.value;
  const first = desk.index.value.words[passage.first];
  const last = desk.index.value.words[passage.last];
  if (transcript === null || first === undefined || last === undefined) return;
  const before = runsOf(desk.index.value, passage);
  if (before.every((run) => run.speaker === speaker)) return;
  await desk.guardedChange(async () => {
    await give(desk, first.id, last.id, speaker);
    knowSpeaker(desk, speaker);
    const count = passage.last - passage.first + 1;
    desk.done.value = {
      text: plural(count, "This word is {name}’s now.", "These {count} words are {name}’s now.", { name: desk.speakerName(speaker) }),
      takeBack: async () => { for (const run of before) await give(desk, run.firstWord, run.lastWord, run.speaker); },
    };
  });
}

async function give(desk: Desk, firstWord: number, lastWord: number, speaker: number | null): Promise<void> {
  const transcript = desk.transcript.value;
  if (transcript === null) return;
  await desk.takeTranscript(await api.setWordsSpeaker(transcript.id, { firstWord, lastWord, speaker, version: transcript.version }));
}

/** Swaps two speakers in the whole transcript, or from a turn on. Done twice it is as before. */
export async function swapSpeakers(desk: Desk, a: number, b: number, fromTurn: Turn | null, quietly = false): Promise<void> {
  const transcript = desk.transcript.value;
  if (transcript === null) return;
  await desk.guardedChange(async () => {
    await desk.takeTranscript(await api.swapSpeakers(transcript.id, { a, b, fromTurn: fromTurn?.id ?? null, version: transcript.version }));
    desk.done.value = quietly ? null : {
      text: t("Swapped {a} and {b} {everywhere}.", { a: desk.speakerName(a), b: desk.speakerName(b), everywhere: fromTurn === null ? t("everywhere") : t("from this turn on") }),
      takeBack: () => swapSpeakers(desk, a, b, fromTurn, true),
    };
  });
}

/** Names a speaker once for the whole recording; called as it is while nobody names it, it has no name. */
export async function nameSpeaker(desk: Desk, number: number, name: string): Promise<void> {
  const transcript = desk.transcript.value;
  if (transcript === null) return;
  const known = transcript.speakers.find((one) => one.number === number);
  const before = desk.speakerName(number);
  const put = async (next: string) => {
    const speakers = await api.nameSpeaker(transcript.id, number, next);
    if (desk.transcript.value !== null) desk.transcript.value = { ...desk.transcript.value, speakers };
  };
  await put(name === nameOf(unnamed(number)) ? "" : name);
  desk.done.value = { text: t("{before} is called {number} in the whole recording.", { before, number: desk.speakerName(number) }), here: true, takeBack: () => put(known?.named === true ? known.name : "") };
}

/** A voice that got its first words is in the list from now on. */
function knowSpeaker(desk: Desk, speaker: number | null): void {
  const known = desk.transcript.value;
  if (speaker === null || known === null || known.speakers.some((one) => one.number === speaker)) return;
  desk.transcript.value = { ...known, speakers: [...known.speakers, unnamed(speaker)] };
}
