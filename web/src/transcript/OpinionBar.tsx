import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { JobLine } from "../parts/JobLine";
import { languageWords } from "../parts/languages";
import { count, engineWords, percentWords } from "../parts/words";
import type { Player } from "../player/Player";
import { Link } from "../router";
import { useAct } from "../state/act";
import { useLoad } from "../state/load";
import type { Desk } from "./Desk";
import { canBeAsked, stepDifference } from "./opinion";
import { plural, t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

/** The second opinion of another engine: asked for, on its way, or how far both agree and what is left to look at. */
export function OpinionBar({ desk, player }: { desk: Desk; player: Player }) {
  const opinion = desk.opinion.value;
  const job = desk.recording.value?.job;
  const hide = <button class="button small quiet icon" title={tip("opinion", t("Hide the second opinion"))} aria-label={t("Hide the second opinion")} onClick={() => { desk.opinionShown.value = false; }}><Icon name="close" size={13} /></button>;
  if (job?.kind === "second-opinion" && job.state !== "done" && (job.state === "queued" || job.state === "running" || opinion === null || opinion === undefined)) {
    return (
      <Bar>
        <div class="grow"><JobLine job={job} changed={() => desk.poll()} mayEdit={desk.mayEdit.value} transcribed /></div>
        {job.state !== "queued" && job.state !== "running" && desk.mayEdit.value && <Ask desk={desk} />}
        {hide}
      </Bar>
    );
  }
  if (opinion === undefined) return <Bar><span class="grow quiet-text" role="status">{t("Looking for a second opinion…")}</span>{hide}</Bar>;
  if (opinion === null) return <Bar>{desk.mayEdit.value ? <Ask desk={desk} /> : <span class="grow">{t("Nobody has asked for a second opinion on this recording yet.")}</span>}{hide}</Bar>;
  const left = opinion.differences.length;
  return (
    <Bar>
      <span class="grow" title={opinion.model.name}>
        {tx("{engine} agrees on {agreement} of the words. {which}", { engine: <b>{engineWords(opinion.engine)}</b>, agreement: <b>{percentWords(opinion.agreement)}</b>, which: left === 0 ? t("No place is left to look at.") : t("{left} left to look at.", { left: count(left, "place") }) })}
      </span>
      {left > 0 && (
        <span class="row tight">
          <button class="button small" title={tip("previousDifference")} onClick={() => void stepDifference(desk, player, -1)}>{t("Previous")}</button>
          <button class="button small" title={tip("nextDifference")} onClick={() => void stepDifference(desk, player, 1)}>{tx("Next {key}", { key: <Key of="nextDifference" /> })}</button>
        </span>
      )}
      {hide}
    </Bar>
  );
}

function Bar({ children }: { children: preact.ComponentChildren }) {
  return <section class="work-bar" aria-label={t("Second opinion")}>{children}</section>;
}

/** Which engine to ask; where there is none, what to install. */
function Ask({ desk }: { desk: Desk }) {
  const models = useLoad((signal) => api.models(signal), []);
  const chosen = useSignal("");
  const { busy, problem, act } = useAct();
  const transcript = desk.transcript.value;
  if (transcript === null) return null;
  if (models.value === undefined) return <span class="grow quiet-text" role="status">{models.problem ?? t("Looking which engines there are…")}</span>;
  const able = canBeAsked(models.value.models, transcript);
  const first = able[0];
  if (first === undefined) {
    const other = transcript.engine === "vosk" ? t("Whisper") : t("Vosk");
    return (
      <span class="grow">
        {tx("A second opinion needs a second engine, and no {other} model for {language} is installed here. An administrator adds one on the page {link}.", { other, language: languageWords(transcript.language), link: <Link to="/models">{t("Models")}</Link> })}
      </span>
    );
  }
  const ask = () => void act(async () => {
    const model = able.find((each) => each.name === chosen.value) ?? first;
    await api.askSecondOpinion(transcript.id, { engine: model.engine, model: model.name });
    await desk.poll();
  });
  return (
    <>
      <span class="grow">
        {t("Another engine listens to the same sound, and the words on which it differs are marked. Nothing is changed by itself.")}
        {problem !== null && <span class="wrong-text" role="alert"> {problem}</span>}
      </span>
      {able.length > 1 && (
        <select class="input" aria-label={t("Engine to ask")} value={chosen.value === "" ? first.name : chosen.value} onChange={(event) => { chosen.value = event.currentTarget.value; }}>
          {able.map((each) => <option key={each.name} value={each.name}>{engineWords(each.engine)}: {each.name}</option>)}
        </select>
      )}
      <button class="button small primary" disabled={busy || desk.busy.value} title={desk.busy.value ? t("Something else is being done with this recording") : first.name} onClick={ask}>
        {busy ? t("Asking…") : plural(able.length, "Ask {engine}", "Ask it", { engine: engineWords(first.engine) })}
      </button>
    </>
  );
}
