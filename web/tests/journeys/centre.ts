import { type APIRequestContext, expect } from "@playwright/test";
import type { Session, Unit } from "../../src/api/types";
import type { Server } from "./server";

export const account = { name: "Ada Assessor", email: "ada@riverside.example", password: "a long enough password" };

/** Sets the centre up with its first account, and plans a session; whoever asks is signed in then. */
export async function someSession(api: APIRequestContext, server: Server): Promise<string> {
  const me = await post<{ person: { id: string } }>(api, "/api/setup", {
    key: server.printed.searchParams.get("key"), centre: { name: "Riverside Training", number: null, timeZone: "Europe/London" }, account,
  });
  const learner = await post<{ id: string }>(api, "/api/people", { name: "Lena Learner", email: null, learnerNumber: null, roles: ["learner"], password: null, disabled: false });
  const unit = await post<Unit>(api, "/api/units", {
    title: "Negotiate and maintain service agreements", number: null, reference: null, level: null, creditValue: null, guidedLearningHours: null, purpose: null,
    simulationAllowed: null, evidenceRequirements: null, outcomes: [{ number: "1", text: "Be able to negotiate", criteria: [{ number: "1.1", text: "Identify other parties" }] }], methods: [],
  });
  const enrolment = await post<{ id: string }>(api, "/api/enrolments", { learnerId: learner.id, unitId: unit.id, assessorId: me.person.id, iqaId: null });
  const session = await post<Session>(api, "/api/sessions", {
    enrolmentId: enrolment.id, method: "professional-discussion", date: "2026-11-23", startTime: null, place: null, mode: "face-to-face",
    language: "en", notes: "", people: [], questions: [],
  });
  return session.id;
}

export async function post<T>(api: APIRequestContext, path: string, data: object): Promise<T> {
  const answer = await api.post(path, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return await answer.json() as T;
}

export async function json<T>(api: APIRequestContext, path: string): Promise<T> {
  const answer = await api.get(path);
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return await answer.json() as T;
}
