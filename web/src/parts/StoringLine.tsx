import { useEffect } from "preact/hooks";
import { type Held, held, isGoing, isRecording } from "../recording/current";
import { usePace } from "../recording/After";
import { stored } from "../recording/finish";
import { forgetReturned, type Returning, returning } from "../recording/returning";
import { uploads } from "../recorder/uploads";
import { Link, path } from "../router";
import { Icon } from "./Icon";
import { durationWords, positionWords, sizeWords } from "./words";
import { t, tx } from "../texts/texts";

/** One line under the bar for what goes on in this window whatever page is open: recording, storing, what was left in this browser. */
export function StoringLine() {
  const here = path.value;
  const lines = [
    ...held.value.filter((each) => isGoing(each) && here !== `/sessions/${each.session.id}/record`).map((each) => <Going key={each.session.id} one={each} />),
    ...returning.value.filter((each) => each.state === "sending").map((each) => <p key={each.left.recordingId}><Icon name="upload" size={14} />{each.left.bytes > 0 ? t("Storing {each} that was still in this browser", { each: heldWords(each) }) : t("Storing {each} that were still in this browser", { each: heldWords(each) })}{each.waitingBytes > 0 && t(": {waitingBytes} left", { waitingBytes: sizeWords(each.waitingBytes) })}</p>),
    ...returning.value.filter((each) => each.state === "sent").map((each) => <Seen key={each.left.recordingId} close={() => forgetReturned(each.left.recordingId)}>{t("What was still in this browser, {each}, is stored now", { each: heldWords(each) })}{each.closed && t(", and the recording is finished")}. <Link to={`/sessions/${each.left.sessionId}`}>{t("See the recording")}</Link></Seen>),
    ...(stored.value === null ? [] : [<Seen key="stored" close={() => { stored.value = null; }}>{tx("The recording of {learner} is stored to its end.", { learner: <span dir="auto">{stored.value.learner}</span> })}{" "}{here !== `/sessions/${stored.value.sessionId}` && <Link to={`/sessions/${stored.value.sessionId}`}>{t("Open the session")}</Link>}</Seen>]),
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
    return <p class="going"><i class="dot" />{live.phase.value === "paused" ? t("Paused") : t("Recording")} {name}, {positionWords(live.seconds.value)} {live.alarm.value !== null && <b>{live.alarm.value.message} </b>}<Link to={to}>{t("Back to it")}</Link></p>;
  }
  const sending = live.sending.value;
  const left = sending === null ? 0 : sending.waitingBytes;
  const time = pace.value === null || pace.value <= 0 || left === 0 ? "" : t(", about {duration} left", { duration: durationWords(left / pace.value) });
  return <p><Icon name="upload" size={14} />{live.problem.value !== null ? <>{tx("The recording of {name} could not be finished yet.", { name })}{" "}</> : <>{tx("Storing the last of {name}{time}.", { name, time })}{" "}{(sending?.away ?? null) !== null && <>{t("It waits for the server.")}{" "}</>}</>}<Link to={to}>{t("See how far it is")}</Link></p>;
}

const heldWords = ({ left }: Returning): string => (left.bytes > 0 ? t("{seconds} of sound", { seconds: positionWords(left.seconds) }) : t("marks"));

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
  return [<p key="files"><Icon name="upload" size={14} />{t("Storing")}{" "}{elsewhere.length === 1 ? <span dir="auto">{first.file.name}</span> : t("{elsewhere} files", { elsewhere: elsewhere.length })}, {Math.floor(part * 100)} %. <Link to={`/sessions/${first.sessionId}`}>{t("See how far it is")}</Link></p>];
}
