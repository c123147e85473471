import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Criterion } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { positionWords } from "../parts/words";
import { filterCriteria } from "./criteria";
import type { Desk } from "./Desk";
import { heard, quote } from "./passage";
import { addTags } from "./tagging";
import { useFocusBack } from "./useFocusBack";

/**
 * Tags the chosen words: type a number or words, arrows to move, Space to choose several, Enter to go on to the reason,
 * Enter there to store. The mouse does the same with check boxes.
 */
export function Palette({ desk }: { desk: Desk }) {
  const typed = useSignal("");
  const at = useSignal(0);
  const moved = useSignal(false);
  const picked = useSignal<readonly string[]>([]);
  const reason = useSignal("");
  const state = useSignal<"open" | "storing">("open");
  const problem = useSignal<string | null>(null);
  const filter = useRef<HTMLInputElement>(null);
  const why = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();

  const passage = desk.passage.value;
  const outcomes = desk.session.value?.unit.outcomes ?? [];
  const found = filterCriteria(outcomes, typed.value);
  const active = found[Math.min(at.value, found.length - 1)];
  useEffect(() => { filter.current?.focus({ preventScroll: true }); }, []);
  useEffect(() => { list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" }); }, [active?.id]);

  const pick = (criterion: Criterion) => {
    picked.value = picked.value.includes(criterion.id) ? picked.value.filter((one) => one !== criterion.id) : [...picked.value, criterion.id];
  };
  const store = async () => {
    if (passage === null || picked.value.length === 0 || state.value === "storing") return;
    state.value = "storing";
    problem.value = null;
    try {
      await addTags(desk, passage, [...picked.value], reason.value.trim());
    } catch (failure) {
      problem.value = sentence(failure);
    } finally {
      state.value = "open";
    }
  };
  const leave = () => { desk.tagging.value = false; };
  useFocusBack();
  useCommands({ leave, store: () => void store() });

  const onFilterKey = (event: KeyboardEvent) => {
    const spaceChooses = moved.value || typed.value.trim() === "" || /^[\d.]+$/.test(typed.value.trim());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at.value = Math.min(found.length - 1, Math.max(0, at.value + (event.key === "ArrowDown" ? 1 : -1)));
      moved.value = true;
    } else if (event.key === " " && spaceChooses && active !== undefined) pick(active);
    else if (event.key === "Enter" && !event.ctrlKey) {
      if (active !== undefined && picked.value.length === 0) pick(active);
      if (picked.value.length > 0) why.current?.focus();
    } else return;
    event.preventDefault();
  };
  const onReasonKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.isComposing) return;
    event.preventDefault();
    void store();
  };
  if (passage === null) return null;
  const { start, end } = heard(desk.index.value, passage);
  const chosen = outcomes.flatMap((one) => one.criteria).filter((one) => picked.value.includes(one.id));
  return (
    <section class="palette" aria-label="Tag the chosen words">
      <div class="row">
        <h2 class="grow">Tag this passage</h2>
        <button class="button small quiet" title={tip("leave", "Leave without tagging")} onClick={leave}>Close</button>
      </div>
      <blockquote dir="auto"><span class="small quiet-text">{positionWords(start)} to {positionWords(end)}</span><p>{quote(desk.index.value, passage)}</p></blockquote>
      <div class="field">
        <label for={`${id}-filter`}>Criteria</label>
        <input
          id={`${id}-filter`} class="input" ref={filter} value={typed.value} placeholder="Number or words" autocomplete="off" dir="auto" role="combobox"
          aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
          onInput={(event) => { typed.value = event.currentTarget.value; at.value = 0; moved.value = false; }} onKeyDown={onFilterKey}
        />
        <ul id={`${id}-list`} class="palette-list" ref={list} role="listbox" aria-label="Criteria" aria-multiselectable="true">
          {found.map((criterion) => (
            <li
              key={criterion.id} id={`${id}-${criterion.id}`} role="option" aria-selected={picked.value.includes(criterion.id)} data-active={criterion === active ? "" : undefined}
              onMouseDown={(event) => event.preventDefault()} onClick={() => { pick(criterion); at.value = found.indexOf(criterion); moved.value = true; }}
            >
              <i class="tick" aria-hidden="true" /><b>{criterion.number}</b><span dir="auto">{criterion.text}</span>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p class="hint">No criterion of this unit has these words. Delete some of them to see more.</p>}
        <p class="hint"><kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Space</kbd> choose several, <kbd>Enter</kbd> go on</p>
      </div>
      <div class="field">
        <label for={`${id}-why`}>Why does this meet {chosen.length === 1 ? "it" : "them"}? <span class="optional">Helps whoever verifies</span></label>
        <textarea id={`${id}-why`} class="input" ref={why} dir="auto" value={reason.value} maxLength={4000} onInput={(event) => { reason.value = event.currentTarget.value; }} onKeyDown={onReasonKey} />
      </div>
      {problem.value !== null && <p class="wrong" role="alert">Not stored. {problem.value} What you wrote is still here.</p>}
      <div class="row">
        <span class="grow small quiet-text" role="status">{state.value === "storing" ? "Storing…" : chosen.length === 0 ? "No criterion chosen yet" : `For ${chosen.map((one) => one.number).join(", ")}`}</span>
        <button class="button primary" title={tip("store", "Store the tag")} disabled={chosen.length === 0 || state.value === "storing"} onClick={() => void store()}>Tag</button>
      </div>
    </section>
  );
}
