import type { Mark, Session } from "../api/types";
import { durationWords } from "../parts/words";
import { t } from "../texts/texts";

/** What a mark says at its place: "Paused 2 minutes: phone call", "Question 1 asked: How did you…", "2.3 marked"; that there is a note where the viewer may not read it. */
export function markWords(mark: Pick<Mark, "kind" | "lengthSeconds" | "note" | "questionId" | "criterionId" | "redacted">, session: Pick<Session, "questions" | "unit">): string {
  const lasted = mark.lengthSeconds === null || mark.lengthSeconds < 1 ? "" : ` ${durationWords(mark.lengthSeconds)}`;
  const note = mark.redacted === true ? t(" (its note is hidden from you)") : mark.note === "" ? "" : `: ${mark.note}`;
  switch (mark.kind) {
    case "pause": return t("Paused{lasted}{note}", { lasted, note });
    case "interruption": return t("Interrupted{lasted}{note}", { lasted, note });
    case "moment": return t("Moment marked{note}", { note });
    case "criterion": return t("{criterionId} marked{note}", { criterionId: numberOf(mark.criterionId, session), note });
    case "question": {
      const at = session.questions.findIndex((each) => each.id === mark.questionId);
      const question = session.questions[at];
      return question === undefined ? t("A planned question asked{note}", { note }) : t("Question {at} asked: {question}", { at: at + 1, question: question.text });
    }
  }
}

function numberOf(criterionId: string | null, session: Pick<Session, "unit">): string {
  return session.unit.outcomes.flatMap((each) => each.criteria).find((each) => each.id === criterionId)?.number ?? t("A criterion");
}
