import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { Tag } from "../../src/api/types";
import { fakeServer } from "../fake-server";
import { newWorld, tagOn, turnsOf, unit } from "../fake/recordings";
import { talk } from "../fake/talk";
import { workspaceRoutes } from "../fake/workspace";

/** A discussion of so many words, out of the talk of the fake server over and over, with so many tags spread over it. */
export function discussion(wordCount: number, tagCount: number): { routes: ReturnType<typeof workspaceRoutes>; lines: string[]; lastWord: number; seconds: number } {
  const world = newWorld();
  const former = world.transcripts.get("long");
  const recording = world.recordings.get("long");
  if (former === undefined || recording === undefined) throw new Error("The fake server has no long recording any more.");
  const lines: [("A" | "L"), string][] = [];
  for (let words = 0, at = 0; words < wordCount; at += 1) {
    const [who, text] = talk[at % talk.length] ?? ["A", "So."];
    const left = text.split(" ").slice(0, wordCount - words);
    words += left.length;
    lines.push([who, left.join(" ")]);
  }
  const turns = turnsOf(lines);
  const seconds = turns.at(-1)?.end ?? 0;
  const transcript = { ...former, turns, durationSeconds: seconds, gaps: [], checks: [] };
  world.transcripts.set("long", transcript);
  world.recordings.set("long", { ...recording, durationSeconds: seconds, state: "ready", job: null });
  const criteria = unit.outcomes.flatMap((one) => one.criteria);
  const tags = Array.from({ length: tagCount }, (_, at): Tag => {
    const first = 1 + Math.floor((at * (wordCount - 30)) / Math.max(1, tagCount));
    const criterion = criteria[at % criteria.length];
    if (criterion === undefined) throw new Error("The unit has no criteria.");
    return { ...tagOn(transcript, `made-${at}`, first, first + 5 + (at % 17), criterion.id, ""), recordingId: "long" };
  });
  world.tags = [...world.tags.filter((one) => one.recordingId !== "long"), ...tags];
  return { routes: workspaceRoutes(world), lines: lines.map(([, text]) => text), lastWord: turns.at(-1)?.words.at(-1)?.id ?? 0, seconds };
}

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };

/** Serves a built page, this discussion, and the same words as a plain page with a field to type in at /plain. */
export function serve(folder: string, made: ReturnType<typeof discussion>): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => void (async () => {
    const url = new URL(request.url ?? "/", "http://bench");
    if (url.pathname === "/plain") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.end("<!doctype html><meta charset=utf-8><title>Plain</title><style>p{max-width:75ch;font:18px/1.6 sans-serif}</style><textarea rows=3 cols=70></textarea><div id=text></div>");
      return;
    }
    if (url.pathname === "/plain.json") {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify(made.lines));
      return;
    }
    if (url.pathname.startsWith("/api/")) {
      for (const [method, pattern, handle] of made.routes) {
        const fits = method === "GET" && request.method === "GET" ? pattern.exec(url.pathname) : null;
        if (fits === null) continue;
        const answer = handle(fits.slice(1), undefined, url.searchParams);
        if (answer.status === 404) continue;
        const body = "bytes" in answer ? answer.bytes : JSON.stringify(answer.json);
        response.writeHead(answer.status, { "Content-Type": "bytes" in answer ? answer.type : "application/json", "Content-Length": Buffer.byteLength(body) });
        response.end(body);
        return;
      }
      await fakeServer(request, response);
      return;
    }
    const path = normalize(extname(url.pathname) === "" ? "/index.html" : url.pathname);
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  })());
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const at = server.address();
      done({ server, address: `http://127.0.0.1:${at !== null && typeof at === "object" ? at.port : 0}` });
    });
  });
}
