import { describe, expect, it } from "vitest";
import { byLearner } from "../src/pages/Learners";
import { safeNext } from "../src/pages/SignIn";
import { nextStep, sortWork } from "../src/pages/work";
import { filterCriteria } from "../src/parts/CriteriaPicker";
import { progressWords } from "../src/parts/JobLine";
import { decibels, levelWords } from "../src/parts/LevelMeter";
import { coverageWords, outcomeOf } from "../src/parts/Strip";
import { count, dateWords, durationWords, positionWords, sizeWords } from "../src/parts/words";
import { RecordingClock } from "../src/recorder/clock";
import { newPlan, tidyPlan, unasked } from "../src/state/plan";
import { enrolments, people, recordings, unit } from "./fake-data";

describe("words", () => {
  it("writes dates, positions, durations and sizes the way people do", () => {
    expect(dateWords("2026-11-03")).toBe("3 Nov 2026");
    expect(dateWords("2026-06-30T23:30:00Z")).toBe("1 Jul 2026"); // summer time in London
    expect(positionWords(41.9)).toBe("0:41");
    expect(positionWords(3723)).toBe("1:02:03");
    expect(durationWords(0.2)).toBe("1 second");
    expect(durationWords(245)).toBe("4 minutes");
    expect(durationWords(3600 * 2)).toBe("2 hours");
    expect(durationWords(4800)).toBe("1 hour 20 minutes");
    expect(sizeWords(999)).toBe("999 bytes");
    expect(sizeWords(1204)).toBe("1.2 kB");
    expect(sizeWords(999_700)).toBe("1.0 MB");
    expect(sizeWords(21_400_000_000)).toBe("21 GB");
    expect(count(0, "session")).toBe("no sessions");
    expect(count(1, "criterion", "criteria")).toBe("1 criterion");
  });
});

describe("RecordingClock", () => {
  it("counts the time of day and leaves pauses out", () => {
    let now = 1000;
    const clock = new RecordingClock(() => now);
    expect(clock.seconds).toBe(0);
    clock.start();
    now += 5000;
    clock.pause();
    now += 60_000;
    expect(clock.seconds).toBe(5);
    clock.start();
    now += 1500;
    expect(clock.seconds).toBe(6.5);
    now -= 10_000; // the machine's clock was set back
    expect(clock.seconds).toBe(5);
  });
});

describe("the level", () => {
  it("says what to do about it", () => {
    expect(decibels(1)).toBe(0);
    expect(decibels(0)).toBe(-60);
    expect(levelWords(1)).toMatch(/Too loud/);
    expect(levelWords(0.2)).toBe("Good level");
    expect(levelWords(0.005)).toMatch(/nearer/);
    expect(levelWords(0)).toBe("Hardly any sound");
  });
});

describe("criteria", () => {
  it("are found by number or by words", () => {
    expect(filterCriteria(unit.outcomes, "2").map((each) => each.number)).toEqual(["2.1", "2.2", "2.3"]);
    expect(filterCriteria(unit.outcomes, "agree THEN").map((each) => each.number)).toEqual([]);
    expect(filterCriteria(unit.outcomes, "TIMES agreed").map((each) => each.number)).toEqual(["3.1"]);
    expect(filterCriteria(unit.outcomes, " ")).toHaveLength(10);
  });

  it("say in words how far a unit is", () => {
    expect(coverageWords([])).toBe("The unit has no criteria");
    expect(coverageWords([{ number: "1.1", passages: 2 }])).toBe("The one criterion has a passage");
    expect(coverageWords([{ number: "1.1", passages: 2 }, { number: "1.2", passages: 0 }])).toBe("1 of 2 criteria have a passage");
    expect(outcomeOf("2.3")).toBe("2");
    expect(outcomeOf("7")).toBe("7");
  });
});

describe("what waits", () => {
  it("puts what failed first, then what can be tagged, then what is planned, then gaps", () => {
    const work = sortWork(enrolments, []);
    expect(work.toTag.map((each) => each.session.id)).toEqual(["s3"]);
    expect(work.planned.map((each) => each.session.id)).toEqual(["s4"]);
    expect(nextStep(work, enrolments)?.to).toBe("/sessions/s3");
    expect(nextStep({ ...work, failed: work.planned }, enrolments)?.action).toBe("See why");
    expect(nextStep({ ...work, toTag: [] }, enrolments)?.to).toBe("/sessions/s4");
    expect(nextStep({ ...work, toTag: [], planned: [] }, enrolments)?.to).toBe("/sessions/new?enrolment=e1");
    expect(nextStep(sortWork([], []), [])).toBeNull();
  });

  it("groups enrolments by learner and keeps learners without one", () => {
    const groups = byLearner(enrolments, people.filter((each) => each.roles.includes("learner")));
    expect(groups.map((each) => [each.name.slice(0, 3), each.enrolments.length])).toContainEqual(["Min", 0]);
    expect(groups).toHaveLength(4);
  });
});

describe("plans", () => {
  it("are sent without rows that were left empty", () => {
    const plan = { ...newPlan(enrolments[0]!, "2026-11-23"), place: "  ", questions: [{ id: null, text: " Why? ", criterionIds: ["ac-1.1"] }, { id: null, text: " ", criterionIds: [] }] };
    const tidy = tidyPlan({ ...plan, people: [...plan.people, { name: " ", role: "Witness" }] });
    expect(tidy.place).toBeNull();
    expect(tidy.questions).toEqual([{ id: null, text: "Why?", criterionIds: ["ac-1.1"] }]);
    expect(tidy.people.map((each) => each.role)).toEqual(["Assessor", "Learner"]);
  });

  it("know which criteria nobody asks about", () => {
    const plan = { ...newPlan(enrolments[0]!, "2026-11-23"), questions: [{ id: null, text: "?", criterionIds: ["ac-1.1", "ac-1.2"] }] };
    expect(unasked(plan, unit.outcomes[0]!.criteria)).toEqual(["1.3", "1.4"]);
  });
});

describe("progress", () => {
  it("is told as far as it is known", () => {
    const job = recordings["s2"]![0]!.job!;
    expect(progressWords(job)).toBe("34 %, about 4 minutes left");
    expect(progressWords({ ...job, secondsLeft: null })).toBe("34 %");
    expect(progressWords({ ...job, state: "queued" })).toBe("Waits until another one is done");
  });
});

describe("safeNext", () => {
  it("never leads to another site", () => {
    expect(safeNext("/sessions/1?x=2")).toBe("/sessions/1?x=2");
    for (const bad of [null, "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) expect(safeNext(bad)).toBe("/");
  });
});
