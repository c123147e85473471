import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem } from "../api/problem";
import type { OtherEvidence, OtherEvidenceRequest, Outcome } from "../api/types";
import { StrengthSign } from "../parts/Strength";
import { dateWords } from "../parts/words";
import { useAct } from "../state/act";
import type { TakeBack } from "../state/takeback";
import { type Described, put, type Standing } from "./described";
import { EvidenceForm, kindWords, requestOf } from "./EvidenceForm";
import { t, tx } from "../texts/texts";

interface Props {
  enrolmentId: string;
  outcomes: readonly Outcome[];
  evidence: readonly OtherEvidence[];
  mayEdit: boolean;
  changed: () => void;
  steps: TakeBack<Described>;
}

/** Evidence beside the recordings, by where it lies and what it shows; withdrawn pieces are kept below. */
export function OtherEvidenceList({ enrolmentId, outcomes, evidence, mayEdit, changed, steps }: Props) {
  const open = useSignal<string | null>(null);
  const { busy, problem, act } = useAct();
  // a form that is open stays where it is, whatever becomes of its evidence meanwhile
  const kept = evidence.filter((one) => !one.withdrawn || one.id === open.value);
  const withdrawn = evidence.filter((one) => !kept.includes(one));
  const close = () => { open.value = null; };
  // a form needs the room where the way back is offered; the key takes back all the same
  const fill = (which: string) => { open.value = which; steps.close(); };
  const add = async (request: OtherEvidenceRequest) => {
    const made = await api.addOtherEvidence(enrolmentId, request);
    close();
    changed();
    if (!evidence.some((one) => one.id === made.id)) steps.did(t("Added “{title}”", { title: made.title }), { id: made.id, from: 0, to: made.version, before: "withdrawn", after: "counts" });
  };
  /** Puts it there as it was seen, and offers to take that back where it changed anything. */
  const change = async (one: OtherEvidence, before: Standing, after: Standing, text: string) => {
    try {
      const now = await put(one.id, one.version, after);
      close();
      changed();
      if (now.version !== one.version) steps.did(text, { id: one.id, from: one.version, to: now.version, before, after });
    } catch (failure) {
      if (failure instanceof Problem && failure.kind === "conflict") changed();
      throw failure;
    }
  };
  const item = (one: OtherEvidence) => (open.value === one.id
    ? <EvidenceForm outcomes={outcomes} evidence={one} close={close} store={(request, seen) => change(seen ?? one, requestOf(seen ?? one), request, t("Changed “{title}”", { title: request.title }))} />
    : (
      <div class={one.withdrawn ? "evidence-item gone" : "evidence-item"}>
        <p class="row tight"><span class="strong grow" dir="auto">{one.title}</span><span class="chip">{kindWords[one.kind]}</span></p>
        <p dir="auto"><span class="quiet-text small">{t("Where it lies:")}{" "}</span>{one.location}</p>
        {one.relevance !== "" && <p class="quiet-text" dir="auto">{one.relevance}</p>}
        <p class="small evidence-meets">{one.criteria.map((each) => <span key={each.criterionId}><b>{numberOf(outcomes, each.criterionId)}</b> <StrengthSign strength={each.strength} words /></span>)}</p>
        <p class="small quiet-text">{tx("{which}put in by {by}", { which: one.date === null ? "" : `${dateWords(one.date)}, `, by: <span dir="auto">{one.by.name}</span> })}</p>
        {mayEdit && (
          <p class="row tight">
            {one.withdrawn
              ? <button class="button small" disabled={busy} onClick={() => void act(() => change(one, "withdrawn", "counts", t("Put back “{title}”", { title: one.title })))}>{t("Put it back")}</button>
              : <><button class="button small quiet" onClick={() => fill(one.id)}>{t("Change")}</button><button class="button small quiet" disabled={busy} onClick={() => void act(() => change(one, "counts", "withdrawn", t("Withdrew “{title}”", { title: one.title })))}>{t("Withdraw")}</button></>}
          </p>
        )}
      </div>
    ));
  return (
    <section class="panel" aria-labelledby="other-title">
      <div class="panel-head"><h2 id="other-title">{t("Other evidence")}</h2>{mayEdit && open.value !== "new" && <button class="button small" onClick={() => fill("new")}>{t("Add evidence")}</button>}</div>
      {problem !== null && <p class="wrong pad-2" role="alert">{problem}</p>}
      {open.value === "new" && <EvidenceForm outcomes={outcomes} evidence={null} close={close} store={add} />}
      {kept.length === 0 && open.value !== "new" && <p class="pad-2 quiet-text">{mayEdit ? t("None yet. Work products, witness testimony and the like are listed here by where they lie, and count in the matrix.") : t("None yet.")}</p>}
      <ul>{kept.map((one) => <li key={one.id}>{item(one)}</li>)}</ul>
      {withdrawn.length > 0 && <details class="pad-2"><summary>{t("Withdrawn ({withdrawn})", { withdrawn: withdrawn.length })}</summary><ul>{withdrawn.map((one) => <li key={one.id}>{item(one)}</li>)}</ul></details>}
    </section>
  );
}

function numberOf(outcomes: readonly Outcome[], criterionId: string): string {
  return outcomes.flatMap((one) => one.criteria).find((one) => one.id === criterionId)?.number ?? "?";
}
