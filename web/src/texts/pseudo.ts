const accents: Record<string, string> = {
  a: "á", b: "ƀ", c: "ç", d: "ð", e: "é", f: "ƒ", g: "ĝ", h: "ĥ", i: "í", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ", n: "ñ", o: "ö", p: "þ", q: "ǫ", r: "ŕ", s: "š", t: "ţ", u: "ü", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž",
  A: "Å", B: "Ɓ", C: "Ç", D: "Ð", E: "É", F: "Ƒ", G: "Ĝ", H: "Ĥ", I: "Î", J: "Ĵ", K: "Ķ", L: "Ļ", M: "Ṁ", N: "Ñ", O: "Ö", P: "Þ", Q: "Ǫ", R: "Ŕ", S: "Š", T: "Ţ", U: "Û", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž",
};

/** English made strange, for tests: every letter with an accent, a third longer, in brackets; the {names} stay. */
export function pseudo(text: string): string {
  const letters = text.replace(/\{\w+\}/g, "").length;
  const strange = text.replace(/\{\w+\}|[A-Za-z]/g, (part) => (part.length > 1 ? part : accents[part] ?? part));
  return `[${strange}${" ~".repeat(Math.ceil((letters * 0.35) / 2))}]`;
}
