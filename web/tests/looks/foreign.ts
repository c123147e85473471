import type { Page } from "@playwright/test";

/**
 * What is English on a page in the language of the tests. Every letter that the page says itself has an accent there and stands in brackets; what it puts in its texts stands between
 * isolates; and the rest is data, which the server sent. What the server says in words of its own (sentences, titles of sessions, who has no name) is no data: the page has to say that.
 */
export interface Heard { /** whole texts */ data: Set<string>; /** single words that were said */ words: Set<string>; /** all of it, to find a part in */ all: string }

/** Keeps what the server's answers contain. */
export function listen(page: Page): Heard {
  const heard: Heard = { data: new Set(), words: new Set(), all: "" };
  page.on("response", (response) => {
    if (!response.url().includes("/api/") || !(response.headers()["content-type"] ?? "").includes("json")) return;
    response.json().then((json: unknown) => {
      const data = dataOf(json).map(clean).filter((each) => each !== "");
      const turns = turnsOf(json);
      data.forEach((each) => heard.data.add(each));
      turns.flatMap((turn) => turn.split(" ")).forEach((word) => heard.words.add(bare(word)));
      heard.all += `\n${data.join("\n")}\n${turns.join("\n")}`;
    }, () => undefined);
  });
  return heard;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Names of kinds and states: a program reads them, and no page shows them. */
const codes = new Set(["kind", "state", "strength", "method", "mode", "source", "why", "how", "engine", "action", "id", "url", "sha256", "roles"]);

function dataOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(dataOf);
  if (!isObject(value)) return [];
  const own = said(value);
  // what was found of a session begins with its title
  if (value["kind"] === "session" && typeof value["text"] === "string" && own.has("title")) return dataOf({ ...value, text: value["text"].replace(String(value["title"]), ""), kind: "" });
  return Object.entries(value).flatMap(([name, each]) => (own.has(name) || name === "words" || codes.has(name) && (typeof each === "string" || name === "roles") ? [] : name === "speakers" && "unnamed" in value ? named(each, value["unnamed"]) : dataOf(each)));
}

/** The parts of an answer that are the server's own words. */
function said(value: Json): Set<string> {
  const own = new Set<string>();
  if ("message" in value && "text" in value) own.add("message").add("text");
  if ("method" in value && value["method"] !== null) own.add("title").add("sessionTitle");
  if ("sessionTitle" in value) own.add("sessionTitle");
  if (value["named"] === false) own.add("name");
  if (typeof value["unnamed"] === "number") own.add("speaker");
  if (isObject(value["said"])) own.add("label");
  if (isObject(value["voices"])) own.add("before").add("after");
  return own;
}

function named(speakers: unknown, unnamed: unknown): string[] {
  return Array.isArray(speakers) && Array.isArray(unnamed) ? speakers.filter((_, at) => unnamed[at] === null).flatMap(dataOf) : dataOf(speakers);
}

/** What is said in each turn, as one text. */
function turnsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(turnsOf);
  if (!isObject(value)) return [];
  const { words } = value;
  if (Array.isArray(words) && words.every((word) => isObject(word) && typeof word["text"] === "string")) return [words.map((word: Json) => String(word["text"])).join(" ")];
  return Object.values(value).flatMap(turnsOf);
}

/** Without the signs around it. */
const bare = (text: string): string => text.replace(/^[\s,.:;·–—“”(]+|[\s,.:;·–—“”)?!]+$/g, "");
const clean = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The texts of the page, and those it says to a screen reader, that hold a word in plain letters; without what stands between isolates or in brackets. */
async function plain(page: Page): Promise<{ text: string; spoken: boolean }[]> {
  return page.evaluate(() => {
    const found = new Map<string, boolean>();
    // isolates and brackets may stand in one another
    const own = (text: string) => {
      let depth = 0;
      let out = "";
      for (const character of text) {
        if ("\u2068\u2066[".includes(character)) depth++;
        else if ("\u2069]".includes(character)) { depth = Math.max(0, depth - 1); out += "\n"; }
        else if (depth === 0) out += character;
      }
      return out;
    };
    const look = (text: string | null, spoken: boolean) => {
      for (const each of own(text ?? "").split("\n")) if (/[A-Za-z]{2,}/.test(each)) found.set(each.replace(/\s+/g, " ").trim(), spoken);
    };
    // here stand single words of what was said
    const words = ".turn [id^=w], .differences, .hit-text";
    const apart = "kbd, code, pre, script, style, noscript, textarea, vite-error-overlay, [translate=no]";
    for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode();) {
      const node = walker.currentNode;
      if (node.parentElement?.closest(apart) === null) look(node.textContent, node.parentElement.closest(words) !== null);
    }
    for (const each of document.body.querySelectorAll("*")) {
      for (const name of ["title", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "placeholder", "alt", "label"]) look(each.getAttribute(name), false);
    }
    look(document.title, false);
    return [...found].map(([text, spoken]) => ({ text, spoken }));
  });
}

/** Names of things and measures that are the same in every language. */
const same = /^(?:Colloquy|Vosk|Whisper|SHA-256|CSV|kB|MB|GB|TB|RIDDOR|whisper|Space|Enter|Escape|Delete|Backspace|Shift|Ctrl|Alt|Esc|(?:Ctrl|Alt|Shift)[+\w]*|[A-Za-z]*-?\d[\w.-]*|ID)$/;
/** What the browser says: its microphones, and languages in the one of the page, which is English with accents. */
const ofBrowser = /^(?:Fake (?:Default )?Audio Input(?: \d)?)$/;
const languages = new Intl.DisplayNames(["en"], { type: "language" });
const languageNames = new Set(["ar", "bg", "bn", "cs", "cy", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "ga", "gd", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nl", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "so", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh"].map((tag) => languages.of(tag)));

/** What is no data and no pseudo language. */
export async function english(page: Page, heard: Heard): Promise<string[]> {
  const found = await plain(page);
  const phrases = [...heard.data].map(bare).filter((each) => /[A-Za-z]{2,}/.test(each)).sort((one, other) => other.length - one.length);
  const isSame = (text: string) => text.split(/[\s,.:;()·“”/×]+/).every((word) => !/[A-Za-z]{2,}/.test(word) || same.test(word));
  const isKnown = (text: string): boolean => {
    if (isSame(text) || ofBrowser.test(text) || languageNames.has(text) || text.length >= 8 && heard.all.includes(text)) return true;
    // several things that were sent stand beside one another
    let left = ` ${text} `;
    for (const phrase of phrases) left = left.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "gu"), " ");
    return isSame(left);
  };
  return found.filter(({ text, spoken }) => !(spoken && text.split(" ").every((word) => heard.words.has(bare(word)))) && !isKnown(bare(text))).map(({ text }) => text);
}
