import { describe, expect, it } from "vitest";
import { keyName } from "../src/commands/keys";
import { commands, showKey } from "../src/commands/table";

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
