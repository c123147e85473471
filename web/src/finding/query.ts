/** What the address of the search page says, apart from the words: facet values, dates, the page. */
export const facetNames = ["kind", "learner", "unit", "criterion", "assessor", "method", "date"] as const;
export type FacetName = (typeof facetNames)[number];

const kept = ["q", ...facetNames, "from", "to", "page"];

/** What goes to the server: what is set, and nothing else of the address; null where nothing is asked. */
export function toServer(address: URLSearchParams): URLSearchParams | null {
  const query = new URLSearchParams();
  for (const name of kept) {
    const value = address.get(name)?.trim() ?? "";
    if (value !== "") query.set(name, value);
  }
  const asked = [...query.keys()].some((name) => name !== "page");
  return asked ? query : null;
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
