import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { OtherEvidence, OtherEvidenceRequest, OtherKind, Outcome, Strength } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice } from "../parts/basics";
import { CriteriaPicker } from "../parts/CriteriaPicker";
import { AreaField, Field, SelectField, TextField } from "../parts/fields";
import { StrengthSign, strengths, strengthWords } from "../parts/Strength";
import { useAct } from "../state/act";
import { t } from "../texts/texts";

export const kindWords: Record<OtherKind, string> = {
  "work-product": t("Work product"), "witness-testimony": t("Witness testimony"), observation: t("Observation"), "reflective-account": t("Reflective account"), other: t("Something else"),
};
const kinds = Object.keys(kindWords) as OtherKind[];

const empty: OtherEvidenceRequest = { kind: "work-product", title: "", location: "", relevance: "", date: null, criteria: [] };

interface Props {
  outcomes: readonly Outcome[];
  /** what is changed; null: a new one */
  evidence: OtherEvidence | null;
  /** seen: what was changed, as it was when the person began or looked again */
  store: (request: OtherEvidenceRequest, seen: OtherEvidence | null) => Promise<void>;
  close: () => void;
}

/** Evidence that is not a recording: what it is, where it lies, what it shows, for which criteria and how far. */
export function EvidenceForm({ outcomes, evidence, store, close }: Props) {
  const request = useSignal<OtherEvidenceRequest>(evidence === null ? empty : requestOf(evidence));
  const seen = useSignal(evidence);
  const overtaken = evidence !== null && seen.value !== null && evidence.version !== seen.value.version;
  const { busy, problem, act, fail } = useAct();
  const looked = (theirs: boolean) => {
    if (evidence !== null && theirs) request.value = requestOf(evidence);
    seen.value = evidence;
    fail(null);
    form.current?.querySelector("select")?.focus();
  };
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => { form.current?.querySelector("select")?.focus(); }, []);
  const set = (part: Partial<OtherEvidenceRequest>) => { request.value = { ...request.value, ...part }; };
  const { kind, title, location, relevance, date, criteria } = request.value;
  const ready = title.trim() !== "" && location.trim() !== "" && relevance.trim() !== "" && criteria.length > 0;
  const submit = () => {
    if (ready && !overtaken) void act(() => store({ ...request.value, title: title.trim(), location: location.trim(), relevance: relevance.trim() }, seen.value));
  };
  useCommands({ leave: close, save: submit });
  const known = new Map(criteria.map((one) => [one.criterionId, one.strength]));
  const all = outcomes.flatMap((one) => one.criteria);
  return (
    <form class="evidence-form pad-2" ref={form} aria-label={evidence === null ? t("Add other evidence") : t("Change this evidence")} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div class="form-row">
        <SelectField label={t("What it is")} value={kind} set={(value) => set({ kind: value as OtherKind })} choices={kinds.map((one) => [one, kindWords[one]] as const)} />
        <TextField label={t("Date")} optional type="date" value={date ?? ""} set={(value) => set({ date: value === "" ? null : value })} />
      </div>
      <TextField label={t("Name")} required maxLength={200} value={title} set={(value) => set({ title: value })} placeholder={t("Agreement with the housing service, signed")} />
      <TextField label={t("Where it lies")} required maxLength={500} value={location} set={(value) => set({ location: value })} hint={t("So that somebody else finds it: folder, page, link, who keeps it")} />
      <AreaField label={t("What it shows")} hint={t("Why it is evidence for these criteria")} rows={2} value={relevance} set={(value) => set({ relevance: value })} />
      <Field label={t("For which criteria")} control={() => (
        <CriteriaPicker label={t("Criteria this evidence is for")} outcomes={outcomes} chosen={criteria.map((one) => one.criterionId)} set={(ids) => set({ criteria: ids.map((criterionId) => ({ criterionId, strength: known.get(criterionId) ?? "fully" })) })} />
      )} />
      {criteria.length > 0 && (
        <ul class="stack tight">
          {criteria.map((one) => (
            <li key={one.criterionId}>
              <SelectField label={t("How far it meets {number}", { number: all.find((each) => each.id === one.criterionId)?.number ?? t("it") })} value={one.strength}
                set={(value) => set({ criteria: criteria.map((each) => (each === one ? { ...each, strength: value as Strength } : each)) })} choices={strengths.map((each) => [each, strengthWords[each]] as const)} />
            </li>
          ))}
        </ul>
      )}
      {overtaken && <Overtaken outcomes={outcomes} now={evidence} looked={looked} />}
      {problem !== null && <p class="wrong" role="alert">{t("Not stored. {problem} What you wrote is still here.", { problem })}</p>}
      <div class="row tight">
        <button class="button primary" title={tip("save")} disabled={busy || !ready || overtaken}>{busy ? t("Storing…") : t("Store")}</button>
        <button type="button" class="button quiet" onClick={close}>{t("Leave it")}</button>
        {!ready && <span class="small quiet-text">{t("It needs a name, the place where it lies, what it shows, and at least one criterion.")}</span>}
      </div>
    </form>
  );
}

/** What the evidence says now, where somebody changed it while it was being changed here; nothing of what was typed is lost. */
function Overtaken({ outcomes, now, looked }: { outcomes: readonly Outcome[]; now: OtherEvidence; looked: (theirs: boolean) => void }) {
  const box = useRef<HTMLDivElement>(null);
  // it may be out of sight: whoever stored with a key would not know that nothing was stored
  useLayoutEffect(() => { box.current?.focus(); }, []);
  const numbers = new Map(outcomes.flatMap((one) => one.criteria).map((one) => [one.id, one.number]));
  return (
    <div class="overtaken" ref={box} tabIndex={-1}><Notice kind="warning" action={<><button type="button" class="button small" onClick={() => looked(true)}>{t("Take what is there")}</button><button type="button" class="button small" onClick={() => looked(false)}>{t("Keep what I wrote")}</button></>}>
      <p>{now.withdrawn ? t("This evidence was withdrawn meanwhile. It says:") : t("This evidence was changed meanwhile. It says now:")}</p>
      <p><span class="strong" dir="auto">{now.title}</span>{" "}<span class="chip">{kindWords[now.kind]}</span></p>
      <p dir="auto">{now.location}</p>
      <p dir="auto">{now.relevance}</p>
      <p class="small evidence-meets">{now.criteria.map((one) => <span key={one.criterionId}><b>{numbers.get(one.criterionId) ?? "?"}</b> <StrengthSign strength={one.strength} words /></span>)}</p>
    </Notice></div>
  );
}

export function requestOf({ kind, title, location, relevance, date, criteria }: OtherEvidenceRequest): OtherEvidenceRequest {
  return { kind, title, location, relevance, date, criteria };
}
