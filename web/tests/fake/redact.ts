import type { Change, History, Redaction, RedactionRequest, Redactions, Transcript, Turn } from "../../src/api/types";
import { says } from "./says.ts";
import type { World } from "./recordings.ts";
import { missing, ok, refuse, type FakeRoute } from "./workspace.ts";

/** What stands in the place of each hidden word, as the server has it. */
const block = "█████";

const by = { id: "p-priya", name: "Priya Raman" };

/** Two passages about third persons: a short one, and one over two turns. */
export function passagesRedacted(transcript: Transcript): Redaction[] {
  const [short, from, to] = [transcript.turns[3], transcript.turns[9], transcript.turns[10]];
  const words = [short?.words.slice(4, 9), [...(from?.words.slice(-12) ?? []), ...(to?.words.slice(0, 3) ?? [])]];
  return words.flatMap((some, at): Redaction[] => {
    const [first, last] = [some?.[0], some?.at(-1)];
    return first === undefined || last === undefined ? [] : [{
      id: `x${at}-${transcript.recordingId}`, start: first.start, end: last.end, firstWord: first.id, lastWord: last.id, by, at: "2026-11-19T15:00:00Z",
      reason: at === 0 ? "a client’s name" : "What was said about the family of the man who complained, whom anybody in the town would know by it",
    }];
  });
}

/** The same transcript as somebody gets it who may not read what is redacted. */
export function hiddenIn(transcript: Transcript, redactions: readonly Redaction[]): Transcript {
  const turns = transcript.turns.map((turn): Turn => ({
    ...turn, words: turn.words.map((word) => (redactions.some((one) => one.start <= (word.start + word.end) / 2 && (word.start + word.end) / 2 <= one.end) ? { ...word, text: block, confidence: null, redacted: true } : word)),
  }));
  return { ...transcript, turns };
}

const change = (number: number, kind: Change["kind"], text: string, more: Partial<Change> = {}): Change => ({
  id: `s${number}`, number, kind, text: { message: text, text }, by, at: `2026-11-19T14:${10 + number}:00Z`, undone: false, mine: false, turnIds: [], tagIds: [], before: "", after: "", voices: null, start: 60, ...more,
});
const mine = { mine: true, by: { id: "p1", name: "Margaret Holloway" } };
const changes = [
  change(1, "correct", "Corrected a turn at 01:00.", { ...mine, turnIds: [4], before: "I began with hour own clients, really.", after: "I began with our own clients, really." }),
  change(2, "tag", "Tagged a passage to 1.1 at 01:00.", { tagIds: ["x1"] }),
  change(3, "split", "Split a turn at 02:00.", { ...mine, undone: true, start: 120 }),
  change(4, "redact", "Redacted 5 words at 01:02.", { start: 62 }),
  change(5, "speaker", "Named a speaker.", { ...mine, start: null, before: "Speaker 2", after: "Dana", voices: { before: says("Speaker 2", "Speaker {number}", { number: "2" }), after: says("Dana", "") } }),
];
const steps: History = { latest: 5, changes, undo: changes[0] ?? null, redo: changes[2] ?? null };

/** Redactions of every recording. What is hidden in "hidden" is hidden from whoever looks; a reason with "!fail" is refused. */
export function redactionRoutes(world: World): FakeRoute[] {
  const answer = (id: string): Redactions => {
    const held = world.redactions.get(id) ?? [];
    return id === "hidden" ? { redactions: held, maySee: false, mayLift: false, onPaper: null } : { redactions: held, maySee: true, mayLift: true, onPaper: { names: [], tags: [] } };
  };
  return [
    // of this recording it is kept who did what; nothing is added to it
    ["GET", /^\/api\/recordings\/redacted\/history$/, (_, __, query) => ok(query.has("after") ? { ...steps, changes: [] } : steps)],
    ["GET", /^\/api\/recordings\/([^/]+)\/redactions$/, ([id = ""]) => (world.recordings.has(id) ? ok(answer(id)) : missing)],
    ["POST", /^\/api\/recordings\/([^/]+)\/redactions$/, ([id = ""], body) => {
      const { firstWord, lastWord, reason } = body as RedactionRequest;
      if (reason.includes("!fail")) return refuse(409, "conflict", "The transcript was heard anew meanwhile. Load the page again; nothing was redacted.");
      const words = world.transcripts.get(id)?.turns.flatMap((turn) => turn.words) ?? [];
      const [first, last] = [firstWord, lastWord].map((wanted) => words.find((word) => word.id === wanted));
      if (first === undefined || last === undefined) return missing;
      const held = world.redactions.get(id) ?? [];
      world.redactions.set(id, [...held, { id: `x${held.length}-${id}`, start: first.start, end: last.end, firstWord, lastWord, reason, by, at: "2026-11-23T10:00:00Z" }]);
      return ok(answer(id));
    }],
    ["DELETE", /^\/api\/redactions\/(x\d+)-([^/]+)$/, ([number = "", id = ""]) => {
      world.redactions.set(id, (world.redactions.get(id) ?? []).filter((one) => one.id !== `${number}-${id}`));
      return ok(answer(id));
    }],
  ];
}
