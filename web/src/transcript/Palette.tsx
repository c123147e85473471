import { useSignal } from "@preact/signals";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Criterion, Strength } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Segments } from "../parts/fields";
import { nextStrength, strengths, strengthNames } from "../parts/Strength";
import { positionWords } from "../parts/words";
import { filterCriteria } from "./criteria";
import type { Desk } from "./Desk";
import { PaletteList } from "./PaletteList";
import { heard, quote } from "./passage";
import { addTags } from "./tagging";
import { useFocusBack } from "./useFocusBack";
import { sortByLikely, useLikely } from "./useLikely";
import { t, tx } from "../texts/texts";

/**
 * Tags the chosen words. The likeliest criterion is active already, so that Enter is enough; a number or words find another,
 * arrows move, Space chooses several, Tab goes on to the reason and the strength. The mouse and a finger do the same.
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
  /** Enter was pressed before it was known what is likely */
  const hurried = useSignal(false);
  const filter = useRef<HTMLInputElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const id = useId();

  const passage = desk.passage.value;
  const { state: guess, likely } = useLikely(desk, passage);
  const outcomes = desk.session.value?.unit.outcomes ?? [];
  const tagged = taggedTo(desk);
  const matching = filterCriteria(outcomes, typed.value);
  const byNumber = /\d/.test(typed.value);
  const found = byNumber ? matching : sortByLikely(matching, likely);
  const meant = typed.value.trim() !== "" || moved.value || guess === "known";
  const active = meant ? found[moved.value ? Math.min(at.value, found.length - 1) : Math.max(0, found.findIndex((one) => !tagged.has(one.id)))] : undefined;
  // at once, so that the next key is already for the list; with a finger the list comes first: a field in focus would bring up the keyboard over it
  useLayoutEffect(() => {
    if (window.matchMedia("(pointer: coarse)").matches) head.current?.focus({ preventScroll: true });
    else filter.current?.focus({ preventScroll: true });
  }, []);

  const pick = (criterion: Criterion) => {
    picked.value = picked.value.includes(criterion.id) ? picked.value.filter((one) => one !== criterion.id) : [...picked.value, criterion.id];
  };
  const store = async (criterionIds: readonly string[]) => {
    if (passage === null || criterionIds.length === 0 || state.value === "storing") return;
    state.value = "storing";
    problem.value = null;
    try {
      await addTags(desk, passage, { criterionIds: [...criterionIds], reason: reason.value.trim(), strength: strength.value });
    } catch (failure) {
      problem.value = sentence(failure);
    } finally {
      state.value = "open";
    }
  };
  const storeMeant = () => {
    if (picked.value.length > 0) void store(picked.value);
    else if (active !== undefined) void store([active.id]);
    else hurried.value = true;
  };
  const leave = () => { desk.tagging.value = false; };
  const turnStrength = () => { strength.value = nextStrength(strength.value); };
  useFocusBack();
  useCommands({ leave, store: storeMeant, strength: turnStrength });
  useEffect(() => {
    if (!hurried.value || guess === "waiting") return;
    hurried.value = false;
    if (active !== undefined) void store([active.id]);
    else problem.value = t("Nothing is likely for these words yet. Type a number or words, or press ↓, then Enter.");
  }, [guess, hurried.value]);

  const onFilterKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const spaceChooses = moved.value || typed.value.trim() === "" || /^[\d.]+$/.test(typed.value.trim());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const from = active === undefined ? -1 : found.indexOf(active);
      at.value = Math.min(found.length - 1, Math.max(0, from + (event.key === "ArrowDown" ? 1 : -1)));
      moved.value = true;
    } else if (event.key === " " && spaceChooses && active !== undefined) {
      at.value = found.indexOf(active);
      moved.value = true;
      pick(active);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) storeMeant();
    else {
      // on to the reason: for the active one, if none was chosen
      if (event.key === "Tab" && !event.shiftKey && picked.value.length === 0 && active !== undefined) pick(active);
      return;
    }
    event.preventDefault();
  };
  const onReasonKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.isComposing) return;
    event.preventDefault();
    storeMeant();
  };
  if (passage === null) return null;
  const { start, end } = heard(desk.index.value, passage);
  const chosen = outcomes.flatMap((one) => one.criteria).filter((one) => picked.value.includes(one.id));
  const going = chosen.length > 0 ? chosen : active === undefined ? [] : [active];
  return (
    <section class="palette" aria-label={t("Tag the chosen words")}>
      <div class="row">
        <h2 class="grow" ref={head} tabIndex={-1}>{t("Tag this passage")}</h2>
        <button class="button small quiet" title={tip("leave", t("Leave without tagging"))} onClick={leave}>{t("Close")}</button>
      </div>
      <blockquote dir="auto"><span class="small quiet-text">{t("{start} to {end}", { start: positionWords(start), end: positionWords(end) })}</span><p>{quote(desk.index.value, passage)}</p></blockquote>
      <div class="field">
        <label for={`${id}-filter`}>{t("Criteria")}</label>
        <input
          id={`${id}-filter`} class="input" ref={filter} value={typed.value} placeholder={t("Number or words")} autocomplete="off" dir="auto" role="combobox"
          aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`} aria-describedby={`${id}-how`}
          onInput={(event) => { typed.value = event.currentTarget.value; at.value = 0; moved.value = false; problem.value = null; }} onKeyDown={onFilterKey}
        />
        <PaletteList id={id} found={found} active={active} picked={picked.value} tagged={tagged} likely={likely}
          choose={(criterion) => { pick(criterion); at.value = found.indexOf(criterion); moved.value = true; filter.current?.focus({ preventScroll: true }); }} />
        {found.length === 0 && <p class="hint">{t("No criterion of this unit has these words. Delete some of them to see more.")}</p>}
        <p class="hint" id={`${id}-how`}>{tx("{key} tag, {key2} {key3} move, {key4} choose several, {key5} say why", { key: <kbd>{t("Enter")}</kbd>, key2: <kbd>↑</kbd>, key3: <kbd>↓</kbd>, key4: <kbd>{t("Space")}</kbd>, key5: <kbd>{t("Tab")}</kbd> })}</p>
      </div>
      <div class="field">
        <label for={`${id}-why`}>{tx("Why does this meet {it}? {part}", { it: chosen.length > 1 ? t("them") : t("it"), part: <span class="optional">{t("Helps whoever verifies")}</span> })}</label>
        <textarea id={`${id}-why`} class="input" dir="auto" value={reason.value} maxLength={2000} onInput={(event) => { reason.value = event.currentTarget.value; }} onKeyDown={onReasonKey} />
      </div>
      <div title={tip("strength")}>
        <Segments<Strength> label={t("How far does it meet it?")} value={strength.value} set={(value) => { strength.value = value; }} choices={strengths.map((one) => [one, strengthNames[one]] as const)} />
      </div>
      {problem.value !== null && <p class="wrong" role="alert">{t("Not stored. {problem} What you wrote is still here.", { problem: problem.value })}</p>}
      <div class="row palette-foot">
        <span class="grow small quiet-text" role="status">{state.value === "storing" ? t("Storing…") : hurried.value ? t("Looking for the likeliest criterion…") : going.length === 0 ? t("No criterion chosen yet") : t("For {going}", { going: going.map((one) => one.number).join(", ") })}</span>
        <button class="button primary" title={tip("store", t("Store the tag"))} disabled={going.length === 0 || state.value === "storing"} onClick={storeMeant}>{t("Tag")}</button>
      </div>
    </section>
  );
}

/** The criteria to which the very words chosen are tagged already. */
function taggedTo(desk: Desk): ReadonlySet<string> {
  const passage = desk.passage.value;
  const mark = desk.marks.value.find((one) => one.first === passage?.first && one.last === passage.last);
  return new Set(mark?.tags.map((tag) => tag.criterion.id));
}
