import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Recording, Session } from "../api/types";
import { usualName } from "../recorder/recording";
import { resumeUpload } from "../recorder/uploads";
import { Link } from "../router";
import { useAct } from "../state/act";
import { HashPanel } from "../session/HashPanel";
import { takeApart } from "../session/JoinForm";
import { MarksPanel } from "../session/MarksPanel";
import { Notice } from "./basics";
import { DropZone } from "./DropZone";
import { HearingForm } from "./HearingForm";
import { Icon } from "./Icon";
import { JobLine } from "./JobLine";
import { NameForm } from "./NameForm";
import { clockWords, count, dateWords, positionWords, sizeWords } from "./words";
import { plural, said, t, tx } from "../texts/texts";

/** Something is being done with it, so its state changes by itself. */
export function isBusy(recording: Recording): boolean {
  return recording.job === null ? recording.state === "preparing" : recording.job.state === "queued" || recording.job.state === "running";
}

/** One recording in its session: what it is, how far it is, what can be done. */
export function RecordingCard({ recording, session, changed }: { recording: Recording; session: Session; changed: () => Promise<void> }) {
  const more = useSignal(false);
  const { busy, problem, act } = useAct();
  const { mayEdit } = session;
  const facts = [
    `${dateWords(recording.createdAt)}, ${clockWords(recording.createdAt)}`, recording.durationSeconds === null ? null : positionWords(recording.durationSeconds),
    sizeWords(recording.lengthBytes), t("by {createdBy}", { createdBy: recording.createdBy.name }),
  ].filter(Boolean).join(" · ");
  const setAside = (aside: boolean) => void act(async () => { await api.setAside(recording.id, aside); await changed(); });
  const ready = recording.transcriptId !== null;
  return (
    <article class={`panel recording${recording.setAside ? " aside" : ""}`} aria-label={recording.fileName}>
      <div class="recording-head">
        <Icon name={recording.source === "microphone" ? "mic" : "file"} />
        <div class="grow">
          <h2 dir="auto">{recording.source === "microphone" && recording.fileName.startsWith(usualName(session)) ? t("Recorded here") : recording.source === "joined" ? t("Joined from {joinedFrom}", { joinedFrom: count(recording.joinedFrom.length, "recording") }) : recording.fileName}{recording.setAside && <span class="chip">{t("Set aside")}</span>}</h2>
          <p class="small quiet-text" dir="auto">{facts}</p>
        </div>
        {ready && !recording.setAside && <Link class="button primary" to={`/recordings/${recording.id}`}>{t("Open the transcript")}</Link>}
        <button class="button quiet icon" aria-expanded={more.value} aria-label={t("More about {fileName}", { fileName: recording.fileName })} title={t("More")} onClick={() => { more.value = !more.value; }}><Icon name={more.value ? "up" : "down"} /></button>
      </div>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      {recording.state === "receiving" && <Receiving recording={recording} session={session} changed={changed} />}
      {recording.state === "unreadable" && <Notice kind="problem">{t("{problem} The file itself is kept. If you have another copy, add that.", { problem: recording.problem !== null ? said(recording.problem) : t("No sound can be read from this file.") })}</Notice>}
      {recording.state === "ready" && recording.problem !== null && <Remark recording={recording} session={session} busy={busy} setAside={() => setAside(true)} />}
      {recording.state !== "unreadable" && recording.job !== null && <JobLine job={recording.job} changed={changed} mayEdit={mayEdit} transcribed={ready} />}
      {recording.proposalId !== null && !recording.setAside && (
        <Notice action={<Link class="button small" to={`/recordings/${recording.id}?compare=1`}>{t("See what would change")}</Link>}>{t("It was heard again. Nothing is replaced until somebody has looked at it.")}</Notice>
      )}
      {recording.joinedInto !== null && recording.setAside && <p class="small quiet-text">{tx("Part of {link}.", { link: <Link to={`/recordings/${recording.joinedInto}`}>{t("the joined timeline")}</Link> })}</p>}
      {recording.source === "joined" && !recording.setAside && mayEdit && (
        <p class="small quiet-text">{t("One timeline of {joinedFrom}, made without transcribing again.", { joinedFrom: count(recording.joinedFrom.length, "recording") })}{" "}<button class="link" disabled={busy} onClick={() => void act(async () => { await takeApart(recording); await changed(); })}>{t("Take it apart again")}</button></p>
      )}
      {recording.state === "preparing" && recording.job === null && <p class="quiet-text">{t("Being prepared…")}</p>}
      {recording.state === "ready" && !ready && recording.job === null && !recording.setAside && <p class="quiet-text">{t("Not transcribed yet.")}</p>}
      {more.value && (
        <div class="recording-more stack">
          <dl class="facts">
            <div><dt>{t("Name")}</dt><dd dir="auto">{mayEdit ? <NameForm recording={recording} changed={changed} /> : recording.fileName}</dd></div>
            {recording.format !== null && <div><dt>{t("Kind")}</dt><dd>{recording.format}{recording.channels !== null && `, ${plural(recording.channels, "one channel", "{count} channels")}`}</dd></div>}
            {recording.microphones.length > 1 && <div><dt>{t("Microphones")}</dt><dd>{recording.microphones.map((each) => <div key={each.label} dir="auto">{each.speaker ?? t("More than one person")}<span class="quiet-text">, {each.label}</span></div>)}</dd></div>}
            {recording.parts.length > 1 && <div><dt>{t("Parts")}</dt><dd><Parts recording={recording} /></dd></div>}
          </dl>
          <MarksPanel recording={recording} session={session} />
          <HashPanel recording={recording} />
          {recording.state === "ready" && mayEdit && <fieldset><legend class="strong">{ready ? t("Transcribe again") : t("Transcribe")}</legend><HearingForm recording={recording} language={session.language} changed={changed} /></fieldset>}
          <div class="actions">
            {recording.state !== "receiving" && <a class="button small" href={api.originalAddress(recording.id)} download={recording.fileName}>{t("Take a copy of the original")}</a>}
            {mayEdit && <button class="button small" disabled={busy} onClick={() => setAside(!recording.setAside)}>{recording.setAside ? t("Take back into the session") : t("Set aside")}</button>}
            {mayEdit && !recording.setAside && <span class="hint">{t("Set aside: kept, but no longer part of the session. It can be taken back.")}</span>}
          </div>
        </div>
      )}
    </article>
  );
}

/** What is to be known of a recording that can be heard: a part that cannot be read, the same bytes twice; with what can be done. */
function Remark({ recording, session, busy, setAside }: { recording: Recording; session: Session; busy: boolean; setAside: () => void }) {
  const twin = session.recordings.find((each) => each.id !== recording.id && !each.setAside && each.sha256 !== null && each.sha256 === recording.sha256);
  const action = twin === undefined || recording.setAside ? undefined : (
    <>
      <Link class="button small" to={twin.transcriptId === null ? `/sessions/${session.id}` : `/recordings/${twin.id}`}>{twin.transcriptId === null ? t("It is on this page") : t("Open the other")}</Link>
      {session.mayEdit && <button class="button small" disabled={busy} onClick={setAside}>{t("Set this one aside")}</button>}
    </>
  );
  return <Notice kind="warning" action={action}>{recording.problem !== null && said(recording.problem)}</Notice>;
}

/** The self-contained stretches a live recording is a row of. */
function Parts({ recording }: { recording: Recording }) {
  return (
    <ol class="parts-list">
      {recording.parts.map((part) => (
        <li key={part.number}>{part.startSeconds === null ? t("Part {number}", { number: part.number + 1 }) : t("From {startSeconds}", { startSeconds: positionWords(part.startSeconds) })}<span class="quiet-text">{part.durationSeconds === null ? "" : `, ${positionWords(part.durationSeconds)}`}, {sizeWords(part.lengthBytes)}</span></li>
      ))}
    </ol>
  );
}

/** Not closed and not being sent from this page: another window records it, or it broke off. */
function Receiving({ recording, session, changed }: { recording: Recording; session: Session; changed: () => Promise<void> }) {
  const { busy, problem, act, fail } = useAct();
  const request = { engine: "auto", model: null, language: session.language, speakers: "auto" } as const;
  const goOn = ([file]: File[]) => {
    if (file === undefined) return;
    if (file.name !== recording.fileName || file.size < recording.lengthBytes) {
      fail(t("That is not the file this began with: choose {fileName} again.", { fileName: recording.fileName }));
      return;
    }
    void resumeUpload(recording, file, request, () => void changed().catch(() => undefined));
  };
  const close = () => void act(async () => {
    await api.completeRecording(recording.id, { lengthBytes: null, sha256: null, transcribe: request });
    await changed();
  });
  return (
    <Notice kind="warning">
      <p>{recording.source === "microphone" ? t("This recording was not finished: it is still going on in another window, or that window was closed.") : t("This file did not arrive whole.")} {recording.lengthBytes === 0 ? t("{lengthBytes} of it are stored safely.", { lengthBytes: sizeWords(recording.lengthBytes) }) : t("{lengthBytes} of it is stored safely.", { lengthBytes: sizeWords(recording.lengthBytes) })}</p>
      {problem !== null && <p class="wrong-text" role="alert">{problem}</p>}
      {session.mayEdit && (
        <div class="actions">
          {recording.source === "file" && <DropZone drop={goOn} label={t("Go on with the same file")} />}
          {recording.receivedChunks > 0 && <button class="button small" disabled={busy} onClick={close}>{t("Close it with what is stored")}</button>}
        </div>
      )}
    </Notice>
  );
}
