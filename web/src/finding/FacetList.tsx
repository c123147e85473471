import { useSignal } from "@preact/signals";
import type { Facets, FacetValue } from "../api/types";
import { methodWords } from "../parts/words";
import { Link } from "../router";
import { changed, facetNames, type FacetName } from "./query";
import { number, t } from "../texts/texts";

const titles: Record<FacetName, string> = { kind: t("What"), learner: t("Learner"), unit: t("Unit"), criterion: t("Criterion"), assessor: t("Assessor"), method: t("Method"), date: t("Date") };
const months = [t("January"), t("February"), t("March"), t("April"), t("May"), t("June"), t("July"), t("August"), t("September"), t("October"), t("November"), t("December")];

const kinds: Record<string, string> = { transcript: t("Transcripts"), tag: t("Tags"), note: t("Notes"), session: t("Sessions"), unit: t("Units") };

/** A facet value as people say it; names and titles are the server's. */
export function facetWords(name: FacetName, { value, label }: FacetValue): string {
  if (name === "method") return methodWords(value);
  if (name === "kind") return kinds[value] ?? label;
  const month = name === "date" ? /^(\d{4})-(\d{2})$/.exec(value) : null;
  if (month !== null) return `${months[Number(month[2]) - 1] ?? ""} ${month[1] ?? ""}`;
  return label === "" ? value : label;
}

/** What the hits can be narrowed by, each with how many there are. Values are links: they can be opened, sent, gone back from. */
export function FacetList({ facets, address }: { facets: Facets; address: URLSearchParams }) {
  const shown = facetNames.filter((name) => facets[name].length > 0);
  return <>{shown.map((name) => <Group key={name} name={name} values={facets[name]} address={address} />)}</>;
}

function Group({ name, values, address }: { name: FacetName; values: FacetValue[]; address: URLSearchParams }) {
  const all = useSignal(false);
  const few = 7;
  const chosen = address.get(name);
  return (
    <section class="facet">
      <h2>{titles[name]}</h2>
      <ul>
        {(all.value ? values : values.slice(0, few)).map((one) => (
          <li key={one.value}>
            <Link to={changed(address, name, chosen === one.value ? null : one.value)} aria-current={chosen === one.value ? "true" : undefined}>
              <span dir="auto" title={facetWords(name, one)}>{facetWords(name, one)}</span><small>{number(one.count)}</small>
            </Link>
          </li>
        ))}
      </ul>
      {values.length > few && <button class="link small" aria-expanded={all.value} onClick={() => { all.value = !all.value; }}>{all.value ? t("Fewer") : t("All {values}", { values: values.length })}</button>}
    </section>
  );
}

/** The chosen facet values and dates, each with the way to take it off again. */
export function Chosen({ facets, address }: { facets: Facets | undefined; address: URLSearchParams }) {
  const chips: { name: string; text: string }[] = [];
  for (const name of facetNames) {
    const value = address.get(name);
    if (value === null) continue;
    const held = facets?.[name].find((one) => one.value === value) ?? { value, label: value, count: 0 };
    chips.push({ name, text: `${titles[name]}: ${facetWords(name, held)}` });
  }
  for (const name of ["from", "to"]) {
    const value = address.get(name);
    if (value !== null) chips.push({ name, text: `${name === "from" ? t("From") : t("To")} ${value}` });
  }
  if (chips.length === 0) return null;
  return (
    <p class="row tight chosen">
      {chips.map((one) => (
        <Link key={one.name} class="chip accent" to={changed(address, one.name, null)} title={t("Take it off")}><span dir="auto">{one.text}</span> <span aria-label={t("take it off")}>×</span></Link>
      ))}
    </p>
  );
}
