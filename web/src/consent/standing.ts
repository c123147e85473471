import type { Consent, IdentityCheck, PersonThere, Scope, SessionConsents } from "../api/types";
import { t } from "../texts/texts";

/** What a person can be asked about, in the order shown. */
export const scopes: readonly (readonly [scope: Scope, text: string, short: string])[] = [
  ["record", t("Record"), t("recording")],
  ["transcribe", t("Transcribe"), t("transcribing")],
  ["verify", t("Show to IQA and EQA"), t("showing it to IQA and EQA")],
  ["standardise", t("Use for standardisation"), t("use for standardisation")],
];

/** What is asked for from the start: without these a recording is no evidence. */
export const usual: readonly Scope[] = ["record", "transcribe", "verify"];

export const scopeWords = (scope: Scope): string => scopes.find(([each]) => each === scope)?.[1] ?? scope;
export const scopeShort = (scope: Scope): string => scopes.find(([each]) => each === scope)?.[2] ?? scope;

export const samePerson = (one: PersonThere, other: PersonThere): boolean => one.name === other.name && one.role === other.role;

/** Where one person stands on one scope: the newest answer counts. */
export interface Standing { scope: Scope; newest: Consent | null; state: "given" | "withdrawn" | "none" }

export function standingOf(state: Pick<SessionConsents, "consents">, person: PersonThere): Standing[] {
  return scopes.map(([scope]) => {
    const newest = state.consents.filter((each) => each.scope === scope && samePerson(each.person, person))
      .reduce<Consent | null>((last, each) => (last === null || Date.parse(each.givenAt) >= Date.parse(last.givenAt) ? each : last), null);
    return { scope, newest, state: newest === null ? "none" : newest.withdrawn === null ? "given" : "withdrawn" };
  });
}

/** Who has said nothing yet to being recorded and transcribed. */
export function missing(state: SessionConsents): PersonThere[] {
  return state.people.filter((person) => standingOf(state, person).some((each) => (each.scope === "record" || each.scope === "transcribe") && each.state === "none"));
}

/** Who has withdrawn this. */
export function withdrawnFrom(state: SessionConsents, scope: Scope): PersonThere[] {
  return peopleOf(state).filter((person) => standingOf(state, person).some((each) => each.scope === scope && each.state === "withdrawn"));
}

/** The people of the plan, and those who answered and are no longer in it. */
export function peopleOf(state: SessionConsents): PersonThere[] {
  const left = state.consents.map((each) => each.person).filter((person) => !state.people.some((each) => samePerson(each, person)));
  return [...state.people, ...left.filter((person, at) => left.findIndex((each) => samePerson(each, person)) === at)];
}

export function identityOf(state: SessionConsents, person: PersonThere): IdentityCheck | null {
  return state.identity.filter((each) => samePerson(each.person, person)).at(-1) ?? null;
}

/** The learner is who has to be who they say they are. */
export const isLearner = (person: PersonThere): boolean => /learner|candidate|apprentice/i.test(person.role);

/** "Ada", "Ada and Ben", "Ada, Ben and Cai" */
export function listWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : t("{slice} and {names}", { slice: names.slice(0, -1).join(", "), names: names.at(-1) ?? "" });
}

export function howWords(how: string): string {
  switch (how) {
    case "spoken": return t("said aloud");
    case "ticked": return t("ticked here");
    case "written": return t("in writing");
    default: return how;
  }
}

export function identityWords(how: string): string {
  switch (how) {
    case "known": return t("Known to me");
    case "photo-id": return t("Photo ID seen");
    case "centre-id": return t("Centre card seen");
    case "other": return t("Another way");
    default: return how;
  }
}
