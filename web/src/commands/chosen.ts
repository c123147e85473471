import { signal } from "@preact/signals";
import type { PersonKeys } from "../api/types";
import type { Command } from "./table";

/** What this person chose instead of the table's keys, by command; what is as in the table is not in it. */
export const chosenKeys = signal<PersonKeys>({});

/** Stands among the commands and says that keys of one letter, digit or sign are off: ["off"]. */
const LETTERS = "singleLetters";

export function lettersAreOff(keys: PersonKeys = chosenKeys.value): boolean {
  return keys[LETTERS]?.[0] === "off";
}

export function withLetters(keys: PersonKeys, on: boolean): PersonKeys {
  const rest = without(keys, LETTERS);
  return on ? rest : { ...rest, [LETTERS]: ["off"] };
}

function without(keys: PersonKeys, name: string): PersonKeys {
  return Object.fromEntries(Object.entries(keys).filter(([each]) => each !== name));
}

/** One press of a letter, digit or sign. */
export function isSingle(press: string): boolean {
  return Array.from(press).length === 1;
}

/** A key that somebody who speaks to the machine, or whose hand slips, presses without meaning it. */
export function isLetter(key: string): boolean {
  return key.split(" ").some(isSingle);
}

/** The keys a command has for this person; those of one letter too where they are switched off. */
export function keysChosen(command: Command, keys: PersonKeys = chosenKeys.value): readonly string[] {
  return command.fixed === true ? command.keys : keys[command.id] ?? command.keys;
}

/** The keys that a command answers to now. */
export function keysNow(command: Command, keys: PersonKeys = chosenKeys.value): readonly string[] {
  const own = keysChosen(command, keys);
  return lettersAreOff(keys) ? own.filter((key) => !isLetter(key)) : own;
}

/** These keys with one command's changed; as the table has it is left out. */
export function withKeys(keys: PersonKeys, command: Command, next: readonly string[]): PersonKeys {
  const rest = without(keys, command.id);
  const usual = next.length === command.keys.length && next.every((key, at) => key === command.keys[at]);
  return usual ? rest : { ...rest, [command.id]: [...next] };
}
