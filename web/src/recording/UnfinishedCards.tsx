import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { api } from "../api/calls";
import { Notice } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { clockWords, dateWords, positionWords, sessionWords, sizeWords } from "../parts/words";
import { leftovers, sendLeftover } from "../recorder/leftovers";
import { Link } from "../router";
import { useAct } from "../state/act";
import { usePoll } from "../state/load";
import { held } from "./current";
import { forgetReturned, returning } from "./returning";
import { isGoingOn, lengthOf, together, type Unfinished } from "./unfinished";
import { t } from "../texts/texts";

/** Every recording that was begun and never finished, offered until somebody goes on, finishes it or sets it aside. `sessionId`: only those of this session. */
export function UnfinishedCards({ sessionId = null, changed }: { sessionId?: string | null; changed?: () => Promise<void> }) {
  const found = useSignal<readonly Unfinished[]>([]);
  const aside = useSignal<readonly Unfinished[]>([]);
  const read = async () => {
    const [onServer, here] = await Promise.all([api.unfinished(), leftovers().catch(() => [])]);
    found.value = together(onServer, here).filter((each) => sessionId === null || each.sessionId === sessionId);
  };
  const again = returning.value.filter((each) => each.state !== "sending").length;
  // where they cannot be read the page itself says why
  useEffect(() => { read().catch(() => undefined); }, [sessionId, again]);
  usePoll(found.value.length > 0, 5000, read);
  const mine = new Set(held.value.map((each) => each.live.recordingId.value));
  const shown = found.value.filter((each) => !mine.has(each.recordingId) && each.recording?.source !== "file");
  const rescued = returning.value.filter((each) => each.state === "rescued" && (sessionId === null || each.left.sessionId === sessionId));
  const setAside = async (one: Unfinished, on: boolean) => {
    await api.setAside(one.recordingId, on);
    aside.value = on ? [...aside.value, one] : aside.value.filter((each) => each.recordingId !== one.recordingId);
    await read();
    await changed?.();
  };
  if (shown.length + aside.value.length + rescued.length === 0) return null;
  return (
    <section class="stack unfinished" aria-label={t("Recordings that were not finished")}>
      {shown.map((each) => <Card key={each.recordingId} one={each} inSession={sessionId !== null} done={async () => { await read(); await changed?.(); }} setAside={() => setAside(each, true)} />)}
      {aside.value.map((each) => <Notice key={each.recordingId} action={<button class="button small" onClick={() => void setAside(each, false).catch(() => undefined)}>{t("Take it back")}</button>}>{t("The recording{which} is set aside. It is kept, and can be taken back here or on its session’s page at any time.", { which: each.learner === null ? "" : t(" of {learner}", { learner: each.learner }) })}</Notice>)}
      {rescued.map((each) => (
        <Notice key={each.recordingId} action={<><Link class="button small" to={`/sessions/${each.left.sessionId}`}>{t("See it")}</Link><button class="button small quiet" onClick={() => forgetReturned(each.left.recordingId)}>{t("I have seen it")}</button></>}>
          {t("This browser still held {seconds} of a recording that went on elsewhere. It is stored as a recording of its own, so that nothing is lost; both can be joined into one timeline.", { seconds: positionWords(each.left.seconds) })}
        </Notice>
      ))}
    </section>
  );
}

function Card({ one, inSession, done, setAside }: { one: Unfinished; inSession: boolean; done: () => Promise<void>; setAside: () => Promise<void> }) {
  const { recording, leftover } = one;
  const hearing = useSignal(false);
  const { busy, problem, act } = useAct();
  const lastSeen = useRef(recording?.lastReceivedAt ?? null);
  const moved = recording !== null && lastSeen.current !== recording.lastReceivedAt;
  useEffect(() => { lastSeen.current = recording?.lastReceivedAt ?? null; }, [recording?.lastReceivedAt]);
  const onItsWay = returning.value.find((each) => each.left.recordingId === one.recordingId);
  const goingOn = recording !== null && (moved || isGoingOn(recording, Date.now())) && leftover === null;
  const finish = () => void act(async () => {
    const sent = leftover === null ? null : await sendLeftover(leftover);
    // finished before, or stored as a recording of its own: it is closed already
    if (sent?.closed === true) { await done(); return; }
    const { language } = await api.session(one.sessionId);
    await api.completeRecording(one.recordingId, { lengthBytes: null, sha256: null, transcribe: { engine: "auto", model: null, language, speakers: "auto" } });
    await done();
  });
  const begun = recording?.createdAt ?? leftover?.since ?? "";
  const length = recording === null ? null : lengthOf(recording);
  return (
    <article class="panel unfinished-card" aria-label={t("Not finished: {learner}", { learner: one.learner ?? t("a recording") })}>
      <div class="recording-head">
        <Icon name="mic" />
        <div class="grow">
          <h2 dir="auto">{goingOn ? t("Being recorded now") : t("Not finished")}{inSession || one.learner === null ? "" : `: ${one.learner}`}</h2>
          <p class="small quiet-text" dir="auto">
            {[inSession || one.session === null ? null : sessionWords(one.session), t("begun {begun}, {begun2}", { begun: dateWords(begun), begun2: clockWords(begun) }),
              recording === null ? t("nothing on the server yet") : t("{which}{lengthBytes} stored safely", { which: length === null ? "" : `${positionWords(length)}, `, lengthBytes: sizeWords(recording.lengthBytes) }),
              recording === null || recording.lastReceivedAt === null ? null : t("last sound at {lastReceivedAt}", { lastReceivedAt: clockWords(recording.lastReceivedAt) })].filter(Boolean).join(" · ")}
          </p>
          {leftover !== null && leftover.bytes > 0 && (
            <p class="small">{t("{seconds} more ({bytes}) is safe in this browser", { seconds: positionWords(leftover.seconds), bytes: sizeWords(leftover.bytes) })}{onItsWay?.state === "sending" ? t(" and is being stored.") : onItsWay?.state === "failed" ? <>{t(". It could not be stored yet:")}{" "}{onItsWay.problem}</> : "."}</p>
          )}
        </div>
      </div>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      {goingOn ? <p>{t("It is being recorded in another window or on another machine. Nothing has to be done here.")}</p> : null}
      {hearing.value && recording !== null && <audio class="so-far" controls autoplay src={api.soFarAddress(one.recordingId)} aria-label={t("What is stored so far")} onError={() => { hearing.value = false; void act(() => Promise.reject(new Error(t("What is stored of it cannot be played yet")))); }} />}
      <div class="actions">
        {recording !== null && recording.lengthBytes > 0 && !hearing.value && <button class="button" onClick={() => { hearing.value = true; }}><Icon name="play" size={13} />{t("Hear what is stored")}</button>}
        {!goingOn && (
          <>
            {recording !== null && <Link class="button" to={`/sessions/${one.sessionId}/record?continue=${encodeURIComponent(one.recordingId)}`}><i class="dot" />{t("Go on recording")}</Link>}
            <button class="button" disabled={busy || (recording === null && leftover === null)} onClick={finish}><Icon name="check" />{busy ? t("Finishing…") : t("Finish it")}</button>
            {recording !== null && <button class="button quiet" disabled={busy} onClick={() => void act(setAside)}>{t("Set aside")}</button>}
          </>
        )}
      </div>
    </article>
  );
}
