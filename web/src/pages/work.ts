import type { CoveragePassage, Enrolment, SessionSummary } from "../api/types";

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
  if (failed?.session.state === "stopped") return { text: `Transcribing the recording of ${failed.learner} was stopped`, action: "Go on", to: `/sessions/${failed.session.id}` };
  if (failed !== undefined) return { text: `The recording of ${failed.learner} could not be transcribed`, action: "See why", to: `/sessions/${failed.session.id}` };
  const [ready] = work.toTag;
  if (ready !== undefined) return { text: `Tag the session of ${ready.learner}`, action: "Open it", to: `/sessions/${ready.session.id}` };
  const [again] = work.review;
  if (again !== undefined) return { text: `Read a tagged passage again: its words were corrected`, action: "Read it", to: `/recordings/${again.recordingId}?word=${again.firstWord}` };
  const [planned] = work.planned;
  if (planned !== undefined) return { text: `Record the session with ${planned.learner}`, action: "Record", to: `/sessions/${planned.session.id}` };
  const gap = enrolments.find((each) => each.criteria.some((criterion) => criterion.passages === 0));
  if (gap !== undefined) return { text: `${gap.learner.name} has criteria without a passage`, action: "Plan a session", to: `/sessions/new?enrolment=${gap.id}` };
  return null;
}
