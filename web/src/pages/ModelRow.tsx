import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Model, ModelCheck, ModelsState } from "../api/types";
import { Bar, Notice } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { languageWords } from "../parts/languages";
import { engineWords, sizeWords } from "../parts/words";
import { useAct } from "../state/act";
import { said, t, tx } from "../texts/texts";

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
          <p><span class="strong">{model.name}</span> {model.carried && <span class="chip">{t("comes with Colloquy")}</span>}</p>
          {model.note.message !== "" && <p class="small">{said(model.note)}</p>}
          <Facts model={model} />
        </div>
        {change === null ? null : running ? <button class="button small" disabled={busy} onClick={() => change(() => api.cancelModel(model.name))}>{t("Stop")}</button>
          : !model.installed ? (model.url !== null && <button class="button" disabled={busy || tooLarge} aria-label={t("Install {model}", { model: model.name })} onClick={() => change(() => api.installModel(model.name))}>{install?.state === "failed" ? t("Try again") : t("Install")}</button>)
          : !model.carried && !removing.value && <button class="button small quiet" aria-label={t("Remove {model}", { model: model.name })} onClick={() => { removing.value = true; }}>{t("Remove")}</button>}
      </div>
      {model.installed && change !== null && <Verify model={model} />}
      {tooLarge && !running && <p class="small wrong-text">{t("It needs {size} while it is installed, and {free} are free.", { size: sizeWords(model.sizeBytes * 2), free: sizeWords(free) })}</p>}
      {change !== null && removing.value && (
        <Notice kind="warning" action={<><button class="button small danger" disabled={busy} onClick={() => change(() => api.removeModel(model.name))}>{t("Remove {sizeBytes}", { sizeBytes: sizeWords(model.sizeBytes) })}</button><button class="button small" onClick={() => { removing.value = false; }}>{t("Keep it")}</button></>}>
          {t("Transcripts made with it stay. To use it again it has to be fetched again.")}
        </Notice>
      )}
      {running && (
        <div class="job-line">
          <div class="row small"><span class="grow">{said(install.step)}</span><span class="quiet-text">{sizeWords(install.receivedBytes)}{install.totalBytes !== null && t(" of {totalBytes}", { totalBytes: sizeWords(install.totalBytes) })}</span></div>
          <Bar part={install.totalBytes === null ? null : install.receivedBytes / install.totalBytes} label={t("Installing {model}", { model: model.name })} />
        </div>
      )}
      {install !== null && !running && <Notice kind="problem">{t("{problem} A zip that was fetched elsewhere can be added below.", { problem: install.problem !== null ? said(install.problem) : t("It could not be installed.") })}</Notice>}
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
      <span>{names.length <= 4 || all.value ? <span dir="auto">{names.join(", ")}</span> : <>{t("{names} languages", { names: names.length })}{" "}<button class="link" aria-expanded={false} aria-label={t("Which languages {model} knows", { model: model.name })} onClick={() => { all.value = true; }}>{t("which")}</button></>}</span>
      <span>{sizeWords(model.sizeBytes)}</span>
      {model.licence !== "" && <span>{model.licence}</span>}
      {sha256 !== null && (
        <span title={sha256}>{tx("SHA-256 {slice}", { slice: <code class="hash">{sha256.slice(0, 10)}…</code> })}{" "}<button class="link" aria-label={t("Copy the hash of {model}", { model: model.name })} onClick={copy}>{copied.value ? t("copied") : t("copy")}</button></span>
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
      <button class="button small" disabled={busy} aria-label={t("Verify {model}", { model: model.name })} onClick={verify}>{busy ? t("Reading its files…") : t("Verify")}</button>
      {result !== null && (
        <span class={`checked ${result.state === "as-listed" || result.state === "unchanged" ? "good" : result.state === "no-hash-known" ? "" : "bad"}`}>
          <Icon name={result.state === "as-listed" || result.state === "unchanged" ? "check" : result.state === "no-hash-known" ? "info" : "warning"} size={13} /><span>{said(result.message)}</span>
        </span>
      )}
      {problem !== null && <span class="wrong-text small">{problem}</span>}
    </div>
  );
}
