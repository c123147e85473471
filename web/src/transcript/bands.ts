import type { Band } from "../player/Waveform";
import type { Desk } from "./Desk";
import { markWords } from "./markWords";
import { heard } from "./passage";
import { numbersOf } from "./tagging";
import { t } from "../texts/texts";

/** What the waveform shows: marks from the recording, and each tagged passage, the lit ones stronger. */
export function bandsOf(desk: Desk): Band[] {
  const index = desk.index.value;
  const lit = desk.lit.value;
  const session = desk.session.value;
  const made: Band[] = session === null ? [] : desk.made.value.map((mark) => (
    { key: `mark-${mark.id}`, start: mark.seconds, end: mark.seconds, label: markWords(mark, session), kind: "mark" }));
  return [...made, ...desk.marks.value.map((mark): Band => {
    const isLit = lit !== null && mark.tags.some((tag) => ("tagId" in lit ? tag.id === lit.tagId : tag.criterion.id === lit.criterionId));
    return { key: mark.key, ...heard(index, mark), label: t("Tagged to {tags}", { tags: numbersOf(mark.tags) }), kind: isLit ? "lit" : mark.review ? "review" : "tag" };
  })];
}

export function chosenBand(desk: Desk): Band | null {
  const passage = desk.passage.value;
  return passage === null ? null : { key: "chosen", ...heard(desk.index.value, passage), label: t("Chosen words"), kind: "chosen" };
}
