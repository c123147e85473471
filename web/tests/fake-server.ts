import { says } from "./fake/says.ts";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as data from "./fake-data.ts";
import { addOther, changeOther, matrixOf, moveRetag, othersOf, passagesOf, retag } from "./fake/evidence.ts";
import { liveRoutes } from "./fake/live.ts";
import { aroundRoutes } from "./fake/around.ts";
import { workspaceRoutes } from "./fake/workspace.ts";
import type * as t from "../src/api/types.ts";

/** Recordings "talk", "long", "arabic", "working", "broken" and "read" (read only): for the workspace and the search page. */
const workspace = [...aroundRoutes(data.sessionOf, data.recordings), ...liveRoutes(), ...workspaceRoutes()];

/**
 * A server in memory for looking at the pages: `COLLOQUY=fake npm run dev`. What it shows is chosen by the cookie `fake`:
 * full (the default), empty, new (not set up), failing (every read answers 503), slow (nothing ever comes), out (nobody is signed in).
 */
type Answer = { status?: number; body?: unknown } | null;

const problem = (status: number, kind: t.ProblemBody["kind"], message: string): Answer => ({ status, body: { kind, message, text: message } });
const me = (role: string): t.Me => ({
  person: data.people.find((each) => (role === "" ? each.id === "p1" : each.roles[0] === role)) ?? data.people[0]!,
  centre: { name: "Riverside Training and Assessment", number: "48213", timeZone: "Europe/London", sample: false },
});
let uploadsFail = 0;

/** The dev server takes the mounted "/api" off the address and keeps the whole of it beside. */
export async function fakeServer(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): Promise<void> {
  const cookies = new Map((request.headers.cookie ?? "").split("; ").map((each) => each.split("=", 2) as [string, string]));
  const scene = cookies.get("fake") ?? "full";
  const body = await read(request);
  const url = new URL(request.originalUrl ?? request.url ?? "/", "http://fake");
  const path = url.pathname.replace(/^\/api/, "");
  if (scene === "slow" && path !== "/me" && path !== "/me/keys") return;
  if ((scene === "full" || scene === "away") && answerWorkspace(request, response, url, body)) return;
  const answer = scene === "failing" && path !== "/me" ? problem(503, "unavailable", "The database is being restored. Try again in a few minutes.")
    : path === "/me/keys" ? chosenKeys(request.method ?? "GET", body, cookies.get("keys"), response) : route(request.method ?? "GET", path, url.searchParams, body, scene, cookies.get("role") ?? "");
  const { status = 200, body: json } = answer ?? { status: 404, body: { kind: "not-found", message: "There is nothing at this address." } };
  response.writeHead(json === undefined ? 204 : status, { "Content-Type": "application/json" });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

/** The keys that a person chose stay in their own browser: what one test chooses is not in the next one. */
function chosenKeys(method: string, body: Buffer, kept: string | undefined, response: ServerResponse): Answer {
  if (method !== "PUT") return { body: kept === undefined ? {} : JSON.parse(decodeURIComponent(kept)) as t.PersonKeys };
  if (body.toString().includes("F1")) return problem(503, "unavailable", "The database is being restored. Try again in a few minutes.");
  response.setHeader("Set-Cookie", `keys=${encodeURIComponent(body.toString())}; Path=/`);
  return { body: JSON.parse(body.toString()) as t.PersonKeys };
}

/** Answers what the workspace's part of the fake knows; false: the rest may know it. */
function answerWorkspace(request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer): boolean {
  for (const [method, pattern, handle] of workspace) {
    const fits = method === request.method ? pattern.exec(url.pathname) : null;
    if (fits === null) continue;
    const answer = handle(fits.slice(1), body.length === 0 ? undefined : JSON.parse(body.toString()), url.searchParams);
    if (answer.status === 404) continue; // another part may know it
    if ("bytes" in answer) {
      const wanted = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
      const from = Number(wanted?.[1] ?? 0);
      const to = Math.min(answer.bytes.length - 1, wanted?.[2] ? Number(wanted[2]) : Infinity);
      const range = wanted === null ? {} : { "Content-Range": `bytes ${from}-${to}/${answer.bytes.length}` };
      response.writeHead(wanted === null ? 200 : 206, { "Content-Type": answer.type, "Accept-Ranges": "bytes", "Content-Length": to - from + 1, ...range });
      response.end(answer.bytes.subarray(from, to + 1));
    } else {
      response.writeHead(answer.status, { "Content-Type": "application/json" });
      response.end(answer.json === undefined ? undefined : JSON.stringify(answer.json));
    }
    return true;
  }
  return false;
}

function route(method: string, path: string, query: URLSearchParams, body: Buffer, scene: string, role: string): Answer {
  const [room = "", id = "", part = "", number = ""] = path.split("/").slice(1).map(decodeURIComponent);
  const empty = scene === "empty";
  switch (`${method} ${room}${part === "" ? "" : ` ${part}`}`) {
    case "GET setup": return { body: { needed: scene === "new", sampleOpen: false, centreName: scene === "new" ? null : "Riverside Training and Assessment", version: "0.1.0" } };
    case "POST setup": return id !== "sample" ? { body: me("") } : { body: {
      accounts: [["Helen Archer", "assessor"], ["Sam Porter", "learner"], ["Nia Evans", "learner"], ["Ravi Patel", "iqa"]].map(([name, role]) => ({ name, role, email: `${name?.split(" ")[0]?.toLowerCase()}@sample.example`, password: "plum-harbour-window-sketch" })),
      sessionId: "s2", recordingId: "r2" } };
    case "POST sign-in": return body.toString().includes("wrong") ? problem(401, "not-signed-in", "The e-mail address and the password do not fit together.") : { body: me("") };
    case "POST sign-out": return { body: undefined };
    case "GET me": return scene === "out" || scene === "new" ? problem(401, "not-signed-in", "You are not signed in.") : { body: me(role) };
    case "POST me": return problem(401, "not-signed-in", "The password you gave is not your password now.");
    case "GET people": return { body: empty ? (query.get("role") === "learner" ? [] : [data.people[0]]) : data.people.filter((each) => query.get("role") === null || each.roles.includes(query.get("role") as t.Role)) };
    case "POST people": case "PUT people": return { body: { ...(JSON.parse(body.toString()) as t.PersonRequest), id: id || "p9", canSignIn: true } };
    case "GET units": return id === "" ? { body: empty ? [] : [summary(data.unit), { ...summary(data.unit), id: "u2", title: "Support learners with additional needs", number: "Unit 12", enrolmentCount: 0 }] } : { body: { ...data.unit, id, inUse: id !== "u2" } };
    case "POST units": return id === "preview" ? { body: preview(body.toString()) } : { body: data.unit };
    case "PUT units": return { body: data.unit };
    case "GET enrolments": return id === "" ? { body: empty ? [] : data.enrolments } : found(data.enrolments.find((each) => each.id === id));
    case "POST enrolments": return { body: data.enrolments[2] };
    case "GET enrolments coverage": { const holder = data.enrolments.find((each) => each.id === id); return holder === undefined ? null : { body: data.coverage(holder) }; }
    case "GET enrolments matrix": { const holder = data.enrolments.find((each) => each.id === id); return holder === undefined ? null : { body: matrixOf(empty ? { ...data.coverage(holder), outcomes: [] } : data.coverage(holder)) }; }
    case "GET enrolments evidence": return { body: othersOf(id) };
    case "POST enrolments evidence": if (body.toString().includes("!fail")) return problem(503, "unavailable", "The database is busy. Try again in a moment."); return { body: addOther(id, JSON.parse(body.toString()) as t.OtherEvidenceRequest) };
    case "PUT evidence": { const { version, ...request } = JSON.parse(body.toString()) as t.OtherEvidenceChange; return described(changeOther(id, request, version)); }
    case "DELETE evidence": return described(changeOther(id, { withdrawn: true }, Number(query.get("version"))));
    case "POST evidence restore": return described(changeOther(id, { withdrawn: false }, Number(query.get("version"))));
    case "PUT tags": {
      const row = passagesOf(data.enrolments.map((each) => ({ enrolment: each, coverage: data.coverage(each) })), new URLSearchParams()).passages.find((each) => each.id === id);
      if (row === undefined) return null;
      const { reason, strength = "fully" } = JSON.parse(body.toString()) as t.TagChange;
      retag(id, { reason, strength });
      return { body: { ...row, reason, strength, step: { id, text: says(`Changed the tag for ${row.criterion.number} at 02:14`, "Changed the tag for {criteria} at {position}", { criteria: row.criterion.number, position: "02:14" }) } } };
    }
    case "POST recordings undo": case "POST recordings redo": {
      const { changeId } = JSON.parse(body.toString()) as { changeId: string };
      return moveRetag(changeId, part === "undo") ? { body: {} } : problem(409, "conflict", "There is nothing to take back.");
    }
    case "GET passages": return { body: passagesOf(empty ? [] : data.enrolments.map((each) => ({ enrolment: each, coverage: data.coverage(each) })), query) };
    case "GET sessions": return { body: data.sessionOf(id) };
    case "POST sessions": return { body: data.sessionOf("s4") };
    case "PUT sessions": return { body: data.sessionOf(id) };
    case "POST sessions recordings": uploadsFail = 0; return { body: { ...data.recordings["s1"]![0], id: "r9", state: "receiving", receivedChunks: 0, lengthBytes: 0 } };
    case "GET recordings": return found(id === "r9" ? { ...data.recordings["s1"]![0], id, state: "receiving", receivedChunks: 0, lengthBytes: 0 } : Object.values(data.recordings).flat().find((each) => each.id === id));
    case "PUT recordings chunks": return scene === "away" && uploadsFail++ > 3 ? problem(503, "unavailable", "The server is starting.") : { body: { number: Number(number), receivedChunks: Number(number) + 1, receivedBytes: body.length } };
    case "POST recordings complete": case "POST recordings set-aside": return { body: data.recordings["s1"]![0] };
    case "POST jobs cancel": case "POST jobs retry": return { body: data.recordings["s2"]![0]!.job };
    case "POST models verify": return { body: data.checks[id] ?? { name: id, state: "no-hash-known", message: says("No hash is known for this model.") } };
    case "GET glossary": return { body: empty ? { terms: [], changedBy: null, changedAt: null } : data.glossary };
    case "PUT glossary": return body.toString().includes("!fail") ? problem(503, "unavailable", "The database is busy. Try again in a moment.") : { body: { ...(JSON.parse(body.toString()) as object), changedBy: { id: "p1", name: "Margaret Holloway" }, changedAt: "2026-11-23T10:00:00Z" } };
    case "GET sessions vocabulary": return { body: data.vocabulary };
    case "GET models": case "POST models install": case "POST models cancel": case "DELETE models": return { body: data.models };
    default: return null;
  }
}

function described(evidence: t.OtherEvidence | null | undefined): Answer {
  return evidence === null ? problem(409, "conflict", "This evidence was changed meanwhile, here or by somebody else. Nothing was changed now: look at it as it is.") : found(evidence);
}

function found(body: unknown): Answer {
  return body === undefined ? null : { body };
}

function summary(unit: t.Unit): t.UnitSummary {
  const { id, title, number, reference, level } = unit;
  return { id, title, number, reference, level, outcomeCount: unit.outcomes.length, criterionCount: unit.outcomes.reduce((sum, each) => sum + each.criteria.length, 0), enrolmentCount: 3 };
}

function preview(text: string): t.UnitPreview {
  const numbered = /^\s*(\d+\.\d+)\s+(.*)$/;
  const lines = text.split("\n").map((line, index) => {
    const criterion = numbered.exec(line);
    return { number: index + 1, text: line, became: index === 0 ? says("title") : criterion !== null ? says(`criterion ${criterion[1]}`, "criterion {number}", { number: criterion[1] }) : null };
  });
  const { title, number, reference, level, creditValue, guidedLearningHours, purpose, simulationAllowed, evidenceRequirements, outcomes, methods } = data.unit;
  return {
    draft: { title, number, reference, level, creditValue, guidedLearningHours, purpose, simulationAllowed, evidenceRequirements, methods, outcomes: outcomes.map((each) => ({ number: each.number, text: each.text, criteria: each.criteria.map((other) => ({ number: other.number, text: other.text })) })) },
    problems: [{ line: 14, message: says("A second criterion 2.1. The first one was kept.") }, { line: null, message: says("The credit value in the heading and in the table differ.") }], lines,
  };
}

function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((done) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => done(Buffer.concat(parts)));
  });
}
