import { cleanup, render } from "@testing-library/preact";
import { h } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chosenKeys, isLetter, keysChosen, keysNow, lettersAreOff, withKeys, withLetters } from "../src/commands/chosen";
import { keyName, listenForKeys, useCommands } from "../src/commands/keys";
import { chooseKeys, keysProblem, readKnown, sendKeys } from "../src/commands/mine";
import { holders, meet, refusal, taken } from "../src/commands/rules";
import { command, commands, keyOf, showKey, tip } from "../src/commands/table";
import { me } from "../src/state/me";

const play = command("play")!;
const back = command("back")!;
const leave = command("leave")!;

afterEach(() => {
  cleanup();
  chosenKeys.value = {};
  me.value = null;
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("the table of keys", () => {
  it("gives no key to two commands of one place", () => {
    const seen = new Map<string, string>();
    for (const each of commands) {
      for (const key of each.keys) {
        const place = `${each.where}: ${key}`;
        expect(seen.get(place), `${place} is ${each.id} and`).toBeUndefined();
        seen.set(place, each.id);
      }
    }
  });

  it("gives no key to two commands that answer together", () => {
    // While one types in a turn its editor takes Enter, Backspace and Delete before the table is asked; no page with suggestions adds a new one with "n".
    const apart = (each: (typeof commands)[number]) => each.where === "Typing in a turn" || each.id === "new";
    const together = commands.filter((each) => !apart(each));
    const clashes = together.flatMap((one, place) => together.slice(place + 1)
      .filter((other) => meet(one.where, other.where))
      .flatMap((other) => one.keys.filter((key) => other.keys.some((own) => own === key || own.startsWith(`${key} `) || key.startsWith(`${own} `)))
        .map((key) => `${key}: ${one.id} and ${other.id}`)));
    expect(clashes).toEqual([]);
    expect(together.length).toBeGreaterThan(80);
  });

  it("names a key press as the table writes it", () => {
    expect(keyName(new KeyboardEvent("keydown", { key: " " }))).toBe("Space");
    expect(keyName(new KeyboardEvent("keydown", { key: "?", shiftKey: true }))).toBe("?");
    expect(keyName(new KeyboardEvent("keydown", { key: "S", ctrlKey: true }))).toBe("Ctrl+s");
    expect(keyName(new KeyboardEvent("keydown", { key: "ArrowLeft", shiftKey: true }))).toBe("Shift+ArrowLeft");
  });

  it("shows keys the way they are printed on the keyboard", () => {
    expect(showKey("g h")).toBe("g then h");
    expect(showKey("Ctrl+s")).toBe("Ctrl+S");
    expect(showKey("Alt+ArrowUp")).toBe("Alt+↑");
  });
});

describe("chosen keys", () => {
  it("keep only what differs from the table", () => {
    const keys = withKeys({}, back, ["F9"]);
    expect(keys).toEqual({ back: ["F9"] });
    expect(keysChosen(back, keys)).toEqual(["F9"]);
    expect(withKeys(keys, back, back.keys)).toEqual({});
    expect(withKeys(keys, back, [])).toEqual({ back: [] });
    expect(keysNow(back, { back: [] })).toEqual([]);
  });

  it("of one letter can be switched off as a whole, and none of the others with them", () => {
    const off = withLetters({}, false);
    expect(lettersAreOff(off)).toBe(true);
    expect(keysNow(play, off)).toEqual(["Space"]);
    expect(keysNow(command("home")!, off)).toEqual([]);
    for (const each of commands) for (const key of keysNow(each, off)) expect(isLetter(key), `${each.id} ${key}`).toBe(false);
    expect(withLetters(off, true)).toEqual({});
  });

  it("stay with those whose keys depend on each other", () => {
    expect(keysNow(command("criterionDigit")!, { criterionDigit: ["x"] })).toHaveLength(10);
  });

  it("say who has a key already, only where both can be pressed", () => {
    expect(holders("j", play, {}).map((each) => each.id)).toEqual(["back"]);
    expect(holders("p", command("moment")!, {}).map((each) => each.id)).toEqual(["pauseWhy"]);
    expect(holders("g", play, {}).map((each) => each.id)).toEqual(expect.arrayContaining(["home", "units"]));
    expect(holders("F9", play, {})).toEqual([]);
    expect(meet("Recording", "Listening")).toBe(false);
    expect(meet("Everywhere", "Recording")).toBe(true);
  });

  it("are taken from the other, which keeps what it has besides", () => {
    const keys = taken("j", play, {});
    expect(keysChosen(play, keys)).toEqual(["Space", "k", "j"]);
    expect(keysChosen(back, keys)).toEqual([]);
    expect(taken("j", play, keys)).toEqual(keys);
    expect(keysChosen(play, taken("k", back, {}))).toEqual(["Space"]);
  });

  it("cannot be what fields and browsers need", () => {
    expect(refusal("Ctrl+w", play)).toMatch(/Browsers/);
    expect(refusal("x", leave)).toMatch(/while you type/);
    expect(refusal("Enter", leave)).toMatch(/while you type/);
    expect(refusal("Shift+X", leave)).toMatch(/while you type/);
    expect(refusal("F4", leave)).toBeNull();
    expect(refusal("Alt+x", leave)).toBeNull();
    expect(refusal("Ctrl+k p", play)).toMatch(/one after the other/);
    expect(refusal("g p", play)).toBeNull();
  });

  it("are what the tooltip says and what the handler answers to", () => {
    listenForKeys();
    const done = vi.fn();
    render(h(function Page() { useCommands({ play: done }); return null; }, {}));
    const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    chosenKeys.value = { play: ["F9", "g p"] };
    expect(keyOf("play")).toBe("F9");
    expect(tip("play")).toMatch(/\(F9\)$/);
    press("k");
    expect(done).not.toHaveBeenCalled();
    press("F9");
    press("g");
    press("p");
    expect(done).toHaveBeenCalledTimes(2);
    chosenKeys.value = withLetters({}, false);
    press("k");
    expect(done).toHaveBeenCalledTimes(2);
    press(" ");
    expect(done).toHaveBeenCalledTimes(3);
  });
});

describe("keys on the server", () => {
  const person = { id: "p1", name: "A", email: null, learnerNumber: null, roles: [], canSignIn: true, disabled: false, rights: [] } as unknown as NonNullable<typeof me.value>["person"];
  const signIn = () => { me.value = { person, centre: { name: "C", number: null, timeZone: "Europe/London", sample: false } }; };
  let sent: unknown[] = [];
  let away = false;
  const answers = { stored: {} as unknown };
  beforeEach(() => {
    sent = [];
    away = false;
    vi.stubGlobal("fetch", (_: string, options: RequestInit) => {
      if (away) return Promise.reject(new TypeError("no network"));
      if (options.method === "PUT") { answers.stored = JSON.parse(options.body as string); sent.push(answers.stored); }
      return Promise.resolve(Response.json(answers.stored));
    });
    listenForKeys();
  });

  it("are there as soon as somebody signs in, and gone with them", async () => {
    answers.stored = { play: ["F9"] };
    signIn();
    await vi.waitFor(() => expect(chosenKeys.value).toEqual({ play: ["F9"] }));
    me.value = null;
    expect(chosenKeys.value).toEqual({});
    away = true;
    signIn();
    expect(chosenKeys.value).toEqual({ play: ["F9"] }); // as this browser knows them
  });

  it("hold while the server is away, and are sent when it is back", async () => {
    answers.stored = {};
    signIn();
    away = true;
    chooseKeys({ back: ["F4"] });
    await vi.waitFor(() => expect(keysProblem.value).toMatch(/does not answer/));
    expect(keyOf("back")).toBe("F4");
    away = false;
    await sendKeys();
    expect(keysProblem.value).toBeNull();
    expect(sent).toEqual([{ back: ["F4"] }]);
  });

  it("that were kept by somebody else's hand are read with care", () => {
    expect(readKnown(null)).toEqual({ keys: {}, sent: true });
    expect(readKnown("{")).toEqual({ keys: {}, sent: true });
    expect(readKnown('{"keys":{"play":["a"],"back":"x","tag":[1]},"sent":false}')).toEqual({ keys: { play: ["a"] }, sent: false });
    expect(readKnown("null")).toEqual({ keys: {}, sent: true });
  });
});
