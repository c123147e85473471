import type { UnitDraft } from "../api/types";
import * as d from "../state/draft";
import { AreaField, Segments, TextField } from "./fields";
import { Icon } from "./Icon";
import { t } from "../texts/texts";

interface Props { draft: UnitDraft; set: (draft: UnitDraft) => void }

const numberOf = (text: string): number | null => (text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text));

/** Everything of a unit, to be typed in or corrected. */
export function UnitEditor({ draft, set }: Props) {
  const change = (part: Partial<UnitDraft>) => set({ ...draft, ...part });
  return (
    <div class="form unit-editor">
      <TextField label={t("Title")} hint={t("Only the title, the outcomes and the criteria are needed")} required value={draft.title} set={(title) => change({ title })} />
      <div class="form-row">
        <TextField label={t("Unit number")} value={draft.number ?? ""} set={(text) => change({ number: text || null })} />
        <TextField label={t("Reference")} value={draft.reference ?? ""} set={(text) => change({ reference: text || null })} />
        <TextField label={t("Level")} value={draft.level ?? ""} set={(text) => change({ level: text || null })} />
        <TextField label={t("Credit value")} inputMode="numeric" value={draft.creditValue?.toString() ?? ""} set={(text) => change({ creditValue: numberOf(text) })} />
        <TextField label={t("Guided learning hours")} inputMode="numeric" value={draft.guidedLearningHours?.toString() ?? ""} set={(text) => change({ guidedLearningHours: numberOf(text) })} />
      </div>
      <AreaField label={t("Purpose and aim")} value={draft.purpose ?? ""} set={(text) => change({ purpose: text || null })} />
      <fieldset class="stack">
        <legend class="label big">{t("Outcomes and criteria")}</legend>
        {draft.outcomes.map((outcome, index) => <OutcomeEditor key={index} draft={draft} set={set} outcome={outcome} index={index} />)}
        <button class="button" type="button" onClick={() => set(d.addOutcome(draft))}><Icon name="plus" />{t("Add an outcome")}</button>
      </fieldset>
      <Segments label={t("Simulation")} value={draft.simulationAllowed === null ? "unsaid" : draft.simulationAllowed ? "yes" : "no"}
        set={(value) => change({ simulationAllowed: value === "unsaid" ? null : value === "yes" })}
        choices={[["unsaid", t("Not said")], ["yes", t("Allowed")], ["no", t("Not allowed")]]} />
      <AreaField label={t("Evidence requirements")} value={draft.evidenceRequirements ?? ""} set={(text) => change({ evidenceRequirements: text || null })} />
      <Methods draft={draft} set={set} />
    </div>
  );
}

function OutcomeEditor({ draft, set, outcome, index }: Props & { outcome: d.DraftOutcome; index: number }) {
  const name = t("outcome {number}", { number: outcome.number || index + 1 });
  return (
    <div class="outcome-editor">
      <Row label={t("Outcome {index}", { index: index + 1 })} number={outcome.number} text={outcome.text} strong
        change={(part) => set(d.changeOutcome(draft, index, part))}
        up={index > 0 ? () => set(d.moveOutcome(draft, index, -1)) : null}
        down={index < draft.outcomes.length - 1 ? () => set(d.moveOutcome(draft, index, 1)) : null}
        remove={() => set(d.removeOutcome(draft, index))} />
      {outcome.criteria.map((criterion, at) => (
        <Row key={at} label={t("Criterion {at} of {name}", { at: at + 1, name })} number={criterion.number} text={criterion.text}
          change={(part) => set(d.changeCriterion(draft, index, at, part))}
          up={at > 0 ? () => set(d.moveCriterion(draft, index, at, -1)) : null}
          down={at < outcome.criteria.length - 1 ? () => set(d.moveCriterion(draft, index, at, 1)) : null}
          remove={() => set(d.removeCriterion(draft, index, at))} />
      ))}
      <button class="button small quiet" type="button" onClick={() => set(d.addCriterion(draft, index))}><Icon name="plus" />{t("Add a criterion to {name}", { name })}</button>
    </div>
  );
}

function Row({ label, number, text, strong = false, change, up, down, remove }: {
  label: string; number: string; text: string; strong?: boolean;
  change: (part: { number?: string; text?: string }) => void; up: (() => void) | null; down: (() => void) | null; remove: () => void;
}) {
  const move = (event: KeyboardEvent) => {
    const action = !event.altKey ? null : event.key === "ArrowUp" ? up : event.key === "ArrowDown" ? down : null;
    if (action === null) return;
    event.preventDefault();
    action();
  };
  return (
    <div class={`edit-row${strong ? " strong" : ""}`} role="group" aria-label={label} onKeyDown={move}>
      <input class="input" aria-label={t("{label}, number", { label })} value={number} size={4} onInput={(event) => change({ number: event.currentTarget.value })} />
      <textarea class="input" dir="auto" rows={1} aria-label={t("{label}, wording", { label })} value={text} placeholder={t("Wording")} onInput={(event) => change({ text: event.currentTarget.value })} />
      <span class="edit-tools">
        <button type="button" class="button icon small quiet" aria-label={t("Move {label} up", { label })} title={t("Move up (Alt+↑)")} disabled={up === null} onClick={() => up?.()}><Icon name="up" size={13} /></button>
        <button type="button" class="button icon small quiet" aria-label={t("Move {label} down", { label })} title={t("Move down (Alt+↓)")} disabled={down === null} onClick={() => down?.()}><Icon name="down" size={13} /></button>
        <button type="button" class="button icon small quiet" aria-label={t("Remove {label}", { label })} title={t("Remove")} onClick={remove}><Icon name="close" size={13} /></button>
      </span>
    </div>
  );
}

function Methods({ draft, set }: Props) {
  const change = (index: number, part: Partial<UnitDraft["methods"][number]>) =>
    set({ ...draft, methods: draft.methods.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <fieldset class="stack">
      <legend class="label big">{t("Preferred assessment methods")}</legend>
      {draft.methods.map((method, index) => (
        <div key={index} class="edit-row method" role="group" aria-label={t("Method {index}", { index: index + 1 })}>
          <input class="input" dir="auto" aria-label={t("Method {index}, name", { index: index + 1 })} value={method.name} placeholder={t("Name")} onInput={(event) => change(index, { name: event.currentTarget.value })} />
          <textarea class="input" dir="auto" rows={1} aria-label={t("Method {index}, description", { index: index + 1 })} placeholder={t("Description")} value={method.text} onInput={(event) => change(index, { text: event.currentTarget.value })} />
          <span class="edit-tools">
            <button type="button" class="button icon small quiet" aria-label={t("Remove method {index}", { index: index + 1 })} title={t("Remove")} onClick={() => set({ ...draft, methods: draft.methods.filter((_, at) => at !== index) })}><Icon name="close" size={13} /></button>
          </span>
        </div>
      ))}
      <button class="button small" type="button" onClick={() => set({ ...draft, methods: [...draft.methods, { name: "", text: "" }] })}><Icon name="plus" />{t("Add a method")}</button>
    </fieldset>
  );
}
