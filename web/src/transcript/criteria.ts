import type { Criterion } from "../api/types";

interface Group { readonly number: string; readonly text: string; readonly criteria: readonly Criterion[] }

const plain = (text: string): string => text.toLowerCase().normalize("NFKD").replaceAll(/\p{Mark}/gu, "");

/** "2", "2.", "2.3", "AC 2.3", "LO2" ask for a number; anything else for words. */
function wantedNumber(typed: string): string | null {
  return /^(?:ac|lo)?\s*(\d[\d.]*)$/i.exec(typed)?.[1] ?? null;
}

/**
 * The criteria somebody means by what they typed: those whose number begins with it, else those whose wording, or their
 * outcome's, has a word beginning with each typed word. All of them for nothing typed. The order stays that of the unit.
 */
export function filterCriteria(outcomes: readonly Group[], typed: string): Criterion[] {
  const wish = typed.trim();
  const number = wantedNumber(wish);
  const words = plain(wish).split(/\s+/).filter((word) => word !== "");
  return outcomes.flatMap((outcome) =>
    outcome.criteria.filter((criterion) => {
      if (number !== null) return criterion.number.startsWith(number);
      const held = plain(`${criterion.number} ${criterion.text} ${outcome.text}`).split(/[^\p{L}\p{N}.]+/u);
      return words.every((word) => held.some((one) => one.startsWith(word)));
    }),
  );
}
