import { says } from "../../tests/fake/says.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change, History, Mark, Transcript, TranscriptDelta, Turn } from "../api/types";
import { keep, kept } from "../state/kept";
import { saveTurn } from "./corrections";
import { join, setState } from "./cuts";
import { Desk } from "./Desk";
import { doAgain, takeBack } from "./Undo";

const turn = (id: number, text: string): Turn => ({
  id, speaker: 1, start: id, end: id + 1, corrected: false,
  words: text === "" ? [] : text.split(" ").map((word, at) => ({ id: id * 10 + at, text: word, start: id, end: id + 1, confidence: 0.9, machine: id * 10 + at })),
});
const ada = { id: "p-ada", name: "Ada" };
const me = { id: "p-me", name: "Me" };
const conflict = (message: string): Response => Response.json({ kind: "conflict", message }, { status: 409 });

/** The server's side of one transcript: turns, the version each was changed in, and the steps of two people. */
class Server {
  version = 1;
  away = false;
  readonly asked: string[] = [];
  /** turns whose words somebody said are right */
  private readonly checked = new Set<number>();
  readonly changed = new Map<number, number>();
  readonly steps: (Change & { touched: number; textBefore: string; textAfter: string })[] = [];
  private latest = 0;
  constructor(public turns: Turn[]) {}

  text = (id: number): string => this.turns.find((one) => one.id === id)?.words.map((word) => word.text).join(" ") ?? "";

  put(id: number, text: string): Turn {
    this.version += 1;
    this.changed.set(id, this.version);
    const after = turn(id, text);
    this.turns = this.turns.map((one) => (one.id === id ? after : one));
    return after;
  }

  change(id: number, text: string, by = ada): Turn {
    const before = this.text(id);
    const after = this.put(id, text);
    this.note(id, "correct", by, before);
    return after;
  }

  /** Hides what was said in a turn, and what was noted of it. */
  redact(id: number): void {
    this.note(id, "redact", ada, this.text(id));
    this.marks = this.marks.map((mark) => ({ ...mark, note: "█████", redacted: true }));
  }

  marks: Pick<Mark, "id" | "note" | "redacted">[] = [{ id: "m1", note: "hospital", redacted: false }];

  private note(id: number, kind: "correct" | "check" | "redact", by: typeof ada, before: string): void {
    const after = this.text(id);
    this.latest += 1;
    this.steps.push({
      id: `c${this.latest}`, number: this.latest, touched: this.latest, kind, text: says(`${{ check: "Checked", correct: "Corrected", redact: "Hid" }[kind]} turn ${id}`), by, at: "2026-11-23T10:00:00Z", undone: false, mine: by === me,
      turnIds: [id], tagIds: [], before, after, voices: null, start: id, textBefore: before, textAfter: after,
    });
  }

  history(after: number): History {
    const mine = this.steps.filter((step) => step.mine);
    return {
      latest: this.latest, changes: this.steps.filter((step) => step.touched > after),
      undo: mine.filter((step) => !step.undone).at(-1) ?? null, redo: mine.filter((step) => step.undone).at(-1) ?? null,
    };
  }

  delta(since: number): TranscriptDelta {
    return {
      id: "t", since, version: this.version, turns: this.turns.filter((one) => (this.changed.get(one.id) ?? 1) > since), order: this.turns.filter((one) => one.words.length > 0).map((one) => one.id),
      checks: [], speakers: [{ number: 1, name: "Speaker 1", named: false }], tagsToReview: [], changed: false,
    };
  }

  transcript(): Transcript {
    return {
      id: "t", recordingId: "r", version: this.version, engine: "whisper", model: { name: "m", sha256: "" }, language: "en",
      durationSeconds: 60, createdAt: "2026-11-23T10:00:00Z", speakers: [{ number: 1, name: "Speaker 1", named: false }], turns: this.turns, gaps: [],
    };
  }

  private move(redo: boolean): Response {
    const step = redo ? this.history(0).redo : this.history(0).undo;
    const held = this.steps.find((one) => one.id === step?.id);
    if (held === undefined) return conflict("There is nothing of yours to take back.");
    const id = held.turnIds[0] ?? 0;
    if (this.text(id) !== (redo ? held.textBefore : held.textAfter)) return conflict("Somebody changed this turn since; nothing was taken back.");
    const since = this.version;
    this.put(id, redo ? held.textAfter : held.textBefore);
    held.undone = !redo;
    held.touched = this.latest += 1;
    return Response.json({ change: held, delta: this.delta(since), tags: null, history: this.history(0) });
  }

  readonly answer = (path: string, init?: RequestInit): Promise<Response> => {
    this.asked.push(`${init?.method ?? "GET"} ${path}`);
    return this.away ? Promise.reject(new TypeError("no connection")) : Promise.resolve(this.respond(path, init));
  };

  private respond(path: string, init?: RequestInit): Response {
    if (path.endsWith("/undo")) return this.move(false);
    if (path.endsWith("/redo")) return this.move(true);
    const since = /\/since\/(\d+)/.exec(path);
    if (since !== null) return Response.json(this.delta(Number(since[1])));
    if (path.includes("/history")) return Response.json(this.history(Number(/after=(\d+)/.exec(path)?.[1] ?? 0)));
    if (path.endsWith("/checks")) {
      const { firstWord, version } = JSON.parse(init?.body as string) as { firstWord: number; version: number };
      const id = Math.floor(firstWord / 10);
      if (this.checked.has(id)) return Response.json(this.delta(version));
      this.checked.add(id);
      this.note(id, "check", me, this.text(id));
      this.version += 1;
      return Response.json({ ...this.delta(version), changed: true });
    }
    if (path.endsWith("/join")) return conflict("Somebody changed this turn meanwhile.");
    const corrected = /\/turns\/(\d+)/.exec(path);
    if (corrected !== null && init?.method !== "GET") {
      const { text, version } = JSON.parse(init?.body as string) as { text: string; version: number };
      const id = Number(corrected[1]);
      if ((this.changed.get(id) ?? 1) > version) return conflict("This turn was changed meanwhile.");
      return Response.json({ turn: this.change(id, text, me), version: this.version, tagsToReview: [] });
    }
    if (path.endsWith("/marks")) return Response.json(this.marks);
    return Response.json(path.endsWith("/transcript") ? this.transcript() : []);
  }
}

describe("two people at one transcript", () => {
  const real = globalThis.fetch;
  let server: Server;
  let desk: Desk;

  beforeEach(async () => {
    keep("typed.r", null);
    server = new Server([turn(1, "how did it start"), turn(2, "i rote a list"), turn(3, "good")]);
    globalThis.fetch = server.answer as typeof fetch;
    desk = new Desk("r");
    await desk.readTranscript();
    await desk.steps.look();
  });
  afterEach(() => {
    desk.close();
    globalThis.fetch = real;
  });

  const shown = (id: number) => desk.transcript.value?.turns.find((one) => one.id === id)?.words.map((word) => word.text).join(" ");
  const held = (id: number) => server.turns.find((one) => one.id === id) as Turn;

  it("says that nothing was taken back where the other changed the same turn since, and shows what is there now", async () => {
    await saveTurn(desk, held(2), "i wrote a list", 1);
    server.change(2, "we wrote a list");
    await takeBack(desk);
    expect(desk.trouble.value).toBe("Somebody changed this turn since; nothing was taken back.");
    expect(shown(2)).toBe("we wrote a list");
  });

  it("takes back what nobody else changed, says what it was, and does it again", async () => {
    await saveTurn(desk, held(2), "i wrote a list", 1);
    await takeBack(desk);
    expect(desk.trouble.value).toBeNull();
    expect(desk.done.value?.text).toBe("Taken back: Corrected turn 2");
    expect(shown(2)).toBe("i rote a list");
    await doAgain(desk);
    expect(shown(2)).toBe("i wrote a list");
  });

  it("reads what was noted anew where the other hid something", async () => {
    await desk.readTags();
    expect(desk.made.value.map((mark) => mark.note)).toEqual(["hospital"]);
    server.redact(2);
    await desk.steps.look();
    expect(desk.made.value.map((mark) => [mark.note, mark.redacted])).toEqual([["█████", true]]);
  });

  it("takes two steps back for two quick presses", async () => {
    await saveTurn(desk, held(2), "i wrote a list", 1);
    await saveTurn(desk, held(3), "very good", desk.versionSeen(3));
    await Promise.all([takeBack(desk), takeBack(desk)]);
    expect([shown(2), shown(3)]).toEqual(["i rote a list", "good"]);
  });

  it("takes back a step of an earlier visit", async () => {
    await saveTurn(desk, held(2), "i wrote a list", 1);
    const later = new Desk("r");
    await later.readTranscript();
    await later.steps.look();
    await takeBack(later);
    expect(later.transcript.value?.turns[1]?.words[1]?.text).toBe("rote");
    later.close();
  });

  it("takes in what the other changed, draws nothing else anew, and says who it was", async () => {
    const untouched = desk.transcript.value?.turns[2];
    desk.choice.value = { anchor: 4, focus: 6 };
    server.change(1, "so how did it start");
    await desk.steps.look();
    expect(shown(1)).toBe("so how did it start");
    expect(desk.transcript.value?.turns[2]).toBe(untouched);
    expect(desk.steps.news.value).toMatchObject({ text: "Ada changed 1 turn.", turnIds: [1] });
    expect(desk.steps.fresh.value.get(1)).toBe("Ada");
    // the chosen words are the same ones, a place further on
    expect(desk.choice.value).toEqual({ anchor: 5, focus: 7 });
  });

  it("shows the other's words where one's own were typed on an older state", async () => {
    server.change(2, "we wrote a list");
    const saved = await saveTurn(desk, turn(2, "i rote a list"), "i wrote a list", 1);
    expect(saved.kind).toBe("overtaken");
    expect(saved.kind === "overtaken" && saved.theirs.words[0]?.text).toBe("we");
  });

  it("changes nothing where a turn to be joined was changed by another, and says so", async () => {
    server.change(2, "we wrote a list");
    expect(await join(desk, 2)).toBe(false);
    expect(desk.trouble.value).toBe("Somebody changed this turn meanwhile.");
    expect(shown(2)).toBe("we wrote a list");
  });

  it("offers to take back a check that was kept, and not one of words that were checked already", async () => {
    await saveTurn(desk, held(3), "very good", 1);
    expect(await setState(desk, { first: 0, last: 3 }, "checked")).toBe(true);
    expect(desk.done.value?.text).toBe("Checked: 4 words.");
    expect(desk.notice.value).toBeNull();
    expect(await setState(desk, { first: 0, last: 3 }, "checked")).toBe(true);
    expect(desk.notice.value).toBe("Nothing changed: it was like that already.");
    // the button would take back something older, which the sentence beside it does not name
    expect(desk.done.value).toBeNull();
    await takeBack(desk);
    expect(desk.done.value?.text).toBe("Taken back: Checked turn 1");
    expect(shown(3)).toBe("very good");
  });

  it("keeps what is typed in the browser until the server has it", async () => {
    server.away = true;
    desk.typed.put({ transcriptId: "t", turnId: 2, text: "i wrote a list", before: "i rote a list", version: 1, start: 2 });
    desk.typed.send();
    await expect.poll(() => server.asked.some((one) => one.startsWith("PUT"))).toBe(true);
    expect(kept("typed.r")).toContain("i wrote a list");
    desk.close();
    server.away = false;
    const later = new Desk("r");
    await later.readTranscript();
    expect(later.waiting.value.get(2)).toBe("i wrote a list");
    later.typed.send();
    await expect.poll(() => server.text(2)).toBe("i wrote a list");
    await expect.poll(() => kept("typed.r")).toBeNull();
    later.close();
  });

  it("does not overwrite the other with what was typed before a reload, and throws none of it away", async () => {
    server.change(2, "we wrote a list");
    desk.typed.put({ transcriptId: "t", turnId: 2, text: "i wrote a list", before: "i rote a list", version: 1, start: 2 });
    desk.typed.send();
    await expect.poll(() => desk.typed.texts.value.get(2)?.stopped).toBe("Somebody else changed the same turn meanwhile.");
    expect(server.text(2)).toBe("we wrote a list");
    expect(kept("typed.r")).toContain("i wrote a list");
  });
});
