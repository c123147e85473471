/**
 * What the server sends and takes, as JSON. The contract between `web` (front end) and the Java
 * rooms: the Java records have the same names and fields, `openapi.yaml` says the same in full.
 *
 * Times of the day are ISO 8601 in UTC ("2026-11-23T10:00:00Z"), dates "2026-11-23"; positions in a
 * recording are seconds (numbers, milliseconds after the point); lengths in bytes. An absent value is null.
 */

import type { Said } from "../texts/texts";

export type Role = "administrator" | "assessor" | "learner" | "iqa" | "eqa";
export type Method = "professional-discussion" | "oral-questioning";

/** What the server says to people: `said` in texts.ts says it in the language of the page. */
export type { Said } from "../texts/texts";

/** Every answer that is not 2xx: a sentence for the person with the text that it was made of, and its kind for the program. */
export interface ProblemBody {
  kind:
    | "bad-input" | "not-signed-in" | "forbidden" | "not-found" | "conflict"
    | "too-large" | "too-many" | "missing-model" | "unavailable" | "cancelled" | "bug";
  message: string;
  text: string;
  /** facts that a program can act on, and what stands in the places of the text */
  [fact: string]: unknown;
}

// --- set-up and signing in -------------------------------------------------------------------
/** GET /api/setup */
export interface SetupState { needed: boolean; sampleOpen: boolean; centreName: string | null; version: string }
/** POST /api/setup -> Me. The key is the one-time key that the console printed. */
export interface SetupRequest { key: string; centre: { name: string; number: string | null; timeZone: string }; account: { name: string; email: string; password: string } }
/** POST /api/setup/sample {key} -> SampleCentre; signs in as its assessor. */
export interface SampleCentre { accounts: { name: string; role: Role; email: string; password: string }[]; sessionId: string; recordingId: string }
/** POST /api/sign-in -> Me; POST /api/sign-out -> 204; POST /api/me/password {old, new} -> 204 */
export interface SignInRequest { email: string; password: string }
/** GET /api/me */
export interface Me { person: Person; centre: { name: string; number: string | null; timeZone: string; sample: boolean } }

// --- people ----------------------------------------------------------------------------------
/** GET /api/people?role=ROLE -> Person[]; POST /api/people PersonRequest -> Person; PUT /api/people/{id} PersonRequest -> Person */
export interface Person { id: string; name: string; email: string | null; learnerNumber: string | null; roles: Role[]; canSignIn: boolean; disabled: boolean; /** what this person may do beyond the roles */ rights?: Right[] }
/** password null: unchanged (or, for a new person, none: a learner need not sign in). */
export interface PersonRequest { name: string; email: string | null; learnerNumber: string | null; roles: Role[]; password: string | null; disabled: boolean; rights?: Right[] }
/** redactions: sees and hears what was redacted, and may lift it */
export type Right = "redactions";
export interface PersonName { id: string; name: string }

// --- criteria --------------------------------------------------------------------------------
export interface Criterion { id: string; number: string; text: string }
export interface Outcome { id: string; number: string; text: string; criteria: Criterion[] }
/** GET /api/units -> UnitSummary[] */
export interface UnitSummary { id: string; title: string; number: string | null; reference: string | null; level: string | null; outcomeCount: number; criterionCount: number; enrolmentCount: number }
/** GET /api/units/{id} */
export interface Unit {
  id: string; title: string; number: string | null; reference: string | null; level: string | null;
  creditValue: number | null; guidedLearningHours: number | null; purpose: string | null;
  /** null: the specification does not say */
  simulationAllowed: boolean | null; evidenceRequirements: string | null;
  outcomes: Outcome[]; methods: { name: string; text: string }[];
  /** true once a session or tag rests on it: then it cannot be changed any more */
  inUse: boolean;
}
/** POST /api/units (save) and PUT /api/units/{id}; also what a preview understood. */
export interface UnitDraft {
  title: string; number: string | null; reference: string | null; level: string | null;
  creditValue: number | null; guidedLearningHours: number | null; purpose: string | null;
  simulationAllowed: boolean | null; evidenceRequirements: string | null;
  outcomes: { number: string; text: string; criteria: { number: string; text: string }[] }[];
  methods: { name: string; text: string }[];
}
/** POST /api/units/preview: body is the raw text or file (text/plain, text/csv or application/octet-stream; header X-File-Name optional). Saves nothing. */
export interface UnitPreview {
  draft: UnitDraft;
  /** what was not understood or contradicts itself; line counts from 1, null: the whole text */
  problems: { line: number | null; message: Said }[];
  /** the text as read, line by line, each with the part of the draft it became, e.g. "title", "criterion 2.3", "method Questioning"; null: not used */
  lines: { number: number; text: string; became: Said | null }[];
}

// --- enrolments and sessions -----------------------------------------------------------------
/** GET /api/enrolments -> EnrolmentSummary[] (those the person may see); POST /api/enrolments -> EnrolmentSummary; PUT /api/enrolments/{id} -> EnrolmentSummary */
export interface EnrolmentRequest { learnerId: string; unitId: string; assessorId: string; iqaId: string | null }
export interface EnrolmentSummary {
  id: string; learner: PersonName; unit: { id: string; title: string; number: string | null };
  assessor: PersonName; iqa: PersonName | null; createdAt: string;
  /** one per criterion in order: number and how many passages are tagged to it */
  criteria: { number: string; passages: number; /** pieces of other evidence */ other?: number }[];
  sessionCount: number; lastSessionAt: string | null;
}
/** GET /api/enrolments/{id} */
export interface Enrolment extends EnrolmentSummary { sessions: SessionSummary[] }
export interface SessionSummary {
  id: string; method: Method; date: string; place: string | null; title: string;
  recordings: number; durationSeconds: number;
  /** none: nothing recorded; receiving; working: being prepared or transcribed; ready: there is a transcript; failed; stopped: by a person, before there was one */
  state: "none" | "receiving" | "working" | "ready" | "failed" | "stopped"; tags: number;
  /** a sentence where nothing of what is in it is shown to the viewer, nor counted; else null */
  withheld?: Said | null;
}
/** POST /api/sessions and PUT /api/sessions/{id} -> Session. startTime "10:30" in the centre's zone. language "en", "ko", ... */
export interface SessionRequest {
  enrolmentId: string; method: Method; date: string; startTime: string | null; place: string | null; mode: "face-to-face" | "remote";
  language: string; notes: string; people: { name: string; role: string }[];
  questions: { id: string | null; text: string; criterionIds: string[] }[];
}
/** GET /api/sessions/{id} */
export interface Session extends SessionRequest {
  id: string; title: string; enrolment: EnrolmentSummary; unit: Unit; recordings: Recording[]; mayEdit: boolean;
  questions: { id: string; text: string; criterionIds: string[] }[];
  /** a sentence where notes and recordings are not shown to the viewer, because somebody withdrew from that; else null */
  withheld?: Said | null;
}

// --- recordings ------------------------------------------------------------------------------
/** POST /api/sessions/{id}/recording-key {recordingId: string | null} -> RecordingKey. null: an id for a recording still to be begun. The same id, the same key, always. */
export interface RecordingKey { recordingId: string; /** base64 of 32 bytes, AES-256-GCM */ key: string }
/**
 * POST /api/sessions/{id}/recordings RecordingRequest -> Recording (state "receiving"). id: as given out with a recording key; absent or null: the server makes one.
 * Begun again with the same id by who may write: the recording as it is. The id of another session's: 409. microphones: in the order of channels, at most 2.
 */
export interface RecordingRequest { id?: string | null; fileName: string; mediaType: string; source: "microphone" | "file"; microphones?: RecordedMicrophone[] }
export interface RecordedMicrophone { label: string; /** who speaks into it */ speaker: string | null }
/**
 * PUT /api/recordings/{id}/chunks/{number}: body the bytes (at most 16 MiB), number from 0, header
 * X-Content-SHA-256 the hash of the chunk in lower-case hex (optional, checked where given) -> ChunkReceipt. Header X-Part: the number of the self-contained
 * part it belongs to (absent: 0); it never falls and rises by at most 1.
 * A repeat of a stored chunk answers the same receipt; a gap is 409 and names the chunk wanted.
 * POST /api/recordings/{id}/complete CompleteRequest -> Recording: closes it, starts preparing and transcribing.
 * GET /api/recordings/{id} -> Recording. GET .../audio: the listening copy (WAV), ranged. GET .../original: the bytes as received, ranged.
 * GET .../peaks -> Peaks. PUT .../name {name: string} -> Recording: 1 to 200 characters, brought on one line; while it is received too.
 * POST .../set-aside {setAside: boolean} -> Recording; taken back while its sound counts in another it was joined with: 409. POST .../transcribe TranscribeRequest -> Job.
 */
export interface ChunkReceipt { number: number; receivedChunks: number; receivedBytes: number }
export interface CompleteRequest { lengthBytes: number | null; sha256: string | null; transcribe: TranscribeRequest | null }
/**
 * vocabulary: whether the unit's words, the names of the people and the centre's glossary guide the engine (absent: true).
 * from, to: seconds, the part to hear; absent or null: the beginning, the end. Of a recording that has a transcript already the result is a Proposal.
 */
export interface TranscribeRequest {
  engine: "auto" | "vosk" | "whisper"; model: string | null; language: string | null; speakers: "auto" | "none" | "channels" | number;
  vocabulary?: boolean; from?: number | null; to?: number | null;
}
export interface Recording {
  id: string; sessionId: string; fileName: string; mediaType: string; source: "microphone" | "file" | "joined";
  /** receiving: not closed yet; preparing; ready: can be heard; unreadable: the bytes are kept, but are no sound */
  state: "receiving" | "preparing" | "ready" | "unreadable";
  receivedChunks: number; lengthBytes: number; sha256: string | null; durationSeconds: number | null; channels: number | null;
  format: string | null; problem: Said | null; setAside: boolean; createdAt: string; createdBy: PersonName;
  /** the newest job of this recording, finished or not */
  job: Job | null; transcriptId: string | null;
  /** a hearing that waits to be looked at; null: none */
  proposalId: string | null;
  /** the self-contained files it is a row of, in order */
  parts: RecordingPart[]; microphones: RecordedMicrophone[]; lastReceivedAt: string | null;
  /** earlier recordings with the same bytes, not set aside, that the viewer may see; problem says it in a sentence */
  sameBytes?: { recordingId: string; sessionId: string; fileName: string; sessionTitle: string | null }[];
  /** of a joined one: what it was joined from */
  joinedFrom: { recordingId: string; offsetSeconds: number }[]; /** of one that was joined: into which */ joinedInto: string | null;
}
/** Times are known once the recording is prepared. */
export interface RecordingPart { number: number; firstChunk: number; lengthBytes: number; startSeconds: number | null; durationSeconds: number | null }
/** GET /api/recordings/{id}/so-far: WAV of what is acknowledged, ranged, while receiving; after closing the listening copy. 404 with a sentence where nothing can be heard yet. */
/** GET /api/recordings/unfinished -> UnfinishedRecording[]: receiving, not set aside, that the viewer may write; the newest first. */
export interface UnfinishedRecording { recording: Recording; sessionTitle: string; method: Method; date: string; learner: string }
/** GET /api/recordings/{id}/chunks -> Manifest; POST /api/recordings/{id}/verify -> Verification: the bytes against their hashes. */
export interface Manifest { sha256: string | null; lengthBytes: number; chunks: { number: number; part: number; offsetBytes: number; lengthBytes: number; sha256: string; receivedAt: string }[] }
export interface Verification { state: "whole" | "damaged" | "missing"; message: Said; damaged: number[]; checkedAt: string }
/** POST /api/sessions/{id}/join JoinRequest -> Recording: one timeline of two or more ready recordings, in that order; the parts are set aside and say joinedInto. */
export interface JoinRequest { recordingIds: string[] }

// --- marks -----------------------------------------------------------------------------------
/** PUT /api/recordings/{id}/marks/{markId} MarkRequest -> Mark (repeat harmless; markId made by the page, 16 to 40 of [A-Za-z0-9_-]); DELETE -> 204 (withdrawn, kept); GET /api/recordings/{id}/marks -> Mark[] in order of time. While receiving and afterwards. */
export type MarkKind = "moment" | "question" | "criterion" | "pause" | "interruption";
export interface MarkRequest {
  kind: MarkKind; /** where it is: the part, and seconds within it */ part: number; partSeconds: number; /** of a pause or an interruption; null: it still lasts, or it has no length */ lengthSeconds: number | null;
  note: string; questionId: string | null; criterionId: string | null; /** by the page's clock */ at: string;
}
export interface Mark extends MarkRequest { id: string; recordingId: string; /** on the recording's timeline: exact once it is prepared */ seconds: number; tagId: string | null; by: PersonName; /** the planned question as it read when it was asked */ questionText?: string | null; /** taken back before this repeat came: it stays so */ withdrawn?: boolean; /** it was noted of something that is redacted, and its note is hidden from the viewer */ redacted?: boolean }
/** min and max of each bucket, -1..1, in turn: [min, max, min, max, ...]; channel 0 only or the mix */
export interface Peaks { durationSeconds: number; bucketSeconds: number; peaks: number[] }

/** GET /api/jobs/{id}; POST /api/jobs/{id}/cancel -> Job; POST /api/jobs/{id}/retry -> Job. Poll about once a second. */
export interface Job {
  id: string; kind: "prepare" | "transcribe" | "second-opinion" | "suggest"; recordingId: string; state: "queued" | "running" | "done" | "failed" | "cancelled";
  /** 0..1, null while not known */
  progress: number | null; secondsLeft: number | null;
  /** what it does now, for the person: "Reading the sound", "Listening with Whisper base" */
  step: Said; problem: Said | null; createdAt: string; finishedAt: string | null;
}

// --- consent and identity --------------------------------------------------------------------
/** GET /api/notice?version= -> Notice (without version: the present one); PUT /api/notice NoticeChange -> Notice (administrator): 409 where another version is there than was seen. Version 0 came with Colloquy; every version is kept for ever. */
export interface Notice { version: number; text: string; changedBy: PersonName | null; changedAt: string | null }
export interface NoticeChange { text: string; seen: number }
/** verify: show to IQA and EQA; standardise: kept and shown, nothing uses it yet */
export type Scope = "record" | "transcribe" | "verify" | "standardise";
export type ConsentHow = "spoken" | "ticked" | "written";
export interface PersonThere { name: string; role: string }
export interface Consent {
  id: string; person: PersonThere; scope: Scope; basis: "notice" | "consent"; how: ConsentHow; noticeVersion: number; givenAt: string; recordedBy: PersonName;
  withdrawn: { at: string; by: PersonName; how: ConsentHow; note: string } | null;
}
/**
 * GET /api/sessions/{id}/consents -> SessionConsents; POST /api/sessions/{id}/consents ConsentRequest -> SessionConsents;
 * POST /api/consents/{id}/withdraw {how, note: string | null} -> SessionConsents (assessor, administrator): all that stands of that person and scope;
 * PUT /api/sessions/{id}/identity IdentityRequest -> SessionConsents.
 * What follows from a withdrawal: record: no recording begins (409); transcribe: nothing is transcribed (409; what runs fails with the sentence); verify: IQA and EQA see that there was the session and nothing in it. Nothing is deleted.
 */
export interface ConsentRequest { person: PersonThere; scopes: Scope[]; basis: "notice" | "consent"; how: ConsentHow; /** null: now */ at: string | null; noticeVersion: number }
export type IdentityHow = "known" | "photo-id" | "centre-id" | "other";
export interface IdentityRequest { person: PersonThere; how: IdentityHow; /** needed where how is other */ note: string | null; at: string | null }
export interface IdentityCheck { person: PersonThere; how: IdentityHow; note: string; at: string; by: PersonName }
export interface SessionConsents {
  notice: Notice; /** of the session; where nobody is named, its learner and assessor */ people: PersonThere[]; /** in the order they were noted, withdrawn ones too */ consents: Consent[];
  /** the newest of each person */ identity: IdentityCheck[]; simulationAllowed: boolean | null;
  /** what somebody took back and has not given again, each with the sentence that says what follows */ withdrawn: { scope: Scope; message: Said }[];
}

// --- files that arrive ------------------------------------------------------------------------
/** GET /api/arrivals -> Arrivals: the viewer's own files in the watch folder; POST /api/sessions/{id}/arrivals {name} -> Recording: takes one in. */
export interface Arrivals { folder: string | null; files: { name: string; lengthBytes: number; changedAt: string }[] }

// --- transcript ------------------------------------------------------------------------------
/** GET /api/recordings/{id}/transcript; 404 while there is none */
export interface Transcript {
  id: string; recordingId: string; version: number; engine: "vosk" | "whisper"; model: { name: string; sha256: string };
  language: string; durationSeconds: number; createdAt: string;
  speakers: SpeakerName[]; turns: Turn[];
  /** what no engine could transcribe, in order of time */
  gaps: Gap[];
  /** the state by passage, in reading order, without overlap; words in none are as the machine heard them */
  checks?: Check[];
}
/** A stretch that could not be transcribed: the engine failed on it twice. */
export interface Gap { start: number; end: number }
/** name: "Speaker 2" until people named it; the page says that in its own language. */
export interface SpeakerName { number: number; name: string; named: boolean }
export interface Turn { id: number; speaker: number | null; start: number; end: number; words: Word[]; corrected: boolean }
/** id: whole number, unique in the transcript, kept for life; machine: id of the machine's word it stands for, null where a person put it in */
export interface Word { id: number; text: string; start: number; end: number; confidence: number | null; machine: number | null; /** a person's data stood here; the text is hidden from the viewer */ redacted?: boolean }
/**
 * PUT /api/transcripts/{id}/turns/{turnId} -> TurnSaved. version: that of the transcript the person saw; 409 where this turn changed since.
 * A text without a word empties the turn: it comes back once with no words and is no longer listed; text put into it again brings it back. 413: more than 2,500 words or 20,000 characters.
 */
export interface TurnCorrection { text: string; version: number; /** typing that goes on: one step of history as long as it is the same person and turn and nothing came between */ continues?: boolean }
export interface TurnSaved { version: number; turn: Turn; tagsToReview: string[] }
/** PUT /api/transcripts/{id}/speakers/{number} {name} -> Transcript["speakers"]; number 1 to 50, known or new; an empty name gives "Speaker 1" back. PUT /api/transcripts/{id}/turns/{turnId}/speaker {speaker, version} -> TurnSaved */
/** GET /api/transcripts/{id}/machine -> Word[]: as the engine gave them, for ever. GET /api/transcripts/{id}/corrections -> Correction[] */
export interface Correction { turnId: number; by: PersonName; at: string; before: string; after: string }

/**
 * PUT /api/transcripts/{id}/words/speaker -> Transcript: these words, both included, have this speaker; turns are split and joined where that is needed. What is so already stays, whatever the version; 409 where a turn that loses words changed since.
 * Given back to whom they were taken from, words are as they were. So it is with PUT .../turns/{turnId}/speaker.
 */
export interface WordsSpeaker { firstWord: number; lastWord: number; speaker: number | null; version: number }
/** POST /api/transcripts/{id}/speakers/swap -> Transcript: what a said is b's and the other way round, from this turn on; null: everywhere. 409 where one of the turns changed since. */
export interface SpeakerSwap { a: number; b: number; fromTurn: number | null; version: number }
/** GET /api/transcripts/{id}/speakers/changes -> SpeakerChange[]: who said that somebody else speaks, the oldest first. */
export interface SpeakerChange { kind: "turn" | "words" | "swap" | "name"; by: PersonName; at: string; firstWord: number | null; lastWord: number | null; before: string; after: string }

// --- hearing again ---------------------------------------------------------------------------
/** GET /api/recordings/{id}/transcripts -> TranscriptVersion[], the oldest first; none is ever deleted. GET /api/transcripts/{id}/machine reads any of them. */
export interface TranscriptVersion {
  id: string; engine: "vosk" | "whisper"; model: { name: string; sha256: string }; language: string; createdAt: string;
  state: "present" | "earlier" | "proposed" | "discarded"; /** the part it heard anew, seconds; null: the whole */ from: number | null; to: number | null;
}
/**
 * GET /api/recordings/{id}/proposal -> Proposal; 404 where none waits. POST /api/proposals/{id}/accept {version} -> Transcript: version is present.version as it was looked at, 409 where the transcript changed since.
 * POST /api/proposals/{id}/discard -> 204; it stays readable among the versions. A newer proposal discards an older one.
 */
export interface Proposal {
  id: string; recordingId: string; engine: "vosk" | "whisper"; model: { name: string; sha256: string }; language: string; createdAt: string;
  from: number | null; to: number | null; present: { id: string; version: number; engine: "vosk" | "whisper"; model: { name: string; sha256: string } };
  /** words: of the present transcript, of the one proposed, and those that are in both */
  wordsBefore: number; wordsAfter: number; wordsSame: number;
  /** what people did, carried over: passages corrected, speakers named or set, tags as they are, tags to look at again */
  kept: { corrections: number; speakers: number; tags: number; tagsToReview: number };
  changes: ProposalChange[];
}
/** Who speaks before and after. */
export interface Voices { before: Said; after: Said }
/** One place that would read differently. Empty before: put in; empty after: left out. kind writing: capitals, punctuation or spaces alone; no tag asks for review because of it. */
export interface ProposalChange { start: number; end: number; kind: "words" | "writing" | "speaker"; speaker: string | null; /** its number where nobody has named it */ unnamed: number | null; /** what before and after begin with where only the speaker changes */ voices: Voices | null; contextBefore: string; before: string; after: string; contextAfter: string; /** tags that would ask for review because of it */ tagIds: string[] }

// --- second opinion --------------------------------------------------------------------------
/**
 * POST /api/transcripts/{id}/second-opinion {engine, model: string | null} -> Job; 424 missing-model where no other engine knows the language. GET /api/transcripts/{id}/second-opinion -> SecondOpinion, 404 where there is none.
 * POST /api/transcripts/{id}/second-opinion/differences/{difference} DifferenceAnswer -> TurnSaved: take true puts in what the other heard (a correction); false keeps what is written, and it is not marked any more; null takes such a keeping back. 409 where that place changed since.
 */
export interface SecondOpinion {
  engine: "vosk" | "whisper"; model: { name: string; sha256: string }; createdAt: string;
  /** share of the words as they read now on which both agree, 0..1 */
  agreement: number; differences: Difference[];
}
export interface Difference {
  id: string; turnId: number;
  /** the words in doubt; both null where the other heard something between words: then it stands before `before` (null: at the turn's end) */
  firstWord: number | null; lastWord: number | null; before: number | null;
  written: string; /** "" where the other heard nothing */ heard: string; start: number; end: number;
  /** the other engine is surer of its words than this one was */
  surer: boolean;
}

export interface DifferenceAnswer { take: boolean | null; version: number }

// --- glossary --------------------------------------------------------------------------------
/** GET /api/glossary -> Glossary; PUT /api/glossary {terms: string[], seen: string | null} -> Glossary (administrator, assessor): at most 500 terms of at most 60 characters; seen: the changedAt of the glossary that was changed, 409 where it is another now; null: not looked. */
export interface Glossary { terms: string[]; changedBy: PersonName | null; changedAt: string | null }
/** GET /api/sessions/{id}/vocabulary -> SessionVocabulary: what guides the engine in this session. */
export interface SessionVocabulary { unit: string[]; names: string[]; glossary: string[] }

// --- evidence --------------------------------------------------------------------------------
/** GET /api/recordings/{id}/tags -> Tag[]; POST /api/transcripts/{id}/tags TagRequest -> Tag[] (one for each criterion); PUT /api/tags/{id} TagChange -> ChangedTag; DELETE /api/tags/{id} -> 204 (withdrawn, kept); POST /api/tags/{id}/restore -> Tag */
/** how far a passage meets its criterion; context: needed to understand another passage */
export type Strength = "fully" | "partly" | "context";
export interface TagRequest { firstWord: number; lastWord: number; criterionIds: string[]; reason: string; /** absent: fully */ strength?: Strength }
export interface TagChange { firstWord: number; lastWord: number; reason: string; reviewed: boolean; strength?: Strength; /** absent: as it is */ criterionId?: string; /** the tag that was changed here: 409 where others changed the same of it meanwhile, and what else they changed stays. Absent: what others changed is not looked at */ seen?: TagSeen }
/** A tag as a page had it; review: it asked to be looked at again. */
export interface TagSeen { firstWord: number; lastWord: number; reason: string; strength: Strength; criterionId: string; review: boolean }
export interface Tag {
  id: string; recordingId: string; transcriptId: string; sessionId: string; criterion: Criterion; firstWord: number; lastWord: number;
  start: number; end: number; quote: string; reason: string; by: PersonName; at: string;
  /** review: its words were corrected after it was made */
  state: "active" | "review" | "withdrawn";
  /** by whom and when; null unless withdrawn */
  withdrawn?: { by: PersonName; at: string } | null;
  strength?: Strength;
  /** the machine proposed it and a person accepted it */
  suggested?: boolean;
  /** how many of its words nobody has checked */
  unchecked?: number;
  /** some of its words are redacted */
  redacted?: boolean;
}
/** step: of the recording's history, by which it can be taken back; null: all was so already */
export interface ChangedTag extends Tag { step: { id: string; text: Said } | null }
/** GET /api/enrolments/{id}/coverage: tags that are active or for review, on recordings not set aside */
export interface Coverage {
  enrolmentId: string; unit: { id: string; title: string };
  outcomes: { number: string; text: string; criteria: { criterion: Criterion; passages: CoveragePassage[] }[] }[];
}
export interface CoveragePassage extends Tag { sessionTitle: string; sessionDate: string; method: Method }

// --- history ---------------------------------------------------------------------------------
export type ChangeKind = "correct" | "split" | "join" | "boundary" | "speaker" | "replace" | "check" | "tag" | "retag" | "untag" | "redact" | "suggestion";
/** One step that can be undone. */
export interface Change {
  id: string; /** rises by one in a recording */ number: number; kind: ChangeKind; /** a sentence for people */ text: Said; by: PersonName; at: string; undone: boolean; mine: boolean;
  turnIds: number[]; tagIds: string[]; /** words, for reading; "" where it has none */ before: string; after: string; /** both, of a change of who speaks */ voices: Voices | null; /** seconds */ start: number | null;
}
/** GET /api/recordings/{id}/history?after=NUMBER -> History: the changes after that number, the oldest first; without it the newest 200. */
export interface History { /** rises also when one is undone or redone */ latest: number; changes: Change[]; /** what my next undo and redo would do */ undo: Change | null; redo: Change | null }
/**
 * POST /api/recordings/{id}/undo {changeId: string | null, version?: number} and .../redo -> Undone. version: of the transcript the page has, so that the delta lacks nothing (without it: since the version before the step is undone). null: my newest step. 409 where somebody changed the same place since: then nothing is undone.
 * Without limit, over reloads. A new change of mine drops my undone ones from redo; they stay readable.
 */
export interface Undone { change: Change; delta: TranscriptDelta | null; /** all of the recording, where tags were touched */ tags: Tag[] | null; history: History }
/** GET /api/recordings/{id}/audit -> AuditEvent[]: who did what, for ever; each holds the SHA-256 of the one before (hash: "" for who does not see what is redacted). */
export interface AuditEvent { number: number; at: string; by: PersonName | null; action: string; text: string; details: Record<string, unknown>; hash: string }

/** What differs from a version of the transcript. GET /api/transcripts/{id}/since/{version}, and the answer of the routes below. */
export interface TranscriptDelta {
  id: string; /** the version that it is about: whoever has this one or a later one misses nothing; else ask since/{version} */ since: number; version: number; /** changed since; without words: gone */ turns: Turn[]; /** ids of all turns with words, in reading order */ order: number[];
  checks: Check[]; speakers: Transcript["speakers"]; tagsToReview: string[]; /** the step that was asked for changed something and can be taken back; false where all was so already, or nothing was asked for */ changed: boolean;
}
/**
 * POST /api/transcripts/{id}/turns/{turnId}/split SplitRequest; .../join {version}: with the next turn, which gets this one's speaker; .../boundary BoundaryRequest: this turn begins at that word, of the turn before or of this one.
 * -> TranscriptDelta. 409 where a turn concerned changed since.
 */
export interface SplitRequest { beforeWord: number; version: number }
export interface BoundaryRequest { firstWord: number; version: number }
/** POST /api/transcripts/{id}/replace/preview ReplaceRequest -> ReplacePreview; POST /api/transcripts/{id}/replace ReplaceAll -> TranscriptDelta, one step to undo. find: words, over borders of words and not of turns. */
export interface ReplaceRequest { find: string; replace: string; matchCase: boolean; wholeWords: boolean; version: number }
export interface ReplaceAll extends ReplaceRequest { /** ids of matches that stay as they are */ skip: string[] }
export interface ReplacePreview { version: number; total: number; matches: ReplaceMatch[] }
export interface ReplaceMatch { id: string; turnId: number; firstWord: number; lastWord: number; start: number; contextBefore: string; before: string; after: string; contextAfter: string }
/** Corrected words count as checked by who corrected them; a changed word is confirmed no longer. how: of a confirmation, by the learner's own account or noted by the assessor in the learner's presence. */
export interface Check { firstWord: number; lastWord: number; state: "checked" | "confirmed"; by: PersonName; at: string; how: "self" | "presence" | null }
/** PUT /api/transcripts/{id}/checks CheckRequest -> TranscriptDelta. The enrolment's assessor: all; the learner's own account: confirms, and takes its own confirmation back ("heard"). */
export interface CheckRequest { firstWord: number; lastWord: number; state: "heard" | "checked" | "confirmed"; how: "presence" | null; version: number }

// --- redaction -------------------------------------------------------------------------------
/** GET /api/recordings/{id}/redactions -> Redactions; POST /api/recordings/{id}/redactions RedactionRequest -> Redactions; DELETE /api/redactions/{id}?recording= -> Redactions: lifts it, which is a right; the answer is about that recording (without it: the one it was made in), which may be one that it was joined into. Every word whose middle lies in it. */
export interface Redactions {
  redactions: Redaction[]; maySee: boolean; mayLift: boolean;
  /** what must not leave on paper in the reasons of tags: names, as parts of words in lower case, and ids of tags whose reasons are hidden whole; null for who does not see it anyway */
  onPaper?: { names: string[]; tags: string[] } | null;
}
export interface Redaction { id: string; start: number; end: number; firstWord: number | null; lastWord: number | null; reason: string; by: PersonName; at: string }
export interface RedactionRequest { firstWord: number; lastWord: number; reason: string; /** that the words are of: 409 where it is not the present one any more */ transcriptId?: string }

// --- passages, matrix, other evidence --------------------------------------------------------
/** GET /api/passages?criterion=&unit=&learner=&assessor=&session=&enrolment=&speaker=&method=&tagger=&strength=&state=&q=&from=&to=&page=&size= -> PassageList: what the viewer may see, by criterion, learner, date, place. */
export interface PassageList {
  total: number; page: number; pages: number; /** of all passages together */ seconds: number; passages: PassageRow[];
  facets: Record<"criterion" | "unit" | "learner" | "assessor" | "session" | "speaker" | "method" | "tagger" | "strength" | "state", FacetValue[]>;
}
export interface PassageRow extends CoveragePassage { learner: PersonName; assessor: PersonName; unit: { id: string; title: string; number: string | null }; enrolmentId: string; speakers: string[]; /** beside each speaker the number of one that nobody has named */ unnamed: (number | null)[]; recordingName: string }
/** GET /api/enrolments/{id}/matrix -> Matrix */
export interface Matrix { enrolmentId: string; columns: MatrixColumn[]; rows: MatrixRow[]; missing: MissingCriterion[] }
export interface MatrixColumn { kind: "session" | "other"; id: string; title: string; date: string | null; location: string | null; /** of a session */ method: Method | null }
export interface MatrixRow {
  outcome: string; criterion: Criterion; state: "none" | Strength; /** what carries it rests on words nobody checked */ unchecked: boolean; review: number; cells: MatrixCell[];
}
export interface MatrixCell {
  column: string; strength: Strength; passages: number; unchecked: number; review: number;
  /** the strongest passage of the cell; null for other evidence */
  tagId: string | null; recordingId: string | null; start: number | null; end: number | null; firstWord: number | null;
}
export interface MissingCriterion { criterion: Criterion; why: "nothing" | "context" | "partly" | "unchecked"; text: Said }
/** GET, POST /api/enrolments/{id}/evidence OtherEvidenceRequest; PUT OtherEvidenceChange, DELETE ?version= (withdrawn, kept) /api/evidence/{id}; POST /api/evidence/{id}/restore?version= -> OtherEvidence. 409 where it was changed since that version, unless it is as asked for already. */
export type OtherKind = "work-product" | "witness-testimony" | "observation" | "reflective-account" | "other";
export interface OtherEvidenceRequest { kind: OtherKind; title: string; location: string; relevance: string; date: string | null; criteria: { criterionId: string; strength: Strength }[] }
export interface OtherEvidenceChange extends OtherEvidenceRequest { /** the one that was seen */ version: number }
export interface OtherEvidence extends OtherEvidenceRequest { id: string; enrolmentId: string; by: PersonName; at: string; withdrawn: boolean; /** one more with every change, withdrawal and restoring */ version: number }

// --- suggestions -----------------------------------------------------------------------------
/** GET /api/recordings/{id}/suggestions -> Suggestions; POST /api/recordings/{id}/suggestions/refresh -> Job. Of the present transcript. */
export interface Suggestions { state: "ready" | "working" | "none"; job: Job | null; /** the words or tags changed much since */ stale: boolean; /** what to know about them: that the language is one that is not understood */ note: Said | null; passages: SuggestedPassage[] }
export interface SuggestedPassage { id: string; firstWord: number; lastWord: number; start: number; end: number; /** two to four words */ topic: string; /** up to three, best first; without those tagged or refused */ criteria: Likely[] }
export interface Likely { criterionId: string; score: number; /** ids of the words that speak for it */ words: number[]; because: Said }
/** GET /api/transcripts/{id}/likely?first=&last= -> Likely[]: all criteria of the unit for any passage, best first. */
/** POST /api/transcripts/{id}/suggestions/answer SuggestionAnswer -> SuggestionAnswered: accepting makes a tag, refusing is kept; both can be undone, both stand in the audit trail with score and model. */
export interface SuggestionAnswer { passageId: string; criterionId: string; accept: boolean; strength?: Strength; reason?: string }
export interface SuggestionAnswered { tag: Tag | null; history: History }

// --- keys ------------------------------------------------------------------------------------
/** GET /api/me/keys -> PersonKeys; PUT /api/me/keys PersonKeys -> PersonKeys: by command, only what differs from the table. */
export type PersonKeys = Record<string, string[]>;

// --- search ----------------------------------------------------------------------------------
/** GET /api/search?q=&learner=&unit=&criterion=&assessor=&method=&kind=&date=&from=&to=&page= (ids; kind and date: values of their facets; page from 1, 20 hits each) -> SearchResult */
export interface SearchResult { query: string; total: number; page: number; pages: number; hits: Hit[]; facets: Facets; /** "did you mean", null: none */ suggestion: string | null; tookMillis: number }
export interface Hit {
  kind: "transcript" | "tag" | "note" | "session" | "unit"; id: string;
  session: string | null; recording: string | null; enrolment: string | null; unit: string | null;
  /** seconds into the recording, and the word it starts at; null where there is no sound */
  start: number | null; end: number | null; word: number | null;
  /** of the session or the unit */
  title: string; /** about 300 characters around the first lit word, "…" where it goes on */ text: string; /** [start, end) offsets into text, in UTF-16 units */ highlights: [number, number][];
  learner: string | null; assessor: string | null; unitTitle: string | null; /** its number */ criterion: string | null; date: string | null; speaker: string | null; /** the number of the speaker where nobody has named it */ unnamed: number | null; /** of its session */ method: Method | null;
}
export interface FacetValue { value: string; label: string; count: number; /** of passages alone: the label where it can be said in other languages */ said?: Said | null }
export interface Facets { kind: FacetValue[]; learner: FacetValue[]; unit: FacetValue[]; criterion: FacetValue[]; assessor: FacetValue[]; method: FacetValue[]; date: FacetValue[] }

// --- models ----------------------------------------------------------------------------------
/** GET /api/models (any person signed in); POST /api/models/{name}/verify -> ModelCheck: reads every file and compares it with the hash known. POST /api/models/{name}/install -> ModelsState; POST /api/models/{name}/cancel -> ModelsState; DELETE /api/models/{name} -> ModelsState; POST /api/models/upload (body: zip; header X-File-Name) -> ModelsState */
export interface ModelsState { models: Model[]; folder: string; diskFreeBytes: number }
export interface Model {
  name: string; engine: "vosk" | "whisper"; languages: string[]; sizeBytes: number; installed: boolean; carried: boolean; sha256: string | null; licence: string; note: Said; url: string | null;
  install: { state: "running" | "failed"; receivedBytes: number; totalBytes: number | null; step: Said; problem: Said | null } | null;
}
export interface ModelCheck { name: string; state: "as-listed" | "unchanged" | "no-hash-known" | "damaged" | "not-installed"; message: Said }
