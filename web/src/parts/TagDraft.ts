import { signal } from "@preact/signals";
import type { Criterion, Strength, Tag, TagSeen } from "../api/types";
import { strengthOf } from "./strengths";

/** What a form about a tag reads of it. */
export type DraftedTag = Pick<Tag, "criterion" | "reason" | "firstWord" | "lastWord" | "state" | "strength">;

export function seenOf(tag: DraftedTag): TagSeen {
  return { firstWord: tag.firstWord, lastWord: tag.lastWord, reason: tag.reason, strength: strengthOf(tag), criterionId: tag.criterion.id, review: tag.state === "review" };
}

/** What a person writes about a tag, beside the tag as it was when the person began: what somebody else makes of it meanwhile is neither lost nor written over unseen. */
export class TagDraft<T extends DraftedTag = Tag> {
  readonly reason = signal("");
  readonly strength = signal<Strength>("fully");
  readonly criterion = signal("");
  /** As it stands, where somebody else changed it since: for showing beside what is written. */
  readonly theirs = signal<{ criterion: Criterion; strength: Strength; reason: string } | null>(null);

  /** @param base the tag that is being changed, as the person knows it */
  constructor(public base: T) {
    this.take(base);
  }

  /** Somebody else's tag takes the place of the one known: what was not written on is as they have it, and what was is kept. */
  meet(now: T): void {
    const before = seenOf(this.base);
    this.base = now;
    if (this.reason.value.trim() === before.reason) this.reason.value = now.reason;
    if (this.strength.value === before.strength) this.strength.value = strengthOf(now);
    if (this.criterion.value === before.criterionId) this.criterion.value = now.criterion.id;
    // the same tag was refused for another reason
    if (JSON.stringify(seenOf(now)) === JSON.stringify(before)) return;
    this.theirs.value = { criterion: now.criterion, strength: strengthOf(now), reason: now.reason };
  }

  private take(tag: T): void {
    this.reason.value = tag.reason;
    this.strength.value = strengthOf(tag);
    this.criterion.value = tag.criterion.id;
  }
}
