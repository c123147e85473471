import type { Criterion } from "../api/types";
import { t } from "../texts/texts";

/** Verbs that ask the learner to show knowledge: the question asks for it in the learner's own words. */
const telling = /^(explain|describe|outline|summari[sz]e|discuss|state|define|clarify|understand|know|recogni[sz]e|interpret)\s+/i;
const asking = /^(how|why|what|when|where|who|which|whether|that)\b/i;
/** What begins no order: the wording is quoted instead of being bent into a sentence. */
const noOrder = /^(the|a|an|any|each|own|their|his|her|its|this|these|ways?|types?|at|in|on|for|with|by|to|of|and|or|if|when|where|who|which|that|own)\b|^\w+(ing|tion|ment|ness|ity|ship|ance|ence)\b|^\S+ (is|are|was|were|has|have|can|must|should|will)\b/i;

/** "Negotiate so that" as it reads in the middle of a sentence; abbreviations keep their capitals. */
function inside(text: string): string {
  return /^\p{Lu}(?=[\p{Ll}\s,])/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** What is said of the learner, said to the learner. */
function toYou(text: string): string {
  return text
    .replace(/\b(their|his or her|his\/her|the learner['’]s) own\b/gi, "your own")
    .replace(/(?<!\byour )\bown (?=(practice|work|role|job|skills|performance|learning|development|responsibilit|area|organisation)\w*)/gi, "your own ");
}

/** An open question that a learner can only answer with what he or she did or knows; a beginning that the assessor makes better. */
export function questionFor({ text }: Pick<Criterion, "text">): string {
  const wording = text.trim().replace(/\s+/g, " ").replace(/[\s.;:,]+$/u, "").replace(/^be able to\s+/i, "");
  if (wording === "") return "";
  if (wording.endsWith("?")) return wording;
  if (!/^[A-Za-z]/.test(wording)) return t("What have you done that shows this: {wording}?", { wording });
  const said = toYou(wording);
  const howTo = /^how to\s+(.*)$/i.exec(said)?.[1];
  if (howTo !== undefined) return t("How do you {howTo}? Give an example from your own work.", { howTo });
  const told = said.replace(telling, "");
  if (told !== said) {
    const [, to] = /^how to\s+(.*)$/i.exec(told) ?? [];
    if (to !== undefined) return t("How do you {to}? Give an example from your own work.", { to });
    return asking.test(told) ? t("Tell me {told}, with an example from your own work.", { told: inside(told) }) : t("What can you tell me about {told}? Give an example from your own work.", { told: inside(told) });
  }
  if (asking.test(said)) return t("Tell me {said}, with an example from your own work.", { said: inside(said) });
  if (noOrder.test(said)) return t("What have you done that shows this: {said}?", { said: inside(said) });
  return t("Tell me about a time when you had to {said}. What did you do, and why?", { said: inside(said) });
}

/** One planned question for each criterion, in their order. */
export function questionsFor(criteria: readonly Criterion[]): { id: null; text: string; criterionIds: string[] }[] {
  return criteria.map((criterion) => ({ id: null, text: questionFor(criterion), criterionIds: [criterion.id] }));
}
