import type { Mark, Session } from "../api/types";
import { durationWords } from "../parts/words";

/** What a mark says at its place: "Paused 2 minutes: phone call", "Question 1 asked: How did you…", "2.3 marked". */
export function markWords(mark: Pick<Mark, "kind" | "lengthSeconds" | "note" | "questionId" | "criterionId">, session: Pick<Session, "questions" | "unit">): string {
  const lasted = mark.lengthSeconds === null || mark.lengthSeconds < 1 ? "" : ` ${durationWords(mark.lengthSeconds)}`;
  const note = mark.note === "" ? "" : `: ${mark.note}`;
  switch (mark.kind) {
    case "pause": return `Paused${lasted}${note}`;
    case "interruption": return `Interrupted${lasted}${note}`;
    case "moment": return `Moment marked${note}`;
    case "criterion": return `${numberOf(mark.criterionId, session)} marked${note}`;
    case "question": {
      const at = session.questions.findIndex((each) => each.id === mark.questionId);
      const question = session.questions[at];
      return question === undefined ? `A planned question asked${note}` : `Question ${at + 1} asked: ${question.text}`;
    }
  }
}

function numberOf(criterionId: string | null, session: Pick<Session, "unit">): string {
  return session.unit.outcomes.flatMap((each) => each.criteria).find((each) => each.id === criterionId)?.number ?? "A criterion";
}
