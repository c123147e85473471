import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/calls";
import { sentence } from "../api/problem";
import type { SessionVocabulary } from "../api/types";
import { Link } from "../router";
import { t, tx } from "../texts/texts";

const shown = 40;

/** What guides the engine in a session, folded away until somebody asks. */
export function Vocabulary({ sessionId, title = t("What guides it") }: { sessionId: string; title?: string }) {
  const open = useSignal(false);
  const words = useSignal<SessionVocabulary | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    if (!open.value || words.value !== null) return;
    const gone = new AbortController();
    api.vocabulary(sessionId, gone.signal).then((answer) => { words.value = answer; }, (failure: unknown) => { if (!gone.signal.aborted) problem.value = sentence(failure); });
    return () => gone.abort();
  }, [open.value, sessionId]);
  return (
    <details class="vocabulary" onToggle={(event) => { open.value = event.currentTarget.open; }}>
      <summary>{title}</summary>
      {problem.value !== null ? <p class="wrong-text small" role="alert">{problem.value}</p> : words.value === null ? <p class="small quiet-text" role="status">{t("Fetching…")}</p> : (
        <dl>
          <Terms title={t("Words of the unit")} terms={words.value.unit} none={t("The unit has no words of its own kind.")} />
          <Terms title={t("Names of this session")} terms={words.value.names} none={t("Nobody is named in the plan.")} />
          <Terms title={t("Glossary of the centre")} terms={words.value.glossary} none={t("The glossary is empty.")} />
        </dl>
      )}
      <p class="small quiet-text">{tx("It helps the engine to write these as they are written here. It does not make it hear what was not said. {link}", { link: <Link to="/glossary">{t("Glossary")}</Link> })}</p>
    </details>
  );
}

function Terms({ title, terms, none }: { title: string; terms: readonly string[]; none: string }) {
  const more = terms.length - shown;
  return (
    <>
      <dt>{title}{terms.length > 0 && <span class="quiet-text"> {terms.length}</span>}</dt>
      <dd dir="auto">{terms.length === 0 ? <span class="quiet-text">{none}</span> : terms.slice(0, shown).join(", ")}{more > 0 && <span class="quiet-text">{" "}{t("and {more} more", { more })}</span>}</dd>
    </>
  );
}
