import { says } from "./says.ts";
import type { DifferenceAnswer, Job, Recording, SpeakerSwap, TranscribeRequest, WordsSpeaker } from "../../src/api/types";
import { correct, withSwap, withTurn, withWordsSpeaker } from "./correct.ts";
import { opinionOf, proposalOf, versionsOf } from "./hearing.ts";
import type { World } from "./recordings.ts";
import { missing, ok, refuse, type FakeRoute } from "./workspace.ts";

/** Hearing again, second opinions, and speakers of chosen words. Work is done in four polls. */
export function hearingRoutes(world: World): FakeRoute[] {
  const byTranscript = (id: string | undefined) => [...world.transcripts.entries()].find(([, one]) => one.id === id);
  const asked = new Map<string, TranscribeRequest>();
  const kept = new Map<string, { at: number; difference: NonNullable<ReturnType<typeof opinionOf>["differences"][number]> }>();
  const begin = (recording: Recording, kind: Job["kind"]): Job => {
    recording.job = { id: `job-${recording.id}`, kind, recordingId: recording.id, state: "running", progress: 0.08, secondsLeft: 40, step: says(kind === "transcribe" ? "Listening with Vosk" : "Listening for a second opinion with Vosk"), problem: null, createdAt: "2026-11-23T14:00:00Z", finishedAt: null };
    return recording.job;
  };
  const advance = (recording: Recording): Recording => {
    const { job } = recording;
    const transcript = world.transcripts.get(recording.id);
    if (job === null || transcript === undefined || job.state !== "running" || !job.id.startsWith("job-")) return recording;
    const progress = (job.progress ?? 0) + 0.31;
    if (progress < 1) recording.job = { ...job, progress, secondsLeft: Math.round(40 * (1 - progress)) };
    else {
      recording.job = { ...job, state: "done", progress: 1 };
      const request = asked.get(recording.id);
      if (job.kind === "second-opinion") world.opinions.set(transcript.id, opinionOf(transcript, 60));
      else {
        world.proposals.set(recording.id, proposalOf(transcript, world.tags, (request?.from ?? null) === null ? 60 : 8, request?.from ?? null, request?.to ?? null));
        recording.proposalId = `proposal-${recording.id}`;
      }
    }
    return recording;
  };
  return [
    ["GET", /^\/api\/recordings\/([^/]+)$/, ([id = ""]) => { const held = world.recordings.get(id); return held === undefined ? missing : ok(advance(held)); }],
    ["POST", /^\/api\/recordings\/([^/]+)\/transcribe$/, ([id = ""], body) => {
      const recording = world.recordings.get(id);
      if (recording === undefined) return missing;
      asked.set(id, body as TranscribeRequest);
      return ok(begin(recording, "transcribe"));
    }],
    ["GET", /^\/api\/recordings\/([^/]+)\/transcripts$/, ([id = ""]) => { const held = world.transcripts.get(id); return held === undefined ? missing : ok(versionsOf(held, world.proposals.get(id))); }],
    ["GET", /^\/api\/recordings\/([^/]+)\/proposal$/, ([id = ""]) => (world.proposals.has(id) ? ok(world.proposals.get(id)) : missing)],
    ["POST", /^\/api\/proposals\/proposal-([^/]+)\/accept$/, ([id = ""], body) => {
      const proposal = world.proposals.get(id);
      const transcript = world.transcripts.get(id);
      const recording = world.recordings.get(id);
      if (proposal === undefined || transcript === undefined || recording === undefined) return missing;
      if ((body as { version: number }).version !== transcript.version) {
        world.proposals.set(id, proposalOf(transcript, world.tags, 60));
        return refuse(409, "conflict", "The transcript changed since.");
      }
      world.proposals.delete(id);
      recording.proposalId = null;
      recording.transcriptId = `${transcript.id}-2`;
      const next = { ...transcript, id: `${transcript.id}-2`, version: 1, engine: proposal.engine, model: proposal.model, createdAt: proposal.createdAt, gaps: [] };
      world.transcripts.set(id, next);
      world.tags = world.tags.map((tag) => (tag.recordingId !== id ? tag : { ...tag, transcriptId: next.id, state: proposal.changes.some((change) => change.tagIds.includes(tag.id)) ? "review" : tag.state }));
      return ok(next);
    }],
    ["POST", /^\/api\/proposals\/proposal-([^/]+)\/discard$/, ([id = ""]) => {
      world.proposals.delete(id);
      const recording = world.recordings.get(id);
      if (recording !== undefined) recording.proposalId = null;
      return { status: 204 };
    }],
    ["POST", /^\/api\/transcripts\/([^/]+)\/second-opinion$/, ([id]) => { const recording = world.recordings.get(byTranscript(id)?.[0] ?? ""); return recording === undefined ? missing : ok(begin(recording, "second-opinion")); }],
    ["GET", /^\/api\/transcripts\/([^/]+)\/second-opinion$/, ([id = ""]) => (world.opinions.has(id) ? ok(world.opinions.get(id)) : missing)],
    ["POST", /^\/api\/transcripts\/([^/]+)\/second-opinion\/differences\/([^/]+)$/, ([id = "", difference = ""], body) => {
      const held = byTranscript(id);
      const opinion = world.opinions.get(id);
      const { take } = body as DifferenceAnswer;
      const back = take === null ? kept.get(difference) : undefined;
      const one = back?.difference ?? opinion?.differences.find((each) => each.id === difference);
      const turn = held?.[1].turns.find((each) => each.id === one?.turnId);
      if (held === undefined || opinion === undefined || one === undefined || turn === undefined) return missing;
      if (back !== undefined) {
        world.opinions.set(id, { ...opinion, differences: [...opinion.differences.slice(0, back.at), one, ...opinion.differences.slice(back.at)] });
        return ok({ version: held[1].version, turn, tagsToReview: [] });
      }
      if (take === false) kept.set(difference, { at: opinion.differences.indexOf(one), difference: one });
      world.opinions.set(id, { ...opinion, agreement: opinion.agreement + 0.001, differences: opinion.differences.filter((each) => each !== one) });
      if (take !== true) return ok({ version: held[1].version, turn, tagsToReview: [] });
      const at = turn.words.findIndex((word) => word.id === (one.firstWord ?? one.before));
      const to = turn.words.findIndex((word) => word.id === one.lastWord);
      const texts = turn.words.map((word) => word.text);
      texts.splice(at < 0 ? texts.length : at, one.firstWord === null ? 0 : to - at + 1, one.heard);
      const next = correct(turn, texts.join(" "));
      world.transcripts.set(held[0], withTurn(held[1], next));
      return ok({ version: held[1].version + 1, turn: next, tagsToReview: [] });
    }],
    ["PUT", /^\/api\/transcripts\/([^/]+)\/words\/speaker$/, ([id], body) => {
      const held = byTranscript(id);
      if (held === undefined) return missing;
      const { firstWord, lastWord, speaker } = body as WordsSpeaker;
      const next = withWordsSpeaker(held[1], firstWord, lastWord, speaker);
      world.transcripts.set(held[0], next);
      return ok(next);
    }],
    ["POST", /^\/api\/transcripts\/([^/]+)\/speakers\/swap$/, ([id], body) => {
      const held = byTranscript(id);
      if (held === undefined) return missing;
      const { a, b, fromTurn } = body as SpeakerSwap;
      const next = withSwap(held[1], a, b, fromTurn);
      world.transcripts.set(held[0], next);
      return ok(next);
    }],
    ["GET", /^\/api\/transcripts\/(t-[^/]+?)-(?:first|proposed)\/machine$/, ([id]) => ok(world.machine.get(byTranscript(id)?.[0] ?? "") ?? [])],
  ];
}
