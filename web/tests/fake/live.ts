import { createHmac } from "node:crypto";
import type { Mark, MarkRequest, Recording, RecordingKey, RecordingRequest, UnfinishedRecording } from "../../src/api/types.ts";
import { missing, ok, refuse, type FakeRoute } from "./workspace.ts";

/** Keys, begun recordings and their pieces, marks: as far as the recorder asks for them. Bytes are counted and thrown away. */
export function liveRoutes(): FakeRoute[] {
  const begun = new Map<string, Recording>();
  const marks = new Map<string, Mark[]>();
  let count = 0;
  const keyOf = (session: string, id: string): RecordingKey => ({ recordingId: id, key: createHmac("sha256", "fake").update(`${session}/${id}`).digest("base64") });
  return [
    ["POST", /^\/api\/sessions\/([^/]+)\/recording-key$/, ([session = ""], body) => ok(keyOf(session, (body as { recordingId: string | null }).recordingId ?? `live-${++count}`))],
    ["POST", /^\/api\/sessions\/([^/]+)\/recordings$/, ([sessionId = ""], body) => {
      const { id = null, fileName, mediaType, source, microphones = [] } = body as RecordingRequest;
      const known = begun.get(id ?? "");
      if (known !== undefined) return known.sessionId === sessionId ? ok(known) : refuse(409, "conflict", "This recording belongs to another session.");
      if (id === null) return missing;
      const recording: Recording = {
        id, sessionId, fileName, mediaType, source, state: "receiving", receivedChunks: 0, lengthBytes: 0, sha256: null, durationSeconds: null, channels: null, format: null,
        problem: null, setAside: false, createdAt: new Date().toISOString(), createdBy: { id: "p1", name: "Margaret Holloway" }, job: null, transcriptId: null, proposalId: null,
        parts: [], microphones, lastReceivedAt: null, joinedFrom: [], joinedInto: null,
      };
      begun.set(id, recording);
      return ok(recording);
    }],
    ["GET", /^\/api\/recordings\/unfinished$/, () => ok([...begun.values()].filter((each) => each.state === "receiving" && !each.setAside).map((recording): UnfinishedRecording => ({ recording, sessionTitle: "Professional discussion, 23 Nov 2026", method: "professional-discussion", date: "2026-11-23", learner: "Adaeze Okonkwo" })).reverse())],
    ["GET", /^\/api\/recordings\/([^/]+)$/, ([id = ""]) => (begun.has(id) ? ok(begun.get(id)) : missing)],
    ["POST", /^\/api\/recordings\/([^/]+)\/complete$/, ([id = ""]) => {
      const recording = begun.get(id);
      if (recording === undefined) return missing;
      recording.state = "preparing";
      return ok(recording);
    }],
    ["PUT", /^\/api\/recordings\/([^/]+)\/name$/, ([id = ""], body) => {
      const recording = begun.get(id);
      if (recording === undefined) return missing;
      recording.fileName = (body as { name: string }).name.trim();
      return ok(recording);
    }],
    ["PUT", /^\/api\/recordings\/([^/]+)\/marks\/([^/]+)$/, ([recordingId = "", id = ""], body) => {
      const mark: Mark = { ...(body as MarkRequest), id, recordingId, seconds: (body as MarkRequest).partSeconds, tagId: null, by: { id: "p1", name: "Margaret Holloway" } };
      marks.set(recordingId, [...(marks.get(recordingId) ?? []).filter((each) => each.id !== id), mark].sort((a, b) => a.seconds - b.seconds));
      return ok(mark);
    }],
    ["DELETE", /^\/api\/recordings\/([^/]+)\/marks\/([^/]+)$/, ([recordingId = "", id = ""]) => {
      marks.set(recordingId, (marks.get(recordingId) ?? []).filter((each) => each.id !== id));
      return { status: 204, json: undefined };
    }],
    ["GET", /^\/api\/recordings\/([^/]+)\/marks$/, ([id = ""]) => ok(marks.get(id) ?? [])],
  ];
}
