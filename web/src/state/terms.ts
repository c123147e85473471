import { t } from "../texts/texts";

/** The centre's glossary as it is typed: one term a line. */

export const mostTerms = 500;
export const longestTerm = 60;

/** Trimmed terms in their order; empty lines and repeats left out. */
export function termsOf(text: string): string[] {
  const seen = new Set<string>();
  return text.split("\n").map((line) => line.trim().replace(/\s+/g, " ")).filter((term) => {
    if (term === "" || seen.has(term)) return false;
    seen.add(term);
    return true;
  });
}

/** What keeps the glossary from being saved, each a sentence. The server checks again. */
export function termProblems(terms: readonly string[]): string[] {
  const problems: string[] = [];
  if (terms.length > mostTerms) problems.push(t("These are {terms} terms; at most {mostTerms} can be kept. Leave out the common words: the engine knows them.", { terms: terms.length, mostTerms }));
  for (const term of terms) {
    if (term.length > longestTerm) problems.push(t("“{slice}…” has {term} characters; at most {longestTerm} fit in a term.", { slice: term.slice(0, 40), term: term.length, longestTerm }));
  }
  return problems;
}

/** What somebody else put in since, and is not in what is typed. Capitals make no other term. */
export function addedMeanwhile(before: readonly string[], now: readonly string[], typed: readonly string[]): string[] {
  const known = new Set([...before, ...typed].map((term) => term.toLowerCase()));
  return now.filter((term) => !known.has(term.toLowerCase()));
}
