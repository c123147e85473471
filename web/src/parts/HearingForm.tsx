import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/calls";
import type { Recording, TranscribeRequest } from "../api/types";
import { useAct } from "../state/act";
import { useLoad } from "../state/load";
import { knows } from "../transcript/opinion";
import { Notice } from "./basics";
import { Check, SelectField, TextField } from "./fields";
import { languageChoices, languageWords } from "./languages";
import { isBusy } from "./RecordingCard";
import { Vocabulary } from "./Vocabulary";
import { count, engineWords, preciseWords, secondsOf } from "./words";
import { t } from "../texts/texts";

/** The stretch to hear anew, seconds; null: everything. */
export type Part = { start: number; end: number } | null;

/** Transcribes, or transcribes again: engine and model, language, speakers, what guides the engine; the whole or a part. */
export function HearingForm({ recording, language, part, changed }: { recording: Recording; language: string; part?: Signal<Part>; changed: () => Promise<void> }) {
  const models = useLoad((signal) => api.models(signal).then((state) => state.models.filter((each) => each.installed)), []);
  const model = useSignal("auto");
  const spoken = useSignal(language);
  const speakers = useSignal("auto");
  const vocabulary = useSignal(true);
  const from = useSignal("");
  const to = useSignal("");
  const { busy, problem, act } = useAct();
  const given = part?.value ?? null;
  useEffect(() => {
    if (given === null) return;
    from.value = preciseWords(Math.floor(given.start * 10) / 10);
    to.value = preciseWords(Math.min(recording.durationSeconds ?? Infinity, Math.ceil(given.end * 10) / 10));
  }, [given]);

  const able = (models.value ?? []).filter((each) => knows(each, spoken.value));
  const left = (models.value ?? []).length - able.length;
  const wrong = given === null ? null : wrongPart(from.value, to.value, recording.durationSeconds);
  const chosen = able.find((each) => each.name === model.value);
  const start = () => void act(async () => {
    const request: TranscribeRequest = {
      engine: chosen?.engine ?? "auto", model: chosen?.name ?? null, language: spoken.value, vocabulary: vocabulary.value,
      speakers: speakers.value === "auto" || speakers.value === "none" || speakers.value === "channels" ? speakers.value : Number(speakers.value),
      from: given === null ? null : secondsOf(from.value), to: given === null ? null : secondsOf(to.value),
    };
    await api.transcribe(recording.id, request);
    await changed();
  });
  const again = recording.transcriptId !== null;
  return (
    <form class="hearing stack" aria-label={again ? t("Transcribe again") : t("Transcribe")} onSubmit={(event) => { event.preventDefault(); start(); }}>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <div class="form-row">
        <SelectField label={t("Engine and model")} value={chosen?.name ?? "auto"} set={(value) => { model.value = value; }}
          hint={models.problem ?? (left > 0 ? t("{left} not know {spoken}.", { left: count(left, "installed model does", "installed models do"), spoken: languageWords(spoken.value) }) : undefined)}
          choices={[["auto", t("The best one installed")], ...able.map((each) => [each.name, `${engineWords(each.engine)}: ${each.name}`] as const)]} />
        <SelectField label={t("Language spoken")} value={spoken.value} set={(value) => { spoken.value = value; }} choices={languageChoices(spoken.value)} />
        <SelectField label={t("Speakers")} value={speakers.value} set={(value) => { speakers.value = value; }}
          choices={[["auto", t("Find out how many")], ["none", t("Do not tell them apart")], ...(recording.channels !== null && recording.channels > 1 ? [["channels", t("One on each channel")] as const] : []), ["2", t("Two")], ["3", t("Three")], ["4", t("Four")], ["5", t("Five")], ["6", t("Six")]]} />
      </div>
      <Check checked={vocabulary.value} set={(checked) => { vocabulary.value = checked; }}>{t("Guide it by the words of the unit, the names and the glossary")}</Check>
      {vocabulary.value && <Vocabulary sessionId={recording.sessionId} />}
      {part !== undefined && again && (
        <fieldset class="field">
          <legend class="label">{t("What it hears")}</legend>
          <div class="row tight">
            <div class="segments">
              <label><input type="radio" name="what" checked={given === null} onChange={() => { part.value = null; }} /><span>{t("Everything")}</span></label>
              <label><input type="radio" name="what" checked={given !== null} onChange={() => { part.value = { start: 0, end: recording.durationSeconds ?? 0 }; }} /><span>{t("Only a part")}</span></label>
            </div>
          </div>
          {given !== null && (
            <div class="part">
              <TextField label={t("From")} value={from.value} set={(value) => { from.value = value; }} inputMode="numeric" />
              <TextField label={t("to")} value={to.value} set={(value) => { to.value = value; }} inputMode="numeric" />
            </div>
          )}
          {wrong !== null && <p class="wrong" role="alert">{wrong}</p>}
        </fieldset>
      )}
      <div class="actions">
        <button class="button primary" id="hear-again" disabled={busy || isBusy(recording) || wrong !== null}>{busy ? t("Starting…") : !again ? t("Transcribe") : given === null ? t("Transcribe it all again") : t("Transcribe this part again")}</button>
      </div>
      {again && <p class="small quiet-text">{isBusy(recording) ? t("Something is being done with this recording now; wait for it, or stop it.") : t("Nothing is replaced by it: you see first what would change.")}</p>}
    </form>
  );
}

/** Why this is no part of the recording; null: it is one. */
export function wrongPart(from: string, to: string, durationSeconds: number | null): string | null {
  const start = secondsOf(from);
  const end = secondsOf(to);
  if (start === null || end === null) return t("Write times as minutes and seconds, like 12:04.");
  if (end - start < 0.2) return t("The end has to be after the beginning.");
  if (durationSeconds !== null && start >= durationSeconds) return t("The recording is over by then.");
  return null;
}
