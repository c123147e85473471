import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { ConsentHow, SessionConsents } from "../api/types";
import { Notice } from "../parts/basics";
import { Segments, TextField } from "../parts/fields";
import { PersonConsent } from "./PersonConsent";
import { peopleOf, standingOf, usual } from "./standing";
import type { ConsentDesk } from "./useConsents";
import { t } from "../texts/texts";

/** Everybody's answer to the notice; those who have not answered can be taken down together. `past`: it may have been given at another time. */
export function PeopleConsents({ sessionId, desk, state, mayEdit, past = false }: { sessionId: string; desk: ConsentDesk; state: SessionConsents; mayEdit: boolean; past?: boolean }) {
  const how = useSignal<ConsentHow>("spoken");
  const basis = useSignal<"notice" | "consent">("notice");
  const when = useSignal("");
  const people = peopleOf(state);
  const silent = people.filter((person) => standingOf(state, person).every((each) => each.state === "none"));
  const moment = when.value === "" ? null : new Date(when.value);
  const at = moment === null || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  const everybody = () => void desk.change(async () => {
    let last = state;
    for (const person of silent) last = await api.addConsent(sessionId, { person, scopes: [...usual], basis: basis.value, how: how.value, at, noticeVersion: state.notice.version });
    return last;
  });
  return (
    <div class="stack">
      {desk.refused !== null && <Notice kind="problem">{t("Not noted. {refused}", { refused: desk.refused })}</Notice>}
      {mayEdit && silent.length > 0 && (
        <div class="row consent-ways">
          <Segments label={t("How they answer")} value={how.value} set={(value) => { how.value = value; }} choices={[["spoken", t("Said aloud")], ["ticked", t("Ticked here")], ["written", t("In writing")]]} />
          <Segments label={t("What the centre relies on")} value={basis.value} set={(value) => { basis.value = value; }} choices={[["notice", t("They were told")], ["consent", t("They agreed")]]} />
          {past && <TextField label={t("When")} optional type="datetime-local" hint={t("Empty: now")} value={when.value} set={(value) => { when.value = value; }} />}
        </div>
      )}
      <ul class="people-consents">
        {people.map((person) => <PersonConsent key={`${person.name}\n${person.role}`} sessionId={sessionId} desk={desk} state={state} person={person} how={how.value} basis={basis.value} mayEdit={mayEdit} at={at} />)}
      </ul>
      {people.length === 0 && <p class="quiet-text">{t("Nobody is named in the plan of this session.")}</p>}
      {mayEdit && silent.length > 1 && <p><button class="button" disabled={desk.busy} onClick={everybody}>{basis.value === "notice" ? t("All have acknowledged it") : t("All have agreed")}</button></p>}
    </div>
  );
}
