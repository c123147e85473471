// The texts of the pages: wraps those that are not wrapped yet, and writes the catalogue that a translator works from.
//   node tools/texts.mjs             writes src/texts/en.json
//   node tools/texts.mjs --wrap [F..]  rewrites these files or folders of src, or all that are not in texts-later.json: text becomes t("…"), tx("…"), plural(n, "…", "…")
//   node tools/texts.mjs --check     says what is not wrapped or not in the catalogue, and fails
// The texts of the server are found in its Java sources: java-texts.mjs.
// A line with "no text" in a comment is left alone.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { javaTexts } from "./java-texts.mjs";

const web = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(web, "src");
const catalogueFile = join(source, "texts/en.json");
/** Files and folders of src that nobody reads texts from. */
const without = ["texts/", "commands/keys.ts", "api/types.ts", "parts/languages.ts", "transcript/samples.ts"];
/** Attributes that people read or hear. */
const read = new Set(["title", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "placeholder", "label", "alt", "hint", "under", "what", "text", "wrong", "summary", "caption", "empty", "unit"]);
/** Attributes that are never read, whatever stands in them. */
const code = new Set(["class", "id", "key", "role", "type", "style", "href", "to", "src", "d", "viewBox", "name", "for", "autocomplete", "inputMode", "dir", "lang", "rel", "target", "pattern", "points", "transform", "fill", "download", "method", "action", "data-state", "accept", "aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant", "aria-live", "preload"]);
/** Calls whose arguments are not read. */
const codeCalls = new Set(["querySelector", "querySelectorAll", "closest", "matches", "matchMedia", "addEventListener", "removeEventListener", "replace", "replaceAll", "startsWith", "endsWith", "includes", "indexOf", "split", "kept", "keep", "createElement", "setAttribute", "getAttribute", "removeAttribute", "getElementById", "toLocaleString", "DateTimeFormat", "NumberFormat", "PluralRules", "go", "fetch", "test", "exec", "match", "URL", "Error", "TypeError", "RangeError", "DOMException", "Blob", "Event", "CustomEvent", "setRequestHeader", "get", "has", "getPropertyValue", "setProperty", "createObjectStore", "createIndex", "openDB", "transaction", "request", "append", "CSSStyleSheet", "warn", "error", "debug", "localeCompare", "assign", "encodeURIComponent", "RegExp", "call", "open", "openJson", "seal", "sealJson"]);
/** Properties of objects that are never read. */
const codeProperties = new Set(["keys", "key", "class", "id", "type", "href", "d", "role", "accept", "credentials"]);
const inline = new Set(["span", "b", "strong", "i", "em", "kbd", "a", "Link", "code", "time", "mark", "abbr", "bdi"]);
const wrappers = new Set(["t", "tx", "plural", "pluralx"]);
const letters = /\p{L}/u;

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name) ? [path] : [];
  });
}

const named = (path) => relative(source, path).replaceAll("\\", "/");
const all = files(source).filter((path) => !without.some((each) => named(path).startsWith(each))).sort();
const program = ts.createProgram(all, { ...ts.parseJsonConfigFileContent(JSON.parse(readFileSync(join(web, "tsconfig.json"), "utf8")), ts.sys, web).options, noEmit: true });
const checker = program.getTypeChecker();

/** Two words, or one that begins like a sentence: what nobody writes for a machine. */
function looksRead(text) {
  return /\p{L}[\p{L}’'…,:;.)”]*\s+.*\p{L}/u.test(text) && !/^[.#[(@]|[{}=<>]|;(?! )|^[a-z-]+: |^\d|^[a-z]+\/|^M\d/.test(text) || /^(?:[●⚠·✦→] )?\p{Lu}[\p{Ll}’-]+[.…!?:]?$/u.test(text);
}

function literalUnion(node) {
  const type = checker.getContextualType(node);
  if (type === undefined) return false;
  const parts = type.isUnion() ? type.types : [type];
  const strings = parts.filter((each) => !(each.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.BooleanLike)));
  return strings.length > 0 && strings.every((each) => each.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Index));
}

function callee(node) {
  const { expression } = node;
  return ts.isIdentifier(expression) ? expression.text : ts.isPropertyAccessExpression(expression) ? expression.name.text : "";
}

class File {
  used = new Set();
  found = [];
  constructor(path) {
    this.path = path;
    this.file = program.getSourceFile(path);
    this.text = this.file.text;
    this.lines = this.text.split("\n");
  }

  wrapped() {
    const body = this.node(this.file, false);
    if (this.found.length === 0) return this.text;
    const from = relative(dirname(this.path), join(source, "texts/texts")).replaceAll("\\", "/");
    const address = from.startsWith(".") ? from : `./${from}`;
    const line = new RegExp(`import \\{ ([^}]*) \\} from "${address.replaceAll(".", "\\.")}";\n`);
    const known = line.exec(body);
    const names = [...new Set([...this.used, ...(known === null ? [] : known[1].split(", "))])].sort();
    const statement = `import { ${names.join(", ")} } from "${address}";\n`;
    if (known !== null) return body.replace(line, statement);
    const imports = this.file.statements.filter(ts.isImportDeclaration);
    if (imports.length === 0) return `${statement}\n${body}`;
    // imports themselves are never rewritten, so the last one is found again as it stands
    const last = this.text.slice(imports.at(-1).getStart(this.file), imports.at(-1).end);
    return body.replace(`${last}\n`, `${last}\n${statement}`);
  }

  ignored(node) {
    const at = this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line;
    return /(\/\/|\/\*).*\bno text\b/.test(this.lines[at]);
  }

  note(node, text) {
    const at = this.file.getLineAndCharacterOfPosition(node.getStart(this.file));
    this.found.push(`${named(this.path)}:${at.line + 1}: ${text}`);
  }

  /** The node's own text, what is read in it wrapped. `asRead`: it stands where people read. */
  node(node, asRead) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return this.own(node);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) return this.literal(node, asRead);
    if (ts.isConditionalExpression(node)) {
      const said = this.countedConditional(node, asRead);
      if (said !== null) return said;
      return this.parts(node, [[node.condition, false], [node.whenTrue, asRead], [node.whenFalse, asRead]]);
    }
    if (ts.isParenthesizedExpression(node)) return this.parts(node, [[node.expression, asRead]]);
    if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind;
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.parts(node, [[node.left, false], [node.right, asRead]]);
      if ([ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken].includes(kind)) return this.parts(node, [[node.left, asRead], [node.right, asRead]]);
      if (kind === ts.SyntaxKind.EqualsToken) return this.parts(node, [[node.left, false], [node.right, ts.isPropertyAccessExpression(node.left) && node.left.name.text === "name" ? "code" : false]]);
      return this.parts(node, [[node.left, "code"], [node.right, "code"]]);
    }
    if (ts.isArrayLiteralExpression(node)) return this.parts(node, node.elements.map((each) => [each, asRead === "code" ? "code" : asRead]));
    if (ts.isCaseClause(node)) return this.parts(node, [[node.expression, "code"], ...node.statements.map((each) => [each, false])]);
    if (ts.isElementAccessExpression(node)) return this.parts(node, [[node.expression, false], [node.argumentExpression, "code"]]);
    if (ts.isPropertyAssignment(node)) return this.parts(node, [[node.initializer, (ts.isIdentifier(node.name) && codeProperties.has(node.name.text)) || (ts.isStringLiteral(node.name) && /^[A-Z]/.test(node.name.text)) ? "code" : asRead === true ? true : false]]);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) return this.call(node, asRead);
    if (ts.isReturnStatement(node) && node.expression !== undefined) return this.parts(node, [[node.expression, this.returnsRead(node)]]);
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return this.parts(node, [...node.parameters.map((each) => [each, false]), [node.body, this.namedWords(node) || asRead === true]]);
    if (ts.isJsxAttribute(node)) return this.attribute(node);
    if (ts.isJsxElement(node)) return this.parts(node, [[node.openingElement, false]], this.children(node, node.children));
    if (ts.isJsxFragment(node)) return this.parts(node, [], this.children(node, node.children));
    if (ts.isJsxExpression(node)) return node.expression === undefined ? this.own(node) : this.parts(node, [[node.expression, asRead]]);
    const parts = [];
    ts.forEachChild(node, (child) => { parts.push([child, ts.isExpression(child) && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) ? asRead : false]); });
    return this.parts(node, parts);
  }

  own(node) {
    return this.text.slice(this.start(node), node.end);
  }

  start(node) {
    return node === this.file || ts.isJsxText(node) ? node.pos : node.getStart(this.file);
  }

  /** The node's text with these parts of it rewritten; `more`: replacements already made, [from, to, text]. */
  parts(node, parts, more = []) {
    const edits = [...parts.map(([child, asRead]) => [this.start(child), child.end, this.node(child, asRead ?? false)]), ...more].sort((one, other) => one[0] - other[0]);
    let at = this.start(node);
    let out = "";
    for (const [from, to, text] of edits) {
      out += this.text.slice(at, from) + text;
      at = to;
    }
    return out + this.text.slice(at, node.end);
  }

  call(node, asRead) {
    const name = callee(node);
    const given = node.arguments ?? [];
    if (wrappers.has(name)) return this.parts(node, given.slice(1).map((each) => [each, ts.isObjectLiteralExpression(each) ? true : "code"]));
    if (name === "count") return this.parts(node, given.slice(0, 1).map((each) => [each, false]));
    const kind = codeCalls.has(name) ? "code" : name === "join" || name === "filter" || name === "concat" || name === "tip" ? null : false;
    // [a, "b c"].filter(Boolean).join(", ") is read where it stands
    const through = ["join", "filter", "concat"].includes(name) && ts.isPropertyAccessExpression(node.expression);
    return this.parts(node, [
      ...(ts.isPropertyAccessExpression(node.expression) ? [[node.expression.expression, through ? asRead : kind === "code" && (ts.isArrayLiteralExpression(node.expression.expression) || ts.isStringLiteralLike(node.expression.expression)) ? "code" : false]] : [[node.expression, false]]),
      ...given.map((each, index) => [each, kind === "code" && !ts.isArrowFunction(each) ? "code" : name === "tip" ? index > 0 : ["map", "flatMap"].includes(name) && asRead === true ? true : false]),
    ]);
  }

  /** A function called …Words or …Sentence answers with what people read. */
  namedWords(node) {
    const holder = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) ? node : ts.isVariableDeclaration(node.parent) ? node.parent : null;
    return holder !== null && holder.name !== undefined && ts.isIdentifier(holder.name) && /(Words|Sentence|Text|Title|Label|Short)$|^sentence$/.test(holder.name.text);
  }

  returnsRead(node) {
    let up = node.parent;
    while (up !== undefined && !ts.isFunctionLike(up)) up = up.parent;
    return up !== undefined && this.namedWords(up);
  }

  literal(node, asRead) {
    if (asRead === "code" || this.ignored(node)) return ts.isTemplateExpression(node) ? this.spans(node, "code") : this.own(node);
    if (literalUnion(node)) return this.own(node);
    const parts = this.templateParts(node);
    const plain = parts.filter((each) => typeof each === "string").join(" ");
    const fixed = parts.filter((each) => typeof each === "string").join("\u0001");
    if (!letters.test(plain) || (asRead !== true && !(ts.isTemplateExpression(node) ? looksReadTemplate(fixed) : looksRead(fixed)))) return ts.isTemplateExpression(node) ? this.spans(node, asRead) : this.own(node);
    return this.said(node, parts, true);
  }

  spans(node, asRead) {
    return this.parts(node, node.templateSpans.map((each) => [each.expression, asRead === true ? true : "code" === asRead ? "code" : false]));
  }

  templateParts(node) {
    if (!ts.isTemplateExpression(node)) return [node.text];
    return [node.head.text, ...node.templateSpans.flatMap((each) => [each.expression, each.literal.text])].filter((each) => each !== "");
  }

  /** `n === 1 ? "One mark" : `${n} marks`` */
  countedConditional(node, asRead) {
    const number = countOf(node);
    if (number === null || asRead === "code") return null;
    const one = this.templateText(node.whenTrue);
    const other = this.templateText(node.whenFalse);
    if (one === null || other === null || literalUnion(node.whenTrue)) return null;
    // one of two sentences, by something that only happens to be 1, is no plural
    const counts = /(length|count|total|times|number|matches|size)\)?$/i.test(this.own(number)) || [node.whenTrue, node.whenFalse].some((each) => this.templateParts(each).some((part) => typeof part !== "string" && this.own(part) === this.own(number)));
    if (!counts) return null;
    if (asRead !== true && !looksRead(this.plainOf(node.whenFalse)) && !looksRead(this.plainOf(node.whenTrue))) return null;
    return this.said(node, [node], true);
  }

  plainOf(node) {
    return this.templateParts(node).map((each) => (typeof each === "string" ? each : "x")).join("");
  }

  templateText(node) {
    return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node) ? node : null;
  }

  /** A call that says these parts: strings, and nodes of what stands between them. `words`: it has to be a string. */
  said(node, parts, words) {
    const taken = new Map();
    const names = new Map();
    let number = null;
    let maybe = false;
    for (const part of parts) if (typeof part !== "string" && number === null && ts.isConditionalExpression(part) && this.sayable(part)) {
      number = this.own(countOf(part));
      maybe = !this.isWords(countOf(part));
    }
    const say = (each, form) => {
      if (typeof each === "string") return each;
      if (number !== null && ts.isConditionalExpression(each) && this.sayable(each) && this.own(countOf(each)) === number) {
        return this.templateParts(form === "one" ? each.whenTrue : each.whenFalse).map((inner) => say(inner, form)).join("");
      }
      if (number !== null && !ts.isJsxElement(each) && this.own(each) === number) return "{count}";
      const value = this.node(each, true);
      if (!names.has(value)) names.set(value, unique(nameOf(each), taken, value));
      return `{${names.get(value)}}`;
    };
    const one = number === null ? null : parts.map((each) => say(each, "one")).join("");
    const other = parts.map((each) => say(each, "other")).join("");
    const strings = words || parts.every((each) => typeof each === "string" || this.isWords(each));
    const values = [...names].map(([value, name]) => (value === name ? name : `${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}: ${value}`));
    const call = number === null ? (strings ? "t" : "tx") : strings ? "plural" : "pluralx";
    this.used.add(call);
    this.note(node, other);
    const last = values.length === 0 ? (call === "tx" || call === "pluralx" ? ", {}" : "") : `, { ${values.join(", ")} }`;
    return `${call}(${number === null ? "" : `${number}${maybe ? " ?? 0" : ""}, ${JSON.stringify(one)}, `}${JSON.stringify(other)}${last})`;
  }

  sayable(node) {
    return countOf(node) !== null && this.templateText(node.whenTrue) !== null && this.templateText(node.whenFalse) !== null;
  }

  isWords(node) {
    if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) return false;
    const type = checker.getTypeAtLocation(node);
    return (type.isUnion() ? type.types : [type]).every((each) => each.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
  }

  attribute(node) {
    const name = ts.isIdentifier(node.name) ? node.name.text : node.name.getText(this.file);
    const value = node.initializer;
    if (value === undefined) return this.own(node);
    if (ts.isStringLiteral(value)) {
      if (code.has(name) || name.startsWith("data-") || this.ignored(value) || literalUnion(value) || !letters.test(value.text) || (!read.has(name) && !looksRead(value.text))) return this.own(node);
      return this.parts(node, [], [[this.start(value), value.end, `{${this.said(value, [value.text], true)}}`]]);
    }
    if (ts.isJsxExpression(value) && value.expression !== undefined && code.has(name)) return this.parts(node, [], [[this.start(value.expression), value.expression.end, this.node(value.expression, "code")]]);
    return this.parts(node, [[value, read.has(name)]]);
  }

  /** The children of an element: from the first text to the last it is one sentence, with places for what stands between. */
  children(parent, children) {
    const items = children.map((child) => ({ child, text: ts.isJsxText(child) ? jsxText(child.text) : null }));
    const key = ts.isJsxElement(parent) && parent.openingElement.tagName.getText(this.file) === "kbd";
    const isText = ({ text }) => text !== null && letters.test(text) && !(key && text.trim().length < 3);
    const first = items.findIndex(isText);
    const edits = [];
    const each = (item) => { if (!ts.isJsxText(item.child)) edits.push([this.start(item.child), item.child.end, this.node(item.child, ts.isJsxExpression(item.child))]); };
    if (first < 0 || this.ignored(parent)) { items.forEach(each); return edits; }
    let from = first;
    let to = items.findLastIndex(isText);
    const joins = ({ child, text }) => (text !== null ? text !== "" : ts.isJsxExpression(child) ? child.expression !== undefined && !isChildren(child.expression) && (this.isWords(child.expression) || conditionalWords(child.expression)) : ts.isJsxElement(child) && inline.has(child.openingElement.tagName.getText(this.file)));
    while (from > 0 && joins(items[from - 1])) from--;
    while (to < items.length - 1 && joins(items[to + 1])) to++;
    items.slice(0, from).forEach(each);
    items.slice(to + 1).forEach(each);
    let parts = items.slice(from, to + 1).filter(({ text }) => text !== "").flatMap(({ child, text }) => {
      if (text !== null) return [text];
      if (!ts.isJsxExpression(child)) return [child];
      if (child.expression === undefined) return [];
      return ts.isStringLiteral(child.expression) ? [child.expression.text] : [child.expression];
    });
    // spaces at the ends are no part of the sentence
    const joined = [];
    for (const part of parts) if (typeof part === "string" && typeof joined.at(-1) === "string") joined[joined.length - 1] += part; else joined.push(part);
    parts = joined;
    let before = "";
    let after = "";
    if (typeof parts[0] === "string" && /^\s/.test(parts[0])) { before = '{" "}'; parts[0] = parts[0].trimStart(); }
    if (typeof parts.at(-1) === "string" && /\s$/.test(parts.at(-1))) { after = '{" "}'; parts[parts.length - 1] = parts.at(-1).trimEnd(); }
    parts = parts.filter((part) => part !== "");
    const start = items[from].child.pos;
    const end = items[to].child.end;
    const lead = ts.isJsxText(items[from].child) ? /^\s*\n\s*/.exec(items[from].child.text)?.[0] ?? "" : "";
    const tail = ts.isJsxText(items[to].child) ? /\s*\n\s*$/.exec(items[to].child.text)?.[0] ?? "" : "";
    edits.push([start, end, `${lead}${before}{${this.said(items[first].child, parts, false)}}${after}${tail}`]);
    return edits;
  }
}

function looksReadTemplate(fixed) {
  // words that stand together, or a word and a gap in a sentence; an address or a class has neither
  return !/^[/.#[]|[{}=<>&]|[;?](?![ ”]|$)|^[a-z-]+:/.test(fixed) && /\p{L}{2,}[’',:;.)”]*\s|\s[“(]?\p{L}{2,}/u.test(fixed) && !/^[a-z-]+( [a-z-]+)*\u0001$/.test(fixed.trim());
}

function conditionalWords(node) {
  return ts.isConditionalExpression(node) ? [node.whenTrue, node.whenFalse].every((each) => ts.isStringLiteralLike(each) || ts.isTemplateExpression(each)) : ts.isStringLiteral(node);
}

function isChildren(node) {
  return ts.isIdentifier(node) && node.text === "children";
}

/** The n of `n === 1 ? … : …` */
function countOf(node) {
  const { condition } = node;
  return ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && ts.isNumericLiteral(condition.right) && condition.right.text === "1" ? condition.left : null;
}

/** What JSX makes of a text: lines trimmed and joined. */
function jsxText(text) {
  const lines = text.split("\n");
  return lines.map((line, at) => {
    let out = line.replaceAll("\t", " ");
    if (at > 0) out = out.trimStart();
    if (at < lines.length - 1) out = out.trimEnd();
    return out;
  }).filter((line) => line !== "").join(" ").replaceAll("&nbsp;", "\u00a0").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
}

const dull = new Set(["value", "text", "length", "name", "title", "words", "String", "toString", "trim", "join", "map", "filter", "at", "toLowerCase", "current"]);

/** A name for a place in a sentence, after what stands there. */
function nameOf(node) {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node)) return nameOf(node.expression);
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return dull.has(node.name.text) ? (ts.isIdentifier(node.expression) ? node.expression.text : nameOf(node.expression)) : node.name.text;
  if (ts.isElementAccessExpression(node)) return nameOf(node.expression);
  if (ts.isCallExpression(node)) {
    const first = node.arguments[0];
    if (first !== undefined && (ts.isPropertyAccessExpression(first) || ts.isIdentifier(first) || ts.isCallExpression(first))) return nameOf(first);
    const own = callee(node);
    if (ts.isPropertyAccessExpression(node.expression) && dull.has(own)) return nameOf(node.expression.expression);
    return own.replace(/Words$/, "") || "it";
  }
  if (ts.isConditionalExpression(node)) return ts.isStringLiteralLike(node.whenFalse) && /^\w+$/.test(node.whenFalse.text) ? node.whenFalse.text : ts.isStringLiteralLike(node.whenTrue) && /^\w+$/.test(node.whenTrue.text) ? node.whenTrue.text : "which";
  if (ts.isBinaryExpression(node)) return [ts.SyntaxKind.AmpersandAmpersandToken].includes(node.operatorToken.kind) ? nameOf(node.right) : [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken].includes(node.operatorToken.kind) ? nameOf(node.left) : "it";
  if (ts.isJsxElement(node)) {
    const tag = node.openingElement.tagName.getText();
    const inner = node.children.filter((each) => !ts.isJsxText(each) || letters.test(each.text));
    if (inner.length === 1 && ts.isJsxExpression(inner[0]) && inner[0].expression !== undefined && !["a", "Link"].includes(tag)) return nameOf(inner[0].expression);
    return { Link: "link", a: "link", kbd: "key", b: "strong" }[tag] ?? (tag === "span" ? "part" : tag.toLowerCase());
  }
  if (ts.isJsxSelfClosingElement(node)) return node.tagName.getText().toLowerCase();
  if (ts.isJsxFragment(node)) return "more";
  return "it";
}

function unique(name, taken, value) {
  const clean = name.replace(/\W/g, "");
  const start = clean === "" || clean === "count" || /^\d/.test(clean) ? "it" : clean;
  let result = start;
  for (let number = 2; taken.has(result) && taken.get(result) !== value; number++) result = start + number;
  taken.set(result, value);
  return result;
}

/** Every text that is wrapped, and those of the server, with the files they stand in. */
function catalogue() {
  const texts = new Map();
  const wrong = [];
  const add = (key, path, more = {}) => note(key, named(path), more);
  const note = (key, place, more) => {
    const entry = texts.get(key) ?? { where: [] };
    if (!entry.where.includes(place)) entry.where.push(place);
    texts.set(key, { ...more, ...entry, ...more });
  };
  for (const path of all) {
    const file = program.getSourceFile(path);
    const visit = (node) => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      const name = node.expression.text;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      if (/(\/\/|\/\*).*\bno text\b/.test(file.text.split("\n")[line])) return;
      const literal = (at) => (node.arguments[at] !== undefined && ts.isStringLiteralLike(node.arguments[at]) ? node.arguments[at].text : null);
      if (name === "t" || name === "tx") {
        if (literal(0) === null) wrong.push(`${named(path)}:${line + 1}: ${name}() wants the text itself, not something computed`);
        else add(literal(0), path);
      } else if (name === "plural" || name === "pluralx") {
        if (literal(1) === null || literal(2) === null) wrong.push(`${named(path)}:${line + 1}: ${name}() wants both texts themselves`);
        else add(literal(2), path, { one: literal(1) });
      } else if (name === "count" && node.arguments.length > 1) {
        const one = literal(1);
        const many = node.arguments.length > 2 ? literal(2) : one === null ? null : `${one}s`;
        if (one === null || many === null) { wrong.push(`${named(path)}:${line + 1}: count() wants the words themselves`); return; }
        add(`{count} ${many}`, path, { one: `{count} ${one}` });
        add(`no ${many}`, path);
      }
    };
    visit(file);
  }
  const server = javaTexts(join(web, "../src/main/java/org/colloquy"));
  for (const { text, one, file } of server.said) note(text, `server/${file}`, one === undefined ? {} : { one });
  wrong.push(...server.wrong);
  const sorted = [...texts].sort(([one], [other]) => one.toLowerCase() < other.toLowerCase() ? -1 : one.toLowerCase() > other.toLowerCase() ? 1 : one < other ? -1 : 1);
  const lines = sorted.map(([key, { one, where }]) => `  ${JSON.stringify(key)}: ${JSON.stringify({ ...(one === undefined ? {} : { one }), where: where.sort().join(", ") })}`);
  return { json: `{\n${lines.join(",\n")}\n}\n`, wrong, size: texts.size };
}

/** Files not wrapped yet: somebody else writes in them. */
function later() {
  try {
    return JSON.parse(readFileSync(join(web, "tools/texts-later.json"), "utf8"));
  } catch {
    return [];
  }
}

const [command, ...given] = process.argv.slice(2);
if (command === "--wrap" || command === "--look") {
  const waiting = later();
  for (const path of all.filter((each) => (given.length === 0 ? !waiting.some((one) => named(each).startsWith(one)) : given.some((one) => named(each).startsWith(one))))) {
    const file = new File(path);
    const text = file.wrapped();
    if (command === "--wrap" && text !== file.text) writeFileSync(path, text);
    for (const each of file.found) console.log(each);
  }
} else {
  const { json, wrong, size } = catalogue();
  const waiting = later();
  if (command === "--check") {
    for (const path of all.filter((each) => !waiting.some((one) => named(each).startsWith(one)))) {
      const file = new File(path);
      // while some files wait, a new one that has no text from here waits as well
      if (waiting.length > 0 && !file.text.includes("/texts/texts\"")) continue;
      file.wrapped();
      wrong.push(...file.found.map((each) => `not wrapped: ${each}`));
    }
    let stored = "";
    try { stored = readFileSync(catalogueFile, "utf8"); } catch { /* there is none yet */ }
    if (stored !== json && waiting.length === 0) wrong.push("src/texts/en.json is not what the pages say: run  node tools/texts.mjs");
  } else {
    writeFileSync(catalogueFile, json);
    console.log(`${size} texts`);
  }
  for (const each of wrong) console.error(each);
  if (wrong.length > 0) process.exitCode = 1;
}
