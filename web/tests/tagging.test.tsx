import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Likely, Tag } from "../src/api/types";
import { listenForKeys } from "../src/commands/keys";
import { Desk } from "../src/transcript/Desk";
import { HintPanel } from "../src/transcript/HintPanel";
import { Palette } from "../src/transcript/Palette";
import { newWorld, type World } from "./fake/recordings";
import { workspaceRoutes } from "./fake/workspace";

listenForKeys();
// every world holds three hours of talk
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** The palette and the suggestions against the routes of the fake server, with the keys a person presses. */
let world: World;
let desk: Desk;
/** answers of /likely that are held back until they are let go; null: they come at once */
let held: (() => void)[] | null;
let likelyFails: boolean;

beforeEach(async () => {
  world = newWorld();
  held = null;
  likelyFails = false;
  const routes = workspaceRoutes(world);
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit): Promise<Response> => {
    const url = new URL(path, "http://fake");
    if (url.pathname.endsWith("/likely")) {
      if (likelyFails) return Response.json({ kind: "unavailable", message: "The server is busy." }, { status: 503 });
      const waiting = held;
      if (waiting !== null) await new Promise<void>((go) => { waiting.push(go); });
    }
    for (const [method, pattern, handle] of routes) {
      const fits = method === (init?.method ?? "GET") ? pattern.exec(url.pathname) : null;
      if (fits === null) continue;
      const answer = handle(fits.slice(1), typeof init?.body === "string" ? JSON.parse(init.body) : undefined, url.searchParams);
      return answer.status === 204 || !("json" in answer) ? new Response(null, { status: 204 }) : Response.json(answer.json, { status: answer.status });
    }
    return Response.json({ kind: "not-found", message: "This is not here." }, { status: 404 });
  });
  desk = new Desk("talk");
  await desk.open();
});

afterEach(() => {
  cleanup();
  desk.close();
  vi.unstubAllGlobals();
});

const turn = (place: number) => desk.index.value.turns[place]!;
const choose = (place: number) => { desk.choice.value = { anchor: desk.index.value.firstOf[place]!, focus: desk.index.value.firstOf[place + 1]! - 1 }; };
const made = (): Tag[] => world.tags.filter((tag) => tag.id.startsWith("new-"));
const likeliest = async (place: number): Promise<Likely> => {
  const words = turn(place).words;
  const answer = await fetch(`/api/transcripts/${desk.transcript.value!.id}/likely?first=${words[0]!.id}&last=${words.at(-1)!.id}`);
  return ((await answer.json()) as Likely[])[0]!;
};
const key = (name: string, more: object = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const open = (place: number) => {
  choose(place);
  desk.tagging.value = true;
  return render(<Palette desk={desk} />);
};

describe("the palette", () => {
  it("tags to the likeliest criterion with Enter alone, also where Enter is faster than the guess", async () => {
    const best = await likeliest(12);
    held = [];
    open(12);
    key("Enter");
    expect(made()).toEqual([]);
    await waitFor(() => { expect(held).toHaveLength(1); });
    held.forEach((go) => go());
    await waitFor(() => { expect(made()).toHaveLength(1); });
    const { criterion, firstWord, lastWord, strength, reason } = made()[0]!;
    expect({ criterion: criterion.id, firstWord, lastWord, strength, reason }).toEqual({ criterion: best.criterionId, firstWord: turn(12).words[0]!.id, lastWord: turn(12).words.at(-1)!.id, strength: "fully", reason: "" });
    expect(desk.tagging.value).toBe(false);
  });

  it("tags nothing where nothing is likely and nothing was chosen, and says so", async () => {
    likelyFails = true;
    open(12);
    key("Enter");
    await screen.findByRole("alert");
    expect(made()).toEqual([]);
    fireEvent.input(screen.getByRole("combobox"), { target: { value: "2.4" } });
    key("Enter");
    await waitFor(() => { expect(made().map((tag) => tag.criterion.number)).toEqual(["2.4"]); });
  });

  it("tags to several, with a reason and how far, by keys alone", async () => {
    open(12);
    const box = screen.getByRole("combobox");
    fireEvent.input(box, { target: { value: "1.2" } });
    key(" ");
    fireEvent.input(box, { target: { value: "3.1" } });
    key(" ");
    key("F2");
    const why = screen.getByLabelText(/^Why does this meet/);
    why.focus();
    fireEvent.input(why, { target: { value: "Says what was measured." } });
    key("Enter");
    await waitFor(() => { expect(made()).toHaveLength(2); });
    expect(made().map((tag) => [tag.criterion.number, tag.strength, tag.reason])).toEqual([["1.2", "partly", "Says what was measured."], ["3.1", "partly", "Says what was measured."]]);
  });

  it("passes over criteria to which these very words are tagged", async () => {
    const best = await likeliest(12);
    open(12);
    await screen.findAllByText("likely");
    key("Enter");
    await waitFor(() => { expect(made()).toHaveLength(1); });
    cleanup();
    open(12);
    await screen.findAllByText("likely");
    key("Enter");
    await waitFor(() => { expect(made()).toHaveLength(2); });
    expect(made()[0]!.criterion.id).toBe(best.criterionId);
    expect(made()[1]!.criterion.id).not.toBe(best.criterionId);
  });
});

describe("suggestions", () => {
  const start = async () => {
    render(<HintPanel desk={desk} />);
    await waitFor(() => { expect(desk.hints.list.value.length).toBeGreaterThan(3); });
    const hint = desk.hints.list.value.find((one) => one.passage.criteria.length > 1)!;
    desk.current.value = hint.first;
    return hint;
  };

  it("become tags only where a person accepts them, and say that they were suggested", async () => {
    const hint = await start();
    const [first, second] = hint.passage.criteria;
    fireEvent.click(await screen.findByRole("button", { name: `Accept ${desk.hints.criterion(first!.criterionId)!.number} as met partly` }));
    await waitFor(() => { expect(made()).toHaveLength(1); });
    expect(made().map((tag) => [tag.criterion.id, tag.suggested, tag.strength])).toEqual([[first!.criterionId, true, "partly"]]);
    await waitFor(() => { expect(desk.hints.here.value?.passage.criteria.map((one) => one.criterionId)).not.toContain(first!.criterionId); });
    expect(desk.hints.likely.value?.criterionId).toBe(second!.criterionId);
  });

  it("that are refused make no tag and are not offered again", async () => {
    const hint = await start();
    const first = hint.passage.criteria[0]!;
    fireEvent.click(await screen.findByRole("button", { name: `Refuse ${desk.hints.criterion(first.criterionId)!.number}` }));
    await waitFor(() => { expect(desk.hints.likely.value?.criterionId).not.toBe(first.criterionId); });
    await desk.hints.read();
    expect(desk.hints.here.value?.passage.criteria.map((one) => one.criterionId)).not.toContain(first.criterionId);
    expect(made()).toEqual([]);
  });

  it("are not seen where they are switched off", async () => {
    await start();
    fireEvent.click(screen.getByRole("button", { name: "Hide" }));
    expect(desk.hints.list.value).toEqual([]);
    expect(screen.queryByRole("button", { name: /^Accept/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show suggestions" }));
    expect(desk.hints.list.value.length).toBeGreaterThan(3);
  });
});
