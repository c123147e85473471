import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem } from "../api/problem";
import type { Notice as Stored } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, PageHead, Waiting } from "../parts/basics";
import { SavedBy } from "../parts/SavedBy";
import { useAct } from "../state/act";
import { useLeaveGuard } from "../state/leave";
import { useLoad } from "../state/load";
import { t } from "../texts/texts";

const longest = 20_000;

/** What the centre says for all its sessions: the notice of recording, in its own words. */
export function Centre() {
  const loaded = useLoad((signal) => api.notice(signal), []);
  if (loaded.value === undefined) return <div class="page"><PageHead title={t("Centre")} /><div class="panel"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("the notice of recording")} /></div></div>;
  return <Editor stored={loaded.value} saved={loaded.set} />;
}

function Editor({ stored, saved }: { stored: Stored; saved: (next: Stored) => void }) {
  const text = useSignal(stored.text);
  const theirs = useSignal<string | null>(null);
  const { busy, problem, act } = useAct();
  const changed = text.value.trim() !== stored.text.trim();
  const empty = text.value.trim() === "";
  useLeaveGuard(changed);
  const save = () => {
    if (!changed || empty || busy) return;
    void act(async () => {
      try {
        const next = await api.saveNotice(text.value.trim(), stored.version);
        theirs.value = null;
        saved(next);
        text.value = next.text;
      } catch (failure) {
        if (!(failure instanceof Problem) || failure.kind !== "conflict") throw failure;
        // what was typed stays; beside it stands what the other person saved
        const now = await api.notice();
        theirs.value = now.text;
        saved(now);
        throw failure;
      }
    });
  };
  useCommands({ save });
  return (
    <form class="page" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <PageHead title={t("Centre")} under={t("What everybody is told before a session is recorded.")}>
        <span class="small quiet-text" role="status">{busy ? t("Saving…") : changed ? t("Not saved yet") : <SavedBy stored={stored} />}</span>
        {changed && <button type="button" class="button" disabled={busy} onClick={() => { text.value = stored.text; theirs.value = null; }}>{t("As it was")}</button>}
        <button class="button primary" title={tip("save")} disabled={busy || !changed || empty}>{t("Save")}</button>
      </PageHead>
      <div class="two">
        <div class="stack">
          {problem !== null && <Notice kind="problem">{t("Not saved. {problem} What you typed is still here.", { problem })}</Notice>}
          {theirs.value !== null && <Notice kind="warning"><p>{t("Somebody else saved this meanwhile. Saving now puts yours in its place; theirs is kept as an earlier version.")}</p><div class="notice-words prose small" dir="auto">{theirs.value}</div></Notice>}
          <div class="panel">
            <label class="panel-head" for="notice"><span class="strong grow">{t("Notice of recording")}</span><span class="small quiet-text">{stored.version === 0 ? t("As Colloquy brings it") : t("Version {version}", { version: stored.version })}</span></label>
            <textarea id="notice" class="input terms" dir="auto" maxLength={longest} value={text.value} onInput={(event) => { text.value = event.currentTarget.value; }} />
          </div>
          {empty && <Notice kind="warning">{t("Without any words nobody can be told. Write at least who records, and what for.")}</Notice>}
        </div>
        <About />
      </div>
    </form>
  );
}

function About() {
  return (
    <aside class="panel pad stack-1 about">
      <h2>{t("Where it is used")}</h2>
      <p>{t("Before each recording it is shown, to be read out or to be read. Each person’s answer is noted with the time, what it covers and how it was given, and with the version of this text that they heard.")}</p>
      <h2>{t("When you change it")}</h2>
      <p>{t("Earlier versions are kept for ever, because earlier answers rest on them. Who has answered already is not asked again by itself.")}</p>
      <p class="quiet-text">{t("It should say who records, what for, who can hear it, how long it is kept, and whom to ask. Which lawful basis your centre relies on is for the centre to decide.")}</p>
    </aside>
  );
}
