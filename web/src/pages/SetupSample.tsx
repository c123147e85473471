import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/calls";
import type { Recording, SampleCentre } from "../api/types";
import { Notice } from "../parts/basics";
import { JobLine } from "../parts/JobLine";
import { roleWords } from "../parts/words";
import { Link } from "../router";
import { useAct } from "../state/act";
import { usePoll } from "../state/load";
import { me } from "../state/me";
import { t } from "../texts/texts";

export function SetupSample({ setupKey, back, opened }: { setupKey: string; back: () => void; opened: (sample: SampleCentre) => void }) {
  const { busy, problem, act } = useAct();
  return (
    <div class="panel pad stack">
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <h2>{t("What is in the sample centre")}</h2>
      <ul class="plain">
        <li>{t("A short unit, written for Colloquy, with its outcomes and criteria")}</li>
        <li>{t("An assessor, two learners and an internal quality assurer; you are signed in as the assessor")}</li>
        <li>{t("A discussion of two minutes between two synthetic voices. It is transcribed now, on this machine, by the same engine that will read your recordings")}</li>
      </ul>
      <p class="hint">{t("Nobody in it is real. To start with your own centre later, start Colloquy with an empty data folder.")}</p>
      <div class="actions">
        <button class="button primary" disabled={busy} onClick={() => void act(async () => {
          const sample = await api.openSample(setupKey);
          me.value = await api.me();
          opened(sample);
        })}>{busy ? t("Opening…") : t("Open the sample centre")}</button>
        <button class="button quiet" onClick={back}>{t("Back")}</button>
      </div>
    </div>
  );
}

/** The accounts to note down, and the recording being transcribed meanwhile. */
export function SampleAccounts({ sample }: { sample: SampleCentre }) {
  const recording = useSignal<Recording | null>(null);
  const look = async () => { recording.value = await api.recording(sample.recordingId); };
  useEffect(() => { void look().catch(() => undefined); }, []);
  const current = recording.value;
  const ready = current !== null && current.transcriptId !== null && current.job?.state !== "running";
  const over = current?.job?.state === "failed" || current?.job?.state === "cancelled";
  usePoll(!ready && !over, 1000, look);
  return (
    <div class="door wide">
      <h1>{t("The sample centre is open")}</h1>
      <section class="panel">
        <div class="panel-head"><h2>{t("Transcribing the sample discussion")}</h2></div>
        <div class="pad-2 stack">
          {current?.job ? <JobLine job={current.job} changed={look} /> : ready ? null : <p class="quiet-text">{t("Getting ready…")}</p>}
          {ready && <p role="status">{t("The transcript is ready.")}</p>}
          <div class="actions">
            <Link class={`button${ready ? " primary" : ""}`} to={ready ? `/recordings/${sample.recordingId}` : `/sessions/${sample.sessionId}`}>
              {ready ? t("Open the transcript") : t("Go to the session meanwhile")}
            </Link>
            <Link class="button quiet" to="/">{t("Home")}</Link>
          </div>
        </div>
      </section>
      <section class="panel">
        <div class="panel-head"><h2>{t("Accounts to note down")}</h2><span class="hint">{t("You are signed in as the assessor")}</span></div>
        <div class="table-frame" tabIndex={0} role="region" aria-label={t("Sample accounts")}>
          <table class="table">
            <thead><tr><th>{t("Name")}</th><th>{t("Role")}</th><th>{t("E-mail address")}</th><th>{t("Password")}</th></tr></thead>
            <tbody>
              {sample.accounts.map((account) => (
                <tr key={account.email}><td>{account.name}</td><td>{roleWords(account.role)}</td><td><code>{account.email}</code></td><td><code>{account.password}</code></td></tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}
