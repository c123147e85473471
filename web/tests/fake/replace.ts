import type { ReplaceAll, ReplaceMatch, ReplaceRequest, Transcript, TranscriptDelta, Turn } from "../../src/api/types";
import { correct } from "./correct.ts";
import type { World } from "./recordings.ts";
import { missing, ok, refuse, type FakeRoute } from "./workspace.ts";

/** Places of one word, or part of one: enough for looking at the list. */
function matchesOf(transcript: Transcript, { find, replace, matchCase, wholeWords }: ReplaceRequest): ReplaceMatch[] {
  const plain = (text: string) => (matchCase ? text : text.toLowerCase());
  const wanted = plain(find.trim());
  return transcript.turns.flatMap((turn) => turn.words.flatMap((word, at): ReplaceMatch[] => {
    const text = plain(word.text);
    const from = wholeWords && text.replace(/[.,?!]+$/, "") !== wanted ? -1 : text.indexOf(wanted);
    if (from < 0) return [];
    const said = (some: typeof turn.words) => some.map((one) => one.text).join(" ");
    return [{
      id: `${turn.id}-${word.id}`, turnId: turn.id, firstWord: word.id, lastWord: word.id, start: word.start, before: word.text, after: word.text.slice(0, from) + replace + word.text.slice(from + wanted.length),
      contextBefore: said(turn.words.slice(Math.max(0, at - 5), at)), contextAfter: said(turn.words.slice(at + 1, at + 6)),
    }];
  }));
}

/** Find and replace. "!fail" is refused while it is looked for, "!busy" only when it is to be done. */
export function replaceRoutes(world: World): FakeRoute[] {
  const byTranscript = (id: string | undefined) => [...world.transcripts.entries()].find(([, one]) => one.id === id);
  return [
    ["POST", /^\/api\/transcripts\/([^/]+)\/replace\/preview$/, ([id], body) => {
      const transcript = byTranscript(id)?.[1];
      const request = body as ReplaceRequest;
      if (transcript === undefined) return missing;
      if (request.replace.includes("!fail")) return refuse(400, "too-large", "A turn would be longer than 20,000 characters with that. Nothing is replaced.");
      const matches = matchesOf(transcript, request);
      return ok({ version: transcript.version, total: matches.length, matches });
    }],
    ["POST", /^\/api\/transcripts\/([^/]+)\/replace$/, ([id], body) => {
      const held = byTranscript(id);
      const request = body as ReplaceAll;
      if (held === undefined) return missing;
      if (request.replace.includes("!busy")) return refuse(409, "conflict", "Somebody else changed one of these turns meanwhile. Nothing is replaced; look at the list again.");
      const [recording, before] = held;
      const matches = matchesOf(before, request).filter((one) => !request.skip.includes(one.id));
      const after = new Map(matches.map((one) => [one.firstWord, one.after]));
      const touched = new Set(matches.map((one) => one.turnId));
      const turns = before.turns.map((turn): Turn => (touched.has(turn.id) ? correct(turn, turn.words.map((word) => after.get(word.id) ?? word.text).join(" ")) : turn));
      const next = { ...before, version: before.version + (touched.size === 0 ? 0 : 1), turns };
      world.transcripts.set(recording, next);
      return ok({
        id: next.id, since: before.version, version: next.version, turns: turns.filter((turn) => touched.has(turn.id)), order: turns.map((turn) => turn.id),
        checks: [], speakers: next.speakers, tagsToReview: [], changed: touched.size > 0,
      } satisfies TranscriptDelta);
    }],
  ];
}
