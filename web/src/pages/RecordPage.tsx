import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useMemo } from "preact/hooks";
import { api } from "../api/calls";
import type { Session } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Bar, Notice, useTitle, Waiting } from "../parts/basics";
import { SelectField } from "../parts/fields";
import { Icon } from "../parts/Icon";
import { LevelMeter } from "../parts/LevelMeter";
import { positionWords, sizeWords } from "../parts/words";
import { LiveRecording } from "../recorder/recording";
import { go, Link } from "../router";
import { useLeaveGuard } from "../state/leave";
import { useLoad } from "../state/load";
import { signInOver } from "../state/me";

/** Recording: a clock, a level, what is stored, the questions. Nothing else. */
export function RecordPage({ id }: { id: string }) {
  const loaded = useLoad((signal) => api.session(id, signal), [id]);
  if (loaded.value === undefined) return <div class="page narrow"><Waiting problem={loaded.problem} reload={loaded.reload} what="the session" /></div>;
  if (!loaded.value.mayEdit) {
    return <div class="page narrow"><Notice kind="warning" action={<Link class="button" to={`/sessions/${id}`}>Back to the session</Link>}>Only the assessor of this session records it. You can read and hear what is recorded.</Notice></div>;
  }
  return <Recorder session={loaded.value} />;
}

function Recorder({ session }: { session: Session }) {
  const live = useMemo(() => new LiveRecording(session), [session.id]);
  const phase = live.phase.value;
  useTitle(phase === "recording" ? "● Recording" : "Record");
  useEffect(() => {
    void live.choose();
    const timer = window.setInterval(() => live.tick(), 200);
    return () => { window.clearInterval(timer); live.close(); };
  }, [live]);
  useLeaveGuard(phase === "recording" || phase === "paused" || phase === "finishing",
    "The recording is not finished. If you leave now, it ends here; what is stored so far stays with the session. Leave anyway?");
  const finish = async () => { if (await live.finish()) go(`/sessions/${session.id}`, { saved: true }); };
  const canFinish = phase === "recording" || phase === "paused" || (phase === "finishing" && live.problem.value !== null);
  const level = useCallback(() => live.level(0), [live]);
  useCommands({ record: () => live.toggle(), finish: () => { if (canFinish) void finish(); } });

  return (
    <div class="record">
      <header class="record-head">
        <div class="grow"><h1 dir="auto">{session.enrolment.learner.name}</h1><p class="quiet-text" dir="auto">{session.unit.title}</p></div>
        {phase === "ready" && <Link class="button quiet" to={`/sessions/${session.id}`}>Back to the session</Link>}
      </header>
      <section class={`record-deck panel ${phase}`} aria-label="Recorder">
        <p class="record-state" role="status">{stateWords(phase)}</p>
        <p class="record-clock" role="timer" aria-label="Recorded">{positionWords(live.seconds.value)}</p>
        {live.open.value && phase !== "finishing" ? <LevelMeter read={level} /> : <div class="level" />}
        <Stored live={live} />
        {live.problem.value !== null && (
          <Notice kind="problem" action={phase === "ready" ? <button class="button small" onClick={() => void live.choose(live.chosen.value)}>Try again</button> : undefined}>{live.problem.value}</Notice>
        )}
        <div class="record-buttons">
          {phase !== "finishing" && phase !== "done" && (
            <button class={`button large ${phase === "recording" ? "" : "primary"}`} disabled={!live.open.value} title={tip("record")} onClick={() => live.toggle()}>
              {phase === "ready" ? <><i class="dot" />Record</> : phase === "recording" ? <><Icon name="pause" />Pause</> : <><i class="dot" />Record again</>}
            </button>
          )}
          {canFinish && <button class="button large" title={tip("finish")} onClick={() => void finish()}><Icon name="check" />{phase === "finishing" ? "Try to finish again" : "Finish"}</button>}
        </div>
        {phase === "ready" && live.microphones.value.length > 0 && (
          <SelectField label="Microphone" value={live.chosen.value[0]?.deviceId ?? ""} set={(deviceId) => void live.choose([{ deviceId, label: "", speaker: null }])} choices={live.microphones.value.map((each) => [each.id, each.label] as const)} />
        )}
      </section>
      <Questions session={session} />
    </div>
  );
}

function stateWords(phase: string): string {
  switch (phase) {
    case "recording": return "Recording";
    case "paused": return "Paused";
    case "finishing": return "Storing the last of it";
    case "done": return "Finished";
    default: return "Not recording yet";
  }
}

/** What is safe, and what is not yet. */
function Stored({ live }: { live: LiveRecording }) {
  const sending = live.sending.value;
  if (sending === null) return <p class="record-stored quiet-text">Every second is stored on the server while you record.</p>;
  if (sending.failed !== null) {
    return <Notice kind="problem" action={<button class="button small" onClick={() => live.sendAgain()}>Try to store again</button>}>{sending.failed} Stored safely to {positionWords(sending.storedMark)}. The rest, {sizeWords(sending.waitingBytes)}, is only in this window: keep it open.</Notice>;
  }
  if (sending.signedOut) {
    return <Notice kind="warning" action={<button class="button small" onClick={() => { signInOver.value = true; }}>Sign in again</button>}>You are not signed in any more. Recording goes on; {sizeWords(sending.waitingBytes)} wait in this window and are stored as soon as you sign in. Stored safely to {positionWords(sending.storedMark)}. Keep this window open.</Notice>;
  }
  if (sending.away !== null) {
    return <Notice kind="warning">The server is away. Recording goes on; {sizeWords(sending.waitingBytes)} wait in this window and are stored as soon as it answers. Stored safely to {positionWords(sending.storedMark)}. Keep this window open.</Notice>;
  }
  const finishing = live.phase.value === "finishing";
  return (
    <div class="record-stored">
      <p class="strong"><Icon name="check" /> Stored safely to {positionWords(sending.storedMark)}</p>
      {finishing && <Bar part={sending.waitingBytes === 0 ? 1 : sending.storedBytes / (sending.storedBytes + sending.waitingBytes)} label="Storing the last of it" />}
    </div>
  );
}

/** The planned questions; one is current, moved with keys, its criteria in full. */
function Questions({ session }: { session: Session }) {
  const at = useSignal(0);
  const criteria = new Map(session.unit.outcomes.flatMap((each) => each.criteria).map((each) => [each.id, each]));
  const move = (to: number) => {
    at.value = Math.max(0, Math.min(session.questions.length - 1, to));
    document.getElementById(`question-${at.value}`)?.scrollIntoView({ block: "nearest" });
  };
  useCommands({ nextQuestion: () => move(at.value + 1), previousQuestion: () => move(at.value - 1) });
  if (session.questions.length === 0) {
    return (
      <section class="record-questions" aria-label="Criteria of the unit">
        <h2>No questions planned</h2>
        <p class="quiet-text">The criteria of the unit:</p>
        <ul class="record-criteria">{[...criteria.values()].map((each) => <li key={each.id} dir="auto"><b>{each.number}</b> {each.text}</li>)}</ul>
      </section>
    );
  }
  return (
    <section class="record-questions" aria-label="Planned questions">
      <ol>
        {session.questions.map((question, index) => (
          <li key={question.id} id={`question-${index}`} class={index === at.value ? "at" : ""}>
            <button onClick={() => { at.value = index; }} aria-current={index === at.value ? "step" : undefined}><span class="number">{index + 1}</span><span dir="auto">{question.text}</span></button>
            {index === at.value && (
              <ul class="record-criteria">{question.criterionIds.map((each) => { const found = criteria.get(each); return found === undefined ? null : <li key={each} dir="auto"><b>{found.number}</b> {found.text}</li>; })}</ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
