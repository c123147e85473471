import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { Criterion, Outcome } from "../api/types";
import { Icon } from "./Icon";
import { t } from "../texts/texts";

/** Criteria whose number begins with what was typed, or whose wording has all its words. */
export function filterCriteria(outcomes: readonly Outcome[], typed: string): Criterion[] {
  const all = outcomes.flatMap((each) => each.criteria);
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return all;
  if (/^\d[\d.]*$/.test(wanted)) return all.filter((each) => each.number.startsWith(wanted));
  const words = wanted.split(/\s+/);
  return all.filter((each) => words.every((word) => each.text.toLowerCase().includes(word)));
}

/** Chooses criteria: type to filter, arrows and Enter to take or give back, Backspace takes the last one away. */
export function CriteriaPicker({ label, outcomes, chosen, set }: { label: string; outcomes: readonly Outcome[]; chosen: readonly string[]; set: (ids: string[]) => void }) {
  const id = useId();
  const typed = useSignal("");
  const open = useSignal(false);
  const at = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const shown = filterCriteria(outcomes, typed.value);
  const all = outcomes.flatMap((each) => each.criteria);
  const toggle = (criterion: Criterion) => {
    set(chosen.includes(criterion.id) ? chosen.filter((each) => each !== criterion.id) : [...chosen, criterion.id]);
    typed.value = "";
    input.current?.focus();
  };
  const move = (to: number) => {
    open.value = true;
    at.value = Math.max(0, Math.min(shown.length - 1, to));
    document.getElementById(`${id}-${at.value}`)?.scrollIntoView({ block: "nearest" });
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(open.value ? at.value + 1 : 0);
    else if (event.key === "ArrowUp") move(at.value - 1);
    else if (event.key === "Enter" && open.value) {
      const criterion = shown[at.value];
      if (criterion !== undefined) toggle(criterion);
    } else if (event.key === "Escape" && open.value) open.value = false;
    else if (event.key === "Backspace" && typed.value === "" && chosen.length > 0) {
      set(chosen.slice(0, -1));
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="picker" onFocusOut={(event) => { if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) open.value = false; }}>
      <div class="input picker-box" onClick={() => input.current?.focus()}>
        {chosen.map((each) => {
          const criterion = all.find((other) => other.id === each);
          return criterion === undefined ? null : (
            <button key={each} type="button" class="chip accent" title={t("{criterion} (take away)", { criterion: criterion.text })} aria-label={t("Take away criterion {number}", { number: criterion.number })} onClick={() => set(chosen.filter((other) => other !== each))}>
              {criterion.number}<Icon name="close" size={10} />
            </button>
          );
        })}
        <input ref={input} role="combobox" aria-label={label} aria-expanded={open.value} aria-controls={`${id}-list`} aria-autocomplete="list" autocomplete="off"
          aria-activedescendant={open.value && shown.length > 0 ? `${id}-${at.value}` : undefined} placeholder={chosen.length === 0 ? t("Criteria: type a number or words") : ""}
          value={typed.value} onKeyDown={key} onFocus={() => { open.value = true; at.value = 0; }} onClick={() => { open.value = true; }}
          onInput={(event) => { typed.value = event.currentTarget.value; open.value = true; at.value = 0; }} />
      </div>
      {open.value && (
        <ul class="picker-list" role="listbox" tabIndex={-1} id={`${id}-list`} aria-label={label} aria-multiselectable="true">
          {shown.length === 0 && <li class="quiet-text small">{t("No criterion has “{typed}”", { typed: typed.value })}</li>}
          {shown.map((criterion, index) => (
            <li key={criterion.id} id={`${id}-${index}`} role="option" aria-selected={chosen.includes(criterion.id)} class={index === at.value ? "at" : ""}
              onMouseDown={(event) => { event.preventDefault(); toggle(criterion); }}>
              <span class="picker-tick">{chosen.includes(criterion.id) && <Icon name="check" size={13} />}</span><span class="number">{criterion.number}</span><span dir="auto">{criterion.text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
