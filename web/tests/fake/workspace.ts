import { says } from "./says.ts";
import type { Change, Job, SpeakerName, SuggestionAnswer, Tag, TagChange, TagRequest } from "../../src/api/types";
import { correct } from "./correct.ts";
import { hearingRoutes } from "./hearing-routes.ts";
import { searchWorld } from "./hits.ts";
import { redactionRoutes } from "./redact.ts";
import { replaceRoutes } from "./replace.ts";
import { coverageOf, enrolment, newWorld, peaksOf, tagOn, type World } from "./recordings.ts";
import { soundOf } from "./sound.ts";
import { likelyFor, suggestionsFor } from "./suggest.ts";

/** What a fake route answers: JSON, or bytes with their type. */
export type Answer = { status: number; json?: unknown } | { status: number; bytes: Uint8Array; type: string };
export type FakeRoute = readonly [method: string, path: RegExp, handle: (parts: string[], body: unknown, query: URLSearchParams) => Answer];

export const ok = (json: unknown): Answer => ({ status: 200, json });
export const refuse = (status: number, kind: string, message: string): Answer => ({ status, json: { kind, message } });
export const missing = refuse(404, "not-found", "This is not here.");

/** An empty name gives "Speaker 1" back. */
const called = (number: number, name: string): Pick<SpeakerName, "name" | "named"> => (name === "" || name === `Speaker ${number}` ? { name: `Speaker ${number}`, named: false } : { name, named: true });

/** The part of the server that the workspace and the search page talk to, in memory. */
export function workspaceRoutes(world: World = newWorld()): FakeRoute[] {
  let tagCount = 0;
  const sounds = new Map<string, Uint8Array>();
  const soundOfRecording = (id: string): Uint8Array => {
    const sound = sounds.get(id) ?? soundOf(world.transcripts.get(id) ?? world.transcripts.get("talk"), world.recordings.get(id)?.durationSeconds ?? 0);
    sounds.set(id, sound);
    return sound;
  };
  const byTranscript = (id: string | undefined) => [...world.transcripts.entries()].find(([, one]) => one.id === id);
  const tagById = (id: string | undefined): Tag | undefined => world.tags.find((one) => one.id === id);
  /** turn and criterion of suggestions that were answered */
  let answered = new Set<string>();
  let last: { key: string; tagId: string | null } | null = null;
  const step = (): Change => ({ id: "change-1", number: 1, kind: "suggestion", text: says("Refused a suggestion for 1.1", "Refused a suggestion for {criterion}", { criterion: "1.1" }), by: { id: "p-priya", name: "Priya Raman" }, at: "2026-11-19T14:05:00Z", undone: false, mine: true, turnIds: [], tagIds: [], before: "", after: "", voices: null, start: null });
  const put = (tag: Tag) => { world.tags = world.tags.map((one) => (one.id === tag.id ? tag : one)); };

  return [
    ...hearingRoutes(world),
    ...redactionRoutes(world),
    ...replaceRoutes(world),
    ["GET", /^\/api\/sessions\/([^/]+)$/, ([id = ""]) => (world.sessions.has(id) ? ok(world.sessions.get(id)) : missing)],
    ["GET", /^\/api\/recordings\/([^/]+)\/transcript$/, ([id = ""]) => (world.transcripts.has(id) ? ok(world.transcripts.get(id)) : missing)],
    ["GET", /^\/api\/recordings\/([^/]+)\/peaks$/, ([id = ""]) => (world.recordings.has(id) ? ok(peaksOf(world.transcripts.get(id) ?? world.transcripts.get("talk"), world.recordings.get(id)?.durationSeconds ?? 0)) : missing)],
    ["GET", /^\/api\/recordings\/([^/]+)\/audio$/, ([id = ""]) => ({ status: 200, bytes: soundOfRecording(id), type: "audio/wav" })],
    ["GET", /^\/api\/transcripts\/([^/]+)\/machine$/, ([id]) => ok(world.machine.get(byTranscript(id)?.[0] ?? "") ?? [])],
    ["PUT", /^\/api\/transcripts\/([^/]+)\/turns\/(\d+)$/, ([id, turnId], body) => {
      const held = byTranscript(id);
      const { text, version } = body as { text: string; version: number };
      const turn = held?.[1].turns.find((one) => one.id === Number(turnId));
      if (held === undefined || turn === undefined) return missing;
      if (text.includes("!overtake")) {
        const theirs = correct(turn, `${turn.words.map((word) => word.text).join(" ")} And so on.`);
        world.transcripts.set(held[0], { ...held[1], version: version + 5, turns: held[1].turns.map((one) => (one === turn ? theirs : one)) });
        return refuse(409, "conflict", "Somebody else changed this turn.");
      }
      if (text.includes("!fail")) return refuse(503, "unavailable", "The server is busy. Try again in a moment.");
      const next = correct(turn, text);
      const saved = { version: held[1].version + 1, turn: next, tagsToReview: world.tags.filter((tag) => tag.transcriptId === id && turn.words.some((word) => word.id === tag.firstWord)).map((tag) => tag.id) };
      for (const tag of world.tags) if (saved.tagsToReview.includes(tag.id) && tag.state === "active") put({ ...tag, state: "review" });
      world.transcripts.set(held[0], { ...held[1], version: saved.version, turns: held[1].turns.map((one) => (one === turn ? next : one)) });
      return ok(saved);
    }],
    ["PUT", /^\/api\/transcripts\/([^/]+)\/turns\/(\d+)\/speaker$/, ([id, turnId], body) => {
      const held = byTranscript(id);
      const turn = held?.[1].turns.find((one) => one.id === Number(turnId));
      if (held === undefined || turn === undefined) return missing;
      const next = { ...turn, speaker: (body as { speaker: number }).speaker };
      world.transcripts.set(held[0], { ...held[1], version: held[1].version + 1, turns: held[1].turns.map((one) => (one === turn ? next : one)) });
      return ok({ version: held[1].version + 1, turn: next, tagsToReview: [] });
    }],
    ["PUT", /^\/api\/transcripts\/([^/]+)\/speakers\/(\d+)$/, ([id, number], body) => {
      const held = byTranscript(id);
      if (held === undefined) return missing;
      const speakers = held[1].speakers.map((one) => (one.number === Number(number) ? { ...one, ...called(Number(number), (body as { name: string }).name) } : one));
      world.transcripts.set(held[0], { ...held[1], speakers });
      return ok(speakers);
    }],
    ["GET", /^\/api\/recordings\/([^/]+)\/tags$/, ([id = ""]) => (world.recordings.has(id) ? ok(world.tags.filter((tag) => tag.recordingId === id || (id === "read" && tag.recordingId === "talk"))) : missing)],
    ["POST", /^\/api\/transcripts\/([^/]+)\/tags$/, ([id], body) => {
      const held = byTranscript(id);
      if (held === undefined) return missing;
      const { firstWord, lastWord, criterionIds, reason, strength } = body as TagRequest;
      const added = criterionIds.map((criterion): Tag => ({ ...tagOn(held[1], `new-${(tagCount += 1)}`, firstWord, lastWord, criterion, reason), strength: strength ?? "fully" }));
      world.tags = [...world.tags, ...added];
      return ok(added);
    }],
    ["PUT", /^\/api\/tags\/([^/]+)$/, ([id], body) => {
      const tag = tagById(id);
      const held = byTranscript(tag?.transcriptId);
      if (tag === undefined || held === undefined) return missing;
      const { firstWord, lastWord, reason, reviewed, strength, criterionId } = body as TagChange;
      // somebody else is quicker, each time
      if (reason === "Mine") {
        put({ ...tag, reason: tag.reason === "Theirs" ? "Theirs again" : "Theirs", strength: "partly" });
        return refuse(409, "conflict", "The reason was changed by somebody else meanwhile. Store again to put yours in its place.");
      }
      const next = { ...tag, ...tagOn(held[1], tag.id, firstWord, lastWord, criterionId ?? tag.criterion.id, reason), strength: strength ?? tag.strength ?? "fully", state: tag.state === "review" && !reviewed ? ("review" as const) : ("active" as const) };
      put(next);
      return ok(next);
    }],
    ["DELETE", /^\/api\/tags\/([^/]+)$/, ([id]) => {
      const tag = tagById(id);
      if (tag !== undefined) put({ ...tag, state: "withdrawn" });
      return { status: 204 };
    }],
    ["POST", /^\/api\/tags\/([^/]+)\/restore$/, ([id]) => {
      const tag = tagById(id);
      if (tag === undefined) return missing;
      put({ ...tag, state: "active" });
      return ok({ ...tag, state: "active" });
    }],
    ["GET", /^\/api\/transcripts\/([^/]+)\/likely$/, ([id], _, query) => {
      const words = (byTranscript(id)?.[1].turns ?? []).flatMap((turn) => turn.words);
      const [first, last] = [query.get("first"), query.get("last")].map((each) => words.findIndex((word) => word.id === Number(each)));
      return ok(likelyFor(words.slice(first, (last ?? 0) + 1)));
    }],
    ["GET", /^\/api\/recordings\/([^/]+)\/suggestions$/, ([id = ""]) => {
      const transcript = world.transcripts.get(id);
      const job: Job = { id: "j9", kind: "suggest", recordingId: id, state: "running", progress: 0.4, secondsLeft: 3, step: says(""), problem: null, createdAt: "2026-11-18T11:00:00Z", finishedAt: null };
      if (transcript === undefined) return missing;
      if (id === "read") return ok({ state: "none", job: null, stale: false, note: null, passages: [] });
      if (id === "alone") return ok({ ...suggestionsFor(transcript, answered), note: says("These are found by common words alone: the meaning of what is said is understood in English only.") });
      if (id === "three") return ok({ ...suggestionsFor(transcript, answered), stale: true });
      if (id === "gaps") return ok({ state: "none", job: { ...job, state: "failed", problem: says("There was not enough memory for it.") }, stale: false, note: null, passages: [] });
      return ok(id === "busy" ? { state: "working", job, stale: false, note: null, passages: [] } : suggestionsFor(transcript, answered));
    }],
    ["POST", /^\/api\/transcripts\/([^/]+)\/suggestions\/answer$/, ([id], body) => {
      const held = byTranscript(id);
      const { passageId, criterionId, accept, strength } = body as SuggestionAnswer;
      const turn = held?.[1].turns.find((one) => String(one.id) === passageId);
      if (held === undefined || turn === undefined) return missing;
      if (held[0] === "alone") return refuse(409, "conflict", "The words of this passage changed since it was suggested. Work the suggestions out again.");
      const key = `${passageId} ${criterionId}`;
      answered = new Set([...answered, key]);
      const tag = accept ? { ...tagOn(held[1], `new-${(tagCount += 1)}`, turn.words[0]?.id ?? 1, turn.words.at(-1)?.id ?? 1, criterionId, ""), strength: strength ?? ("fully" as const), suggested: true } : null;
      if (tag !== null) world.tags = [...world.tags, tag];
      last = { key, tagId: tag?.id ?? null };
      return ok({ tag, history: { latest: 1, changes: [step()], undo: step(), redo: null } });
    }],
    ["POST", /^\/api\/recordings\/([^/]+)\/undo$/, ([id]) => {
      const undone = last;
      if (!world.recordings.has(id ?? "")) return missing;
      if (undone === null) return refuse(409, "conflict", "There is nothing to take back.");
      last = null;
      answered = new Set([...answered].filter((one) => one !== undone.key));
      world.tags = world.tags.map((tag) => (tag.id === undone.tagId ? { ...tag, state: "withdrawn" } : tag));
      return ok({ change: { ...step(), undone: true }, delta: null, tags: world.tags.filter((tag) => tag.recordingId === id), history: { latest: 2, changes: [], undo: null, redo: null } });
    }],
    ["GET", /^\/api\/enrolments\/([^/]+)\/coverage$/, ([id]) => (id === enrolment.id ? ok(coverageOf(world)) : missing)],
    ["POST", /^\/api\/jobs\/([^/]+)\/(cancel|retry)$/, ([id, what]) => {
      const recording = [...world.recordings.values()].find((one) => one.job?.id === id);
      if (recording === undefined || recording.job === null) return missing;
      recording.job = { ...recording.job, state: what === "cancel" ? "cancelled" : "running", progress: 0.02, problem: null };
      return ok(recording.job);
    }],
    ["GET", /^\/api\/search$/, (_, __, query) => (query.get("q") === "!fail" ? refuse(503, "unavailable", "The search index is being rebuilt. Try again in a minute; nothing is lost.") : ok(searchWorld(world, query)))],
  ];
}
