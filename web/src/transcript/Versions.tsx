import { api } from "../api/calls";
import { Waiting } from "../parts/basics";
import { HearingForm } from "../parts/HearingForm";
import { JobLine } from "../parts/JobLine";
import { clockWords, dateWords } from "../parts/words";
import { Link } from "../router";
import { useLoad } from "../state/load";
import type { Desk } from "./Desk";
import { byWords, partWords, stateWords } from "./hearings";
import { t } from "../texts/texts";

/** Which machine heard the recording and when, and how to have it heard again. */
export function Versions({ desk }: { desk: Desk }) {
  const recording = desk.recording.value;
  const here = `/recordings/${encodeURIComponent(desk.id)}`;
  const loaded = useLoad((signal) => api.versions(desk.id, signal), [desk.id, recording?.transcriptId, recording?.proposalId]);
  if (recording === null) return null;
  const job = recording.job?.kind === "transcribe" && recording.job.state !== "done" ? recording.job : null;
  return (
    <div class="versions">
      {job !== null && <JobLine job={job} changed={() => desk.poll()} mayEdit={desk.mayEdit.value} />}
      {desk.mayEdit.value && (
        <section>
          <h2>{t("Transcribe again")}</h2>
          <HearingForm recording={recording} language={desk.transcript.value?.language ?? desk.session.value?.language ?? "en"} part={desk.part} changed={() => desk.poll()} />
        </section>
      )}
      <section>
        <h2>{t("What the machine heard")}</h2>
        {loaded.value === undefined ? <Waiting problem={loaded.problem} reload={loaded.reload} what={t("the versions")} /> : (
          <ol class="version-list">
            {[...loaded.value].reverse().map((version) => (
              <li key={version.id}>
                <p><span class="strong">{byWords(version)}</span> <span class={version.state === "present" ? "chip accent" : version.state === "proposed" ? "chip warning" : "chip"}>{stateWords(version.state)}</span></p>
                <p class="small quiet-text">{dateWords(version.createdAt)}, {clockWords(version.createdAt)} · {partWords(version)}</p>
                <Link class="small" to={`${here}?version=${encodeURIComponent(version.id)}`} aria-label={t("Read what {version} heard on {createdAt}, {createdAt2}", { version: byWords(version), createdAt: dateWords(version.createdAt), createdAt2: clockWords(version.createdAt) })}>{t("Read what it heard")}</Link>
              </li>
            ))}
          </ol>
        )}
        <p class="small quiet-text">{t("What a machine heard is never changed and never deleted, the first transcript least of all.")}</p>
      </section>
    </div>
  );
}
