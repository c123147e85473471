import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Recording, TranscribeRequest } from "../api/types";
import { useAct } from "../state/act";
import { useLoad } from "../state/load";
import { Notice } from "./basics";
import { SelectField } from "./fields";
import { languageChoices } from "./languages";
import { isBusy } from "./RecordingCard";

/** Transcribes with another model, in another language, or with another way of telling the speakers apart. */
export function TranscribeAgain({ recording, language, changed }: { recording: Recording; language: string; changed: () => Promise<void> }) {
  const models = useLoad((signal) => api.models(signal).then((state) => state.models.filter((each) => each.installed), () => []), []);
  const model = useSignal("auto");
  const spoken = useSignal(language);
  const speakers = useSignal("auto");
  const { busy, problem, act } = useAct();
  const start = () => void act(async () => {
    const chosen = models.value?.find((each) => each.name === model.value);
    const request: TranscribeRequest = {
      engine: chosen?.engine ?? "auto", model: chosen?.name ?? null, language: spoken.value,
      speakers: speakers.value === "auto" || speakers.value === "none" || speakers.value === "channels" ? speakers.value : Number(speakers.value),
    };
    await api.transcribe(recording.id, request);
    await changed();
  });
  return (
    <fieldset class="stack">
      <legend class="strong">{recording.transcriptId === null ? "Transcribe" : "Transcribe again"}</legend>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <div class="form-row">
        <SelectField label="Model" value={model.value} set={(value) => { model.value = value; }} choices={[["auto", "The best one installed"], ...(models.value ?? []).map((each) => [each.name, each.name] as const)]} />
        <SelectField label="Language spoken" value={spoken.value} set={(value) => { spoken.value = value; }} choices={languageChoices(spoken.value)} />
        <SelectField label="Speakers" value={speakers.value} set={(value) => { speakers.value = value; }}
          choices={[["auto", "Find out"], ["none", "Do not tell them apart"], ...(recording.channels !== null && recording.channels > 1 ? [["channels", "One a channel"] as const] : []), ["2", "Two"], ["3", "Three"], ["4", "Four"]]} />
      </div>
      <div class="actions"><button class="button" disabled={busy || isBusy(recording)} onClick={start}>{busy ? "Starting…" : recording.transcriptId === null ? "Transcribe" : "Transcribe again"}</button></div>
    </fieldset>
  );
}
