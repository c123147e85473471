import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Person, Right, Role } from "../api/types";
import { Notice } from "../parts/basics";
import { Check, NewPassword, TextField } from "../parts/fields";
import { roleWords } from "../parts/words";
import { useAct } from "../state/act";
import { me } from "../state/me";
import { t, tx } from "../texts/texts";

const roles: [Role, string][] = [
  ["assessor", t("plans, records and tags sessions of their own learners")],
  ["learner", t("sees their own sessions")],
  ["iqa", t("sees the enrolments they quality assure")],
  ["eqa", t("sees what the centre shows them")],
  ["administrator", t("people, models, the centre")],
];

export function PersonForm({ person, saved, close }: { person: Person | null; saved: (person: Person) => void; close: () => void }) {
  const name = useSignal(person?.name ?? "");
  const email = useSignal(person?.email ?? "");
  const number = useSignal(person?.learnerNumber ?? "");
  const has = useSignal<Role[]>(person?.roles ?? ["assessor"]);
  const rights = useSignal<Right[]>(person?.rights ?? []);
  const password = useSignal("");
  const disabled = useSignal(person?.disabled ?? false);
  const { busy, problem, act } = useAct();
  const myself = person !== null && person.id === me.value?.person.id;
  const save = (event: Event) => {
    event.preventDefault();
    void act(async () => {
      const body = { name: name.value.trim(), email: email.value.trim() || null, learnerNumber: number.value.trim() || null, roles: has.value, rights: rights.value, password: password.value || null, disabled: disabled.value };
      saved(person === null ? await api.addPerson(body) : await api.changePerson(person.id, body));
    });
  };
  return (
    <form class={person === null ? "panel pad-2 form inline-form" : "form"} onSubmit={save} aria-label={person === null ? t("Add a person") : t("Change {person}", { person: person.name })}>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <div class="form-row">
        <TextField label={t("Name")} required autofocus value={name.value} set={(value) => { name.value = value; }} />
        <TextField label={t("E-mail address")} optional type="email" hint={t("Needed to sign in")} value={email.value} set={(value) => { email.value = value; }} autocomplete="off" />
        {has.value.includes("learner") && <TextField label={t("Learner number")} optional value={number.value} set={(value) => { number.value = value; }} />}
      </div>
      <fieldset>
        <legend class="label">{t("Roles")}</legend>
        {roles.map(([role, text]) => (
          <Check key={role} checked={has.value.includes(role)} set={(on) => { has.value = on ? [...has.value, role] : has.value.filter((each) => each !== role); }}>
            {roleWords(role)} <span class="hint">{text}</span>
          </Check>
        ))}
      </fieldset>
      <Check checked={rights.value.includes("redactions")} set={(on) => { rights.value = on ? ["redactions"] : []; }}>{tx("Redactions {part}", { part: <span class="hint">{t("sees and hears what was redacted in recordings they may see, and may show it to everybody again")}</span> })}</Check>
      <NewPassword label={person?.canSignIn === true ? t("New password (leave empty to keep the old one)") : t("Password (leave empty for somebody who does not sign in)")} required={false} value={password.value} set={(value) => { password.value = value; }} />
      {person !== null && !myself && <Check checked={disabled.value} set={(value) => { disabled.value = value; }}>{tx("Disabled {part}", { part: <span class="hint">{t("cannot sign in; what they did stays")}</span> })}</Check>}
      <div class="actions">
        <button class="button primary" disabled={busy || has.value.length === 0}>{busy ? t("Saving…") : person === null ? t("Add") : t("Save")}</button>
        <button class="button quiet" type="button" onClick={close}>{t("Cancel")}</button>
      </div>
    </form>
  );
}
