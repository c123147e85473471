import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Recording, Session } from "../api/types";
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
import { clockWords, count, dateWords, positionWords, sizeWords } from "./words";

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
    sizeWords(recording.lengthBytes), `by ${recording.createdBy.name}`,
  ].filter(Boolean).join(" · ");
  const setAside = (aside: boolean) => void act(async () => { await api.setAside(recording.id, aside); await changed(); });
  const ready = recording.transcriptId !== null;
  return (
    <article class={`panel recording${recording.setAside ? " aside" : ""}`} aria-label={recording.fileName}>
      <div class="recording-head">
        <Icon name={recording.source === "microphone" ? "mic" : "file"} />
        <div class="grow">
          <h2 dir="auto">{recording.source === "microphone" ? "Recorded here" : recording.source === "joined" ? `Joined from ${count(recording.joinedFrom.length, "recording")}` : recording.fileName}{recording.setAside && <span class="chip">Set aside</span>}</h2>
          <p class="small quiet-text" dir="auto">{facts}</p>
        </div>
        {ready && !recording.setAside && <Link class="button primary" to={`/recordings/${recording.id}`}>Open the transcript</Link>}
        <button class="button quiet icon" aria-expanded={more.value} aria-label={`More about ${recording.fileName}`} title="More" onClick={() => { more.value = !more.value; }}><Icon name={more.value ? "up" : "down"} /></button>
      </div>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      {recording.state === "receiving" && <Receiving recording={recording} session={session} changed={changed} />}
      {recording.state === "unreadable" && <Notice kind="problem">{recording.problem ?? "No sound can be read from this file."} The file itself is kept. If you have another copy, add that.</Notice>}
      {recording.state === "ready" && recording.problem !== null && <Remark recording={recording} session={session} busy={busy} setAside={() => setAside(true)} />}
      {recording.state !== "unreadable" && recording.job !== null && <JobLine job={recording.job} changed={changed} mayEdit={mayEdit} transcribed={ready} />}
      {recording.proposalId !== null && !recording.setAside && (
        <Notice action={<Link class="button small" to={`/recordings/${recording.id}?compare=1`}>See what would change</Link>}>It was heard again. Nothing is replaced until somebody has looked at it.</Notice>
      )}
      {recording.joinedInto !== null && recording.setAside && <p class="small quiet-text">Part of <Link to={`/recordings/${recording.joinedInto}`}>the joined timeline</Link>.</p>}
      {recording.source === "joined" && !recording.setAside && mayEdit && (
        <p class="small quiet-text">One timeline of {count(recording.joinedFrom.length, "recording")}, made without transcribing again. <button class="link" disabled={busy} onClick={() => void act(async () => { await takeApart(recording); await changed(); })}>Take it apart again</button></p>
      )}
      {recording.state === "preparing" && recording.job === null && <p class="quiet-text">Being prepared…</p>}
      {recording.state === "ready" && !ready && recording.job === null && !recording.setAside && <p class="quiet-text">Not transcribed yet.</p>}
      {more.value && (
        <div class="recording-more stack">
          <dl class="facts">
            <div><dt>File</dt><dd dir="auto">{recording.fileName}</dd></div>
            {recording.format !== null && <div><dt>Kind</dt><dd>{recording.format}{recording.channels !== null && `, ${recording.channels === 1 ? "one channel" : `${recording.channels} channels`}`}</dd></div>}
            {recording.microphones.length > 1 && <div><dt>Microphones</dt><dd>{recording.microphones.map((each) => <div key={each.label} dir="auto">{each.speaker ?? "More than one person"}<span class="quiet-text">, {each.label}</span></div>)}</dd></div>}
            {recording.parts.length > 1 && <div><dt>Parts</dt><dd><Parts recording={recording} /></dd></div>}
          </dl>
          <MarksPanel recording={recording} session={session} />
          <HashPanel recording={recording} />
          {recording.state === "ready" && mayEdit && <fieldset><legend class="strong">{ready ? "Transcribe again" : "Transcribe"}</legend><HearingForm recording={recording} language={session.language} changed={changed} /></fieldset>}
          <div class="actions">
            {recording.state !== "receiving" && <a class="button small" href={api.originalAddress(recording.id)} download={recording.fileName}>Take a copy of the original</a>}
            {mayEdit && <button class="button small" disabled={busy} onClick={() => setAside(!recording.setAside)}>{recording.setAside ? "Take back into the session" : "Set aside"}</button>}
            {mayEdit && !recording.setAside && <span class="hint">Set aside: kept, but no longer part of the session. It can be taken back.</span>}
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
      <Link class="button small" to={twin.transcriptId === null ? `/sessions/${session.id}` : `/recordings/${twin.id}`}>{twin.transcriptId === null ? "It is on this page" : "Open the other"}</Link>
      {session.mayEdit && <button class="button small" disabled={busy} onClick={setAside}>Set this one aside</button>}
    </>
  );
  return <Notice kind="warning" action={action}>{recording.problem}</Notice>;
}

/** The self-contained stretches a live recording is a row of. */
function Parts({ recording }: { recording: Recording }) {
  return (
    <ol class="parts-list">
      {recording.parts.map((part) => (
        <li key={part.number}>{part.startSeconds === null ? `Part ${part.number + 1}` : `From ${positionWords(part.startSeconds)}`}<span class="quiet-text">{part.durationSeconds === null ? "" : `, ${positionWords(part.durationSeconds)}`}, {sizeWords(part.lengthBytes)}</span></li>
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
      fail(`That is not the file this began with: choose ${recording.fileName} again.`);
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
      <p>{recording.source === "microphone" ? "This recording was not finished: it is still going on in another window, or that window was closed." : "This file did not arrive whole."} {sizeWords(recording.lengthBytes)} of it {recording.lengthBytes === 0 ? "are" : "is"} stored safely.</p>
      {problem !== null && <p class="wrong-text" role="alert">{problem}</p>}
      {session.mayEdit && (
        <div class="actions">
          {recording.source === "file" && <DropZone drop={goOn} label="Go on with the same file" />}
          {recording.receivedChunks > 0 && <button class="button small" disabled={busy} onClick={close}>Close it with what is stored</button>}
        </div>
      )}
    </Notice>
  );
}
