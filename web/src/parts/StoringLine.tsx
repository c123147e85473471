import { useEffect } from "preact/hooks";
import { type Held, held, isGoing, isRecording } from "../recording/current";
import { usePace } from "../recording/After";
import { stored } from "../recording/finish";
import { forgetReturned, type Returning, returning } from "../recording/returning";
import { uploads } from "../recorder/uploads";
import { Link, path } from "../router";
import { Icon } from "./Icon";
import { durationWords, positionWords, sizeWords } from "./words";

/** One line under the bar for what goes on in this window whatever page is open: recording, storing, what was left in this browser. */
export function StoringLine() {
  const here = path.value;
  const lines = [
    ...held.value.filter((each) => isGoing(each) && here !== `/sessions/${each.session.id}/record`).map((each) => <Going key={each.session.id} one={each} />),
    ...returning.value.filter((each) => each.state === "sending").map((each) => <p key={each.left.recordingId}><Icon name="upload" size={14} />Storing {heldWords(each)} that {each.left.bytes > 0 ? "was" : "were"} still in this browser{each.waitingBytes > 0 && `: ${sizeWords(each.waitingBytes)} left`}</p>),
    ...returning.value.filter((each) => each.state === "sent").map((each) => <Seen key={each.left.recordingId} close={() => forgetReturned(each.left.recordingId)}>What was still in this browser, {heldWords(each)}, is stored now{each.closed && ", and the recording is finished"}. <Link to={`/sessions/${each.left.sessionId}`}>See the recording</Link></Seen>),
    ...(stored.value === null ? [] : [<Seen key="stored" close={() => { stored.value = null; }}>The recording of <span dir="auto">{stored.value.learner}</span> is stored to its end. {here !== `/sessions/${stored.value.sessionId}` && <Link to={`/sessions/${stored.value.sessionId}`}>Open the session</Link>}</Seen>]),
    ...files(here),
  ];
  return lines.length === 0 ? null : <div class="storing-lines" role="status">{lines}</div>;
}

function Going({ one }: { one: Held }) {
  const { live, session } = one;
  const pace = usePace(one);
  useEffect(() => {
    const timer = window.setInterval(() => live.tick(), 1000);
    return () => window.clearInterval(timer);
  }, [live]);
  const to = `/sessions/${session.id}/record`;
  const name = <span dir="auto">{session.enrolment.learner.name}</span>;
  if (isRecording(one)) {
    return <p class="going"><i class="dot" />{live.phase.value === "paused" ? "Paused" : "Recording"} {name}, {positionWords(live.seconds.value)} {live.alarm.value !== null && <b>{live.alarm.value.message} </b>}<Link to={to}>Back to it</Link></p>;
  }
  const sending = live.sending.value;
  const left = sending === null ? 0 : sending.waitingBytes;
  const time = pace.value === null || pace.value <= 0 || left === 0 ? "" : `, about ${durationWords(left / pace.value)} left`;
  return <p><Icon name="upload" size={14} />{live.problem.value !== null ? <>The recording of {name} could not be finished yet. </> : <>Storing the last of {name}{time}. {(sending?.away ?? null) !== null && "It waits for the server. "}</>}<Link to={to}>See how far it is</Link></p>;
}

const heldWords = ({ left }: Returning): string => (left.bytes > 0 ? `${positionWords(left.seconds)} of sound` : "marks");

function Seen({ close, children }: { close: () => void; children: preact.ComponentChildren }) {
  useEffect(() => {
    const timer = window.setTimeout(close, 12_000);
    return () => window.clearTimeout(timer);
  }, []);
  return <p><Icon name="check" size={14} /><span>{children}</span></p>;
}

function files(here: string) {
  const elsewhere = uploads.value.filter((each) => each.state === "sending" && here !== `/sessions/${each.sessionId}`);
  const [first] = elsewhere;
  if (first === undefined) return [];
  const part = elsewhere.reduce((sum, each) => sum + each.storedBytes, 0) / Math.max(1, elsewhere.reduce((sum, each) => sum + each.file.size, 0));
  return [<p key="files"><Icon name="upload" size={14} />Storing {elsewhere.length === 1 ? <span dir="auto">{first.file.name}</span> : `${elsewhere.length} files`}, {Math.floor(part * 100)} %. <Link to={`/sessions/${first.sessionId}`}>See how far it is</Link></p>];
}
