import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OtherEvidence, OtherEvidenceRequest } from "../api/types";
import { TakeBack } from "../state/takeback";
import { type Described, describing, put, type Standing } from "./described";

/** One piece of evidence on a server that refuses a version which is not the last, as Colloquy's does. */
let held: OtherEvidence;
const request = (title: string): OtherEvidenceRequest => ({ kind: "other", title, location: "Shelf", relevance: "Shows it", date: null, criteria: [] });

function answer(path: string, init: RequestInit): Response {
  const url = new URL(path, "http://fake");
  const body = (typeof init.body === "string" ? JSON.parse(init.body) : {}) as Partial<OtherEvidence>;
  const seen = body.version ?? Number(url.searchParams.get("version"));
  const said = Object.fromEntries(Object.entries(body).filter(([name]) => name !== "version"));
  const wanted = init.method === "DELETE" ? { withdrawn: true } : url.pathname.endsWith("/restore") ? { withdrawn: false } : said;
  if (Object.entries(wanted).some(([name, value]) => JSON.stringify(held[name as keyof OtherEvidence]) !== JSON.stringify(value))) {
    if (seen !== held.version) return Response.json({ kind: "conflict", message: "It was changed meanwhile." }, { status: 409 });
    held = { ...held, ...wanted, version: held.version + 1 };
  }
  return Response.json(held);
}

let steps: TakeBack<Described>;
async function change(before: Standing, after: Standing): Promise<void> {
  const from = held.version;
  const now = await put("one", from, after);
  steps.did("Changed", { id: "one", from, to: now.version, before, after });
}

beforeEach(() => {
  held = { ...request("First"), id: "one", enrolmentId: "e", by: { id: "p", name: "Ann" }, at: "2026-11-23T10:00:00Z", withdrawn: false, version: 1 };
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => Promise.resolve(answer(path, init)));
  steps = new TakeBack<Described>("evidence", describing, () => undefined);
});
afterEach(() => { vi.unstubAllGlobals(); });

describe("other evidence that was described anew, withdrawn and put back", () => {
  it("is what it was, step by step, and again what it became", async () => {
    await change(request("First"), request("Second"));
    await change("counts", "withdrawn");
    await change("withdrawn", "counts");
    await change(request("Second"), request("Third"));
    await steps.undo();
    expect(held.title).toBe("Second");
    await steps.undo();
    expect(held.withdrawn).toBe(true);
    await steps.undo();
    await steps.undo();
    expect([held.title, held.withdrawn, steps.trouble.value]).toEqual(["First", false, null]);
    for (let at = 0; at < 4; at += 1) await steps.redo();
    expect([held.title, held.withdrawn, steps.trouble.value]).toEqual(["Third", false, null]);
    await steps.undo();
    expect(held.title).toBe("Second");
  });
  it("keeps what somebody else changed meanwhile", async () => {
    await change(request("First"), request("Second"));
    held = { ...held, title: "Theirs", version: held.version + 1 };
    await change(request("Theirs"), request("Third"));
    await steps.undo();
    expect(held.title).toBe("Theirs");
    await steps.undo();
    expect([held.title, steps.trouble.value]).toEqual(["Theirs", "Changed: It was changed meanwhile."]);
  });
});
