import { request } from "./client";
import type * as t from "./types";

const id = encodeURIComponent;
type Signal = AbortSignal | undefined;

const get = <T>(path: string, signal?: Signal) => request<T>("GET", path, { signal });
const post = <T>(path: string, json?: unknown, signal?: Signal) => request<T>("POST", path, { json, signal });
const put = <T>(path: string, json: unknown) => request<T>("PUT", path, { json });
const remove = <T>(path: string) => request<T>("DELETE", path);

/** One function a route of the server, named after what it does. */
export const api = {
  setupState: () => get<t.SetupState>("/api/setup"),
  setUp: (body: t.SetupRequest) => post<t.Me>("/api/setup", body),
  openSample: (key: string) => post<t.SampleCentre>("/api/setup/sample", { key }),
  signIn: (body: t.SignInRequest) => request<t.Me>("POST", "/api/sign-in", { json: body, keep401: true }),
  signOut: () => post<undefined>("/api/sign-out"),
  me: () => request<t.Me>("GET", "/api/me", { keep401: true }),
  changePassword: (body: { old: string; new: string }) => request<undefined>("POST", "/api/me/password", { json: body, keep401: true }),

  people: (role?: t.Role, signal?: Signal) => get<t.Person[]>(`/api/people${role === undefined ? "" : `?role=${role}`}`, signal),
  addPerson: (body: t.PersonRequest) => post<t.Person>("/api/people", body),
  changePerson: (person: string, body: t.PersonRequest) => put<t.Person>(`/api/people/${id(person)}`, body),

  units: (signal?: Signal) => get<t.UnitSummary[]>("/api/units", signal),
  unit: (unit: string, signal?: Signal) => get<t.Unit>(`/api/units/${id(unit)}`, signal),
  saveUnit: (draft: t.UnitDraft) => post<t.Unit>("/api/units", draft),
  changeUnit: (unit: string, draft: t.UnitDraft) => put<t.Unit>(`/api/units/${id(unit)}`, draft),
  previewUnit: (body: BodyInit, mediaType: string, fileName: string | null, signal?: Signal) =>
    request<t.UnitPreview>("POST", "/api/units/preview", {
      body, signal, headers: { "Content-Type": mediaType, ...(fileName === null ? {} : { "X-File-Name": encodeURIComponent(fileName) }) },
    }),

  enrolments: (signal?: Signal) => get<t.EnrolmentSummary[]>("/api/enrolments", signal),
  enrolment: (enrolment: string, signal?: Signal) => get<t.Enrolment>(`/api/enrolments/${id(enrolment)}`, signal),
  enrol: (body: t.EnrolmentRequest) => post<t.EnrolmentSummary>("/api/enrolments", body),
  changeEnrolment: (enrolment: string, body: t.EnrolmentRequest) => put<t.EnrolmentSummary>(`/api/enrolments/${id(enrolment)}`, body),
  coverage: (enrolment: string, signal?: Signal) => get<t.Coverage>(`/api/enrolments/${id(enrolment)}/coverage`, signal),

  addSession: (body: t.SessionRequest) => post<t.Session>("/api/sessions", body),
  changeSession: (session: string, body: t.SessionRequest) => put<t.Session>(`/api/sessions/${id(session)}`, body),
  session: (session: string, signal?: Signal) => get<t.Session>(`/api/sessions/${id(session)}`, signal),

  addRecording: (session: string, body: t.RecordingRequest) => post<t.Recording>(`/api/sessions/${id(session)}/recordings`, body),
  recording: (recording: string, signal?: Signal) => get<t.Recording>(`/api/recordings/${id(recording)}`, signal),
  putChunk: (recording: string, number: number, bytes: Blob, sha256: string | null, signal?: Signal) =>
    request<t.ChunkReceipt>("PUT", `/api/recordings/${id(recording)}/chunks/${number}`, {
      body: bytes, signal, headers: { "Content-Type": "application/octet-stream", ...(sha256 === null ? {} : { "X-Content-SHA-256": sha256 }) },
    }),
  recordingKey: (session: string, recordingId: string | null) => request<t.RecordingKey>("POST", `/api/sessions/${id(session)}/recording-key`, { json: { recordingId }, keep401: true }),
  unfinished: (signal?: Signal) => get<t.UnfinishedRecording[]>("/api/recordings/unfinished", signal),
  manifest: (recording: string, signal?: Signal) => get<t.Manifest>(`/api/recordings/${id(recording)}/chunks`, signal),
  verifyRecording: (recording: string) => post<t.Verification>(`/api/recordings/${id(recording)}/verify`),
  joinRecordings: (session: string, recordingIds: string[]) => post<t.Recording>(`/api/sessions/${id(session)}/join`, { recordingIds }),
  soFarAddress: (recording: string) => `/api/recordings/${id(recording)}/so-far`,
  marks: (recording: string, signal?: Signal) => get<t.Mark[]>(`/api/recordings/${id(recording)}/marks`, signal),
  putMark: (recording: string, mark: string, body: t.MarkRequest) => request<t.Mark>("PUT", `/api/recordings/${id(recording)}/marks/${id(mark)}`, { json: body, keep401: true }),
  removeMark: (recording: string, mark: string) => request<undefined>("DELETE", `/api/recordings/${id(recording)}/marks/${id(mark)}`, { keep401: true }),
  completeRecording: (recording: string, body: t.CompleteRequest) => post<t.Recording>(`/api/recordings/${id(recording)}/complete`, body),
  rename: (recording: string, name: string) => put<t.Recording>(`/api/recordings/${id(recording)}/name`, { name }),
  setAside: (recording: string, setAside: boolean) => post<t.Recording>(`/api/recordings/${id(recording)}/set-aside`, { setAside }),
  transcribe: (recording: string, body: t.TranscribeRequest) => post<t.Job>(`/api/recordings/${id(recording)}/transcribe`, body),
  peaks: (recording: string, signal?: Signal) => get<t.Peaks>(`/api/recordings/${id(recording)}/peaks`, signal),
  audioAddress: (recording: string) => `/api/recordings/${id(recording)}/audio`,
  originalAddress: (recording: string) => `/api/recordings/${id(recording)}/original`,
  job: (job: string, signal?: Signal) => get<t.Job>(`/api/jobs/${id(job)}`, signal),
  cancelJob: (job: string) => post<t.Job>(`/api/jobs/${id(job)}/cancel`),
  retryJob: (job: string) => post<t.Job>(`/api/jobs/${id(job)}/retry`),

  notice: (signal?: Signal) => get<t.Notice>("/api/notice", signal),
  saveNotice: (text: string, seen: number) => put<t.Notice>("/api/notice", { text, seen }),
  consents: (session: string, signal?: Signal) => get<t.SessionConsents>(`/api/sessions/${id(session)}/consents`, signal),
  addConsent: (session: string, body: t.ConsentRequest) => post<t.SessionConsents>(`/api/sessions/${id(session)}/consents`, body),
  withdrawConsent: (consent: string, body: { how: t.ConsentHow; note: string }) => post<t.SessionConsents>(`/api/consents/${id(consent)}/withdraw`, body),
  setIdentity: (session: string, body: t.IdentityRequest) => put<t.SessionConsents>(`/api/sessions/${id(session)}/identity`, body),
  arrivals: (signal?: Signal) => get<t.Arrivals>("/api/arrivals", signal),
  takeArrival: (session: string, name: string) => post<t.Recording>(`/api/sessions/${id(session)}/arrivals`, { name }),

  transcript: (recording: string, signal?: Signal) => get<t.Transcript>(`/api/recordings/${id(recording)}/transcript`, signal),
  correctTurn: (transcript: string, turn: number, body: t.TurnCorrection) => put<t.TurnSaved>(`/api/transcripts/${id(transcript)}/turns/${turn}`, body),
  setTurnSpeaker: (transcript: string, turn: number, body: { speaker: number | null; version: number }) =>
    put<t.TurnSaved>(`/api/transcripts/${id(transcript)}/turns/${turn}/speaker`, body),
  nameSpeaker: (transcript: string, number: number, name: string) =>
    put<t.Transcript["speakers"]>(`/api/transcripts/${id(transcript)}/speakers/${number}`, { name }),
  machineWords: (transcript: string, signal?: Signal) => get<t.Word[]>(`/api/transcripts/${id(transcript)}/machine`, signal),
  setWordsSpeaker: (transcript: string, body: t.WordsSpeaker) => put<t.Transcript>(`/api/transcripts/${id(transcript)}/words/speaker`, body),
  swapSpeakers: (transcript: string, body: t.SpeakerSwap) => post<t.Transcript>(`/api/transcripts/${id(transcript)}/speakers/swap`, body),
  corrections: (transcript: string, signal?: Signal) => get<t.Correction[]>(`/api/transcripts/${id(transcript)}/corrections`, signal),

  history: (recording: string, after: number | null, signal?: Signal) => get<t.History>(`/api/recordings/${id(recording)}/history${after === null ? "" : `?after=${after}`}`, signal),
  undo: (recording: string, changeId: string | null, version: number | null) => post<t.Undone>(`/api/recordings/${id(recording)}/undo`, { changeId, version }),
  redo: (recording: string, changeId: string | null, version: number | null) => post<t.Undone>(`/api/recordings/${id(recording)}/redo`, { changeId, version }),
  since: (transcript: string, version: number, signal?: Signal) => get<t.TranscriptDelta>(`/api/transcripts/${id(transcript)}/since/${version}`, signal),
  splitTurn: (transcript: string, turn: number, body: t.SplitRequest) => post<t.TranscriptDelta>(`/api/transcripts/${id(transcript)}/turns/${turn}/split`, body),
  joinTurn: (transcript: string, turn: number, version: number) => post<t.TranscriptDelta>(`/api/transcripts/${id(transcript)}/turns/${turn}/join`, { version }),
  moveBoundary: (transcript: string, turn: number, body: t.BoundaryRequest) => post<t.TranscriptDelta>(`/api/transcripts/${id(transcript)}/turns/${turn}/boundary`, body),
  previewReplace: (transcript: string, body: t.ReplaceRequest, signal?: Signal) => post<t.ReplacePreview>(`/api/transcripts/${id(transcript)}/replace/preview`, body, signal),
  replaceAll: (transcript: string, body: t.ReplaceAll) => post<t.TranscriptDelta>(`/api/transcripts/${id(transcript)}/replace`, body),
  check: (transcript: string, body: t.CheckRequest) => put<t.TranscriptDelta>(`/api/transcripts/${id(transcript)}/checks`, body),
  redactions: (recording: string, signal?: Signal) => get<t.Redactions>(`/api/recordings/${id(recording)}/redactions`, signal),
  redact: (recording: string, body: t.RedactionRequest) => post<t.Redactions>(`/api/recordings/${id(recording)}/redactions`, body),
  liftRedaction: (redaction: string, recording: string) => remove<t.Redactions>(`/api/redactions/${id(redaction)}?recording=${id(recording)}`),

  versions: (recording: string, signal?: Signal) => get<t.TranscriptVersion[]>(`/api/recordings/${id(recording)}/transcripts`, signal),
  proposal: (recording: string, signal?: Signal) => get<t.Proposal>(`/api/recordings/${id(recording)}/proposal`, signal),
  acceptProposal: (proposal: string, version: number) => post<t.Transcript>(`/api/proposals/${id(proposal)}/accept`, { version }),
  discardProposal: (proposal: string) => post<undefined>(`/api/proposals/${id(proposal)}/discard`),

  askSecondOpinion: (transcript: string, body: { engine: "vosk" | "whisper"; model: string | null }) => post<t.Job>(`/api/transcripts/${id(transcript)}/second-opinion`, body),
  secondOpinion: (transcript: string, signal?: Signal) => get<t.SecondOpinion>(`/api/transcripts/${id(transcript)}/second-opinion`, signal),
  answerDifference: (transcript: string, difference: string, body: t.DifferenceAnswer) =>
    post<t.TurnSaved>(`/api/transcripts/${id(transcript)}/second-opinion/differences/${id(difference)}`, body),

  keys: () => get<t.PersonKeys>("/api/me/keys"),
  saveKeys: (keys: t.PersonKeys) => put<t.PersonKeys>("/api/me/keys", keys),
  glossary: (signal?: Signal) => get<t.Glossary>("/api/glossary", signal),
  saveGlossary: (terms: string[], seen: string | null) => put<t.Glossary>("/api/glossary", { terms, seen }),
  vocabulary: (session: string, signal?: Signal) => get<t.SessionVocabulary>(`/api/sessions/${id(session)}/vocabulary`, signal),

  tags: (recording: string, signal?: Signal) => get<t.Tag[]>(`/api/recordings/${id(recording)}/tags`, signal),
  addTags: (transcript: string, body: t.TagRequest) => post<t.Tag[]>(`/api/transcripts/${id(transcript)}/tags`, body),
  changeTag: (tag: string, body: t.TagChange) => put<t.Tag>(`/api/tags/${id(tag)}`, body),
  withdrawTag: (tag: string) => remove<undefined>(`/api/tags/${id(tag)}`),
  restoreTag: (tag: string) => post<t.Tag>(`/api/tags/${id(tag)}/restore`),

  passages: (query: URLSearchParams, signal?: Signal) => get<t.PassageList>(`/api/passages?${query.toString()}`, signal),
  matrix: (enrolment: string, session: string | null, signal?: Signal) => get<t.Matrix>(`/api/enrolments/${id(enrolment)}/matrix${session === null ? "" : `?session=${id(session)}`}`, signal),
  otherEvidence: (enrolment: string, signal?: Signal) => get<t.OtherEvidence[]>(`/api/enrolments/${id(enrolment)}/evidence`, signal),
  addOtherEvidence: (enrolment: string, body: t.OtherEvidenceRequest) => post<t.OtherEvidence>(`/api/enrolments/${id(enrolment)}/evidence`, body),
  changeOtherEvidence: (evidence: string, body: t.OtherEvidenceRequest) => put<t.OtherEvidence>(`/api/evidence/${id(evidence)}`, body),
  withdrawOtherEvidence: (evidence: string) => remove<unknown>(`/api/evidence/${id(evidence)}`),
  restoreOtherEvidence: (evidence: string) => post<t.OtherEvidence>(`/api/evidence/${id(evidence)}/restore`),

  suggestions: (recording: string, signal?: Signal) => get<t.Suggestions>(`/api/recordings/${id(recording)}/suggestions`, signal),
  refreshSuggestions: (recording: string) => post<t.Job>(`/api/recordings/${id(recording)}/suggestions/refresh`),
  likely: (transcript: string, first: number, last: number, signal?: Signal) => get<t.Likely[]>(`/api/transcripts/${id(transcript)}/likely?first=${first}&last=${last}`, signal),
  answerSuggestion: (transcript: string, body: t.SuggestionAnswer) => post<t.SuggestionAnswered>(`/api/transcripts/${id(transcript)}/suggestions/answer`, body),

  search: (query: URLSearchParams, signal?: Signal) => get<t.SearchResult>(`/api/search?${query.toString()}`, signal),

  models: (signal?: Signal) => get<t.ModelsState>("/api/models", signal),
  installModel: (name: string) => post<t.ModelsState>(`/api/models/${id(name)}/install`),
  cancelModel: (name: string) => post<t.ModelsState>(`/api/models/${id(name)}/cancel`),
  removeModel: (name: string) => remove<t.ModelsState>(`/api/models/${id(name)}`),
  verifyModel: (name: string) => post<t.ModelCheck>(`/api/models/${id(name)}/verify`),
  uploadModel: (zip: Blob, fileName: string, signal?: Signal) =>
    request<t.ModelsState>("POST", "/api/models/upload", {
      body: zip, signal, headers: { "Content-Type": "application/zip", "X-File-Name": encodeURIComponent(fileName) },
    }),
};
