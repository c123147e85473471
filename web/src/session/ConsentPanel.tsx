import type { Session } from "../api/types";
import { Identity } from "../consent/Identity";
import { NoticeText } from "../consent/NoticeText";
import { PeopleConsents } from "../consent/PeopleConsents";
import { listWords, missing } from "../consent/standing";
import { useConsents } from "../consent/useConsents";
import { Notice } from "../parts/basics";
import { said, t } from "../texts/texts";

/** Who was told of the recording or agreed to it, what was withdrawn, and how the learner was identified. */
export function ConsentPanel({ session }: { session: Session }) {
  const desk = useConsents(session.id);
  const { state } = desk;
  const silent = state === undefined ? [] : missing(state);
  return (
    <section class="panel" aria-labelledby="consent-title">
      <div class="panel-head"><h2 id="consent-title">{t("Notice, consent and identity")}</h2></div>
      <div class="pad-2 stack">
        {state === undefined ? (desk.problem === null ? <p class="small quiet-text" role="status">{t("Fetching…")}</p> : <Notice kind="problem" action={<button class="button small" onClick={desk.reload}>{t("Try again")}</button>}>{desk.problem}</Notice>) : (
          <>
            {state.withdrawn.map((each) => <Notice key={each.scope} kind="warning">{said(each.message)}</Notice>)}
            {silent.length > 0 && session.recordings.length > 0 && session.mayEdit && <p class="small quiet-text">{t("No answer noted from {silent}.", { silent: listWords(silent.map((each) => each.name)) })}</p>}
            <PeopleConsents sessionId={session.id} desk={desk} state={state} mayEdit={session.mayEdit} past />
            <Identity sessionId={session.id} desk={desk} state={state} mayEdit={session.mayEdit} />
            <NoticeText notice={state.notice} folded />
          </>
        )}
      </div>
    </section>
  );
}
