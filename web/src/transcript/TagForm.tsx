import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Tag } from "../api/types";
import type { Desk } from "./Desk";
import { StrengthChoice } from "./StrengthChoice";
import { change, strengthOf } from "./tagging";
import { useFocusBack } from "./useFocusBack";

/** Changes a tag: which criterion, how far, why. Its words are moved in the transcript. */
export function TagForm({ desk, tag, close }: { desk: Desk; tag: Tag; close: () => void }) {
  const reason = useSignal(tag.reason);
  const strength = useSignal(strengthOf(tag));
  const criterion = useSignal(tag.criterion.id);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  useFocusBack();
  const outcomes = desk.session.value?.unit.outcomes ?? [];
  const store = async () => {
    if (busy.value) return;
    busy.value = true;
    try {
      await change(desk, tag, { reason: reason.value.trim(), strength: strength.value, criterionId: criterion.value }, `Changed the tag on ${tag.criterion.number}.`);
      close();
    } catch (failure) {
      problem.value = sentence(failure);
    } finally {
      busy.value = false;
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const inText = event.target instanceof HTMLTextAreaElement;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && (inText || event.ctrlKey || event.metaKey)) void store();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="tag-form" onKeyDown={onKey} role="group" aria-label={`Change the tag on ${tag.criterion.number}`}>
      <div class="field">
        <label for={`${id}-why`}>Why</label>
        <textarea id={`${id}-why`} class="input" ref={field} dir="auto" maxLength={4000} value={reason.value} onInput={(event) => { reason.value = event.currentTarget.value; }} />
      </div>
      <div class="field">
        <label for={`${id}-criterion`}>Criterion</label>
        <select id={`${id}-criterion`} class="input" value={criterion.value} onChange={(event) => { criterion.value = event.currentTarget.value; }}>
          {outcomes.flatMap((outcome) => outcome.criteria).map((one) => <option key={one.id} value={one.id} selected={one.id === criterion.value}>{`${one.number} ${one.text}`}</option>)}
        </select>
      </div>
      <StrengthChoice value={strength.value} set={(next) => { strength.value = next; }} />
      {problem.value !== null && <span class="wrong" role="alert">Not stored. {problem.value} What you wrote is still here.</span>}
      <div class="row tight"><button class="button small primary" disabled={busy.value} onClick={() => void store()}>Store</button><button class="button small quiet" onClick={close}>Leave it</button></div>
    </div>
  );
}
