import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Criterion, Strength } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { strengths } from "../parts/StrengthSign";
import { positionWords } from "../parts/words";
import { filterCriteria, likeliestFirst } from "./criteria";
import type { Desk } from "./Desk";
import { heard, quote } from "./passage";
import { StrengthChoice } from "./StrengthChoice";
import { addTags } from "./tagging";
import { useFocusBack } from "./useFocusBack";
import { useLikely } from "./useLikely";

/**
 * Tags the chosen words. The likeliest criterion is active at once, so that Enter tags to it. Or: a number or words typed,
 * arrows to move, Space to choose several, Enter to tag, Tab to write why. The mouse does the same with check boxes.
 */
export function Palette({ desk }: { desk: Desk }) {
  const typed = useSignal("");
  const at = useSignal(0);
  const moved = useSignal(false);
  const picked = useSignal<readonly string[]>([]);
  const reason = useSignal("");
  const strength = useSignal<Strength>("fully");
  const state = useSignal<"open" | "storing">("open");
  const problem = useSignal<string | null>(null);
  /** Enter came before the likeliest was known: it is tagged as soon as it is */
  const due = useSignal(false);
  const filter = useRef<HTMLInputElement>(null);
  const why = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();

  const passage = desk.passage.value;
  const outcomes = desk.session.value?.unit.outcomes ?? [];
  const likely = useLikely(desk, passage);
  const plain = typed.value.trim() === "";
  const found = plain ? likeliestFirst(filterCriteria(outcomes, ""), likely.value) : filterCriteria(outcomes, typed.value);
  // nothing is active that neither the machine nor the person has named: Enter would tag to whatever stands first
  const active = plain && !moved.value && likely.value === null ? undefined : found[Math.min(at.value, found.length - 1)];
  const because = useComputed(() => new Map((likely.value ?? []).slice(0, 3).map((one) => [one.criterionId, one.because])));
  useEffect(() => { filter.current?.focus({ preventScroll: true }); }, []);
  useEffect(() => { list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" }); }, [active?.id]);

  const pick = (criterion: Criterion) => {
    picked.value = picked.value.includes(criterion.id) ? picked.value.filter((one) => one !== criterion.id) : [...picked.value, criterion.id];
  };
  const store = async (ids: readonly string[] = picked.value) => {
    if (passage === null || ids.length === 0 || state.value === "storing") return;
    state.value = "storing";
    problem.value = null;
    try {
      await addTags(desk, passage, [...ids], reason.value.trim(), strength.value);
    } catch (failure) {
      problem.value = sentence(failure);
    } finally {
      state.value = "open";
    }
  };
  /** Enter in the list: those chosen, or the active one. */
  const take = () => {
    if (picked.value.length > 0) void store();
    else if (active !== undefined) void store([active.id]);
    else if (plain && likely.state.value === "asking") due.value = true;
  };
  useEffect(() => {
    if (!due.value || likely.state.value === "asking") return;
    due.value = false;
    if (active !== undefined && picked.value.length === 0) void store([active.id]);
  }, [likely.state.value, due.value]);
  const leave = () => { desk.tagging.value = false; };
  const change = (by: 1 | -1) => { strength.value = strengths[Math.min(strengths.length - 1, Math.max(0, strengths.indexOf(strength.value) + by))] ?? "fully"; };
  useFocusBack();
  useCommands({ leave, store: () => { take(); }, weaker: () => change(1), stronger: () => change(-1) });

  const onFilterKey = (event: KeyboardEvent) => {
    const spaceChooses = moved.value || plain || /^[\d.]+$/.test(typed.value.trim());
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at.value = active === undefined ? 0 : Math.min(found.length - 1, Math.max(0, at.value + (event.key === "ArrowDown" ? 1 : -1)));
      moved.value = true;
    } else if (event.key === " " && spaceChooses && active !== undefined) pick(active);
    else if (event.key === "Enter") take();
    else if (event.key === "Tab" && !event.shiftKey && active !== undefined && picked.value.length === 0) {
      pick(active);
      return;
    } else return;
    event.preventDefault();
  };
  const onReasonKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    take();
  };
  if (passage === null) return null;
  const { start, end } = heard(desk.index.value, passage);
  const chosen = outcomes.flatMap((one) => one.criteria).filter((one) => picked.value.includes(one.id));
  const number = (chosen.length > 0 ? chosen : active === undefined ? [] : [active]).map((one) => one.number).join(", ");
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
          aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`} aria-describedby={`${id}-hint`}
          onInput={(event) => { typed.value = event.currentTarget.value; at.value = 0; moved.value = false; due.value = false; }} onKeyDown={onFilterKey}
        />
        <ul id={`${id}-list`} class="palette-list" ref={list} role="listbox" aria-label="Criteria" aria-multiselectable="true" tabIndex={-1}>
          {found.map((criterion) => (
            <li
              key={criterion.id} id={`${id}-${criterion.id}`} role="option" aria-selected={picked.value.includes(criterion.id)} data-active={criterion === active ? "" : undefined}
              onMouseDown={(event) => event.preventDefault()} onClick={() => { pick(criterion); at.value = found.indexOf(criterion); moved.value = true; }}
            >
              <i class="tick" aria-hidden="true" /><b>{criterion.number}</b>
              <span dir="auto">{criterion.text}{because.value.has(criterion.id) && <small class="because">{because.value.get(criterion.id)}</small>}</span>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p class="hint">No criterion of this unit has these words. Delete some of them to see more.</p>}
        <p class="hint" id={`${id}-hint`}>
          {plain && likely.state.value === "failed" && "The likeliest criteria could not be worked out just now. Type a number or words. "}
          <kbd>Enter</kbd> tag, <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Space</kbd> choose several, <kbd>Tab</kbd> say why
        </p>
      </div>
      <div class="field">
        <label for={`${id}-why`}>{chosen.length > 1 ? "Why does this meet them?" : "Why does this meet it?"} <span class="optional">Helps whoever verifies</span></label>
        <textarea id={`${id}-why`} class="input" ref={why} dir="auto" value={reason.value} maxLength={4000} onInput={(event) => { reason.value = event.currentTarget.value; }} onKeyDown={onReasonKey} />
      </div>
      <StrengthChoice value={strength.value} set={(next) => { strength.value = next; }} keys />
      {problem.value !== null && <p class="wrong" role="alert">Not stored. {problem.value} What you wrote is still here.</p>}
      <div class="row">
        <span class="grow small quiet-text" role="status">{state.value === "storing" || due.value ? "Storing…" : number === "" ? "No criterion chosen yet" : `For ${number}`}</span>
        <button class="button primary" title={tip("store", "Store the tag")} disabled={number === "" || state.value === "storing"} onClick={take}>Tag</button>
      </div>
    </section>
  );
}
