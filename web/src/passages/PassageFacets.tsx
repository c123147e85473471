import { useSignal } from "@preact/signals";
import type { FacetValue, PassageList, Strength } from "../api/types";
import { strengthWords } from "../parts/Strength";
import { methodWords } from "../parts/words";
import { Link } from "../router";
import { changed, passageFacets, type PassageFacetName } from "./query";
import { number, said, t } from "../texts/texts";

const titles: Record<PassageFacetName, string> = {
  criterion: t("Criterion"), strength: t("How far"), learner: t("Learner"), speaker: t("Who speaks"), method: t("Method"), tagger: t("Tagged by"), state: t("State"), unit: t("Unit"), session: t("Session"), assessor: t("Assessor"),
};
const stateWords: Record<string, string> = { active: t("Stands"), review: t("To look at again"), withdrawn: t("Withdrawn") };

function valueWords(name: PassageFacetName, { value, label, said: words }: FacetValue): string {
  if (name === "strength") return strengthWords[value as Strength];
  if (name === "method") return methodWords(value);
  if (name === "state") return stateWords[value] ?? value;
  if (words !== undefined && words !== null) return said(words);
  return label === "" ? value : label;
}

/** What the list can be narrowed by, each with how many there are. Values are links: they can be opened, sent, gone back from. */
export function PassageFacets({ facets, address }: { facets: PassageList["facets"]; address: URLSearchParams }) {
  return <>{passageFacets.filter((name) => facets[name].length > 0).map((name) => <Group key={name} name={name} values={facets[name]} address={address} />)}</>;
}

function Group({ name, values, address }: { name: PassageFacetName; values: readonly FacetValue[]; address: URLSearchParams }) {
  const all = useSignal(false);
  const few = 8;
  const chosen = address.getAll(name);
  return (
    <section class="facet">
      <h2>{titles[name]}</h2>
      <ul>
        {(all.value ? values : values.slice(0, few)).map((one) => (
          <li key={one.value}>
            <Link to={changed(address, { [name]: chosen.includes(one.value) ? null : one.value })} aria-current={chosen.includes(one.value) ? "true" : undefined}>
              <span dir="auto" title={valueWords(name, one)}>{valueWords(name, one)}</span><small>{number(one.count)}</small>
            </Link>
          </li>
        ))}
      </ul>
      {values.length > few && <button class="link small" aria-expanded={all.value} onClick={() => { all.value = !all.value; }}>{all.value ? t("Fewer") : t("All {values}", { values: values.length })}</button>}
    </section>
  );
}

/** What the list is narrowed by now, each with the way to take it off again. */
export function ChosenFacets({ facets, address }: { facets: PassageList["facets"] | undefined; address: URLSearchParams }) {
  const chips = [
    ...passageFacets.flatMap((name) => address.getAll(name).slice(0, 1).map((value) => {
      const held = facets?.[name].find((one) => one.value === value);
      return { name: name, text: held === undefined ? titles[name] : `${titles[name]}: ${valueWords(name, held)}` };
    })),
    ...(address.has("enrolment") ? [{ name: "enrolment", text: t("One learner on one unit") }] : []),
    ...(["from", "to"] as const).flatMap((name) => (address.get(name) ? [{ name: name, text: `${name === "from" ? t("From") : t("To")} ${address.get(name) ?? ""}` }] : [])),
  ];
  if (chips.length === 0) return null;
  return (
    <p class="row tight chosen">
      {chips.map((one) => <Link key={one.name} class="chip accent" to={changed(address, { [one.name]: null })} title={t("Take it off")}><span dir="auto">{one.text}</span> <span aria-label={t("take it off")}>×</span></Link>)}
    </p>
  );
}
