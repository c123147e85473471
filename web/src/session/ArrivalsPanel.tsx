import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { Notice } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { clockWords, dateWords, sizeWords } from "../parts/words";
import { sentence } from "../api/problem";
import { useLoad, usePoll } from "../state/load";
import { t } from "../texts/texts";

/** Files that arrived in the person's watch folder: a press takes one into this session. */
export function ArrivalsPanel({ sessionId, changed }: { sessionId: string; changed: () => Promise<void> }) {
  const loaded = useLoad((signal) => api.arrivals(signal), []);
  const taking = useSignal<string | null>(null);
  const problem = useSignal<string | null>(null);
  usePoll(loaded.value !== undefined && loaded.value.folder !== null, 5000, async () => { if (taking.value === null) loaded.set(await api.arrivals()); });
  const files = loaded.value?.files ?? [];
  if (files.length === 0 && problem.value === null) return null;
  const take = async (name: string) => {
    taking.value = name;
    problem.value = null;
    try {
      await api.takeArrival(sessionId, name);
    } catch (failure) {
      problem.value = sentence(failure);
    }
    taking.value = null;
    await Promise.all([changed(), api.arrivals().then(loaded.set)]).catch(() => undefined);
  };
  return (
    <section class="panel" aria-labelledby="arrivals-title">
      <div class="panel-head"><h2 id="arrivals-title">{t("Arrived in your folder")}</h2><span class="hint">{loaded.value?.folder}</span></div>
      {problem.value !== null && <div class="pad-2"><Notice kind="problem">{problem.value}</Notice></div>}
      <ul class="rows">
        {files.map((each) => (
          <li key={each.name} class="row">
            <Icon name="file" />
            <span class="grow"><span dir="auto" class="arrival-name">{each.name}</span><br /><span class="small quiet-text">{sizeWords(each.lengthBytes)}, {dateWords(each.changedAt)}, {clockWords(each.changedAt)}</span></span>
            <button class="button small" disabled={taking.value !== null} aria-label={t("Take {each} into this session", { each: each.name })} onClick={() => void take(each.name)}>{taking.value === each.name ? t("Taking it in…") : t("Take into this session")}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
