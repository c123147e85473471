import { describe, expect, it } from "vitest";
import { type DraftedTag, TagDraft } from "./TagDraft";

const tag: DraftedTag = { criterion: { id: "c1", number: "1.1", text: "One" }, reason: "Because", firstWord: 3, lastWord: 9, state: "active", strength: "fully" };
const other = { id: "c2", number: "1.2", text: "Two" };

describe("what is written about a tag that somebody else changes meanwhile", () => {
  it("keeps what was written, and takes over what was not", () => {
    const draft = new TagDraft(tag);
    draft.reason.value = "Mine";
    draft.meet({ ...tag, criterion: other, reason: "Theirs", strength: "partly" });
    expect([draft.reason.value, draft.strength.value, draft.criterion.value]).toEqual(["Mine", "partly", "c2"]);
    expect(draft.theirs.value).toEqual({ criterion: other, strength: "partly", reason: "Theirs" });
    expect(draft.base.reason).toBe("Theirs");
  });

  it("shows nothing of others where nothing was changed", () => {
    const draft = new TagDraft(tag);
    draft.reason.value = "Mine";
    draft.meet({ ...tag });
    expect(draft.theirs.value).toBe(null);
    expect(draft.reason.value).toBe("Mine");
  });
});
