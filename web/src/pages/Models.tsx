import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Model, ModelsState } from "../api/types";
import { Bar, Notice, PageHead, Waiting } from "../parts/basics";
import { DropZone } from "../parts/DropZone";
import { sizeWords } from "../parts/words";
import { useAct } from "../state/act";
import { useLoad, usePoll } from "../state/load";
import { hasRole } from "../state/me";
import { type Change, ModelRow } from "./ModelRow";
import { t, tx } from "../texts/texts";

/** The speech models: what is installed, what could be, how much disk is left. */
export function Models() {
  const loaded = useLoad((signal) => api.models(signal), []);
  const uploading = useSignal<string | null>(null);
  const { busy, problem, act } = useAct();
  const state = loaded.value;
  usePoll(state?.models.some((each) => each.install?.state === "running") === true, 1000, async () => loaded.set(await api.models()));
  const change = (work: () => Promise<ModelsState>) => void act(async () => loaded.set(await work()));
  const upload = ([file]: File[]) => {
    if (file === undefined) return;
    uploading.value = file.name;
    void act(async () => loaded.set(await api.uploadModel(file, file.name))).then(() => { uploading.value = null; });
  };
  if (state === undefined) return <div class="page"><PageHead title={t("Models")} /><div class="panel"><Waiting problem={loaded.problem} reload={loaded.reload} what={t("models")} /></div></div>;
  const mayChange = hasRole("administrator");
  const installed = state.models.filter((each) => each.installed);
  const others = state.models.filter((each) => !each.installed);
  return (
    <div class="page">
      <PageHead title={t("Models")} under={t("What turns speech into text, on this machine. A recording is read by the best installed model for its language.")} />
      <div class="stack">
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        <List title={t("Installed")} models={installed} busy={busy} change={mayChange ? change : null} empty={t("No model is installed: nothing can be transcribed yet. Install one below.")} />
        <List title={t("Can be installed")} models={others} busy={busy} change={mayChange ? change : null} empty={t("Everything in the catalogue is installed.")} free={state.diskFreeBytes} />
        {mayChange && <DropZone drop={upload} accept=".zip,application/zip" label={t("Add a model from a zip file")} note={uploading.value === null ? t("or drop it here") : undefined}>
          {uploading.value !== null && <div class="pad-2 stack-1"><p>{t("Adding {uploading}…", { uploading: uploading.value })}</p><Bar part={null} label={t("Adding {uploading}", { uploading: uploading.value })} /></div>}
        </DropZone>}
        {mayChange && <p class="small quiet-text">{t("Nothing here needs the internet: on another machine fetch the zip of a Vosk model, from the page of its makers or from your supplier, carry it over and add it above. Recordings and transcripts never leave this machine.")}</p>}
        {!mayChange && <p class="small quiet-text">{t("An administrator can install and remove models.")}</p>}
        <p class="small quiet-text">{tx("{diskFreeBytes} free on this disk; the models installed take {reduce}. They lie in {folder}", { diskFreeBytes: <b>{sizeWords(state.diskFreeBytes)}</b>, reduce: sizeWords(installed.reduce((sum, each) => sum + each.sizeBytes, 0)), folder: <code class="hash">{state.folder}</code> })}</p>
      </div>
    </div>
  );
}

function List({ title, models, busy, change, empty, free }: { title: string; models: Model[]; busy: boolean; change: Change | null; empty: string; free?: number }) {
  return (
    <section class="panel">
      <div class="panel-head"><h2>{title}</h2>{free !== undefined && <span class="small quiet-text">{t("{free} free on this disk", { free: sizeWords(free) })}</span>}</div>
      {models.length === 0 ? <p class="pad-2 quiet-text">{empty}</p> : (
        <ul class="rows">{models.map((model) => <li key={model.name}><ModelRow model={model} busy={busy} change={change} free={free} /></li>)}</ul>
      )}
    </section>
  );
}
