import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { api } from "../api/calls";
import type { Session } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Identity } from "../consent/Identity";
import { NoticeText } from "../consent/NoticeText";
import { PeopleConsents } from "../consent/PeopleConsents";
import { identityOf, isLearner, listWords, missing } from "../consent/standing";
import type { ConsentDesk } from "../consent/useConsents";
import { Notice } from "../parts/basics";
import { Check, Segments, TextField } from "../parts/fields";
import { Icon } from "../parts/Icon";
import { positionWords } from "../parts/words";
import { Link } from "../router";
import { useAct } from "../state/act";
import { planOf } from "../state/plan";
import { alarmSounds } from "./AlarmBanner";
import type { Held } from "./current";
import { Microphones } from "./Microphones";
import { Questions } from "./Questions";
import { SoundTest } from "./SoundTest";
import { plural, said, t, tx } from "../texts/texts";

interface Props { held: Held; session: Session; changed: (session: Session) => void; desk: ConsentDesk; /** goes on with a recording that was not finished: what is stored of it, seconds or null */ continued: { seconds: number | null } | null }

/** Before: microphones, the notice and everybody's answer, who and how, the questions. Each in order; none is in the way of recording. */
export function Before({ held: { live }, session, changed, desk, continued }: Props) {
  const asked = useSignal(false);
  const { state } = desk;
  const refused = state?.withdrawn.find((each) => each.scope === "record") ?? null;
  const silent = state === undefined ? [] : missing(state);
  const unidentified = state === undefined ? [] : state.people.filter(isLearner).filter((person) => identityOf(state, person) === null);
  const ready = live.open.value && refused === null && !live.otherTab.value;
  const start = () => {
    if (!ready) return;
    if (silent.length > 0 && !asked.value) {
      asked.value = true;
      requestAnimationFrame(() => document.getElementById("record-anyway")?.focus());
      return;
    }
    live.toggle();
  };
  useCommands({ record: start });
  const warned = live.warning.value.some((each) => each !== null);
  const simulation = state?.simulationAllowed ?? session.unit.simulationAllowed;
  return (
    <>
      <aside class="before-side">
        <section class="panel pad before-go" aria-label={t("Recorder")}>
          {continued !== null && <p class="quiet-text">{tx("You go on with a recording that was not finished{more}. What you record now follows it.", { more: continued.seconds !== null && continued.seconds > 0 && <>{continued.seconds < 2 ? t(": {seconds} of it is stored", { seconds: positionWords(continued.seconds) }) : t(": {seconds} of it are stored", { seconds: positionWords(continued.seconds) })}</> })}</p>}
          <ul class="ready-list">
            <Ready done={live.open.value && !warned}>{live.open.value ? warned ? t("Look at the microphone") : t("The microphone hears") : t("No microphone yet")}</Ready>
            <Ready done={state !== undefined && silent.length === 0 && refused === null}>{state === undefined ? t("The notice has not come yet") : silent.length === 0 ? t("Everybody has answered to the notice") : t("No answer yet from {silent}", { silent: listWords(silent.map((each) => each.name)) })}</Ready>
            <Ready done={state !== undefined && unidentified.length === 0}>{unidentified.length === 0 ? t("Identity noted") : t("Identity of {unidentified} not noted", { unidentified: listWords(unidentified.map((each) => each.name)) })}</Ready>
          </ul>
          {simulation === false && <Notice kind="warning">{t("Simulation is not allowed for this unit: ask about real work.")}</Notice>}
          {refused !== null && <Notice kind="problem">{t("{message} It can be given again in step 2.", { message: said(refused.message) })}</Notice>}
          {live.otherTab.value && <Notice kind="warning">{t("This session is being recorded in another window of this browser. Go on there; nothing has to be done here.")}</Notice>}
          {asked.value && silent.length > 0 ? (
            <Notice kind="warning" action={<><button id="record-anyway" class="button primary" disabled={!ready} onClick={() => live.toggle()}><i class="dot" />{t("Record anyway")}</button><button class="button" onClick={() => { asked.value = false; document.getElementById("step-2")?.scrollIntoView({ block: "start" }); }}>{t("Ask them first")}</button></>}>
              <span role="alert">{plural(silent.length, "{silent} has not answered to the notice. You can have it said at the beginning of the recording and note it afterwards.", "{silent} have not answered to the notice. You can have it said at the beginning of the recording and note it afterwards.", { silent: listWords(silent.map((each) => each.name)) })}</span>
            </Notice>
          ) : (
            <button class="button large primary" disabled={!ready} title={tip("record")} onClick={start}><i class="dot" />{continued === null ? t("Record") : t("Go on recording")}</button>
          )}
          <p class="small quiet-text">{t("Every second is stored on the server while you record. If the network, the server or this machine fails, you lose nothing, or a second at most.")}</p>
        </section>
        <div class="before-questions"><Questions session={session} live={null} marking={null} /></div>
      </aside>
      <ol class="before-steps">
        <Step number={1} title={t("Microphone")}>
          <Microphones live={live} session={session} />
          <SoundTest live={live} />
          <AlarmChoice />
        </Step>
        <Step number={2} title={t("Notice of recording")}>
          {state === undefined ? desk.problem === null ? <p class="quiet-text" role="status">{t("Fetching the notice…")}</p>
            : <Notice kind="warning" action={<button class="button small" onClick={desk.reload}>{t("Try again")}</button>}>{t("{problem} You can record all the same: tell everybody that you do, and note their answers afterwards.", { problem: desk.problem })}</Notice>
            : <><NoticeText notice={state.notice} folded={silent.length === 0} /><PeopleConsents sessionId={session.id} desk={desk} state={state} mayEdit /><AddPerson session={session} changed={(next) => { changed(next); desk.reload(); }} /></>}
        </Step>
        <Step number={3} title={t("Who it is, and how you meet")}>
          {state !== undefined && <Identity sessionId={session.id} desk={desk} state={state} mayEdit />}
          <Mode session={session} changed={changed} />
        </Step>
      </ol>
    </>
  );
}

function Ready({ done, children }: { done: boolean; children: ComponentChildren }) {
  return <li class={done ? "done" : ""}><Icon name={done ? "check" : "info"} size={15} /><span dir="auto">{children}</span></li>;
}

function Step({ number, title, children }: { number: number; title: string; children: ComponentChildren }) {
  return (
    <li class="panel before-step" id={`step-${number}`}>
      <div class="panel-head"><span class="step-number" aria-hidden="true">{number}</span><h2>{title}</h2></div>
      <div class="pad-2 stack">{children}</div>
    </li>
  );
}

function AlarmChoice() {
  const on = useSignal(alarmSounds.on);
  return <Check checked={on.value} set={(value) => { on.value = value; alarmSounds.on = value; }}>{tx("Sound an alarm, too, when nothing is heard {part}", { part: <span class="hint">{t("(it would be on the recording)")}</span> })}</Check>;
}

function Mode({ session, changed }: { session: Session; changed: (session: Session) => void }) {
  const { problem, act } = useAct();
  /** as pressed, until the server has it */
  const pressed = useSignal<Session["mode"] | null>(null);
  const note = (mode: Session["mode"]) => {
    pressed.value = mode;
    void act(async () => changed(await api.changeSession(session.id, { ...planOf(session), mode }))).then(() => { pressed.value = null; });
  };
  return (
    <>
      {problem !== null && <Notice kind="problem">{t("Not noted. {problem}", { problem })}</Notice>}
      <Segments label={t("How you meet")} value={pressed.value ?? session.mode} choices={[["face-to-face", t("Face to face")], ["remote", t("Remote")]]} set={note} />
    </>
  );
}

/** Somebody else in the room: they are in the plan from now on, and asked as well. */
function AddPerson({ session, changed }: { session: Session; changed: (session: Session) => void }) {
  const open = useSignal(false);
  const name = useSignal("");
  const role = useSignal("");
  const { busy, problem, act } = useAct();
  if (!open.value) return <p><button class="button small quiet" onClick={() => { open.value = true; }}><Icon name="plus" size={14} />{t("Somebody else is here")}</button> <Link class="small" to={`/sessions/${session.id}/plan`}>{t("Change the plan")}</Link></p>;
  const add = (event: Event) => {
    event.preventDefault();
    void act(async () => {
      const plan = planOf(session);
      changed(await api.changeSession(session.id, { ...plan, people: [...plan.people, { name: name.value.trim(), role: role.value.trim() }] }));
      open.value = false;
      name.value = "";
      role.value = "";
    });
  };
  return (
    <form class="stack-1" onSubmit={add} aria-label={t("Somebody else")}>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <div class="form-row"><TextField label={t("Name")} required maxLength={200} value={name.value} set={(value) => { name.value = value; }} autofocus /><TextField label={t("Part")} maxLength={100} value={role.value} set={(value) => { role.value = value; }} placeholder={t("Witness, interpreter")} /></div>
      <div class="actions"><button class="button small primary" disabled={busy || name.value.trim() === ""}>{t("Add")}</button><button type="button" class="button small quiet" onClick={() => { open.value = false; }}>{t("Leave it")}</button></div>
    </form>
  );
}
