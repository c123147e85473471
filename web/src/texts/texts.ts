import type { ComponentChildren } from "preact";
import { pseudo } from "./pseudo";

/**
 * Every text that a page says itself goes through here, written in English where it is used: the English text is the name of the text. A catalogue gives it in another
 * language; what a catalogue has not got is said in English. The language is known before the first page is drawn, and choosing another loads the page anew.
 */
export type Catalogue = Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;
type Values = Record<string, string | number>;
type Slots = Record<string, ComponentChildren>;

let catalogue: Map<string, Catalogue[string]> | null = null;
let rules = new Intl.PluralRules("en");
/** Made once: making one takes longer than all else that a key costs. */
let numbers = new Intl.NumberFormat("en-GB");
let distort: ((text: string) => string) | null = null;
/** Where the page goes from right to left, or for the tests: what is filled in keeps its own direction, and does not turn what stands around it. */
let isolate = false;

/** The tag of the language the page speaks: "en", "cy". */
export let language = "en";

/** Speaks another language from now on. `texts` null: English as it is written. */
export function speak(tag: string, texts: Catalogue | null): void {
  language = tag;
  catalogue = texts === null ? null : new Map(Object.entries(texts));
  rules = new Intl.PluralRules(tag);
  numbers = new Intl.NumberFormat(locale());
  distort = null;
  isolate = new Set(["ar", "fa", "he", "ur"]).has(tag);
}

/** The language of the tests: accents, brackets, a third longer. What people wrote stands between isolates, and so can be told from what the page says. */
export function speakPseudo(): void {
  speak("en", null);
  distort = pseudo;
  isolate = true;
}

/** A text, its {names} filled in. */
export function t(text: string, values?: Values): string {
  const own = translated(text);
  return values === undefined ? own : own.replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? shown(String(values[name])) : all));
}

/** A text with elements in it: each {name} is a place for one, wherever the language puts it. */
export function tx(text: string, slots: Slots): ComponentChildren {
  return filled(translated(text), slots);
}

/** A text that depends on how many there are; {count} is the number as it is written. English has two forms; Welsh has six. */
export function plural(count: number, one: string, other: string, values: Values = {}): string {
  return form(count, one, other).replace(/\{(\w+)\}/g, (all, name: string) => (name === "count" ? number(count) : name in values ? shown(String(values[name])) : all));
}

/** As {@link plural}, with elements in it. */
export function pluralx(count: number, one: string, other: string, slots: Slots): ComponentChildren {
  return filled(form(count, one, other), { count: number(count), ...slots });
}

/** A whole number as people of this language write it: "27,000". */
export function number(count: number): string {
  return numbers.format(count);
}

/**
 * What the server says: its English sentence, the text with places that this was made of, and beside them what stands in the places. A value can be such a sentence itself.
 */
export interface Said { message: string; text: string; [value: string]: unknown }

/** A sentence of the server in the language of the page, where the catalogue has it; else as the server said it. */
export function said(words: Said | Partial<Said> & { message: string }): string {
  const own = ofServer(words);
  return own === null ? words.message : own.replace(/\{(\w+)\}/g, (all, name: string) => (name in words ? written(words[name]) : all));
}

function ofServer({ text, count }: Partial<Said>): string | null {
  if (typeof text !== "string" || text === "") return null;
  if (distort !== null) return distort(text);
  const own = catalogue?.get(text);
  if (typeof own === "object") return (typeof count === "number" ? own[rules.select(count)] : undefined) || own.other || null;
  return own === undefined || own === "" ? null : own;
}

function written(value: unknown): string {
  if (typeof value === "number") return value.toLocaleString(locale());
  return isSaid(value) ? said(value) : shown(String(value));
}

function isSaid(value: unknown): value is Said {
  return typeof value === "object" && value !== null && "message" in value && "text" in value;
}

/** The locale of numbers and dates. */
export function locale(): string {
  return language === "en" ? "en-GB" : language;
}

/** A number with its unit, "34 %" or "12 MB", which stays in that order in every direction. */
export function figure(text: string): string {
  return isolate ? `\u2066${text}\u2069` : text;
}

function translated(text: string): string {
  const own = catalogue?.get(text);
  const said = typeof own === "string" && own !== "" ? own : text;
  return distort === null ? said : distort(said);
}

function form(count: number, one: string, other: string): string {
  const own = catalogue?.get(other);
  const forms = typeof own === "object" ? own : null;
  const said = (forms === null ? undefined : forms[rules.select(count)] ?? forms.other) || (count === 1 ? one : other);
  return distort === null ? said : distort(said);
}

function filled(text: string, slots: Slots): ComponentChildren {
  return text.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined || !(name in slots)) return part;
    const slot = slots[name];
    return typeof slot === "string" || typeof slot === "number" ? shown(String(slot)) : slot;
  });
}

function shown(value: string): string {
  return isolate ? `\u2068${value}\u2069` : value;
}
