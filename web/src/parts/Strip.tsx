import { Icon } from "./Icon";
import { plural, t } from "../texts/texts";

interface Cell { number: string; passages: number }

/** "1.2" belongs to outcome "1"; a number without a point is its own outcome. */
export function outcomeOf(number: string): string {
  const point = number.indexOf(".");
  return point < 0 ? number : number.slice(0, point);
}

export function coverageWords(criteria: readonly Cell[]): string {
  const covered = criteria.filter((each) => each.passages > 0).length;
  if (criteria.length === 0) return t("The unit has no criteria");
  if (criteria.length === 1) return covered === 1 ? t("The one criterion has a passage") : t("No passage yet for the one criterion");
  if (covered === 0) return t("No passage yet for {criteria} criteria", { criteria: criteria.length });
  if (covered === criteria.length) return t("All {criteria} criteria have a passage", { criteria: criteria.length });
  return t("{covered} of {criteria} criteria have a passage", { covered, criteria: criteria.length });
}

/**
 * How far a unit is, a cell a criterion: filled with the count of its passages, or an empty frame.
 * Small: for lists, the numbers in the tooltip; the sentence beside it says the same in words.
 */
export function Strip({ criteria, small = false }: { criteria: readonly Cell[]; small?: boolean }) {
  return (
    <div class={`criteria-strip${small ? " small" : ""}`} role="img" aria-label={coverageWords(criteria)}>
      {criteria.map((each, index) => {
        const first = index > 0 && outcomeOf(each.number) !== outcomeOf(criteria[index - 1]?.number ?? "");
        const words = `${each.number}: ${each.passages === 0 ? t("no passage yet") : plural(each.passages, "1 passage", "{count} passages")}`;
        return (
          <span key={each.number} class={`${each.passages > 0 ? "some" : "none"}${first ? " first" : ""}`} title={words}>
            {small ? (each.passages > 0 ? <Icon name="check" size={9} /> : null) : <><b>{each.number}</b><i>{each.passages > 0 ? each.passages : "–"}</i></>}
          </span>
        );
      })}
    </div>
  );
}
