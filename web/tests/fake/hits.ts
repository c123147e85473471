import type { FacetValue, Hit, SearchResult } from "../../src/api/types";
import { enrolment, unit, type World } from "./recordings.ts";

const facet = (values: Map<string, FacetValue>): FacetValue[] => [...values.values()].sort((a, b) => b.count - a.count);

function countBy(hits: readonly Hit[], of: (hit: Hit) => [string, string] | null): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const hit of hits) {
    const pair = of(hit);
    if (pair === null) continue;
    const held = values.get(pair[0]);
    if (held) held.count += 1;
    else values.set(pair[0], { value: pair[0], label: pair[1], count: 1 });
  }
  return facet(values);
}

function stretches(text: string, words: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const word of words) {
    for (const match of text.toLowerCase().matchAll(new RegExp(`\\b${word.replaceAll(/[^\p{L}\p{N}]/gu, "")}\\w*`, "gu"))) found.push([match.index, match.index + match[0].length]);
  }
  return found;
}

/** Finds turns and tags that hold every word by its beginning: enough to look at the search page. */
export function searchWorld(world: World, query: URLSearchParams): SearchResult {
  const text = query.get("q") ?? "";
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const all: Hit[] = [];
  const add = (hit: Omit<Hit, "highlights">) => {
    const highlights = stretches(hit.text, words);
    if (words.length > 0 && words.every((word) => hit.text.toLowerCase().includes(word))) all.push({ ...hit, highlights });
  };
  for (const [recording, transcript] of world.transcripts) {
    if (recording === "read") continue;
    const session = [...world.sessions.values()].find((one) => one.recordings.some((held) => held.id === recording));
    for (const turn of transcript.turns.slice(0, 400)) {
      add({
        kind: "transcript", id: `${recording}-${turn.id}`, session: session?.id ?? null, recording, enrolment: enrolment.id, unit: unit.id, start: turn.start, end: turn.end,
        word: turn.words[0]?.id ?? null, title: session?.title ?? "", text: turn.words.map((word) => word.text).join(" "), learner: "Dana Whitlock", assessor: "Priya Raman",
        unitTitle: unit.title, criterion: null, date: session?.date ?? null, method: session?.method ?? null, speaker: turn.speaker === 1 ? "Priya Raman" : "Speaker 2", unnamed: turn.speaker === 1 ? null : 2,
      });
    }
  }
  for (const tag of world.tags.slice(0, 12)) {
    add({
      kind: "tag", id: tag.id, session: tag.sessionId, recording: tag.recordingId, enrolment: enrolment.id, unit: unit.id, start: tag.start, end: tag.end, word: tag.firstWord,
      title: "Professional discussion, 18 Nov 2026", text: tag.reason === "" ? tag.quote : `${tag.quote} (${tag.reason})`, learner: "Dana Whitlock", assessor: "Priya Raman", unitTitle: unit.title,
      criterion: tag.criterion.number, date: "2026-11-18", method: "professional-discussion", speaker: null, unnamed: null,
    });
  }
  for (const { criteria } of unit.outcomes) {
    for (const one of criteria) {
      add({ kind: "unit", id: one.id, session: null, recording: null, enrolment: null, unit: unit.id, start: null, end: null, word: null, title: unit.title, text: `${one.number} ${one.text}`, learner: null, assessor: null, unitTitle: unit.title, criterion: one.number, date: null, method: null, speaker: null, unnamed: null });
    }
  }
  for (const session of world.sessions.values()) {
    add({ kind: "session", id: session.id, session: session.id, recording: null, enrolment: enrolment.id, unit: unit.id, start: null, end: null, word: null, title: session.title, text: `${session.title} · Dana Whitlock · ${unit.title}`, learner: "Dana Whitlock", assessor: "Priya Raman", unitTitle: unit.title, criterion: null, date: session.date, method: session.method, speaker: null, unnamed: null });
  }
  const kind = query.get("kind");
  const criterion = query.get("criterion");
  const hits = all.filter((hit) => (kind === null || hit.kind === kind) && (criterion === null || hit.criterion === criterion));
  const page = Number(query.get("page") ?? 1);
  const label = { transcript: "Said", tag: "Tagged", note: "Notes", session: "Sessions", unit: "Criteria" };
  return {
    query: text, total: hits.length, page, pages: Math.ceil(hits.length / 20), hits: hits.slice((page - 1) * 20, page * 20), suggestion: hits.length === 0 && text === "agrement" ? "agreement" : null, tookMillis: 12,
    facets: {
      kind: countBy(hits, (hit) => [hit.kind, label[hit.kind]]), learner: countBy(hits, (hit) => (hit.learner === null ? null : ["p-dana", hit.learner])),
      unit: countBy(hits, (hit) => [unit.id, hit.unitTitle ?? ""]), criterion: countBy(hits, (hit) => (hit.criterion === null ? null : [hit.criterion, hit.criterion])),
      assessor: countBy(hits, (hit) => (hit.assessor === null ? null : ["p-priya", hit.assessor])), method: countBy(hits, (hit) => (hit.recording === null ? null : ["professional-discussion", "Professional discussion"])),
      date: countBy(hits, (hit) => (hit.date === null ? null : ["2026-11", "November 2026"])),
    },
  };
}
