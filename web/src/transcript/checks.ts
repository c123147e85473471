import type { Check } from "../api/types";
import { dateWords, positionWords } from "../parts/words";
import type { WordIndex } from "./words";
import { locale, t } from "../texts/texts";

/** Of one word: 0 as the machine heard it, 1 checked, 2 confirmed by the learner. */
export type WordState = 0 | 1 | 2;

/** How far a turn has been looked at. part: some of its words are still as the machine heard them. */
export interface TurnState {
  readonly state: "heard" | "part" | "checked" | "confirmed";
  /** who and when, a sentence for each */
  readonly said: string;
}

export interface States {
  /** by position */
  readonly words: Uint8Array;
  /** by the turn's place */
  readonly turns: readonly TurnState[];
  /** how many words are checked or confirmed */
  readonly checked: number;
  readonly confirmed: number;
}

export const heardState: TurnState = { state: "heard", said: "" };

/** The states of words and turns, out of the runs that the server names. A run whose ends are gone is left out. */
export function statesOf(index: WordIndex, checks: readonly Check[]): States {
  const words = new Uint8Array(index.words.length);
  const said: Map<number, Set<string>> = new Map();
  let checked = 0;
  let confirmed = 0;
  for (const check of checks) {
    const first = index.positions.get(check.firstWord);
    const last = index.positions.get(check.lastWord);
    if (first === undefined || last === undefined) continue;
    const value = check.state === "confirmed" ? 2 : 1;
    words.fill(value, first, last + 1);
    checked += Math.max(0, last + 1 - first);
    if (value === 2) confirmed += Math.max(0, last + 1 - first);
    const sentence = saidOf(check);
    for (let place = index.turnOf[first] ?? 0; place <= (index.turnOf[last] ?? -1); place += 1) {
      const held = said.get(place);
      if (held === undefined) said.set(place, new Set([sentence]));
      else held.add(sentence);
    }
  }
  const turns = index.turns.map((_, place): TurnState => {
    const sentences = said.get(place);
    if (sentences === undefined) return heardState;
    const own = words.subarray(index.firstOf[place], index.firstOf[place + 1]);
    const state = own.includes(0) ? "part" : own.includes(1) ? "checked" : "confirmed";
    return { state, said: [...sentences].join("\n") };
  });
  return { words, turns, checked, confirmed };
}

export function saidOf(check: Pick<Check, "state" | "by" | "at" | "how">): string {
  const when = `${dateWords(check.at)}, ${new Date(check.at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" })}`;
  if (check.state === "checked") return t("Checked by {by}, {when}.", { by: check.by.name, when });
  return check.how === "presence" ? t("Confirmed by the learner, noted by {by}, {when}.", { by: check.by.name, when }) : t("Confirmed by {by}, {when}.", { by: check.by.name, when });
}

/** "62": whole per cent, and 100 only where nothing is left. */
export function checkedPercent(checked: number, all: number): number {
  if (all === 0) return 0;
  return checked >= all ? 100 : Math.min(99, Math.floor((checked / all) * 100));
}

/** Position of the first word of the next run nobody checked, after (or before) a position; null where none is left that way. */
export function nextUnchecked(states: Pick<States, "words">, index: Pick<WordIndex, "turnOf" | "firstOf">, from: number, direction: 1 | -1): number | null {
  const { words } = states;
  if (direction === 1) {
    const at = words.indexOf(0, Math.max(0, from));
    return at < 0 ? null : at;
  }
  for (let at = Math.min(from, words.length) - 1; at >= 0; at -= 1) {
    if (words[at] !== 0) continue;
    // the beginning of the turn, or of what is unchecked in it
    const begin = index.firstOf[index.turnOf[at] ?? 0] ?? 0;
    let first = at;
    while (first > begin && words[first - 1] === 0) first -= 1;
    return first;
  }
  return null;
}

/** For who cannot see the sign. */
export function stateWords(state: TurnState, start: number): string {
  return state.state === "heard" ? t("The turn at {start} is as the machine heard it.", { start: positionWords(start) }) : state.said.replaceAll("\n", " ");
}
