// The texts that the server says, as they stand in its Java sources: the first argument of every Problem, and what Text.of and Text.plural are given.
// A text has to stand there as literals; what is put together from values could be found by no translation, and is told with file and line.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Rooms whose sentences nobody reads on a page. */
const without = ["cli/", "common/Problem.java"];
const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|->|[\p{L}_$][\p{L}\d_$]*|\d[\w.]*|\S/gu;

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : name.endsWith(".java") ? [path] : [];
  });
}

const isString = (each) => each.text.startsWith('"');
const opens = new Set(["(", "[", "{"]);
const closes = new Set([")", "]", "}"]);

/** What a literal means. */
function valueOf(literal) {
  return JSON.parse(literal.replace(/\\'/g, "'").replace(/\\s/g, " "));
}

function tokens(source) {
  const found = [];
  let line = 1;
  let at = 0;
  for (const match of source.matchAll(token)) {
    for (; at < match.index; at++) if (source[at] === "\n") line++;
    if (!/^\/[/*]/.test(match[0])) found.push({ text: match[0], line });
  }
  return found;
}

/** The arguments of the call whose "(" is at `open`. */
function argumentsOf(all, open) {
  const found = [[]];
  let depth = 0;
  for (let at = open + 1; at < all.length; at++) {
    const { text } = all[at];
    if (closes.has(text) && depth-- === 0) return found[0].length === 0 ? [] : found;
    if (opens.has(text)) depth++;
    if (text === "," && depth === 0) found.push([]);
    else found.at(-1).push(all[at]);
  }
  return found;
}

/** The texts that an argument can be: one, or one of several in ?: or switch. Null: it is put together from values, or nothing here tells what it is. */
function textsOf(argument) {
  const found = [];
  let within = 0;
  for (let at = 0; at < argument.length; at++) {
    if (argument[at].text === "(") within++;
    else if (argument[at].text === ")") within--;
    if (within > 0 || !isString(argument[at])) continue;
    const from = at;
    let text = valueOf(argument[at].text);
    while (argument[at + 1]?.text === "+" && argument[at + 2] !== undefined && isString(argument[at + 2])) {
      at += 2;
      text += valueOf(argument[at].text);
    }
    const before = argument[from - 1]?.text;
    const after = argument[at + 1]?.text;
    if (before === "+" || after === "+") return null;
    if (after !== "->" && (before === undefined || ["?", ":", "->"].includes(before))) found.push(text);
    else if (after !== "->") return null;
  }
  return found.length === 0 ? null : found;
}

/** The tokens of an argument that stand in no brackets of their own. */
function own(argument) {
  let within = 0;
  return argument.filter(({ text }) => {
    if (text === ")") within--;
    const is = within === 0;
    if (text === "(") within++;
    return is;
  });
}

/** The names that a literal Map.of gives; null where the values are something else. */
function namesOf(argument) {
  if (argument === undefined || argument[0]?.text !== "Map" || argument[2]?.text !== "of" || argument[3]?.text !== "(") return null;
  const pairs = argumentsOf(argument, 3);
  const names = pairs.filter((_, at) => at % 2 === 0).map((each) => (each.length === 1 && isString(each[0]) ? valueOf(each[0].text) : null));
  return names.includes(null) ? null : names;
}

const places = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** Every text of the server: {text, one, file}, and what is wrong. */
export function javaTexts(root) {
  const said = [];
  const wrong = [];
  const all = files(root).map((path) => ({ name: relative(root, path).replaceAll("\\", "/"), source: readFileSync(path, "utf8") }));
  for (const { name, source } of all.filter((each) => !without.some((one) => each.name.startsWith(one)))) {
    const list = tokens(source);
    const complain = (at, what) => wrong.push(`server/${name}:${list[at].line}: ${what}`);
    const check = (at, text, values, more = []) => {
      const names = namesOf(values);
      const missing = values === undefined ? places(text).filter((each) => !more.includes(each)) : names === null ? [] : places(text).filter((each) => !names.includes(each) && !more.includes(each));
      if (missing.length > 0) complain(at, `nothing stands in {${missing.join("}, {")}} of “${text}”`);
    };
    list.forEach((each, at) => {
      const words = (from, ...texts) => texts.every((text, step) => list[from + step]?.text === text);
      if (words(at, "new", "Problem", ".") && list[at + 4]?.text === "(") {
        const [first, second] = argumentsOf(list, at + 4);
        if (first === undefined || first[0].text === "Text") return;
        if (!own(first).some(isString)) {
          if (isPlain(first, source, all)) complain(at, "a Problem wants the text itself, or a Text");
          return;
        }
        const texts = textsOf(first);
        if (texts === null) complain(at, "the text of a Problem is put together from values: give it places, and the values beside it");
        else for (const text of texts) { said.push({ text, file: name }); check(at, text, second?.[0]?.text === "Map" ? second : places(text).length > 0 && second !== undefined ? second : undefined); }
      } else if (words(at, "Text", ".", "of", "(")) {
        const [first, second] = argumentsOf(list, at + 3);
        const texts = textsOf(first);
        if (texts === null) complain(at, "Text.of wants the text itself, not something computed");
        else for (const text of texts) { said.push({ text, file: name }); check(at, text, second); }
      } else if (words(at, "Text", ".", "plural", "(")) {
        const [, one, other, values] = argumentsOf(list, at + 3);
        const texts = [one, other].map((form) => textsOf(form));
        if (texts.some((form) => form?.length !== 1)) complain(at, "Text.plural wants both texts themselves");
        else {
          said.push({ text: texts[1][0], one: texts[0][0], file: name });
          for (const [text] of texts) check(at, text, values, ["count"]);
        }
      }
    });
  }
  return { said, wrong };
}

/** Whether an argument without a literal is a plain string all the same: a constant, a variable, a message. */
function isPlain(argument, source, all) {
  const last = argument.findLast((each) => /^[\p{L}_]/u.test(each.text))?.text ?? "";
  if (["getMessage", "message", "toString", "valueOf", "format", "join"].some((each) => argument.some(({ text }) => text === each))) return true;
  const name = argument[0].text === "new" ? last : argument.length === 1 ? argument[0].text : argument.find((each, at) => /^[\p{L}_]/u.test(each.text) && argument[at + 1]?.text === "(")?.text ?? last;
  const isOne = new RegExp(`\\bString\\s+${name}\\b`);
  return isOne.test(source) || (/^[A-Z_]+$/.test(name) && all.some((each) => isOne.test(each.source)));
}
