import { useSignal } from "@preact/signals";
import type { ReplaceMatch, ReplacePreview } from "../api/types";
import { positionWords } from "../parts/words";
import { number, t } from "../texts/texts";

interface Props {
  preview: ReplacePreview;
  /** ids of places that stay as they are */
  skipped: ReadonlySet<string>;
  set: (skipped: ReadonlySet<string>) => void;
  go: (match: ReplaceMatch) => void;
}

/** So many rows are drawn at first; the others when asked for. */
const firstRows = 200;

/** Every place as it would read, each with a tick to be taken away. */
export function ReplaceList({ preview, skipped, set, go }: Props) {
  const all = useSignal(false);
  const shown = all.value ? preview.matches : preview.matches.slice(0, firstRows);
  const left = preview.matches.length - shown.length;
  const toggle = (id: string) => {
    const next = new Set(skipped);
    if (!next.delete(id)) next.add(id);
    set(next);
  };
  return (
    <>
      <p class="row tight small">
        <button class="button small quiet" onClick={() => set(new Set())}>{t("Take all")}</button>
        <button class="button small quiet" onClick={() => set(new Set(preview.matches.map((one) => one.id)))}>{t("Leave all as they are")}</button>
      </p>
      <ul class="replace-list" aria-label={t("What would be replaced")}>
        {shown.map((one) => (
          <li key={one.id} class={skipped.has(one.id) ? "left-out" : undefined}>
            <label>
              <input type="checkbox" checked={!skipped.has(one.id)} onChange={() => toggle(one.id)} />
              <span dir="auto">{one.contextBefore} <del>{one.before}</del> <ins>{one.after}</ins> {one.contextAfter}</span>
            </label>
            <button class="button small quiet" title={t("Show it in the transcript")} onClick={() => go(one)}>{positionWords(one.start)}</button>
          </li>
        ))}
      </ul>
      {left > 0 && <button class="button small" onClick={() => { all.value = true; }}>{t("Show {count} more", { count: number(left) })}</button>}
      {preview.total > preview.matches.length && <p class="small wrong-text">{t("That is found in {count} places, more than can be replaced at once. Look for something longer.", { count: number(preview.total) })}</p>}
    </>
  );
}
