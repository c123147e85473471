import type { Difference, Proposal, ProposalChange, SecondOpinion, Tag, Transcript, TranscriptVersion, Word } from "../../src/api/types";
import { dice } from "./recordings.ts";

const other: Record<string, string> = { I: "we", we: "I", the: "a", a: "the", and: "then", it: "that", they: "day", to: "two", was: "is", agreement: "a grievance", borough: "burrow", housing: "house in", that: "", in: "on" };
const vosk = { name: "vosk-model-small-en-us-0.15", sha256: "c".repeat(64) };

const heardFor = (word: Word): string => other[word.text.replace(/[.,?!]/g, "")] ?? `${word.text.replace(/[.,?!]/g, "").toLowerCase()}s`;
const textOf = (words: readonly Word[]) => words.map((word) => word.text).join(" ");

/** Every so many words one place, one to three words long, and now and then something put in. */
function places(transcript: Transcript, every: number): { turn: number; at: number; words: Word[]; all: readonly Word[]; put: boolean }[] {
  const roll = dice(23);
  const found: { turn: number; at: number; words: Word[]; all: readonly Word[]; put: boolean }[] = [];
  let due = 3;
  for (const turn of transcript.turns) {
    for (let at = 0; at < turn.words.length; at += 1) {
      due -= 1;
      if (due > 0) continue;
      due = Math.max(4, Math.round(every * (0.5 + roll())));
      const put = roll() < 0.12;
      found.push({ turn: turn.id, at, words: put ? [] : turn.words.slice(at, at + 1 + Math.floor(roll() * 2.4)), all: turn.words, put });
    }
  }
  return found;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, "");

export function proposalOf(transcript: Transcript, tags: readonly Tag[], every: number, from: number | null = null, to: number | null = null): Proposal {
  const changes: ProposalChange[] = places(transcript, every).map(({ turn, at, words, all, put }) => {
    const start = (words[0] ?? all[at])?.start ?? 0;
    const speaker = transcript.speakers.find((one) => one.number === transcript.turns.find((held) => held.id === turn)?.speaker);
    const after = put ? "you know" : words.map(heardFor).filter((one) => one !== "").join(" ");
    const kind: ProposalChange["kind"] = after !== "" && !put && letters(after) === letters(textOf(words)) ? "writing" : "words";
    return {
      start, kind, end: (words.at(-1) ?? all[at])?.end ?? start, speaker: speaker?.name ?? null, unnamed: speaker?.named === false ? speaker.number : null, voices: null,
      contextBefore: `${at > 8 ? "… " : ""}${textOf(all.slice(Math.max(0, at - 8), at))}`, before: put ? "" : textOf(words), after,
      contextAfter: `${textOf(all.slice(at + words.length, at + words.length + 8))}${all.length > at + words.length + 8 ? " …" : ""}`,
      tagIds: kind === "writing" ? [] : tags.filter((tag) => tag.recordingId === transcript.recordingId && tag.state === "active" && start >= tag.start && start <= tag.end).map((tag) => tag.id),
    };
  }).filter((change) => (from === null || change.start >= from) && (to === null || change.end <= to));
  const words = transcript.turns.reduce((sum, turn) => sum + turn.words.length, 0);
  return {
    id: `proposal-${transcript.recordingId}`, recordingId: transcript.recordingId, engine: "vosk", model: vosk, language: transcript.language, createdAt: "2026-11-23T14:05:00Z", from, to,
    present: { id: transcript.id, version: transcript.version, engine: transcript.engine, model: transcript.model },
    wordsBefore: words, wordsAfter: words + 4, wordsSame: words - Math.round(changes.length * 1.6),
    kept: { corrections: transcript.turns.filter((turn) => turn.corrected).length, speakers: 2, tags: 9, tagsToReview: new Set(changes.flatMap((change) => change.tagIds)).size }, changes,
  };
}

export function opinionOf(transcript: Transcript, every: number): SecondOpinion {
  const differences: Difference[] = places(transcript, every).map(({ turn, at, words, all, put }, number) => {
    const first = words[0];
    return {
      id: `d${number}`, turnId: turn, firstWord: first?.id ?? null, lastWord: words.at(-1)?.id ?? null, before: put ? all[at]?.id ?? null : null,
      written: textOf(words), heard: put ? "you know" : words.map(heardFor).filter((one) => one !== "").join(" "),
      start: (first ?? all[at])?.start ?? 0, end: (words.at(-1) ?? all[at])?.end ?? 0, surer: number % 4 === 0,
    };
  });
  const count = transcript.turns.reduce((sum, turn) => sum + turn.words.length, 0);
  return { engine: "vosk", model: vosk, createdAt: "2026-11-23T14:00:00Z", agreement: 1 - (differences.length * 1.6) / count, differences };
}

export function versionsOf(transcript: Transcript, proposal: Proposal | undefined): TranscriptVersion[] {
  const first: TranscriptVersion = { id: `${transcript.id}-first`, engine: "vosk", model: vosk, language: transcript.language, createdAt: "2026-11-18T11:20:00Z", state: "earlier", from: null, to: null };
  const present: TranscriptVersion = { id: transcript.id, engine: transcript.engine, model: transcript.model, language: transcript.language, createdAt: transcript.createdAt, state: "present", from: null, to: null };
  return [first, present, ...(proposal === undefined ? [] : [{ id: `${transcript.id}-proposed`, engine: proposal.engine, model: proposal.model, language: proposal.language, createdAt: proposal.createdAt, state: "proposed" as const, from: proposal.from, to: proposal.to }])];
}
