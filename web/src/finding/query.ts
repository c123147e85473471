/** What the address of the search page says, apart from the words: facet values, dates, the page. */
export const facetNames = ["kind", "learner", "unit", "criterion", "assessor", "method", "date"] as const;
export type FacetName = (typeof facetNames)[number];

const kept = ["q", ...facetNames, "from", "to", "page"];

/** What goes to the server: the same, with a chosen month as its first and last day; null where nothing is asked. */
export function toServer(address: URLSearchParams): URLSearchParams | null {
  const query = new URLSearchParams();
  for (const name of kept) {
    const value = address.get(name)?.trim() ?? "";
    if (value === "" || name === "date") continue;
    query.set(name, value);
  }
  const days = daysOf(address.get("date") ?? "");
  if (days !== null) {
    query.set("from", days.from);
    query.set("to", days.to);
  }
  const asked = [...query.keys()].some((name) => name !== "page");
  return asked ? query : null;
}

/** "2026", "2026-02" or "2026-02-14" as first and last day; null for anything else. */
export function daysOf(date: string): { from: string; to: string } | null {
  if (/^\d{4}$/.test(date)) return { from: `${date}-01-01`, to: `${date}-12-31` };
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return { from: date, to: date };
  const month = /^(\d{4})-(\d{2})$/.exec(date);
  if (month === null) return null;
  const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
  return { from: `${date}-01`, to: `${date}-${last}` };
}

/** The address with one thing set or (null) taken away. A change of anything but the page begins at page 1 again. */
export function changed(address: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(address);
  if (value === null || value === "") next.delete(name);
  else next.set(name, value);
  if (name !== "page") next.delete("page");
  const text = next.toString();
  return text === "" ? "/search" : `/search?${text}`;
}
