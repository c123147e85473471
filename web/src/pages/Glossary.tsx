import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { api } from "../api/calls";
import { Problem } from "../api/problem";
import type { Glossary as Stored } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, PageHead, Waiting } from "../parts/basics";
import { SavedBy } from "../parts/SavedBy";
import { count } from "../parts/words";
import { useAct } from "../state/act";
import { useLeaveGuard } from "../state/leave";
import { useLoad } from "../state/load";
import { hasRole } from "../state/me";
import { addedMeanwhile, mostTerms, termProblems, termsOf } from "../state/terms";
import { t, tx } from "../texts/texts";

/** The centre's own words, that every recording of the centre is heard with. */
export function Glossary() {
  const loaded = useLoad((signal) => api.glossary(signal), []);
  if (loaded.value === undefined) return <div class="page"><PageHead title={t("Glossary")} /><div class="panel"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the glossary")} /></div></div>;
  return hasRole("administrator", "assessor") ? <Editor stored={loaded.value} saved={loaded.set} /> : <Reading stored={loaded.value} />;
}

function Editor({ stored, saved }: { stored: Stored; saved: (next: Stored) => void }) {
  const text = useSignal(stored.terms.join("\n"));
  const theirs = useSignal<readonly string[]>([]);
  const { busy, problem, act } = useAct();
  const terms = termsOf(text.value);
  const changed = terms.join("\n") !== stored.terms.join("\n");
  const problems = termProblems(terms);
  useLeaveGuard(changed);
  const save = () => {
    if (!changed || problems.length > 0) return;
    void act(async () => {
      const next = await api.saveGlossary(terms, stored.changedAt).catch(async (failure: unknown) => {
        if (!(failure instanceof Problem) || failure.kind !== "conflict") throw failure;
        // what was typed stays; beside it stands what the other person put in
        const now = await api.glossary();
        theirs.value = [...new Set([...theirs.value, ...addedMeanwhile(stored.terms, now.terms, terms)])];
        saved(now);
        throw failure;
      });
      theirs.value = [];
      saved(next);
      // what was typed while it was being saved stays
      if (termsOf(text.value).join("\n") === terms.join("\n")) text.value = next.terms.join("\n");
    });
  };
  useCommands({ save });
  useLayoutEffect(() => { document.getElementById("terms")?.focus(); }, []);
  return (
    <form class="page" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <PageHead title={t("Glossary")} under={t("The words your centre uses and an engine would not guess: names, abbreviations, schemes, places.")}>
        <span class="small quiet-text" role="status">{busy ? t("Saving…") : changed ? t("Not saved yet") : <SavedBy stored={stored} />}</span>
        {changed && <button type="button" class="button" disabled={busy} onClick={() => { text.value = stored.terms.join("\n"); theirs.value = []; }}>{t("As it was")}</button>}
        <button class="button primary" title={tip("save")} disabled={busy || !changed || problems.length > 0}>{t("Save")}</button>
      </PageHead>
      <div class="two">
        <div class="stack">
          {problem !== null && <Notice kind="problem">{t("Not saved. {problem} What you typed is still here.", { problem })}</Notice>}
          {theirs.value.length > 0 && (
            <Notice kind="warning">
              <p>{tx("Put in meanwhile, and not in your list: {theirs}. Saving now leaves it out.", { theirs: <span dir="auto">{theirs.value.join(", ")}</span> })}</p>
              <button type="button" class="button small" onClick={() => { text.value = [...terms, ...theirs.value].join("\n"); theirs.value = []; }}>{t("Add to my list")}</button>
            </Notice>
          )}
          <div class="panel">
            <label class="panel-head" for="terms"><span class="strong grow">{t("One term a line")}</span><span class="small quiet-text">{t("{terms} of at most {mostTerms}", { terms: count(terms.length, "term"), mostTerms })}</span></label>
            <textarea id="terms" class="input terms" dir="auto" spellcheck={false} value={text.value} placeholder={t("Llewellyn-Pritchard\nMARAC\nSection 117")} onInput={(event) => { text.value = event.currentTarget.value; }} />
          </div>
          {problems.length > 0 && <Notice kind="warning"><ul class="plain">{problems.slice(0, 5).map((each) => <li key={each}>{each}</li>)}</ul>{problems.length > 5 && <p>{t("And {problems} more.", { problems: problems.length - 5 })}</p>}</Notice>}
        </div>
        <About />
      </div>
    </form>
  );
}

function Reading({ stored }: { stored: Stored }) {
  return (
    <div class="page">
      <PageHead title={t("Glossary")} under={t("The words your centre uses and an engine would not guess. An assessor or an administrator can change them.")}><span class="small quiet-text"><SavedBy stored={stored} /></span></PageHead>
      <div class="two">
        <div class="panel">{stored.terms.length === 0 ? <p class="pad-2 quiet-text">{t("It is empty.")}</p> : <ul class="term-list" dir="auto">{stored.terms.map((term) => <li key={term}>{term}</li>)}</ul>}</div>
        <About />
      </div>
    </div>
  );
}

function About() {
  return (
    <aside class="panel pad stack-1 about">
      <h2>{t("What it does")}</h2>
      <p>{t("These terms, the words of the unit’s criteria and the names of the people in the session help to transcribe a recording. Where Whisper heard something that sounds like one of them, and takes it for likely, the term is written as it stands here, capitals included. A term of one common word needs no help and gets none.")}</p>
      <p>{t("Vosk hears only the words of its own model: the list decides how a word that it heard is written, such as its capitals.")}</p>
      <h2>{t("What it does not do")}</h2>
      <p>{t("It changes no transcript that is there already: transcribe it again for that. It adds no words where none were heard, but what sounds like a term can be written as the term, so leave out what is heard right without help. Of two terms that sound the same neither is put in. Half of the rare names or more stay misheard: read names with care.")}</p>
      <p class="quiet-text">{t("Terms stay on this machine. No names of learners are needed: those of the session are known.")}</p>
    </aside>
  );
}
