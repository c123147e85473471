import type { Mark, Recording, Session } from "../api/types";
import { api } from "../api/calls";
import { markWords } from "../transcript/markWords";
import { positionWords } from "../parts/words";
import { Link } from "../router";
import { useLoad } from "../state/load";
import { t } from "../texts/texts";

/** What was marked while it was recorded; each leads to its place in the recording. */
export function MarksPanel({ recording, session }: { recording: Recording; session: Session }) {
  const loaded = useLoad((signal) => api.marks(recording.id, signal), [recording.id, recording.state, recording.transcriptId]);
  const marks = loaded.value ?? [];
  if (marks.length === 0) return loaded.problem === null ? null : <p class="small wrong-text">{t("The marks could not be fetched. {problem}", { problem: loaded.problem })}</p>;
  return (
    <section aria-label={t("Marked while recording")}>
      <p class="small strong">{t("Marked while recording")}</p>
      <ul class="marks-list small">{marks.map((each) => <Row key={each.id} mark={each} recording={recording} session={session} />)}</ul>
    </section>
  );
}

function Row({ mark, recording, session }: { mark: Mark; recording: Recording; session: Session }) {
  const time = positionWords(mark.seconds);
  return (
    <li>
      {recording.state === "ready" ? <Link to={`/recordings/${recording.id}?t=${mark.seconds.toFixed(1)}&play=1`} title={t("Hear it from here")}>{time}</Link> : <span class="time">{time}</span>}
      <span dir="auto">{markWords(mark, session)}{mark.tagId !== null && <span class="chip">{t("tagged")}</span>}</span>
    </li>
  );
}
