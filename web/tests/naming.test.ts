import { afterEach, describe, expect, it, vi } from "vitest";
import { keptName, storeName } from "../src/recording/finish";
import { keep } from "../src/state/kept";

const answer = (status: number, body: object) => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string, options: RequestInit) => {
    asked.push(`${options.method ?? ""} ${path} ${options.body as string}`);
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } }));
  });
  return asked;
};

describe("the name typed at the end of a recording", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("goes to the server once, and is forgotten here then", async () => {
    keep("name.a", "Visit 1");
    const asked = answer(200, {});
    expect([await storeName("a"), await storeName("a")]).toEqual([true, false]);
    expect(asked).toEqual(['PUT /api/recordings/a/name {"name":"Visit 1"}']);
  });

  it("waits where the server is away, and throws nothing", async () => {
    keep("name.b", "Visit 2");
    answer(503, { kind: "unavailable", message: "The server is starting." });
    expect(await storeName("b")).toBe(false);
    expect(keptName("b")).toBe("Visit 2");
  });

  it("is not tried for ever where it is refused", async () => {
    keep("name.c", "Visit 3");
    answer(400, { kind: "bad-input", message: "A recording needs a name." });
    expect(await storeName("c")).toBe(false);
    expect(keptName("c")).toBeNull();
  });
});
