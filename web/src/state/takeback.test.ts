import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../api/problem";
import { forgetSteps, type Mover, TakeBack } from "./takeback";

/** A page with one number on it, whose changes can be taken back; it refuses where the number is another one than is thought. */
interface Change { readonly from: number; readonly to: number }
let number: number;
let offline: boolean;
let moved: ReturnType<typeof vi.fn<() => void>>;

const mover: Mover<Change> = {
  undo: (work) => put(work, work.to, work.from),
  redo: (work) => put(work, work.from, work.to),
};
async function put(work: Change, expected: number, wanted: number): Promise<Change> {
  await Promise.resolve();
  if (offline) throw new Problem("offline", "The server does not answer.");
  if (number !== expected) throw new Problem("conflict", "It was changed since.", 409);
  number = wanted;
  return work;
}
const page = () => new TakeBack<Change>("numbers.ann", mover, moved);
function change(steps: TakeBack<Change>, to: number): void {
  const from = number;
  number = to;
  steps.did(`Made it ${to}`, { from, to });
}

/** Where no browser is. */
function storage(): object {
  const kept: Record<string, unknown> = {};
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(kept, {
    getItem: hidden((name: string) => kept[name] ?? null),
    setItem: hidden((name: string, value: string) => { kept[name] = value; }),
    removeItem: hidden((name: string) => Reflect.deleteProperty(kept, name)),
  });
}

beforeEach(() => {
  number = 0;
  offline = false;
  moved = vi.fn<() => void>();
  vi.stubGlobal("sessionStorage", storage());
});

describe("steps that a page takes back", () => {
  it("go back one by one and forward again, each said with what can be done about it", async () => {
    const steps = page();
    change(steps, 1);
    change(steps, 2);
    expect(steps.said.value).toEqual({ text: "Made it 2", next: "undo" });
    await steps.undo();
    expect([number, steps.said.value]).toEqual([1, { text: "Taken back: Made it 2", next: "redo" }]);
    await steps.undo();
    expect(number).toBe(0);
    await steps.redo();
    expect([number, steps.said.value]).toEqual([1, { text: "Done again: Made it 1", next: "undo" }]);
    await steps.redo();
    expect([number, moved.mock.calls.length]).toEqual([2, 4]);
  });
  it("are two where undo was pressed twice quickly", async () => {
    const steps = page();
    change(steps, 1);
    change(steps, 2);
    await Promise.all([steps.undo(), steps.undo()]);
    expect(number).toBe(0);
  });
  it("are there after the page was loaded again, and not for who signs in next", async () => {
    change(page(), 1);
    await page().undo();
    expect(number).toBe(0);
    const later = page();
    await later.redo();
    expect(number).toBe(1);
    forgetSteps();
    const next = page();
    await next.undo();
    expect([number, next.trouble.value]).toEqual([1, "There is nothing to take back here."]);
  });
  it("cannot be done again once something else was done", async () => {
    const steps = page();
    change(steps, 1);
    await steps.undo();
    change(steps, 5);
    await steps.redo();
    expect([number, steps.trouble.value]).toEqual([5, "There is nothing to do again here."]);
  });
  it("are passed over once refused, and say why", async () => {
    const steps = page();
    change(steps, 1);
    change(steps, 2);
    number = 1; // somebody else
    await steps.undo();
    expect([number, steps.trouble.value]).toEqual([1, "Made it 2: It was changed since."]);
    await steps.undo();
    expect([number, steps.trouble.value]).toEqual([0, null]);
  });
  it("stay where the server could not be reached", async () => {
    const steps = page();
    change(steps, 1);
    offline = true;
    await steps.undo();
    expect([number, steps.trouble.value, steps.said.value]).toEqual([1, "Made it 1: The server does not answer.", null]);
    offline = false;
    await steps.undo();
    expect(number).toBe(0);
  });
});
