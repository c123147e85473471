import { says } from "./fake/says.ts";
import type * as t from "../src/api/types.ts";

/** Invented people, units and sessions for looking at pages without a server. */

const criterion = (number: string, text: string): t.Criterion => ({ id: `ac-${number}`, number, text });

export const unit: t.Unit = {
  id: "u1", title: "Agree and keep up services with other organisations", number: "Unit 7", reference: "X/000/1234", level: "4", creditValue: 6, guidedLearningHours: 35,
  purpose: "This unit is for people who agree with other organisations what each will do for the people they serve, and who keep such agreements alive.\nIt is assessed in the workplace.",
  simulationAllowed: false,
  evidenceRequirements: "Evidence has to come from the learner’s own work over a period of time. At least two agreements have to be covered.",
  methods: [
    { name: "Professional discussion", text: "A planned conversation, led by the learner, in which they show what they know and why they acted as they did." },
    { name: "Questioning", text: "Used to fill gaps left by other evidence." },
    { name: "Direct observation", text: "" },
  ],
  inUse: true,
  outcomes: [
    { id: "lo1", number: "1", text: "Be able to find out what is needed from other organisations", criteria: [
      criterion("1.1", "Identify the organisations whose work touches the people being served"),
      criterion("1.2", "Explain the aims, policies and resources of each of them, and how far they fit the aims of one’s own service"),
      criterion("1.3", "Introduce one’s own service in a way that promotes understanding and trust"),
      criterion("1.4", "Find out which resources each side can bring"),
    ] },
    { id: "lo2", number: "2", text: "Be able to agree what each side does", criteria: [
      criterion("2.1", "Define the roles and responsibilities of everyone taking part, in terms that leave no doubt about who does what by when and what happens where somebody cannot keep to it"),
      criterion("2.2", "Negotiate terms that serve the people concerned"),
      criterion("2.3", "Record agreements so that others can act on them"),
    ] },
    { id: "lo3", number: "3", text: "Be able to keep agreements alive", criteria: [
      criterion("3.1", "Review agreements at the times agreed"),
      criterion("3.2", "Settle disagreements without harm to the people served"),
      criterion("3.3", "Change or end agreements that no longer serve"),
    ] },
  ],
};

export const people: t.Person[] = [
  { id: "p1", name: "Margaret Holloway", email: "margaret@centre.example", learnerNumber: null, roles: ["administrator", "assessor"], canSignIn: true, disabled: false },
  { id: "p2", name: "Tomasz Zieliński", email: "tomasz@centre.example", learnerNumber: null, roles: ["assessor"], canSignIn: true, disabled: false },
  { id: "p3", name: "Adaeze Okonkwo", email: null, learnerNumber: "L-20418", roles: ["learner"], canSignIn: false, disabled: false },
  { id: "p4", name: "Rhys Llewellyn-Pritchard ap Gwilym", email: "rhys@learners.example", learnerNumber: "L-20433", roles: ["learner"], canSignIn: true, disabled: false },
  { id: "p5", name: "ليلى المنصوري", email: null, learnerNumber: "L-20440", roles: ["learner"], canSignIn: false, disabled: false },
  { id: "p6", name: "Joan Fairweather", email: "joan@centre.example", learnerNumber: null, roles: ["iqa"], canSignIn: true, disabled: false },
  { id: "p7", name: "Peter Nowhere", email: "peter@centre.example", learnerNumber: null, roles: ["assessor"], canSignIn: true, disabled: true },
  { id: "p8", name: "Min-ji Kim", email: null, learnerNumber: null, roles: ["learner"], canSignIn: false, disabled: false },
];

const name = (id: string): t.PersonName => ({ id, name: people.find((each) => each.id === id)?.name ?? id });

export function enrolment(id: string, learner: string, passages: number[], sessions: t.SessionSummary[]): t.Enrolment {
  return {
    id, learner: name(learner), unit: { id: unit.id, title: unit.title, number: unit.number }, assessor: name("p1"), iqa: learner === "p5" ? null : name("p6"), createdAt: "2026-10-01T09:00:00Z",
    criteria: unit.outcomes.flatMap((each) => each.criteria).map((each, index) => ({ number: each.number, passages: passages[index] ?? 0 })),
    sessionCount: sessions.length, lastSessionAt: sessions.length === 0 ? null : "2026-11-20T10:00:00Z", sessions,
  };
}

const session = (id: string, state: t.SessionSummary["state"], tags: number, date = "2026-11-20"): t.SessionSummary => ({
  id, method: id === "s2" ? "oral-questioning" : "professional-discussion", date, place: "Resource centre, room 2", title: `Professional discussion, 20 Nov 2026`, recordings: state === "none" ? 0 : 1,
  durationSeconds: state === "none" ? 0 : 2470, state, tags,
});

export const enrolments: t.Enrolment[] = [
  enrolment("e1", "p3", [3, 1, 0, 2, 1, 0, 1, 0, 0, 0], [session("s1", "ready", 8), session("s2", "working", 0, "2026-11-23"), session("s4", "none", 0, "2026-11-27")]),
  enrolment("e2", "p4", [1, 1, 1, 1, 2, 1, 1, 3, 1, 1], [session("s3", "ready", 0, "2026-11-18")]),
  enrolment("e3", "p5", [], []),
];

const passage = (id: string, number: string, start: number, quote: string, state: t.Tag["state"] = "active"): t.CoveragePassage => ({
  id, recordingId: "r1", transcriptId: "t1", sessionId: "s1", criterion: criterion(number, ""), firstWord: 12, lastWord: 40, start, end: start + 14, quote,
  reason: id === "g1" ? "Names the agencies and how she found them" : "", by: name("p1"), at: "2026-11-20T11:10:00Z", state, sessionTitle: "Professional discussion, 20 Nov 2026", sessionDate: "2026-11-20", method: "professional-discussion",
});

export function coverage(of: t.Enrolment): t.Coverage {
  const quotes: Record<string, t.CoveragePassage[]> = of.id !== "e1" ? {} : {
    "1.1": [passage("g1", "1.1", 47, "I made a list of every agency in the borough that our clients might end up with and picked out the three that we kept meeting at case reviews"), passage("g2", "1.1", 75, "and the housing association, because nobody had thought of them"), passage("g3", "1.1", 412, "We went through the referrals of the last two years to see who else had been there before us.")],
    "1.2": [passage("g4", "1.2", 160, "their policy says thirty days and ours says ten so the first thing was to say that out loud", "review")],
    "1.4": [passage("g5", "1.4", 610, "they had a van and a driver two mornings a week, we had the room"), passage("g6", "1.4", 700, "nobody had money")],
    "2.1": [passage("g7", "2.1", 901, "so I wrote down who calls whom, and what happens when nobody picks up the phone, because that is where it had gone wrong the year before")],
    "2.3": [passage("g8", "2.3", 1500, "it is one page and it hangs in both offices")],
  };
  return {
    enrolmentId: of.id, unit: { id: unit.id, title: unit.title },
    outcomes: unit.outcomes.map((outcome) => ({ number: outcome.number, text: outcome.text, criteria: outcome.criteria.map((each) => ({ criterion: each, passages: quotes[each.number] ?? [] })) })),
  };
}

export const models: t.ModelsState = {
  folder: "data/models", diskFreeBytes: 21_400_000_000,
  models: [
    { name: "whisper-base", engine: "whisper", languages: ["en", "cy", "fr", "de", "ko", "pl"], sizeBytes: 198_000_000, installed: true, carried: true, sha256: "ab34".repeat(16), licence: "MIT", note: says("Reads many languages; good on two voices in a quiet room."), url: null, install: null },
    { name: "vosk-model-small-en-us-0.15", engine: "vosk", languages: ["en"], sizeBytes: 41_000_000, installed: true, carried: false, sha256: "cd81".repeat(16), licence: "Apache-2.0", note: says("Small and quick."), url: "https://models.example/small.zip", install: null },
    { name: "vosk-model-en-us-0.22-lgraph", engine: "vosk", languages: ["en"], sizeBytes: 134_000_000, installed: false, carried: false, sha256: null, licence: "Apache-2.0", note: says("A middle way."), url: "https://models.example/l.zip", install: { state: "running", receivedBytes: 61_000_000, totalBytes: 134_000_000, step: says("Fetching"), problem: null } },
    { name: "vosk-model-en-us-0.22", engine: "vosk", languages: ["en"], sizeBytes: 1_900_000_000, installed: false, carried: false, sha256: null, licence: "Apache-2.0", note: says("The most exact for American English; needs 6 GB of memory."), url: "https://models.example/b.zip", install: { state: "failed", receivedBytes: 0, totalBytes: null, step: says(""), problem: says("models.example cannot be reached: this machine may have no internet.") } },
    { name: "vosk-model-small-ko-0.22", engine: "vosk", languages: ["ko"], sizeBytes: 82_000_000, installed: false, carried: false, sha256: null, licence: "Apache-2.0", note: says(""), url: "https://models.example/ko.zip", install: null },
  ],
};

export const glossary: t.Glossary = {
  terms: ["Llewellyn-Pritchard", "SafeStart", "multi-agency risk assessment conference", "MARAC", "Section 117", "Cwm Taf", "SLA", "GLH", "Gillick competence"], changedBy: name("p2"), changedAt: "2026-11-19T15:20:00Z",
};

export const vocabulary: t.SessionVocabulary = {
  unit: "negotiate, agreement, organisations, policies, resources, roles, responsibilities, disagreement, simulation, stakeholders, commissioning, safeguarding, referral, escalation, accountability, partnership, procedures, contractual, obligations, monitoring, evaluation, performance, indicators, confidentiality, consent, advocacy, entitlement, eligibility, provision, outcomes, interventions, arrangements, protocol, jurisdiction, arbitration, mediation, renegotiate, terminate, sustain, review, amendment, signatory".split(", "),
  names: ["Margaret Holloway", "Adaeze Okonkwo"], glossary: glossary.terms,
};

export const checks: Record<string, t.ModelCheck> = {
  "whisper-base": { name: "whisper-base", state: "as-listed", message: says("Every file is as it was published.") },
  "vosk-model-small-en-us-0.15": { name: "vosk-model-small-en-us-0.15", state: "damaged", message: says("The file am/final.mdl is not as it was when it was installed. Remove the model and install it again; transcripts made with it stay.") },
};

const job = (state: t.Job["state"], part: Partial<t.Job> = {}): t.Job => ({
  id: `j-${state}`, kind: "transcribe", recordingId: "r2", state, progress: 0.34, secondsLeft: 245, step: says("Listening with whisper-base"), problem: null, createdAt: "2026-11-23T10:00:00Z", finishedAt: null, ...part,
});

const recording = (id: string, part: Partial<t.Recording>): t.Recording => ({
  id, sessionId: "s1", fileName: "2026-11-20 Adaeze Okonkwo.webm", mediaType: "audio/webm", source: "microphone", state: "ready", receivedChunks: 2470, lengthBytes: 29_640_000,
  sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", durationSeconds: 2470, channels: 1, format: "WebM, Opus", problem: null, setAside: false, createdAt: "2026-11-20T10:02:00Z",
  createdBy: name("p1"), job: null, transcriptId: null, proposalId: null, parts: [], microphones: [], lastReceivedAt: null, joinedFrom: [], joinedInto: null, ...part,
});

export const recordings: Record<string, t.Recording[]> = {
  s1: [recording("r1", { transcriptId: "t1", job: job("done") })],
  s2: [
    recording("r2", { sessionId: "s2", job: job("running") }),
    recording("r3", { sessionId: "s2", source: "file", fileName: "Voice memo 14 – follow-up, second part (phone).m4a", job: job("failed", { problem: says("The engine stopped while it listened to 12:04 (out of memory).") }) }),
    recording("r4", { sessionId: "s2", source: "file", fileName: "Minutes.wav", state: "unreadable", durationSeconds: null, problem: says("Minutes.wav is a text file, not sound."), lengthBytes: 1204 }),
    recording("r5", { sessionId: "s2", source: "file", fileName: "broken-off.mp3", state: "receiving", sha256: null, durationSeconds: null, lengthBytes: 8_388_608, receivedChunks: 2 }),
    recording("r10", { sessionId: "s2", state: "receiving", sha256: null, durationSeconds: null, lengthBytes: 8_700_000, receivedChunks: 725, createdAt: "2026-11-23T09:02:00Z", lastReceivedAt: "2026-11-23T09:14:05Z", parts: [{ number: 0, firstChunk: 0, lengthBytes: 3_600_000, startSeconds: 0, durationSeconds: 300 }, { number: 1, firstChunk: 300, lengthBytes: 3_600_000, startSeconds: 300, durationSeconds: 300 }, { number: 2, firstChunk: 600, lengthBytes: 1_500_000, startSeconds: 600, durationSeconds: 124 }] }),
    recording("r11", { sessionId: "s2", parts: [{ number: 0, firstChunk: 0, lengthBytes: 3_600_000, startSeconds: 0, durationSeconds: 300.4 }, { number: 1, firstChunk: 300, lengthBytes: 3_100_000, startSeconds: 300.4, durationSeconds: 261 }], microphones: [{ label: "Desk microphone", speaker: "Margaret Holloway" }, { label: "USB headset", speaker: "Adaeze Okonkwo" }], transcriptId: "t11", createdAt: "2026-11-20T11:02:00Z" }),
    recording("r6", { sessionId: "s2", source: "file", fileName: "wrong meeting.mp3", setAside: true }),
    recording("r7", { sessionId: "s2", job: job("queued", { progress: null, secondsLeft: null, step: says("") }), source: "file", fileName: "third.flac" }),
  ],
  s3: [recording("r8", { sessionId: "s3", transcriptId: "t8" })], s4: [],
};

export function sessionOf(id: string): t.Session {
  const holder = enrolments.find((each) => each.sessions.some((other) => other.id === id)) ?? enrolments[0]!;
  return {
    id, title: "Professional discussion, 20 Nov 2026", enrolment: holder, unit, recordings: recordings[id] ?? [], mayEdit: true,
    enrolmentId: holder.id, method: "professional-discussion", date: "2026-11-20", startTime: "10:30", place: "Resource centre, room 2", mode: "face-to-face", language: "en",
    notes: "Prefers to see the questions a day before.", people: [{ name: "Margaret Holloway", role: "Assessor" }, { name: holder.learner.name, role: "Learner" }],
    questions: id === "s3" ? [] : [
      { id: "q1", text: "How did you decide who to talk to first?", criterionIds: ["ac-1.1"] },
      { id: "q2", text: "Tell me about a time when the aims of the other side did not fit yours. What did you do, and what would you do differently now?", criterionIds: ["ac-1.2", "ac-2.2"] },
      { id: "q3", text: "Who does what, and where is that written down?", criterionIds: ["ac-2.1", "ac-2.3"] },
      { id: "q4", text: "When did you last look at the agreement together?", criterionIds: ["ac-3.1"] },
    ],
  };
}
