import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { isConflict, sentence } from "../api/problem";
import type { Strength, Tag } from "../api/types";
import { useCommands } from "../commands/keys";
import { Segments } from "../parts/fields";
import { strengths, strengthNames } from "../parts/Strength";
import { TagDraft } from "../parts/TagDraft";
import { Theirs } from "../parts/Theirs";
import type { Desk } from "./Desk";
import { EdgeButtons } from "./EdgeButtons";
import type { Passage } from "./passage";
import { change } from "./tagging";
import { useFocusBack } from "./useFocusBack";
import { positionOf } from "./words";
import { t } from "../texts/texts";

/** Changes a tag: its criterion, how far the words meet it, where they begin and end, and why. Enter stores, Escape leaves it. */
export function TagForm({ desk, tag, close }: { desk: Desk; tag: Tag; close: () => void }) {
  const id = useId();
  const draft = useMemo(() => new TagDraft(tag), [tag.id]);
  const { reason, strength, criterion } = draft;
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const from = passageOfTag(desk, draft.base);
  const outcomes = desk.session.value?.unit.outcomes ?? [];
  // what is chosen in the text is what the tag will hold: the same keys and the same mouse as for a new one
  const passage = desk.passage.value;
  const choose = (next: Passage) => {
    desk.choice.value = { anchor: next.first, focus: next.last };
    desk.reveal(next.last);
  };
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    // the whole form, not only its first field
    field.current?.closest(".tag")?.scrollIntoView({ block: "start" });
    if (from !== null) desk.choice.value = { anchor: from.first, focus: from.last };
    return () => { desk.choice.value = null; };
  }, []);
  useFocusBack();
  useCommands({ leave: close });
  const store = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const moved = passage !== null && (passage.first !== from?.first || passage.last !== from.last);
    try {
      await change(desk, draft.base, { reason: reason.value.trim(), strength: strength.value, criterionId: criterion.value, passage: moved ? passage : null });
      close();
    } catch (failure) {
      problem.value = sentence(failure);
      if (isConflict(failure)) await meetTheirs(moved);
    } finally {
      busy.value = false;
    }
  };
  /** Somebody else was quicker: what they did is shown, and what is written here stays for storing again. */
  const meetTheirs = async (moved: boolean) => {
    await desk.readTags();
    const now = desk.tags.value.find((one) => one.id === tag.id);
    if (now === undefined) return;
    draft.meet(now);
    const place = moved ? null : passageOfTag(desk, now);
    if (place !== null) desk.choice.value = { anchor: place.first, focus: place.last };
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void store();
  };
  return (
    <div class="tag-form" role="group" aria-label={t("Change the tag on {number}", { number: tag.criterion.number })}>
      <div class="field">
        <label for={`${id}-why`}>{t("Why it meets the criterion")}</label>
        <textarea id={`${id}-why`} class="input" ref={field} dir="auto" maxLength={2000} value={reason.value} onInput={(event) => { reason.value = event.currentTarget.value; }} onKeyDown={onKey} />
      </div>
      <Segments<Strength> label={t("How far does it meet it?")} value={strength.value} set={(value) => { strength.value = value; }} choices={strengths.map((one) => [one, strengthNames[one]] as const)} />
      <div class="field">
        <label for={`${id}-criterion`}>{t("Criterion")}</label>
        <select id={`${id}-criterion`} class="input" value={criterion.value} onChange={(event) => { criterion.value = event.currentTarget.value; }}>
          {outcomes.map((outcome) => (
            <optgroup key={outcome.id} label={`${outcome.number} ${outcome.text}`}>
              {outcome.criteria.map((one) => <option key={one.id} value={one.id} selected={one.id === criterion.value}>{`${one.number} ${one.text}`}</option>)}
            </optgroup>
          ))}
        </select>
      </div>
      {passage === null
        ? from !== null && <button type="button" class="button small" onClick={() => choose(from)}>{t("Show its words again")}</button>
        : <EdgeButtons desk={desk} passage={passage} set={choose} />}
      {problem.value !== null && <span class="wrong" role="alert">{t("Not stored. {problem}", { problem: problem.value })}</span>}
      <Theirs draft={draft} />
      <div class="row tight"><button class="button small primary" disabled={busy.value} onClick={() => void store()}>{busy.value ? t("Storing…") : t("Store")}</button><button class="button small quiet" onClick={close}>{t("Leave it")}</button></div>
    </div>
  );
}

/** Where a tag's words are; null where none of them is left. */
export function passageOfTag(desk: Desk, tag: Tag): Passage | null {
  const one = positionOf(desk.index.value, tag.firstWord);
  const other = positionOf(desk.index.value, tag.lastWord);
  if (one === null && other === null) return null;
  return { first: Math.min(one ?? other ?? 0, other ?? one ?? 0), last: Math.max(one ?? other ?? 0, other ?? one ?? 0) };
}
