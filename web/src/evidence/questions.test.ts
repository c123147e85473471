import { describe, expect, it } from "vitest";
import { questionFor, questionsFor } from "./questions";

const ask = (text: string) => questionFor({ text });

describe("a question made from a criterion's wording", () => {
  it("asks for a time when it was done, where the criterion says what to do", () => {
    expect(ask("Negotiate so that both sides can keep what they promise.")).toBe("Tell me about a time when you had to negotiate so that both sides can keep what they promise. What did you do, and why?");
    expect(ask("Be able to introduce, promote and negotiate an agreement")).toBe("Tell me about a time when you had to introduce, promote and negotiate an agreement. What did you do, and why?");
  });
  it("asks for knowledge in the learner's words, where the criterion asks to explain", () => {
    expect(ask("Explain how own practice meets the policy")).toBe("Tell me how your own practice meets the policy, with an example from your own work.");
    expect(ask("Describe the agencies in the area")).toBe("What can you tell me about the agencies in the area? Give an example from your own work.");
    expect(ask("Know how to report a concern")).toBe("How do you report a concern? Give an example from your own work.");
  });
  it("quotes what it cannot bend, and leaves a question as it is", () => {
    expect(ask("The principles of SLA design")).toBe("What have you done that shows this: the principles of SLA design?");
    expect(ask("تحديد الأطراف")).toBe("What have you done that shows this: تحديد الأطراف?");
    expect(ask("What is agreed, and with whom?")).toBe("What is agreed, and with whom?");
    expect(ask("  ")).toBe("");
  });
  it("keeps abbreviations as they are", () => expect(ask("PPE is worn")).toBe("What have you done that shows this: PPE is worn?"));
  it("goes with its criterion", () => {
    expect(questionsFor([{ id: "c1", number: "1.1", text: "Agree roles" }])).toEqual([{ id: null, text: "Tell me about a time when you had to agree roles. What did you do, and why?", criterionIds: ["c1"] }]);
  });
});
