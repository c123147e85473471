import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Model, ModelsState } from "../api/types";
import { Bar, Notice, PageHead, Waiting } from "../parts/basics";
import { DropZone } from "../parts/DropZone";
import { languageWords } from "../parts/languages";
import { sizeWords } from "../parts/words";
import { useAct } from "../state/act";
import { useLoad, usePoll } from "../state/load";
import { hasRole } from "../state/me";

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
  if (state === undefined) return <div class="page"><PageHead title="Models" /><div class="panel"><Waiting problem={loaded.problem} reload={loaded.reload} what="models" /></div></div>;
  const mayChange = hasRole("administrator");
  const installed = state.models.filter((each) => each.installed);
  const others = state.models.filter((each) => !each.installed);
  return (
    <div class="page">
      <PageHead title="Models" under="What turns speech into text, on this machine. A recording is read by the best installed model for its language." />
      <div class="stack">
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        <List title="Installed" models={installed} busy={busy} change={mayChange ? change : null} empty="No model is installed: nothing can be transcribed yet. Install one below." />
        <List title="Can be installed" models={others} busy={busy} change={mayChange ? change : null} empty="Everything in the catalogue is installed." free={state.diskFreeBytes} />
        {mayChange && <DropZone drop={upload} accept=".zip,application/zip" label="Add a model from a zip file" note={uploading.value === null ? "for a machine without internet: fetch the zip elsewhere and bring it here" : undefined}>
          {uploading.value !== null && <div class="pad-2 stack-1"><p>Adding {uploading.value}…</p><Bar part={null} label={`Adding ${uploading.value}`} /></div>}
        </DropZone>}
        {!mayChange && <p class="small quiet-text">An administrator can install and remove models.</p>}
        <p class="small quiet-text">{sizeWords(state.diskFreeBytes)} free on this disk. Models lie in <code class="hash">{state.folder}</code></p>
      </div>
    </div>
  );
}

function List({ title, models, busy, change, empty, free }: { title: string; models: Model[]; busy: boolean; change: ((work: () => Promise<ModelsState>) => void) | null; empty: string; free?: number }) {
  return (
    <section class="panel">
      <div class="panel-head"><h2>{title}</h2></div>
      {models.length === 0 ? <p class="pad-2 quiet-text">{empty}</p> : (
        <ul class="rows">{models.map((model) => <li key={model.name}><Row model={model} busy={busy} change={change} free={free} /></li>)}</ul>
      )}
    </section>
  );
}

function Row({ model, busy, change, free }: { model: Model; busy: boolean; change: ((work: () => Promise<ModelsState>) => void) | null; free: number | undefined }) {
  const removing = useSignal(false);
  const { install } = model;
  const running = install?.state === "running";
  const tooLarge = free !== undefined && model.sizeBytes * 2 > free;
  return (
    <div class="stack-1">
      <div class="row">
        <div class="grow">
          <p><span class="strong">{model.name}</span> {model.carried && <span class="chip">comes with Colloquy</span>}</p>
          <p class="small quiet-text">{[model.languages.length > 4 ? `${model.languages.length} languages` : model.languages.map(languageWords).join(", "), sizeWords(model.sizeBytes), model.licence].filter((part) => part !== "").join(" · ")}</p>
          {model.note !== "" && <p class="small">{model.note}</p>}
        </div>
        {change === null ? null : running ? <button class="button small" disabled={busy} onClick={() => change(() => api.cancelModel(model.name))}>Stop</button>
          : !model.installed ? (model.url !== null && <button class="button" disabled={busy || tooLarge} aria-label={`Install ${model.name}`} onClick={() => change(() => api.installModel(model.name))}>{install?.state === "failed" ? "Try again" : "Install"}</button>)
          : !model.carried && !removing.value && <button class="button small quiet" aria-label={`Remove ${model.name}`} onClick={() => { removing.value = true; }}>Remove</button>}
      </div>
      {tooLarge && !running && <p class="small wrong-text">There is not enough room on the disk for it.</p>}
      {change !== null && removing.value && (
        <Notice kind="warning" action={<><button class="button small danger" disabled={busy} onClick={() => change(() => api.removeModel(model.name))}>Remove {sizeWords(model.sizeBytes)}</button><button class="button small" onClick={() => { removing.value = false; }}>Keep it</button></>}>
          Transcripts made with it stay. To use it again it has to be fetched again.
        </Notice>
      )}
      {running && (
        <div class="job-line">
          <div class="row small"><span class="grow">{install.step}</span><span class="quiet-text">{sizeWords(install.receivedBytes)}{install.totalBytes !== null && ` of ${sizeWords(install.totalBytes)}`}</span></div>
          <Bar part={install.totalBytes === null ? null : install.receivedBytes / install.totalBytes} label={`Installing ${model.name}`} />
        </div>
      )}
      {install !== null && !running && <Notice kind="problem">{install.problem ?? "It could not be installed."}</Notice>}
    </div>
  );
}
