import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { Bar, Empty, Notice } from "../parts/basics";
import { progressWords, stepWords } from "../parts/JobLine";
import { Link } from "../router";
import type { Desk } from "./Desk";
import { said, t } from "../texts/texts";

/** In the transcript's place while there is none: how far it is, or why it did not come and what to do. */
export function NoTranscript({ desk }: { desk: Desk }) {
  const asked = useSignal(false);
  const recording = desk.recording.value;
  const session = desk.session.value;
  if (recording === null) return null;
  const mayEdit = desk.mayEdit.value;
  const act = (work: () => Promise<unknown>) => {
    asked.value = true;
    void desk.guarded(async () => { await work(); await desk.poll(); }).finally(() => { asked.value = false; });
  };
  const begin = () => act(() => api.transcribe(recording.id, { engine: "auto", model: null, language: session?.language ?? null, speakers: "auto" }));
  const job = recording.job;

  if (recording.state === "receiving") {
    return (
      <Frame><Notice>
        <p class="strong">{t("This recording is still being received.")}</p>
        <p>{t("{which} It can be heard and transcribed once it is finished.", { which: recording.receivedChunks === 0 ? t("Nothing of it is stored yet.") : t("What has come so far is stored safely.") })}</p>
        {mayEdit && session !== null && <p><Link to={`/sessions/${encodeURIComponent(session.id)}`}>{t("Go to the session")}</Link></p>}
      </Notice></Frame>
    );
  }
  if (recording.state === "unreadable") {
    return <Frame><Notice kind="problem"><p class="strong">{t("There is no sound to be read in “{fileName}”.", { fileName: recording.fileName })}</p><p>{recording.problem !== null ? said(recording.problem) : t("The bytes are kept as they came.")}</p></Notice></Frame>;
  }
  if (job !== null && (job.state === "queued" || job.state === "running")) {
    return (
      <Frame>
        <div class="panel pad stack progress" role="status">
          <p class="strong">{job.state === "queued" ? t("Waiting for its turn") : stepWords(job)}</p>
          <Bar part={job.state === "queued" ? null : job.progress} label={t("How far it is")} />
          <div class="row">
            <span class="grow quiet-text">{progressWords(job)}</span>
            {mayEdit && <button class="button small" disabled={asked.value} onClick={() => act(() => api.cancelJob(job.id))}>{t("Stop it")}</button>}
          </div>
          <p class="small quiet-text">{recording.state === "ready" ? t("It can be heard below already. You can leave this page: the work goes on.") : t("It can be heard in a moment. You can leave this page: the work goes on.")}</p>
        </div>
      </Frame>
    );
  }
  if (job !== null && job.state === "failed") {
    return (
      <Frame><Notice kind="problem" action={mayEdit && <button class="button small" disabled={asked.value} onClick={() => act(() => api.retryJob(job.id))}>{t("Try again")}</button>}>
        <p class="strong">{job.kind === "prepare" ? t("The sound could not be prepared.") : t("The transcript could not be made.")}</p>
        <p>{t("{problem} The recording itself is stored and unchanged.", { problem: job.problem !== null ? said(job.problem) : t("No reason was given.") })}</p>
      </Notice></Frame>
    );
  }
  return (
    <Frame>
      <Empty title={job?.state === "cancelled" ? t("Stopped before there was a transcript") : t("No transcript yet")} actions={mayEdit && <button class="button primary" disabled={asked.value} onClick={begin}>{t("Transcribe it")}</button>}>
        {mayEdit ? t("The machine can listen and write down what was said, with the time of every word. Nothing leaves this machine.") : t("The assessor has not had it transcribed. It can be heard below.")}
      </Empty>
    </Frame>
  );
}

function Frame({ children }: { children: preact.ComponentChildren }) {
  return <div class="no-transcript">{children}</div>;
}
