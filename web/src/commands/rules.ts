import type { PersonKeys } from "../api/types";
import { t } from "../texts/texts";
import { isSingle, keysChosen, withKeys } from "./chosen";
import { type Command, commands } from "./table";

/** Places whose keys answer on a page of their own; all others answer together in the workspace. */
const alone = new Set([t("Recording"), t("Comparing two hearings"), t("Search"), t("Passages")]);
const everywhere = t("Everywhere");

/** Whether the keys of two places can be pressed on one page. */
export function meet(one: string, other: string): boolean {
  return one === other || one === everywhere || other === everywhere || (!alone.has(one) && !alone.has(other));
}

/** One is the other, or its beginning: "g" and "g h" cannot be told apart. */
function clash(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** The commands that already have this key where this one would have it. What the table itself shares is no clash: there one of the two has nothing to do. */
export function holders(key: string, wanted: Command, keys: PersonKeys): Command[] {
  return commands.filter((each) => each.id !== wanted.id && meet(each.where, wanted.where) && keysChosen(each, keys).some((own) => clash(own, key))
    && !(wanted.keys.includes(key) && each.keys.some((own) => clash(own, key))));
}

/** Gives the key to this command and takes it from whoever has it. */
export function taken(key: string, wanted: Command, keys: PersonKeys): PersonKeys {
  let next = keys;
  for (const each of holders(key, wanted, keys)) next = withKeys(next, each, keysChosen(each, next).filter((own) => !clash(own, key)));
  const own = keysChosen(wanted, next);
  return own.includes(key) ? next : withKeys(next, wanted, [...own, key]);
}

const named = new Set(["Enter", "Space", "Backspace", "Delete", "Insert", "Home", "End", "PageUp", "PageDown", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]); // no text: names of keys
/** What browsers do not give away, or what the page cannot do without. */
const kept = new Set(["Tab", "Shift+Tab", "Ctrl+t", "Ctrl+n", "Ctrl+w", "Ctrl+Shift+t", "Ctrl+Shift+n", "Ctrl+Shift+w", "Ctrl+q", "Ctrl+l", "Ctrl+r", "Ctrl+Tab", "Ctrl+c", "Ctrl+v", "Ctrl+x", "Ctrl+a", "F5", "F11", "F12", "Alt+F4"]); // no text

/** Why a command cannot have this key, as a sentence; null: it can. */
export function refusal(key: string, wanted: Command): string | null {
  if (kept.has(key)) return t("Browsers and fields use {key} themselves. Choose another.", { key });
  if (wanted.inText === true) {
    const first = key.split(" ")[0] ?? "";
    const plain = !/^(Ctrl|Alt)\+/.test(first) && !/^(Shift\+)?(F\d{1,2}|Escape)$/.test(first);
    if (plain || named.has(first)) return t("This works while you type as well, so it needs Ctrl, Alt or one of the keys F1 to F12.");
  }
  if (key.split(" ").length > 1 && !key.split(" ").every(isSingle)) return t("Keys pressed one after the other have to be letters, digits or signs.");
  return null;
}
