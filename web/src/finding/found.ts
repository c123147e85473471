import type { Hit } from "../api/types";
import { sessionWords } from "../parts/words";

/** What its session is called; of a unit, its title. */
export function sessionOf({ method, date, title }: Hit): string {
  return method === null || date === null ? title : sessionWords({ method, date });
}

/** The text that was found; that of a session begins with what it is called, which the page says in its own language. */
export function foundText(hit: Hit): Pick<Hit, "text" | "highlights"> {
  const own = sessionOf(hit);
  if (hit.kind !== "session" || own === hit.title || !hit.text.startsWith(hit.title)) return hit;
  const longer = own.length - hit.title.length;
  return {
    text: own + hit.text.slice(hit.title.length),
    highlights: hit.highlights.filter(([start]) => start >= hit.title.length).map(([start, end]) => [start + longer, end + longer]),
  };
}
