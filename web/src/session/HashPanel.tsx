import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Manifest, Recording, Verification } from "../api/types";
import { Notice } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { clockWords, dateWords, sizeWords } from "../parts/words";
import { useAct } from "../state/act";
import { said, t } from "../texts/texts";

/** The fingerprint of the whole and of each piece as it was stored, and a check of them against the bytes on the disk. */
export function HashPanel({ recording }: { recording: Recording }) {
  const manifest = useSignal<Manifest | null>(null);
  const checked = useSignal<Verification | null>(null);
  const { busy, problem, act } = useAct();
  const open = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open || manifest.value !== null) return;
    void act(async () => { manifest.value = await api.manifest(recording.id); });
  };
  const check = () => void act(async () => { checked.value = await api.verifyRecording(recording.id); });
  const damaged = new Set(checked.value?.damaged ?? []);
  return (
    <section class="stack-1 hashes" aria-label={t("Fingerprints")}>
      <div class="row">
        <p class="grow small"><span class="strong">{t("SHA-256 of the whole")}</span><br />{recording.sha256 === null ? <span class="quiet-text">{t("known when the recording is finished")}</span> : <code class="hash">{recording.sha256}</code>}</p>
        <button class="button small" disabled={busy} onClick={check}>{busy ? t("Checking…") : t("Check against the bytes")}</button>
      </div>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <div role="status">
        {checked.value !== null && (
          <p class={`checked ${checked.value.state === "whole" ? "good" : "bad"}`}><Icon name={checked.value.state === "whole" ? "check" : "warning"} size={14} /><span>{said(checked.value.message)} <span class="quiet-text">{t("Checked {checkedAt}, {checkedAt2}.", { checkedAt: dateWords(checked.value.checkedAt), checkedAt2: clockWords(checked.value.checkedAt) })}</span></span></p>
        )}
      </div>
      <details onToggle={open}>
        <summary>{t("Each piece as it was stored ({receivedChunks})", { receivedChunks: recording.receivedChunks })}</summary>
        {manifest.value !== null && (
          <div class="table-frame pieces" tabIndex={0} role="group" aria-label={t("Pieces")}>
            <table class="table small">
              <thead><tr><th>{t("Piece")}</th><th>{t("Part")}</th><th>{t("Bytes")}</th><th>{t("Stored")}</th><th>{t("SHA-256")}</th></tr></thead>
              <tbody>
                {manifest.value.chunks.map((each) => (
                  <tr key={each.number} class={damaged.has(each.number) ? "damaged" : ""}>
                    <td>{each.number + 1}</td><td>{each.part + 1}</td><td>{sizeWords(each.lengthBytes)}</td><td>{clockWords(each.receivedAt)}</td>
                    <td><code>{each.sha256}</code>{damaged.has(each.number) && <span class="chip danger">{t("not as it was stored")}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </details>
    </section>
  );
}
