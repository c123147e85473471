import type { PassageRow } from "../api/types";

/** What the list can be narrowed by, in the order in which it is offered. */
export const passageFacets = ["criterion", "strength", "learner", "speaker", "method", "tagger", "state", "unit", "session", "assessor"] as const;
export type PassageFacetName = (typeof passageFacets)[number];

const sent = [...passageFacets, "enrolment", "q", "from", "to", "page"];

/** How many passages a page lists, and so how many are played before the next page is fetched. */
export const pageSize = 100;

/** What goes to the server: what the address of the page sets, and nothing else of it. */
export function toServer(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of sent) for (const value of address.getAll(name)) if (value.trim() !== "") query.append(name, value.trim());
  query.set("size", String(pageSize));
  return query;
}

/** The address with something set or (null, empty) taken away. Any change but that of the page begins at page 1 again. */
export function changed(address: URLSearchParams, set: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(address);
  if (!("page" in set)) next.delete("page");
  for (const [name, value] of Object.entries(set)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === "" ? "/passages" : `/passages?${text}`;
}

/** How much of each passage is heard: ten seconds, twenty, all of it. */
export type Taste = "10" | "20" | "whole";

/** Where hearing a passage ends, in seconds of its recording. */
export function tasteEnd(row: Pick<PassageRow, "start" | "end">, taste: Taste): number {
  return taste === "whole" ? row.end : Math.min(row.end, row.start + Number(taste));
}
