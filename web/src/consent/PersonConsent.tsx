import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { api } from "../api/calls";
import type { ConsentHow, PersonThere, Scope, SessionConsents } from "../api/types";
import { SelectField, TextField } from "../parts/fields";
import { Icon } from "../parts/Icon";
import { clockWords, dateWords } from "../parts/words";
import { howWords, scopes, scopeShort, scopeWords, type Standing, standingOf, usual } from "./standing";
import type { ConsentDesk } from "./useConsents";
import { t } from "../texts/texts";

const ways: readonly (readonly [ConsentHow, string])[] = [["spoken", t("Said aloud")], ["ticked", t("Ticked here")], ["written", t("In writing")]];

interface Props { sessionId: string; desk: ConsentDesk; state: SessionConsents; person: PersonThere; how: ConsentHow; basis: "notice" | "consent"; mayEdit: boolean; /** an ISO time of the day; null: now */ at?: string | null }

/** One person: what they were told of or agreed to, when and how; taken down with one press, withdrawn scope by scope. */
export function PersonConsent({ sessionId, desk, state, person, how, basis, mayEdit, at = null }: Props) {
  const chosen = useSignal<readonly Scope[]>(usual);
  const open = useSignal(false);
  const standings = standingOf(state, person);
  const answered = standings.filter((each) => each.state !== "none");
  const give = (wanted: readonly Scope[]) => void desk.change(() => api.addConsent(sessionId, { person, scopes: [...wanted], basis, how, at, noticeVersion: state.notice.version }));
  const toggle = (scope: Scope, on: boolean) => { chosen.value = scopes.map(([each]) => each).filter((each) => (each === scope ? on : chosen.value.includes(each))); };
  return (
    <li class="person-consent">
      <div class="row">
        <p class="grow"><span class="strong" dir="auto">{person.name}</span>{person.role !== "" && <span class="quiet-text" dir="auto">, {person.role}</span>}</p>
        {answered.length > 0 && <button class="button small quiet" aria-expanded={open.value} aria-label={t("{More} about {person}", { More: open.value ? t("Less") : t("More"), person: person.name })} onClick={() => { open.value = !open.value; }}>{open.value ? t("Less") : mayEdit ? t("Change") : t("More")}</button>}
      </div>
      {answered.length === 0 ? !mayEdit ? <p class="small quiet-text">{t("Nothing is noted.")}</p> : (
        <div class="row">
          <span class="grow scope-ticks" role="group" aria-label={t("What {person} was told of", { person: person.name })}>
            {scopes.map(([scope, text]) => (
              <label key={scope} class="check small"><input type="checkbox" checked={chosen.value.includes(scope)} onChange={(event) => toggle(scope, event.currentTarget.checked)} /><span>{text}</span></label>
            ))}
          </span>
          <button class="button" disabled={desk.busy || chosen.value.length === 0} aria-label={`${basis === "notice" ? t("Acknowledged") : t("Agreed")}: ${person.name}`} onClick={() => give(chosen.value)}>{basis === "notice" ? t("Acknowledged") : t("Agreed")}</button>
        </div>
      ) : <Summary standings={standings} />}
      {open.value && answered.length > 0 && (
        <ul class="scope-rows">
          {standings.map((standing) => <ScopeRow key={standing.scope} standing={standing} desk={desk} name={person.name} mayEdit={mayEdit} give={() => give([standing.scope])} />)}
        </ul>
      )}
    </li>
  );
}

function Summary({ standings }: { standings: readonly Standing[] }) {
  const given = standings.filter((each) => each.state === "given");
  const withdrawn = standings.filter((each) => each.state === "withdrawn");
  const first = given[0]?.newest ?? null;
  return (
    <div class="small">
      {first !== null && (
        <p class="good-line"><Icon name="check" size={14} /><span>{first.basis === "notice" ? t("Acknowledged") : t("Agreed")} {dateWords(first.givenAt)}, {clockWords(first.givenAt)}, {howWords(first.how)}: {given.map((each) => scopeWords(each.scope).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())).join(", ")}</span></p>
      )}
      {withdrawn.length > 0 && <p class="wrong-line"><Icon name="close" size={14} /><span>{t("Withdrawn: {withdrawn}", { withdrawn: withdrawn.map((each) => scopeShort(each.scope)).join(", ") })}</span></p>}
    </div>
  );
}

function ScopeRow({ standing, desk, name, mayEdit, give }: { standing: Standing; desk: ConsentDesk; name: string; mayEdit: boolean; give: () => void }) {
  const asking = useSignal(false);
  const { scope, newest, state } = standing;
  return (
    <li>
      <div class="row">
        <span class="grow"><span class="strong">{scopeWords(scope)}</span><span class="small quiet-text">{" "}
          {newest === null ? t("not asked") : newest.withdrawn === null
            ? t("{givenAt}, {givenAt2}, {how}, noted by {recordedBy}", { givenAt: dateWords(newest.givenAt), givenAt2: clockWords(newest.givenAt), how: howWords(newest.how), recordedBy: newest.recordedBy.name })
            : t("withdrawn {withdrawn}, {withdrawn2}, {how}{which}", { withdrawn: dateWords(newest.withdrawn.at), withdrawn2: clockWords(newest.withdrawn.at), how: howWords(newest.withdrawn.how), which: newest.withdrawn.note === "" ? "" : `: ${newest.withdrawn.note}` })}
        </span></span>
        {mayEdit && (state === "given"
          ? <button class="button small" disabled={desk.busy} aria-label={t("Withdraw {scope}: {name}", { scope: scopeShort(scope), name })} aria-expanded={asking.value} onClick={() => { asking.value = !asking.value; }}>{t("Withdraw…")}</button>
          : <button class="button small" disabled={desk.busy} aria-label={`${state === "none" ? t("Add") : t("Given again")}, ${scopeShort(scope)}: ${name}`} onClick={give}>{state === "none" ? t("Add") : t("Given again")}</button>)}
      </div>
      {asking.value && newest !== null && state === "given" && <WithdrawForm consentId={newest.id} scope={scope} name={name} desk={desk} close={() => { asking.value = false; }} />}
    </li>
  );
}

/** What withdrawing does, before it is done: nothing is deleted, and it can be given again. */
export function effectWords(scope: Scope): string {
  switch (scope) {
    case "record": return t("Nothing new is recorded in this session until it is given again. What is recorded is kept.");
    case "transcribe": return t("Nothing new is transcribed, and what is being transcribed is stopped. Transcripts that are there are kept.");
    case "verify": return t("Internal and external quality assurers no longer see the recordings, transcripts and tags of this session.");
    case "standardise": return t("It is noted, so that nobody uses it for standardisation.");
  }
}

function WithdrawForm({ consentId, scope, name, desk, close }: { consentId: string; scope: Scope; name: string; desk: ConsentDesk; close: () => void }) {
  const how = useSignal<ConsentHow>("spoken");
  const note = useSignal("");
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => { form.current?.querySelector("select")?.focus(); }, []);
  const withdraw = (event: Event) => {
    event.preventDefault();
    void desk.change(() => api.withdrawConsent(consentId, { how: how.value, note: note.value.trim() })).then((done) => { if (done) close(); });
  };
  return (
    <form class="stack-1 withdraw" ref={form} aria-label={t("Withdraw {scope}: {name}", { scope: scopeShort(scope), name })} onSubmit={withdraw} onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } }}>
      <p class="small">{effectWords(scope)}</p>
      <div class="form-row">
        <SelectField label={t("How it was withdrawn")} value={how.value} set={(value) => { how.value = value as ConsentHow; }} choices={ways} />
        <TextField label={t("Note")} optional value={note.value} set={(value) => { note.value = value; }} maxLength={500} />
      </div>
      <div class="actions"><button class="button small danger" disabled={desk.busy}>{t("Withdraw")}</button><button class="button small quiet" type="button" onClick={close}>{t("Leave it")}</button></div>
    </form>
  );
}
