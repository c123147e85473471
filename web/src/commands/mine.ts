import { effect, signal } from "@preact/signals";
import { api } from "../api/calls";
import { sentence } from "../api/problem";
import type { PersonKeys } from "../api/types";
import { keep, kept } from "../state/kept";
import { me } from "../state/me";
import { chosenKeys } from "./chosen";

/** Whether the server has what was chosen: a sentence where it has not. */
export const keysProblem = signal<string | null>(null);
export const keysSaving = signal(false);

/** What this browser knows of a person's keys; `sent`: the server has it. */
interface Known { keys: PersonKeys; sent: boolean }

const name = (who: string) => `keys.${who}`;

export function readKnown(text: string | null): Known {
  try {
    const value = JSON.parse(text ?? "") as { keys?: unknown; sent?: unknown } | null;
    const keys = typeof value?.keys === "object" && value.keys !== null ? Object.entries(value.keys) : [];
    const sound = keys.filter((entry): entry is [string, string[]] => Array.isArray(entry[1]) && entry[1].every((key) => typeof key === "string"));
    return { keys: Object.fromEntries(sound), sent: value?.sent !== false };
  } catch {
    return { keys: {}, sent: true };
  }
}

/** From now on the keys are those of whoever is signed in: as this browser knows them at once, as the server has them as soon as it answers. */
export function followPerson(): void {
  let before: string | undefined;
  effect(() => {
    const who = me.value?.person.id;
    if (who === before) return;
    before = who;
    keysProblem.value = null;
    if (who === undefined) { chosenKeys.value = {}; return; }
    const known = readKnown(kept(name(who)));
    chosenKeys.value = known.keys;
    void (known.sent ? fetchKeys(who) : sendKeys(who));
  });
}

async function fetchKeys(who: string): Promise<void> {
  const before = chosenKeys.peek();
  const keys = await api.keys().catch(() => null); // away: what this browser knows goes on
  if (keys === null || me.peek()?.person.id !== who || chosenKeys.peek() !== before) return;
  chosenKeys.value = keys;
  keep(name(who), JSON.stringify({ keys, sent: true }));
}

/** Chooses; it holds at once, here, and everywhere as soon as the server has it. */
export function chooseKeys(keys: PersonKeys): void {
  const who = me.peek()?.person.id;
  chosenKeys.value = keys;
  if (who !== undefined) void sendKeys(who);
}

let sending: Promise<void> = Promise.resolve();

/** One after the other, so that the last chosen is what stays. */
export function sendKeys(who = me.peek()?.person.id): Promise<void> {
  if (who === undefined) return sending;
  const keys = chosenKeys.peek();
  keep(name(who), JSON.stringify({ keys, sent: false }));
  keysSaving.value = true;
  sending = sending.then(async () => {
    if (chosenKeys.peek() !== keys || me.peek()?.person.id !== who) return; // a later choice follows
    try {
      await api.saveKeys(keys);
      keep(name(who), JSON.stringify({ keys, sent: true }));
      keysProblem.value = null;
    } catch (failure) {
      keysProblem.value = sentence(failure);
    } finally {
      keysSaving.value = false;
    }
  });
  return sending;
}
