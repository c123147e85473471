import { afterEach, describe, expect, it, vi } from "vitest";
import { request, whenNotSignedIn } from "../src/api/client";
import { Problem, sentence } from "../src/api/problem";
import { speak } from "../src/texts/texts";

const answer = (status: number, body: string, type = "application/json") =>
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(status === 204 ? null : body, { status, headers: { "Content-Type": type } })));

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const failure = await work.then(() => null, (thrown: unknown) => thrown);
  if (!(failure instanceof Problem)) throw new Error(`no Problem, but ${String(failure)}`);
  return failure;
}

describe("request", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    whenNotSignedIn(() => undefined);
  });

  it("answers the JSON, and nothing for 204", async () => {
    answer(200, '{"a": 1}');
    expect(await request("GET", "/api/x")).toEqual({ a: 1 });
    answer(204, "");
    expect(await request("DELETE", "/api/x")).toBeUndefined();
  });

  it("hands on the server's sentence", async () => {
    answer(409, '{"kind": "conflict", "message": "This turn was changed by Joan."}');
    const problem = await problemOf(request("PUT", "/api/x"));
    expect(problem).toMatchObject({ kind: "conflict", status: 409, message: "This turn was changed by Joan." });
  });

  it("says the server's sentence in the language of the page", async () => {
    speak("cy", { "This turn was changed by {person}.": "Newidiwyd hwn gan {person}." });
    answer(409, '{"kind": "conflict", "message": "This turn was changed by Joan.", "text": "This turn was changed by {person}.", "person": "Joan"}');
    expect((await problemOf(request("PUT", "/api/x"))).message).toBe("Newidiwyd hwn gan Joan.");
    speak("en", null);
  });

  it("has a plain sentence where the answer is no JSON", async () => {
    answer(502, "<h1>Bad Gateway</h1>", "text/html");
    const problem = await problemOf(request("GET", "/api/x"));
    expect(problem.kind).toBe("unavailable");
    expect(problem.message).not.toContain("502");
  });

  it("says so in a sentence when nobody answers", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    const problem = await problemOf(request("GET", "/api/x"));
    expect(problem.kind).toBe("offline");
    expect(problem.message).toMatch(/does not answer/);
  });

  it("calls for the sign-in page on 401, except where the caller keeps it", async () => {
    let called = 0;
    whenNotSignedIn(() => { called++; });
    answer(401, '{"kind": "not-signed-in", "message": "Sign in."}');
    await problemOf(request("GET", "/api/x", { keep401: true }));
    expect(called).toBe(0);
    await problemOf(request("GET", "/api/x"));
    expect(called).toBe(1);
  });

  it("does not take a page for an answer", async () => {
    answer(200, "<!doctype html>", "text/html");
    expect((await problemOf(request("GET", "/api/x"))).message).toMatch(/could not be read/);
  });
});

describe("sentence", () => {
  it("never shows a bare code", () => {
    expect(sentence(new Error("x is undefined"))).toMatch(/Load the page again/);
    expect(sentence(new Problem("bad-input", "The file is empty."))).toBe("The file is empty.");
  });
});
