import { describe, expect, it } from "vitest";
import type { Consent, Scope, SessionConsents } from "../api/types";
import { listWords, missing, peopleOf, standingOf, withdrawnFrom } from "./standing";

const ada = { name: "Ada", role: "Learner" };
const ben = { name: "Ben", role: "Assessor" };
const by = { id: "p", name: "Ben" };
const given = (scope: Scope, at: string, withdrawn = false, person = ada): Consent => ({
  id: `${scope}${at}`, person, scope, basis: "notice", how: "spoken", noticeVersion: 1, givenAt: at, recordedBy: by, withdrawn: withdrawn ? { at, by, how: "spoken", note: "" } : null,
});
const state = (consents: Consent[]): SessionConsents => ({ notice: { version: 1, text: "", changedBy: null, changedAt: null }, people: [ada, ben], consents, identity: [], simulationAllowed: null, withdrawn: [] });

describe("where people stand", () => {
  it("goes by the newest answer", () => {
    const of = (consents: Consent[]) => standingOf(state(consents), ada).map((each) => each.state);
    expect(of([])).toEqual(["none", "none", "none", "none"]);
    expect(of([given("record", "2026-11-25T10:00:00Z", true)])[0]).toBe("withdrawn");
    expect(of([given("record", "2026-11-25T11:00:00Z"), given("record", "2026-11-25T10:00:00Z", true)])[0]).toBe("given");
    expect(of([given("verify", "2026-11-25T11:00:00Z", false, { ...ada, role: "Witness" })])[2]).toBe("none");
  });

  it("says who is missing, and who has withdrawn", () => {
    const both = state([given("record", "1"), given("transcribe", "1"), given("record", "1", true, ben)]);
    expect(missing(state([])).map((each) => each.name)).toEqual(["Ada", "Ben"]);
    expect(missing(both).map((each) => each.name)).toEqual(["Ben"]);
    expect(withdrawnFrom(both, "record")).toEqual([ben]);
  });

  it("keeps whoever answered and is no longer in the plan", () => {
    const gone = { name: "Cai", role: "Witness" };
    expect(peopleOf(state([given("record", "1", false, gone), given("verify", "1", false, gone)]))).toEqual([ada, ben, gone]);
  });

  it("lists names as people do", () => {
    expect([listWords([]), listWords(["Ada"]), listWords(["Ada", "Ben"]), listWords(["Ada", "Ben", "Cai"])]).toEqual(["", "Ada", "Ada and Ben", "Ada, Ben and Cai"]);
  });
});
