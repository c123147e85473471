import { api } from "../api/calls";
import type { Job } from "../api/types";
import { useAct } from "../state/act";
import { Bar, Notice } from "./basics";
import { durationWords } from "./words";
import { said, t } from "../texts/texts";

/** "34 %, about 4 minutes left", as far as it is known. */
export function progressWords(job: Job): string {
  if (job.state === "queued") return t("Waits until another one is done");
  const percent = job.progress === null ? "" : `${Math.floor(job.progress * 100)} %`;
  const left = job.secondsLeft === null ? "" : job.secondsLeft < 10 ? t("a few seconds left") : t("about {secondsLeft} left", { secondsLeft: durationWords(job.secondsLeft) });
  return [percent, left].filter((part) => part !== "").join(", ") || t("just begun");
}

/** What it does now, or is to do. */
export function stepWords(job: Job): string {
  if (job.step.message !== "") return said(job.step);
  switch (job.kind) {
    case "prepare": return t("Preparing the sound");
    case "transcribe": return t("Transcribing");
    case "second-opinion": return t("Second opinion");
    case "suggest": return t("Looking for likely criteria");
  }
}

/** Why it failed; and what is safe, unless the reason says so itself. */
export function failureWords(job: Job, transcribed = false): string {
  const reason = job.problem !== null ? said(job.problem) : t("It failed, and no reason is known.");
  if (transcribed) return t("{job} failed, and the transcript stands as it was. {reason}", { job: heardWords(job), reason });
  return /\b(kept|safe)\b/.test(job.problem?.message ?? "") ? reason : t("{reason} The recording itself is kept.", { reason });
}

const heardWords = (job: Job): string => (job.kind === "second-opinion" ? t("The second opinion") : t("Transcribing again"));

/** What is being done with a recording: how far, how long still, stop it, do it again. */
export function JobLine({ job, changed, mayEdit = true, transcribed = false }: { job: Job; changed: () => Promise<void> | void; mayEdit?: boolean; /** there is a transcript already */ transcribed?: boolean }) {
  const { busy, problem, act } = useAct();
  const doIt = (work: () => Promise<Job>) => void act(async () => { await work(); await changed(); });
  const again = mayEdit && <button class="button small" disabled={busy} onClick={() => doIt(() => api.retryJob(job.id))}>{t("Try again")}</button>;
  const trouble = problem !== null && <p class="wrong-text small" role="alert">{problem}</p>;
  if (job.state === "done") return trouble || null;
  if (job.state === "failed") {
    return <Notice kind={transcribed ? "warning" : "problem"} action={again}>{failureWords(job, transcribed)}{trouble}</Notice>;
  }
  if (job.state === "cancelled") {
    return <Notice action={again}>{transcribed ? t("{job} was stopped. The transcript stands as it was.", { job: heardWords(job) }) : t("Stopped before it was finished. The recording itself is kept.")}{trouble}</Notice>;
  }
  return (
    <div class="job-line">
      <div class="row small">
        <span class="grow">{stepWords(job)}</span>
        <span class="quiet-text">{progressWords(job)}</span>
        {mayEdit && <button class="button small quiet" disabled={busy} onClick={() => doIt(() => api.cancelJob(job.id))}>{busy ? t("Stopping…") : t("Stop")}</button>}
      </div>
      <Bar part={job.state === "queued" ? 0 : job.progress} label={stepWords(job)} />
      {trouble}
    </div>
  );
}
