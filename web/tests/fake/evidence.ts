import { says } from "./says.ts";
import type { Coverage, EnrolmentSummary, FacetValue, Matrix, MatrixCell, OtherEvidence, OtherEvidenceRequest, PassageList, PassageRow } from "../../src/api/types";
import type { Said } from "../../src/texts/texts";
import { strengthOf, stronger } from "../../src/parts/strengths.ts";

/** What is put in on the fake server; by enrolment. */
const others = new Map<string, OtherEvidence[]>();

export function othersOf(enrolment: string): OtherEvidence[] {
  const held = others.get(enrolment);
  if (held !== undefined) return held;
  const first: OtherEvidence[] = [{
    id: `o-${enrolment}`, enrolmentId: enrolment, kind: "witness-testimony", title: "Manager’s statement", location: "Portfolio, section 4, page 12", relevance: "She led the talks on her own.", date: "2026-10-14",
    criteria: [], by: { id: "p1", name: "Margaret Holloway" }, at: "2026-10-15T09:00:00Z", withdrawn: false, version: 1,
  }, {
    id: `o-${enrolment}-old`, enrolmentId: enrolment, kind: "work-product", title: "Draft of the agreement with the housing service, before it was signed", location: "https://files.centre.example/portfolios/2026/okonkwo/agreements/housing-service-draft-3-not-signed.pdf", relevance: "Shows what each side asked for.", date: null,
    criteria: [{ criterionId: "ac-2.1", strength: "partly" }, { criterionId: "ac-2.2", strength: "context" }], by: { id: "p1", name: "Margaret Holloway" }, at: "2026-10-02T09:00:00Z", withdrawn: true, version: 2,
  }];
  // one learner has nothing but recordings
  others.set(enrolment, enrolment === "e3" ? [] : first);
  return othersOf(enrolment);
}

/** Changes, withdraws or puts back one piece; undefined: there is none of that name, null: it is another version than was seen. */
export function changeOther(id: string, part: Partial<OtherEvidence>, seen: number | null = null): OtherEvidence | null | undefined {
  const holder = [...others].find(([, list]) => list.some((one) => one.id === id));
  const held = holder?.[1].find((one) => one.id === id);
  if (holder === undefined || held === undefined) return undefined;
  if (part.title?.includes("!overtake") === true) others.set(holder[0], holder[1].map((one) => (one === held ? { ...held, title: `${held.title}, signed`, version: held.version + 1 } : one)));
  if (part.title?.includes("!overtake") === true || (seen !== null && seen !== held.version)) return null;
  const now = { ...held, ...part, version: held.version + 1 };
  others.set(holder[0], holder[1].map((one) => (one === held ? now : one)));
  return now;
}

/** Tags of the list of passages that were changed, by their id in it, with what they were; and those that were taken back since. */
const retagged = new Map<string, { now: Partial<PassageRow>; undone: boolean }>();

export function retag(id: string, now: Partial<PassageRow>): void {
  retagged.set(id, { now, undone: false });
}

/** Takes the change of that tag back, or makes it again; false: there is none. */
export function moveRetag(id: string, undone: boolean): boolean {
  const held = retagged.get(id);
  if (held !== undefined) retagged.set(id, { ...held, undone });
  return held !== undefined;
}

export function addOther(enrolment: string, request: OtherEvidenceRequest): OtherEvidence {
  const made = { ...request, id: `o-${enrolment}-${othersOf(enrolment).length}`, enrolmentId: enrolment, by: { id: "p1", name: "Margaret Holloway" }, at: "2026-11-23T10:00:00Z", withdrawn: false, version: 1 };
  others.set(enrolment, [...othersOf(enrolment), made]);
  return made;
}

export function matrixOf(coverage: Coverage): Matrix {
  const columns: Matrix["columns"] = [];
  for (const passage of coverage.outcomes.flatMap((one) => one.criteria).flatMap((one) => one.passages)) {
    if (!columns.some((one) => one.id === passage.sessionId)) columns.push({ kind: "session", id: passage.sessionId, title: passage.sessionTitle, date: passage.sessionDate, location: null, method: passage.method });
  }
  const evidence = othersOf(coverage.enrolmentId).filter((one) => !one.withdrawn);
  for (const one of evidence) columns.push({ kind: "other", id: one.id, title: one.title, date: one.date, location: one.location, method: null });
  const rows = coverage.outcomes.flatMap((outcome) => outcome.criteria.map(({ criterion, passages }, at) => {
    const cells = columns.flatMap((column): MatrixCell[] => {
      const held = passages.filter((one) => one.sessionId === column.id && one.state !== "withdrawn");
      const meets = evidence.find((one) => one.id === column.id)?.criteria.find((one) => one.criterionId === criterion.id);
      if (meets !== undefined) return [{ column: column.id, strength: meets.strength, passages: 1, unchecked: 0, review: 0, tagId: null, recordingId: null, start: null, end: null, firstWord: null }];
      const [first] = held;
      if (first === undefined) return [];
      return [{
        column: column.id, strength: held.map(strengthOf).reduce(stronger), passages: held.length, unchecked: at % 2 === 0 ? held.length : 0, review: held.filter((one) => one.state === "review").length,
        tagId: first.id, recordingId: first.recordingId, start: first.start, end: first.end, firstWord: first.firstWord,
      }];
    });
    const state = cells.length === 0 ? ("none" as const) : cells.map((one) => one.strength).reduce(stronger);
    return { outcome: outcome.number, criterion, state, unchecked: cells.length > 0 && cells.every((one) => one.unchecked > 0), review: cells.reduce((sum, one) => sum + one.review, 0), cells };
  }));
  const missing = rows.flatMap((row): Matrix["missing"] => (row.state === "none" ? [{ criterion: row.criterion, why: "nothing", text: says(`There is no evidence for ${row.criterion.number} yet.`, "There is no evidence for {criterion} yet.", { criterion: row.criterion.number }) }]
    : row.state === "fully" ? (row.unchecked ? [{ criterion: row.criterion, why: "unchecked", text: says(`The evidence for ${row.criterion.number} rests on words that nobody has checked.`, "The evidence for {criterion} rests on words that nobody has checked.", { criterion: row.criterion.number }) }] : []) : [{ criterion: row.criterion, why: row.state, text: says(`The evidence meets ${row.criterion.number} only partly.`, "The evidence meets {criterion} only partly.", { criterion: row.criterion.number }) }]));
  return { enrolmentId: coverage.enrolmentId, columns, rows, missing };
}

/** As the server says it: the method and the day are sentences in their places. */
function sessionSaid({ sessionTitle, sessionDate, learner }: PassageRow): Said {
  const [year = "", , day = ""] = sessionDate.split("-");
  const [method = "", date = ""] = sessionTitle.split(", ");
  const month = date.split(" ")[1] ?? "";
  const session = says(sessionTitle, "{method}, {date}", { method: says(method), date: says(date, "{day} {month} {year}", { day: String(Number(day)), month: says(month), year }) });
  return says(`${sessionTitle}, ${learner.name}`, "{session}, {learner}", { session, learner: learner.name });
}

export function passagesOf(all: readonly { enrolment: EnrolmentSummary; coverage: Coverage }[], query: URLSearchParams): PassageList {
  const rows = all.flatMap(({ enrolment, coverage }) => coverage.outcomes.flatMap((one) => one.criteria).flatMap((one) => one.passages).map((passage): PassageRow => ({
    ...passage, id: `${enrolment.id}-${passage.id}`, learner: enrolment.learner, assessor: enrolment.assessor, unit: enrolment.unit, enrolmentId: enrolment.id, method: "professional-discussion", speakers: [enrolment.learner.name, "Speaker 2"], unnamed: [null, 2], recordingName: "discussion.wav",
  }))).map((row): PassageRow => { const held = retagged.get(row.id); return held === undefined || held.undone ? row : { ...row, ...held.now }; });
  const is = (name: string, value: string) => query.getAll(name).length === 0 || query.getAll(name).includes(value);
  const found = rows.filter((row) => is("criterion", row.criterion.id) && is("learner", row.learner.id) && is("enrolment", row.enrolmentId) && is("strength", strengthOf(row)) && is("state", row.state)
    && row.quote.toLowerCase().includes((query.get("q") ?? "").toLowerCase()));
  const values = (of: (row: PassageRow) => [value: string, label: string, said?: Said]): FacetValue[] => {
    const counted = new Map<string, FacetValue>();
    for (const row of found) {
      const [value, label, said = null] = of(row);
      counted.set(value, { value, label, said, count: (counted.get(value)?.count ?? 0) + 1 });
    }
    return [...counted.values()];
  };
  return {
    total: found.length, page: 1, pages: 1, seconds: found.reduce((sum, row) => sum + row.end - row.start, 0), passages: found,
    facets: {
      criterion: values((row) => [row.criterion.id, `${row.criterion.number} ${row.criterion.text}`]), unit: values((row) => [row.unit.id, row.unit.title]), learner: values((row) => [row.learner.id, row.learner.name]),
      assessor: values((row) => [row.assessor.id, row.assessor.name]), session: values((row) => [row.sessionId, `${row.sessionTitle}, ${row.learner.name}`, sessionSaid(row)]), speaker: values(() => ["Speaker 2", "Speaker 2", says("Speaker 2", "Speaker {number}", { number: "2" })]),
      method: values((row) => [row.method, row.method]), tagger: values((row) => [row.by.id, row.by.name]), strength: values((row) => [strengthOf(row), strengthOf(row)]), state: values((row) => [row.state, row.state]),
    },
  };
}
