import type { Criterion } from "../api/types";

/** What typed digits can mean so far. */
export type Typed =
  | { state: "one"; criterion: Criterion }
  /** one fits as it is, and longer ones begin with it: Enter or a short pause takes it */
  | { state: "waits"; criterion: Criterion; longer: readonly Criterion[] }
  /** it is the beginning of these */
  | { state: "begun"; fits: readonly Criterion[] }
  /** it is as much the number of the one as of the other: the point has to be typed */
  | { state: "either"; fits: readonly Criterion[] }
  | { state: "none" };

/** How long nothing may be typed until a number that could go on counts as meant. */
export const PAUSE_MILLISECONDS = 900;

/** "2.10" without what stands between its digits; letters count ("P1" is typed as 1). */
const digitsOf = (number: string): string => number.replace(/\D/g, "");
const pointed = (number: string): string => number.replace(/[^\d.]/g, "");

/**
 * What the digits mean: "23" is 2.3, "210" is 2.10, and "21" may be 2.1 or the beginning of 2.10. With a point typed, the point has to
 * stand where it stands in the number: "1.12" is not 11.2.
 */
export function read(typed: string, criteria: readonly Criterion[]): Typed {
  const of = typed.includes(".") ? pointed : digitsOf;
  const begun = typed === "" ? [] : criteria.filter((each) => of(each.number).startsWith(typed));
  const exact = begun.filter((each) => of(each.number) === typed);
  const [one] = exact;
  if (exact.length > 1) return { state: "either", fits: exact };
  if (one === undefined) return begun.length === 0 ? { state: "none" } : { state: "begun", fits: begun };
  return begun.length === 1 ? { state: "one", criterion: one } : { state: "waits", criterion: one, longer: begun.filter((each) => each !== one) };
}

/** The number typed so far as it would be written: "23" becomes "2.3" where all that fit begin so. */
export function shown(typed: string, criteria: readonly Criterion[]): string {
  if (typed.includes(".") || typed === "") return typed;
  const ways = new Set(criteria.filter((each) => digitsOf(each.number).startsWith(typed)).map((each) => beginning(each.number, typed.length)));
  return ways.size === 1 ? [...ways][0] ?? typed : typed;
}

/** As much of a number as holds this many digits. */
function beginning(number: string, digits: number): string {
  let seen = 0;
  let end = 0;
  for (const character of number) {
    if (/\d/.test(character)) seen++;
    if (seen > digits) break;
    end++;
  }
  return number.slice(0, end);
}
