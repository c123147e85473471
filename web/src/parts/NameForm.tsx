import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Recording } from "../api/types";
import { useAct } from "../state/act";
import { t } from "../texts/texts";

/** What a recording is called: typed over, stored with Enter or the button. */
export function NameForm({ recording, changed }: { recording: Recording; changed: () => Promise<void> }) {
  /** null: as it is */
  const typed = useSignal<string | null>(null);
  const { busy, problem, act } = useAct();
  const name = typed.value ?? recording.fileName;
  const other = name.trim() !== "" && name.trim() !== recording.fileName;
  const store = (event: Event) => {
    event.preventDefault();
    if (!other) return;
    void act(async () => {
      await api.rename(recording.id, name.trim());
      await changed();
      typed.value = null;
    });
  };
  return (
    <form class="stack-1" onSubmit={store}>
      <span class="row">
        <input class="input grow" dir="auto" aria-label={t("Name of {fileName}", { fileName: recording.fileName })} maxLength={200} value={name} onInput={(event) => { typed.value = event.currentTarget.value; }} />
        {typed.value !== null && <button class="button small" disabled={busy || !other}>{busy ? t("Storing…") : t("Rename")}</button>}
      </span>
      {problem !== null && <span class="small wrong-text" role="alert">{t("Not renamed. {problem}", { problem })}</span>}
    </form>
  );
}
