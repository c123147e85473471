import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { pseudo } from "../src/texts/pseudo";
import { locale, plural, pluralx, said, speak, speakPseudo, t, tx } from "../src/texts/texts";

afterEach(() => speak("en", null));

describe("texts", () => {
  it("are all wrapped, and all in the catalogue", () => {
    const said = execFileSync("node", ["tools/texts.mjs", "--check"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    expect(said).toBe("");
  }, 60_000);

  it("are English as written, with what is filled in", () => {
    expect(t("Saved")).toBe("Saved");
    expect(t("{a} of {b}, {a} again, {c}", { a: 1, b: "two" })).toBe("1 of two, 1 again, {c}");
    expect(t("{a}", { a: "{b}", b: "no" })).toBe("{b}");
  });

  it("keep elements in their place, wherever the language puts it", () => {
    speak("cy", { "Did you mean {link}?": "{link} oedd gennych?" });
    expect(tx("Did you mean {link}?", { link: "X" })).toEqual(["", "X", " oedd gennych?"]);
    expect(pluralx(2, "One {mark}", "{count} {mark}s", { mark: "m" })).toEqual(["", "2", " ", "m", "s"]);
  });

  it("count in English", () => {
    expect(plural(1, "One mark", "{count} marks")).toBe("One mark");
    expect(plural(0, "One mark", "{count} marks")).toBe("0 marks");
    expect(plural(27_000, "{count} word of {what}", "{count} words of {what}", { what: "it" })).toBe("27,000 words of it");
  });

  it("count in the six forms of Welsh", () => {
    speak("cy", { "{count} sessions": { zero: "dim sesiwn", one: "un sesiwn", two: "dwy sesiwn", few: "tair sesiwn", many: "chwe sesiwn", other: "{count} sesiwn" } });
    expect([0, 1, 2, 3, 6, 20].map((number) => plural(number, "{count} session", "{count} sessions"))).toEqual(["dim sesiwn", "un sesiwn", "dwy sesiwn", "tair sesiwn", "chwe sesiwn", "20 sesiwn"]);
    expect(locale()).toBe("cy");
  });

  it("are English where a catalogue has nothing, or only a part", () => {
    speak("cy", { Save: "", "{count} tags": { other: "{count} tag" } });
    expect(t("Save")).toBe("Save");
    expect(t("Cancel")).toBe("Cancel");
    expect(plural(1, "One tag", "{count} tags")).toBe("1 tag");
    expect(plural(1, "One turn", "{count} turns")).toBe("One turn");
  });

  it("are a third longer and strange in the language of the tests, and what people wrote stays apart", () => {
    expect(pseudo("Nobody here fits {name}")).toMatch(/^\[Ñöƀöðý ĥéŕé ƒíţš \{name\}( ~)+\]$/);
    const long = "Every second is stored on the server while you record.";
    expect(pseudo(long).length).toBeGreaterThanOrEqual(long.length * 1.35);
    speakPseudo();
    expect(t("Hello, {first}", { first: "Ada" })).toMatch(/^\[Ĥéļļö, \u2068Ada\u2069( ~)+\]$/);
  });

  it("of the server are English as the server said them, and translated by their text", () => {
    const tooMany = { message: "Search for at most 1,000 words.", text: "Search for at most {most} words.", most: 1000 };
    expect(said(tooMany)).toBe(tooMany.message);
    speak("cy", { "Search for at most {most} words.": "Chwiliwch am {most} o eiriau ar y mwyaf." });
    expect(said(tooMany)).toBe("Chwiliwch am 1,000 o eiriau ar y mwyaf.");
    expect(said({ message: "No such word.", text: "No such word." })).toBe("No such word.");
    expect(said({ message: "From an older server." })).toBe("From an older server.");
  });

  it("of the server count, stand in one another, and take braces that people typed for what they are", () => {
    speak("cy", { "{count} files": { one: "un ffeil", two: "dwy ffeil", other: "{count} ffeil" }, "{name} holds {files}": "{files} yn {name}" });
    const files = (count: number) => ({ message: `${count} files`, text: "{count} files", count });
    expect(said(files(2))).toBe("dwy ffeil");
    expect(said(files(7))).toBe("7 ffeil");
    expect(said({ message: "x", text: "{name} holds {files}", name: "{files}", files: files(1) })).toBe("un ffeil yn {files}");
    speakPseudo();
    expect(said({ message: "Ada holds 1 files", text: "{name} holds {files}", name: "Ada", files: files(1) })).toMatch(/^\[\u2068Ada\u2069 ĥöļðš \[1 ƒíļéš( ~)+\]( ~)+\]$/);
    expect(said({ message: "ada.wav", text: "" })).toBe("ada.wav");
  });
});
