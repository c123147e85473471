import { says } from "./says.ts";
import type { Coverage, EnrolmentSummary, Peaks, Proposal, Recording, Redaction, SecondOpinion, Session, Tag, Transcript, Turn, Unit, Word } from "../../src/api/types";
import { opinionOf, proposalOf } from "./hearing.ts";
import { hiddenIn, passagesRedacted } from "./redact.ts";
import { arabicTalk, talk } from "./talk.ts";

type Line = readonly ["A" | "L", string];

/** The same few numbers every time: a page looked at twice looks the same. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** Lays the words out in time as people speak: about 135 a minute, a breath after a sentence, a pause between turns. */
export function turnsOf(lines: readonly Line[], slower = 1): Turn[] {
  const roll = dice(7);
  let id = 1;
  let at = 2.4;
  return lines.map(([who, text], place) => {
    const words: Word[] = text.split(" ").map((one) => {
      const start = at;
      const end = start + (0.11 + one.length * 0.052) * slower;
      at = end + (/[.?!]$/.test(one) ? 0.55 + roll() * 0.5 : one.endsWith(",") ? 0.28 : 0.04) * slower;
      const confidence = roll() < 0.06 ? 0.25 + roll() * 0.4 : 0.78 + roll() * 0.22;
      id += 1;
      return { id: id - 1, text: one, start: Number(start.toFixed(3)), end: Number(end.toFixed(3)), confidence: Number(confidence.toFixed(3)), machine: id - 1 };
    });
    at += 0.5 + roll() * 1.4;
    return { id: place + 1, speaker: who === "A" ? 1 : 2, start: words[0]?.start ?? at, end: words.at(-1)?.end ?? at, words, corrected: false };
  });
}

export const unit: Unit = {
  id: "unit-1", title: "Keep service agreements working", number: "23", reference: "AG26", level: "4", creditValue: 3, guidedLearningHours: 20,
  purpose: "To show that the learner can agree with others who does what for the people they both serve.", simulationAllowed: false, evidenceRequirements: null, inUse: true,
  methods: [],
  outcomes: [
    { id: "o1", number: "1", text: "Be able to agree with other organisations what each provides", criteria: [
      { id: "c11", number: "1.1", text: "Find out which organisations an agreement is needed with, and who can decide there" },
      { id: "c12", number: "1.2", text: "Establish what each side is for, its policies, people, money and procedures" },
      { id: "c13", number: "1.3", text: "Introduce, promote and negotiate an agreement" } ] },
    { id: "o2", number: "2", text: "Be able to negotiate within what the contract of each side allows", criteria: [
      { id: "c21", number: "2.1", text: "Agree roles and responsibilities of each party" },
      { id: "c22", number: "2.2", text: "Negotiate so that both sides can keep what they promise" },
      { id: "c23", number: "2.3", text: "Keep in touch with the other parties while negotiating" },
      { id: "c24", number: "2.4", text: "Obtain the necessary approvals and record them" } ] },
    { id: "o3", number: "3", text: "Be able to watch and judge how agreements work", criteria: [
      { id: "c31", number: "3.1", text: "Agree what is measured, measure it and draw conclusions from it" },
      { id: "c32", number: "3.2", text: "Find out what support the other parties need, and see that they get it" },
      { id: "c33", number: "3.3", text: "Negotiate the agreement again where the service needs it" } ] },
  ],
};

export const enrolment: EnrolmentSummary = {
  id: "enrolment-1", learner: { id: "p-dana", name: "Dana Whitlock" }, unit: { id: unit.id, title: unit.title, number: unit.number },
  assessor: { id: "p-priya", name: "Priya Raman" }, iqa: { id: "p-tom", name: "Tom Achterberg" }, createdAt: "2026-09-02T09:00:00Z",
  criteria: unit.outcomes.flatMap((one) => one.criteria.map(({ number }) => ({ number, passages: 0 }))), sessionCount: 2, lastSessionAt: "2026-11-18",
};

export function transcriptOf(recordingId: string, lines: readonly Line[], language = "en", slower = 1.25): Transcript {
  const turns = turnsOf(lines, slower);
  return {
    id: `t-${recordingId}`, recordingId, version: 1, engine: "whisper", model: { name: "whisper-base", sha256: "0".repeat(64) }, language,
    durationSeconds: Number(((turns.at(-1)?.end ?? 0) + 3).toFixed(3)), createdAt: "2026-11-18T12:00:00Z",
    speakers: [{ number: 1, name: "Priya Raman", named: true }, { number: 2, name: "Speaker 2", named: false }], turns, gaps: [],
  };
}

const criterionOf = (id: string) => unit.outcomes.flatMap((one) => one.criteria).find((one) => one.id === id) ?? { id, number: "?", text: "" };

export function tagOn(transcript: Transcript, id: string, firstWord: number, lastWord: number, criterionId: string, reason: string, state: Tag["state"] = "active"): Tag {
  const words = transcript.turns.flatMap((turn) => turn.words);
  const first = words.findIndex((word) => word.id === firstWord);
  const last = words.findIndex((word) => word.id === lastWord);
  const held = words.slice(Math.min(first, last), Math.max(first, last) + 1);
  return {
    id, recordingId: transcript.recordingId, transcriptId: transcript.id, sessionId: "session-1", criterion: criterionOf(criterionId), firstWord, lastWord,
    start: held[0]?.start ?? 0, end: held.at(-1)?.end ?? 0, quote: held.map((word) => word.text).join(" "), reason,
    by: { id: "p-priya", name: "Priya Raman" }, at: "2026-11-19T14:05:00Z", state,
  };
}

/** Tags words from..to of a turn (counted from 0 within it). */
function onTurn(transcript: Transcript, id: string, turn: number, from: number, to: number, criterionId: string, reason: string, state: Tag["state"] = "active"): Tag {
  const words = transcript.turns[turn]?.words ?? [];
  return tagOn(transcript, id, words[from]?.id ?? 1, (words[to] ?? words.at(-1))?.id ?? 1, criterionId, reason, state);
}

/** 27,000 words and 300 tags: three hours of talk. */
function longTalk(): Line[] {
  const roll = dice(3);
  const lines: Line[] = [];
  let words = 0;
  while (words < 27_000) {
    const line = talk[Math.floor(roll() * talk.length)];
    if (line === undefined) break;
    lines.push(line);
    words += line[1].split(" ").length;
  }
  return lines;
}

function longTags(transcript: Transcript): Tag[] {
  const roll = dice(11);
  const criteria = unit.outcomes.flatMap((one) => one.criteria);
  const words = transcript.turns.flatMap((turn) => turn.words);
  return Array.from({ length: 300 }, (_, at) => {
    const first = Math.floor(roll() * (words.length - 120));
    const criterion = criteria[Math.floor(roll() * criteria.length)];
    return tagOn(transcript, `long-${at}`, words[first]?.id ?? 1, words[first + 8 + Math.floor(roll() * 90)]?.id ?? 1, criterion?.id ?? "c11", "", roll() < 0.05 ? "review" : "active");
  });
}

export interface World {
  transcripts: Map<string, Transcript>;
  machine: Map<string, Word[]>;
  recordings: Map<string, Recording>;
  sessions: Map<string, Session>;
  tags: Tag[];
  /** by recording */
  proposals: Map<string, Proposal>;
  /** by transcript */
  opinions: Map<string, SecondOpinion>;
  /** by recording */
  redactions: Map<string, Redaction[]>;
}

function recordingOf(id: string, sessionId: string, durationSeconds: number, more: Partial<Recording> = {}): Recording {
  return {
    id, sessionId, fileName: "discussion.wav", mediaType: "audio/wav", source: "microphone", state: "ready", receivedChunks: 40, lengthBytes: 26_000_000,
    sha256: "ab".repeat(32), durationSeconds, channels: 1, format: "WAV", problem: null, setAside: false, createdAt: "2026-11-18T10:31:00Z",
    createdBy: { id: "p-priya", name: "Priya Raman" }, job: null, transcriptId: `t-${id}`, proposalId: null, parts: [], microphones: [], lastReceivedAt: null, joinedFrom: [], joinedInto: null, ...more,
  };
}

export function newWorld(): World {
  const spoken = transcriptOf("talk", talk);
  const long = transcriptOf("long", longTalk(), "en", 0.85);
  const arabic = transcriptOf("arabic", arabicTalk, "ar");
  const job = { id: "j1", kind: "transcribe" as const, recordingId: "working", state: "running" as const, progress: 0.34, secondsLeft: 240, step: says("Listening with Whisper base"), problem: null, createdAt: "2026-11-18T11:00:00Z", finishedAt: null };
  const recordings = [
    recordingOf("talk", "session-1", spoken.durationSeconds),
    recordingOf("working", "session-1", spoken.durationSeconds, { transcriptId: null, job }),
    recordingOf("broken", "session-1", spoken.durationSeconds, { transcriptId: null, job: { ...job, id: "j2", recordingId: "broken", state: "failed", progress: 0.6, secondsLeft: null, problem: says("The recording could not be transcribed. The worker process failed (exit code 3). The recording itself is safe; try again, or with another model.", "The recording could not be transcribed. {why} The recording itself is safe; try again, or with another model.", { why: says("The worker process failed (exit code 3).", "The worker process failed (exit code {code}).", { code: 3 }) }) } }),
    recordingOf("long", "session-2", long.durationSeconds),
    recordingOf("arabic", "session-3", arabic.durationSeconds),
    recordingOf("read", "session-4", spoken.durationSeconds),
  ];
  // two passages are redacted, as the assessor sees it and as somebody who may not read them
  const redacted = transcriptOf("redacted", talk);
  const hidden = { ...transcriptOf("hidden", talk) };
  const redactions = new Map([redacted, hidden].map((one) => [one.recordingId, passagesRedacted(one)]));
  // the same talk again: with a new hearing that waits, with gaps, while it is heard again, with three speakers, in a language of one engine
  const also = (id: string, more: Partial<Transcript> = {}): [string, Transcript] => [id, { ...transcriptOf(id, talk), ...more }];
  const three = transcriptOf("three", talk);
  const transcripts = new Map<string, Transcript>([
    ["talk", spoken], ["long", long], ["arabic", arabic], ["read", { ...spoken, id: "t-read", recordingId: "read" }], also("again"),
    also("gaps", { gaps: [{ start: 0, end: 2.1 }, { start: spoken.turns[3]!.end + 0.1, end: spoken.turns[3]!.end + 27 }, { start: spoken.turns[9]!.end, end: spoken.turns[9]!.end + 4 }] }),
    also("busy"), also("alone", { language: "fa" }), ["redacted", redacted], ["hidden", hiddenIn(hidden, passagesRedacted(hidden))],
    ["three", { ...three, speakers: [...three.speakers, { number: 3, name: "Speaker 3", named: false }], turns: three.turns.map((turn, at) => (at % 7 === 5 ? { ...turn, speaker: 3 } : turn)) }],
  ]);
  recordings.push(
    recordingOf("again", "session-5", spoken.durationSeconds, { proposalId: "proposal-again" }), recordingOf("gaps", "session-5", spoken.durationSeconds, { job: { ...job, id: "j3", recordingId: "gaps", state: "failed", problem: says("Vosk stopped twice at 3:12. What was there before stays as it was.") } }),
    recordingOf("busy", "session-5", spoken.durationSeconds, { job: { ...job, id: "j4", recordingId: "busy" } }), recordingOf("three", "session-5", spoken.durationSeconds, { channels: 2 }), recordingOf("alone", "session-5", spoken.durationSeconds),
    recordingOf("redacted", "session-5", spoken.durationSeconds), recordingOf("hidden", "session-4", spoken.durationSeconds),
  );
  const machine = new Map([...transcripts].map(([id, one]) => [id, one.turns.flatMap((turn) => turn.words)]));
  const tags = [
    onTurn(spoken, "g1", 3, 0, 37, "c11", "Worked from her own case notes to the agencies that matter; names the three."),
    onTurn(spoken, "g2", 4, 0, 30, "c11", ""),
    onTurn(spoken, "g3", 6, 15, 70, "c11", "Learned who can sign, and changed what she does."),
    onTurn(spoken, "g4", 8, 0, 80, "c12", "Aims, law, policy, people: each from a source she can show."),
    onTurn(spoken, "g5", 9, 0, 45, "c12", ""),
    onTurn(spoken, "g6", 9, 20, 45, "c13", "The agenda came out of the comparison."),
    onTurn(spoken, "g7", 15, 0, 66, "c13", "Introduced it in person, with cases and without names.", "review"),
    onTurn(spoken, "g8", 18, 0, 90, "c22", "Knew what she could give up and what not."),
    onTurn(spoken, "g9", 18, 0, 90, "c13", "Knew what she could give up and what not."),
    onTurn(spoken, "g10", 22, 0, 60, "c21", "One role for each step."),
    onTurn(spoken, "g11", 26, 0, 60, "c23", "The same note to all three on the same day."),
    onTurn(spoken, "g12", 24, 0, 12, "c21", "", "withdrawn"),
    ...[3, 6, 9, 18, 22].map((turn, at) => onTurn(transcripts.get("again")!, `a${at}`, turn, 0, 50, ["c11", "c12", "c13", "c22", "c21"][at] ?? "c11", "")),
    onTurn(redacted, "x1", 3, 0, 37, "c11", "Worked from her own case notes to the agencies that matter; names the three."),
    onTurn(redacted, "x2", 9, 20, 45, "c13", "The agenda came out of the comparison."), { ...onTurn(redacted, "x3", 9, 30, 60, "c12", ""), strength: "partly" as const },
    ...longTags(long),
  ];
  const session = (id: string, held: Recording[], mayEdit = true, language = "en"): Session => ({
    id, title: "Professional discussion, 18 Nov 2026", enrolmentId: enrolment.id, method: "professional-discussion", date: "2026-11-18", startTime: "10:30", place: "Room 2, Marsh Lane", mode: "face-to-face", language,
    notes: "", people: [{ name: "Dana Whitlock", role: "learner" }, { name: "Priya Raman", role: "assessor" }], questions: [], enrolment, unit, recordings: held, mayEdit,
  });
  const sessions = [
    session("session-1", recordings.slice(0, 3)), session("session-2", recordings.slice(3, 4)),
    session("session-3", recordings.slice(4, 5), true, "ar"), session("session-4", recordings.slice(5, 6), false),
    session("session-5", recordings.slice(6)),
  ];
  const proposals = new Map([["again", proposalOf(transcripts.get("again")!, tags, 60)], ["long", proposalOf(long, tags, 90)], ["arabic", proposalOf(arabic, tags, 9)]]);
  for (const id of proposals.keys()) recordings.find((one) => one.id === id)!.proposalId = `proposal-${id}`;
  const opinions = new Map([["t-again", opinionOf(transcripts.get("again")!, 60)], ["t-long", opinionOf(long, 90)], ["t-arabic", opinionOf(arabic, 9)]]);
  return { transcripts, machine, proposals, opinions, redactions, recordings: new Map(recordings.map((one) => [one.id, one])), sessions: new Map(sessions.map((one) => [one.id, one])), tags };
}

export function coverageOf(world: World): Coverage {
  const passagesOf = (criterionId: string) => world.tags
    .filter((tag) => tag.criterion.id === criterionId && tag.state !== "withdrawn" && tag.recordingId !== "long")
    .map((tag) => ({ ...tag, sessionTitle: "Professional discussion, 18 Nov 2026", sessionDate: "2026-11-18", method: "professional-discussion" as const }));
  const elsewhere = world.tags.filter((tag) => tag.recordingId === "long").slice(0, 4).map((tag) => ({ ...tag, sessionTitle: "Oral questioning, 2 Oct 2026", sessionDate: "2026-10-02", method: "oral-questioning" as const }));
  return {
    enrolmentId: enrolment.id, unit: { id: unit.id, title: unit.title },
    outcomes: unit.outcomes.map(({ number, text, criteria }) => ({
      number, text, criteria: criteria.map((criterion) => ({ criterion, passages: [...passagesOf(criterion.id), ...elsewhere.filter((one) => one.criterion.id === criterion.id)] })),
    })),
  };
}

/** Louder where a word is spoken. */
export function peaksOf(transcript: Transcript | undefined, durationSeconds: number): Peaks {
  const bucketSeconds = Math.max(0.1, durationSeconds / 4000);
  const roll = dice(5);
  const loud = new Float64Array(Math.ceil(durationSeconds / bucketSeconds) + 1);
  for (const turn of transcript?.turns ?? []) {
    for (const word of turn.words) {
      for (let at = Math.floor(word.start / bucketSeconds); at <= word.end / bucketSeconds; at += 1) loud[at] = (turn.speaker === 1 ? 0.35 : 0.5) + roll() * 0.4;
    }
  }
  return { durationSeconds, bucketSeconds, peaks: [...loud].flatMap((one) => [-one * (0.7 + roll() * 0.3), one]).map((one) => Number(one.toFixed(3))) };
}
