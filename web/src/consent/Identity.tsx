import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { IdentityHow, PersonThere, SessionConsents } from "../api/types";
import { Segments, TextField } from "../parts/fields";
import { Icon } from "../parts/Icon";
import { clockWords, dateWords } from "../parts/words";
import { identityOf, identityWords, isLearner } from "./standing";
import type { ConsentDesk } from "./useConsents";
import { t } from "../texts/texts";

const ways: readonly (readonly [IdentityHow, string])[] = (["known", "photo-id", "centre-id", "other"] as const).map((each) => [each, identityWords(each)]);

/** Whether the learner is who they say they are, and how that was seen: one press. */
export function Identity({ sessionId, desk, state, mayEdit }: { sessionId: string; desk: ConsentDesk; state: SessionConsents; mayEdit: boolean }) {
  const learners = state.people.filter(isLearner);
  const asked = learners.length > 0 ? learners : state.people;
  return <div class="stack">{asked.map((person) => <One key={`${person.name}\n${person.role}`} sessionId={sessionId} desk={desk} state={state} mayEdit={mayEdit} person={person} />)}</div>;
}

function One({ sessionId, desk, state, mayEdit, person }: { sessionId: string; desk: ConsentDesk; state: SessionConsents; mayEdit: boolean; person: PersonThere }) {
  const check = identityOf(state, person);
  const note = useSignal(check?.note ?? "");
  const other = useSignal(false);
  /** as pressed, until the server has it */
  const pressed = useSignal<IdentityHow | null>(null);
  const store = (how: IdentityHow, text: string) => {
    pressed.value = how;
    void send(how, text).then(() => { pressed.value = null; });
  };
  const send = (how: IdentityHow, text: string) => desk.change(() => api.setIdentity(sessionId, { person, how, note: text.trim(), at: null }));
  if (!mayEdit) return <p class="small">{person.name}: {check === null ? t("not noted") : `${identityWords(check.how)}${check.note === "" ? "" : ` (${check.note})`}, ${dateWords(check.at)}, ${clockWords(check.at)}`}</p>;
  const shown: IdentityHow | "" = other.value ? "other" : pressed.value ?? check?.how ?? "";
  return (
    <div class="stack-1">
      <Segments<IdentityHow | ""> label={t("Identity of {person}", { person: person.name })} value={shown} choices={ways} set={(how) => {
        other.value = how === "other";
        if (how !== "other" && how !== "") store(how, "");
      }} />
      {shown === "other" && (
        <form class="row" onSubmit={(event) => { event.preventDefault(); store("other", note.value); other.value = false; }}>
          <span class="grow"><TextField label={t("How it was confirmed")} required maxLength={500} value={note.value} set={(value) => { note.value = value; }} /></span>
          <button class="button" disabled={desk.busy || note.value.trim() === ""}>{t("Note it")}</button>
        </form>
      )}
      {check !== null && !other.value && <p class="small good-line"><Icon name="check" size={14} /><span>{t("Noted {check}, {check2}, by {by}", { check: dateWords(check.at), check2: clockWords(check.at), by: check.by.name })}</span></p>}
    </div>
  );
}
