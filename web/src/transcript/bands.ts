import type { Band } from "../player/Waveform";
import type { Desk } from "./Desk";
import { heard } from "./passage";
import { numbersOf } from "./tagging";
import { t } from "../texts/texts";

/** What the waveform shows: each tagged passage, the lit ones stronger, and the chosen words. */
export function bandsOf(desk: Desk): Band[] {
  const index = desk.index.value;
  const lit = desk.lit.value;
  const bands: Band[] = desk.marks.value.map((mark) => {
    const isLit = lit !== null && mark.tags.some((tag) => ("tagId" in lit ? tag.id === lit.tagId : tag.criterion.id === lit.criterionId));
    return { key: mark.key, ...heard(index, mark), label: t("Tagged to {tags}", { tags: numbersOf(mark.tags) }), kind: isLit ? "lit" : mark.review ? "review" : "tag" };
  });
  const passage = desk.passage.value;
  if (passage !== null) bands.push({ key: "chosen", ...heard(index, passage), label: t("Chosen words"), kind: "chosen" });
  return bands;
}
