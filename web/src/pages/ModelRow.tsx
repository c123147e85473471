import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Model, ModelCheck, ModelsState } from "../api/types";
import { Bar, Notice } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { languageWords } from "../parts/languages";
import { engineWords, sizeWords } from "../parts/words";
import { useAct } from "../state/act";

export type Change = (work: () => Promise<ModelsState>) => void;

interface Props { model: Model; busy: boolean; change: Change | null; free: number | undefined }

/** One model: what it is, what can be done with it, and how that goes. */
export function ModelRow({ model, busy, change, free }: Props) {
  const removing = useSignal(false);
  const { install } = model;
  const running = install?.state === "running";
  const tooLarge = free !== undefined && model.sizeBytes * 2 > free;
  return (
    <div class="stack-1">
      <div class="row">
        <div class="grow">
          <p><span class="strong">{model.name}</span> {model.carried && <span class="chip">comes with Colloquy</span>}</p>
          {model.note !== "" && <p class="small">{model.note}</p>}
          <Facts model={model} />
        </div>
        {change === null ? null : running ? <button class="button small" disabled={busy} onClick={() => change(() => api.cancelModel(model.name))}>Stop</button>
          : !model.installed ? (model.url !== null && <button class="button" disabled={busy || tooLarge} aria-label={`Install ${model.name}`} onClick={() => change(() => api.installModel(model.name))}>{install?.state === "failed" ? "Try again" : "Install"}</button>)
          : !model.carried && !removing.value && <button class="button small quiet" aria-label={`Remove ${model.name}`} onClick={() => { removing.value = true; }}>Remove</button>}
      </div>
      {model.installed && change !== null && <Verify model={model} />}
      {tooLarge && !running && <p class="small wrong-text">It needs {sizeWords(model.sizeBytes * 2)} while it is installed, and {sizeWords(free)} are free.</p>}
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
      {install !== null && !running && <Notice kind="problem">{install.problem ?? "It could not be installed."} A zip that was fetched elsewhere can be added below.</Notice>}
    </div>
  );
}

/** Engine, languages, size, licence and hash, in this order in every row. */
function Facts({ model }: { model: Model }) {
  const all = useSignal(false);
  const copied = useSignal(false);
  const names = model.languages.map(languageWords);
  const { sha256 } = model;
  const copy = () => {
    if (sha256 === null) return;
    // without the right to the clipboard (no https, refused) the hash stays to be read in the tooltip
    void navigator.clipboard.writeText(sha256).then(() => { copied.value = true; }, () => undefined);
  };
  return (
    <p class="model-facts">
      <span>{engineWords(model.engine)}</span>
      <span>{names.length <= 4 || all.value ? names.join(", ") : <>{names.length} languages <button class="link" aria-expanded={false} aria-label={`Which languages ${model.name} knows`} onClick={() => { all.value = true; }}>which</button></>}</span>
      <span>{sizeWords(model.sizeBytes)}</span>
      {model.licence !== "" && <span>{model.licence}</span>}
      {sha256 !== null && (
        <span title={sha256}>SHA-256 <code class="hash">{sha256.slice(0, 10)}…</code> <button class="link" aria-label={`Copy the hash of ${model.name}`} onClick={copy}>{copied.value ? "copied" : "copy"}</button></span>
      )}
    </p>
  );
}

/** Reads every file again and compares; the answer stays beside the button. */
function Verify({ model }: { model: Model }) {
  const check = useSignal<ModelCheck | null>(null);
  const { busy, problem, act } = useAct();
  const verify = () => void act(async () => { check.value = null; check.value = await api.verifyModel(model.name); });
  const result = check.value;
  return (
    <div class="row tight" role="status">
      <button class="button small" disabled={busy} aria-label={`Verify ${model.name}`} onClick={verify}>{busy ? "Reading its files…" : "Verify"}</button>
      {result !== null && (
        <span class={`checked ${result.state === "as-listed" || result.state === "unchanged" ? "good" : result.state === "no-hash-known" ? "" : "bad"}`}>
          <Icon name={result.state === "as-listed" || result.state === "unchanged" ? "check" : result.state === "no-hash-known" ? "info" : "warning"} size={13} /><span>{result.message}</span>
        </span>
      )}
      {problem !== null && <span class="wrong-text small">{problem}</span>}
    </div>
  );
}
