import type { EnrolmentSummary, Session, SessionRequest } from "../api/types";

/** A new plan: today, the learner and the assessor as the people. */
export function newPlan(enrolment: EnrolmentSummary, today: string): SessionRequest {
  return {
    enrolmentId: enrolment.id, method: "professional-discussion", date: today, startTime: null, place: null, mode: "face-to-face", language: "en", notes: "",
    people: [{ name: enrolment.assessor.name, role: "Assessor" }, { name: enrolment.learner.name, role: "Learner" }], questions: [],
  };
}

export function planOf(session: Session): SessionRequest {
  const { enrolmentId, method, date, startTime, place, mode, language, notes, people, questions } = session;
  return { enrolmentId, method, date, startTime, place, mode, language, notes, people, questions };
}

/** As it is sent: without rows that were left empty, and without blanks round the words. */
export function tidyPlan(plan: SessionRequest): SessionRequest {
  return {
    ...plan,
    place: plan.place?.trim() || null,
    startTime: plan.startTime || null,
    people: plan.people.map((each) => ({ name: each.name.trim(), role: each.role.trim() })).filter((each) => each.name !== ""),
    questions: plan.questions.map((each) => ({ ...each, text: each.text.trim() })).filter((each) => each.text !== ""),
  };
}

/** Criteria that no planned question asks about. */
export function unasked(plan: SessionRequest, criteria: readonly { id: string; number: string }[]): string[] {
  const asked = new Set(plan.questions.flatMap((each) => each.criterionIds));
  return criteria.filter((each) => !asked.has(each.id)).map((each) => each.number);
}
