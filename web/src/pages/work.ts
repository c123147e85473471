import type { CoveragePassage, Enrolment, SessionSummary } from "../api/types";
import { t } from "../texts/texts";

export interface Waiting { session: SessionSummary; learner: string }

/** What waits, sorted by what has to be done with it. */
export interface Work {
  failed: Waiting[];
  working: Waiting[];
  toTag: Waiting[];
  planned: Waiting[];
  review: CoveragePassage[];
  /** there is no session at all yet */
  none: boolean;
}

export function sortWork(enrolments: readonly Enrolment[], review: CoveragePassage[]): Work {
  const all = enrolments.flatMap((each) => each.sessions.map((session) => ({ session, learner: each.learner.name })));
  const newestFirst = [...all].sort((one, other) => other.session.date.localeCompare(one.session.date));
  const those = (...states: SessionSummary["state"][]) => newestFirst.filter(({ session }) => states.includes(session.state));
  return {
    failed: those("failed", "stopped"),
    working: those("receiving", "working"),
    toTag: those("ready").filter(({ session }) => session.tags === 0),
    planned: those("none").reverse(),
    review,
    none: all.length === 0,
  };
}

/** The one thing to do now: what failed, then what is ready to be worked on, then what is planned, then what is missing. */
export function nextStep(work: Work, enrolments: readonly Enrolment[]): { text: string; action: string; to: string } | null {
  const [failed] = work.failed;
  if (failed?.session.state === "stopped") return { text: t("Transcribing the recording of {learner} was stopped", { learner: failed.learner }), action: t("Go on"), to: `/sessions/${failed.session.id}` };
  if (failed !== undefined) return { text: t("The recording of {learner} could not be transcribed", { learner: failed.learner }), action: t("See why"), to: `/sessions/${failed.session.id}` };
  const [ready] = work.toTag;
  if (ready !== undefined) return { text: t("Tag the session of {learner}", { learner: ready.learner }), action: t("Open it"), to: `/sessions/${ready.session.id}` };
  const [again] = work.review;
  if (again !== undefined) return { text: t("Read a tagged passage again: its words were corrected"), action: t("Read it"), to: `/recordings/${again.recordingId}?word=${again.firstWord}` };
  const [planned] = work.planned;
  if (planned !== undefined) return { text: t("Record the session with {learner}", { learner: planned.learner }), action: t("Record"), to: `/sessions/${planned.session.id}` };
  const gap = enrolments.find((each) => each.criteria.some((criterion) => criterion.passages === 0));
  if (gap !== undefined) return { text: t("{learner} has criteria without a passage", { learner: gap.learner.name }), action: t("Plan a session"), to: `/sessions/new?enrolment=${gap.id}` };
  return null;
}
