import { keep, kept } from "../state/kept";
import { type Catalogue, speak, speakPseudo } from "./texts";

/** The catalogues beside this file, one a language; en.json is only what a translator works from. */
const catalogues = import.meta.glob<Catalogue>(["./*.json", "!./en.json"], { import: "default" });

/** The languages that can be chosen, by tag. */
export const languages: readonly string[] = ["en", ...Object.keys(catalogues).map((path) => path.slice(2, -5)).sort()];

export function chosenLanguage(): string {
  const chosen = kept("language") ?? "en";
  return languages.includes(chosen) || pseudo.has(chosen) ? chosen : "en";
}

/** Chosen in this browser; the page is loaded anew, so that nothing of it stays in the language before. */
export function chooseLanguage(tag: string): void {
  keep("language", tag === "en" ? null : tag);
  window.location.reload();
}

/** Only for tests, set by hand in the browser's store: English made strange, from left to right and from right to left. */
const pseudo = new Map([["pseudo", "ltr"], ["pseudo-rtl", "rtl"]]);
const fromTheRight = new Set(["ar", "fa", "he", "ur"]);

/** Before the first page is drawn: from then on every text is in the language chosen. */
export async function speakChosen(): Promise<void> {
  const chosen = chosenLanguage();
  const root = document.documentElement;
  if (pseudo.has(chosen)) {
    speakPseudo();
    root.dir = pseudo.get(chosen) ?? "ltr";
    return;
  }
  const load = catalogues[`./${chosen}.json`];
  if (load === undefined) return;
  speak(chosen, await load());
  root.lang = chosen;
  if (fromTheRight.has(chosen)) root.dir = "rtl";
}

/** A language by the name its speakers give it. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
