import { says } from "./says.ts";
import type * as t from "../../src/api/types";
import type { FakeRoute } from "./workspace.ts";
import { soundOf } from "./sound.ts";

const ok = (json: unknown) => ({ status: 200, json });
const refuse = (status: number, kind: string, message: string) => ({ status, json: { kind, message } });
const by = { id: "p1", name: "Margaret Holloway" };

const words = `This conversation is recorded by the centre. The recording is evidence for your qualification.

Your assessor hears it, and the people who check our assessments: internal quality assurers here, and external ones from the awarding body. It is turned into text on this machine, by a program; no voice is ever compared with another, and nothing leaves the machine.

How long it is kept is written in the centre’s privacy notice. You may ask to hear it, and to have what is wrong in the text put right. You may withdraw from any of this at any time: tell your assessor.

Please say your name, and that you have heard this.`;

/** What the fake knows of notice, consent, identity, marks, unfinished recordings, pieces and files that arrived. */
export function aroundRoutes(sessionOf: (id: string) => t.Session, recordings: Readonly<Record<string, t.Recording[]>>): FakeRoute[] {
  let notice: t.Notice = { version: 0, text: words, changedBy: null, changedAt: null };
  const states = new Map<string, t.SessionConsents>();
  const marks = new Map<string, Map<string, t.Mark>>([["r1", new Map(marksOf().map((each) => [each.id, each]))], ["talk", new Map(marksOf().map((each) => [each.id, { ...each, recordingId: "talk" }]))],
    ["hidden", new Map(marksOf().map((each) => [each.id, { ...each, recordingId: "hidden", ...(each.kind === "moment" ? { note: "█████ █████ █████", redacted: true } : {}) }]))]]);
  let count = 0;
  const now = () => new Date().toISOString();
  const stateOf = (id: string): t.SessionConsents => {
    const known = states.get(id);
    if (known !== undefined) return known;
    const session = sessionOf(id);
    const fresh: t.SessionConsents = { notice, people: session.people, consents: id === "s2" ? answered(session.people) : [], identity: [], simulationAllowed: session.unit.simulationAllowed, withdrawn: [] };
    states.set(id, fresh);
    return fresh;
  };
  const put = (id: string, part: Partial<t.SessionConsents>) => {
    const next = { ...stateOf(id), ...part };
    next.withdrawn = (["record", "transcribe", "verify", "standardise"] as const).flatMap((scope) => next.people.flatMap((person) => {
      const newest = next.consents.filter((each) => each.scope === scope && each.person.name === person.name).at(-1);
      return (newest?.withdrawn ?? null) === null ? [] : [{ scope, message: says(`${person.name} withdrew from ${scope === "record" ? "being recorded" : scope}.`) }];
    }));
    states.set(id, next);
    return ok(next);
  };
  return [
    ["GET", /^\/api\/notice$/, () => ok(notice)],
    ["PUT", /^\/api\/notice$/, (_, body) => {
      const { text, seen } = body as { text: string; seen: number };
      if (text.includes("!theirs")) notice = { ...notice, version: notice.version + 1, text: "Somebody else’s words.", changedBy: { id: "p2", name: "Tomasz Zieliński" }, changedAt: now() };
      if (seen !== notice.version) return refuse(409, "conflict", "Somebody else changed the notice meanwhile.");
      notice = { version: notice.version + 1, text, changedBy: by, changedAt: now() };
      return ok(notice);
    }],
    ["GET", /^\/api\/sessions\/([^/]+)\/consents$/, ([id = ""]) => ok({ ...stateOf(id), notice, people: sessionOf(id).people })],
    ["POST", /^\/api\/sessions\/([^/]+)\/consents$/, ([id = ""], body) => {
      const { person, scopes, basis, how, at, noticeVersion } = body as t.ConsentRequest;
      const added = scopes.map((scope): t.Consent => ({ id: `k${++count}`, person, scope, basis, how, noticeVersion, givenAt: at ?? now(), recordedBy: by, withdrawn: null }));
      return put(id, { consents: [...stateOf(id).consents, ...added] });
    }],
    ["POST", /^\/api\/consents\/([^/]+)\/withdraw$/, ([consent], body) => {
      const holder = [...states].find(([, state]) => state.consents.some((each) => each.id === consent));
      if (holder === undefined) return refuse(404, "not-found", "This is not here.");
      const { how, note } = body as { how: t.ConsentHow; note: string };
      return put(holder[0], { consents: holder[1].consents.map((each) => (each.id === consent ? { ...each, withdrawn: { at: now(), by, how, note } } : each)) });
    }],
    ["PUT", /^\/api\/sessions\/([^/]+)\/identity$/, ([id = ""], body) => {
      const { person, how, note } = body as t.IdentityRequest;
      return put(id, { identity: [...stateOf(id).identity.filter((each) => each.person.name !== person.name), { person, how, note: note ?? "", at: now(), by: by }] });
    }],
    ["GET", /^\/api\/recordings\/unfinished$/, () => ok(Object.values(recordings).flat().filter((each) => each.state === "receiving" && !each.setAside).map((recording): t.UnfinishedRecording => ({ recording, sessionTitle: "Oral questioning, 20 Nov 2026", method: "oral-questioning", date: "2026-11-20", learner: "Adaeze Okonkwo" })))],
    ["POST", /^\/api\/recordings\/([^/]+)\/set-aside$/, ([id], body) => {
      const found = Object.values(recordings).flat().find((each) => each.id === id);
      if (found === undefined) return refuse(404, "not-found", "This is not here.");
      found.setAside = (body as { setAside: boolean }).setAside;
      return ok(found);
    }],
    ["PUT", /^\/api\/recordings\/([^/]+)\/name$/, ([id], body) => {
      const { name } = body as { name: string };
      const found = Object.values(recordings).flat().find((each) => each.id === id);
      if (found === undefined) return refuse(404, "not-found", "This is not here.");
      if (name.trim() === "" || name.length > 200) return refuse(400, "bad-input", "A recording needs a name of 1 to 200 characters.");
      found.fileName = name.trim();
      return ok(found);
    }],
    ["GET", /^\/api\/recordings\/([^/]+)\/marks$/, ([id = ""]) => ok([...(marks.get(id)?.values() ?? [])].sort((one, other) => one.seconds - other.seconds))],
    ["PUT", /^\/api\/recordings\/([^/]+)\/marks\/([^/]+)$/, ([id = "", mark = ""], body) => {
      const request = body as t.MarkRequest;
      const held = marks.get(id) ?? new Map<string, t.Mark>();
      held.set(mark, { ...request, id: mark, recordingId: id, seconds: request.partSeconds, tagId: null, by });
      marks.set(id, held);
      return ok(held.get(mark));
    }],
    ["DELETE", /^\/api\/recordings\/([^/]+)\/marks\/([^/]+)$/, ([id = "", mark = ""]) => { marks.get(id)?.delete(mark); return { status: 204 }; }],
    ["GET", /^\/api\/recordings\/([^/]+)\/chunks$/, () => ok({ sha256: null, lengthBytes: 30_000, chunks: Array.from({ length: 40 }, (_, at) => ({ number: at, part: at < 25 ? 0 : 1, offsetBytes: at * 12_000, lengthBytes: 12_000 + (at % 7) * 31, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", receivedAt: "2026-11-20T10:02:00Z" })) } satisfies t.Manifest)],
    ["POST", /^\/api\/recordings\/([^/]+)\/verify$/, ([id]) => ok(id === "r3"
      ? { state: "damaged", message: says("Piece 8 is not as it was stored: its bytes were changed on the disk. The others are as they were."), damaged: [7], checkedAt: now() }
      : { state: "whole", message: says("Every byte is as it was stored."), damaged: [], checkedAt: now() } satisfies t.Verification)],
    ["GET", /^\/api\/recordings\/([^/]+)\/so-far$/, () => ({ status: 200, bytes: soundOf(undefined, 12), type: "audio/wav" })],
    ["GET", /^\/api\/arrivals$/, () => ok({ folder: "/srv/colloquy/watch/margaret@centre.example", files: [{ name: "Voice 014.m4a", lengthBytes: 12_400_000, changedAt: "2026-11-23T09:12:00Z" }, { name: "a very long name that a recorder of a phone makes up by itself 2026-11-23 09-41-07 (1) copy.3gp", lengthBytes: 4_100_000, changedAt: "2026-11-23T09:41:00Z" }] } satisfies t.Arrivals)],
  ];
}

function answered(people: readonly t.PersonThere[]): t.Consent[] {
  const person = people[0] ?? { name: "?", role: "" };
  return (["record", "transcribe", "verify"] as const).map((scope, at) => ({ id: `k0${at}`, person, scope, basis: "notice", how: "spoken", noticeVersion: 0, givenAt: "2026-11-20T10:01:00Z", recordedBy: by, withdrawn: null }));
}

function marksOf(): t.Mark[] {
  const mark = (id: string, kind: t.MarkKind, seconds: number, more: Partial<t.Mark> = {}): t.Mark => ({
    id, recordingId: "r1", kind, part: 0, partSeconds: seconds, lengthSeconds: null, note: "", questionId: null, criterionId: null, at: "2026-11-20T10:03:00Z", seconds, tagId: null, by, ...more,
  });
  return [
    mark("mk1", "question", 24, { questionId: "q1" }), mark("mk2", "criterion", 61, { criterionId: "ac-1.1" }), mark("mk3", "criterion", 62, { criterionId: "c11", tagId: "g1" }),
    mark("mk4", "pause", 118, { lengthSeconds: 124, note: "Phone call" }), mark("mk5", "moment", 190, { note: "Show page four of the folder" }), mark("mk6", "interruption", 240, { lengthSeconds: 15, note: "Somebody came in" }),
  ];
}
