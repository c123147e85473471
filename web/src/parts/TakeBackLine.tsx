import { tip } from "../commands/table";
import type { TakeBack } from "../state/takeback";
import { t } from "../texts/texts";

/** What was done last on this page and the way to take it back, or why that did not work: at the foot of the window until closed. */
export function TakeBackLine<W>({ steps }: { steps: TakeBack<W> }) {
  const said = steps.said.value;
  const trouble = steps.trouble.value;
  const close = <button class="button small quiet" onClick={() => steps.close()}>{t("Close")}</button>;
  return (
    <div class="take-back" role="status">
      {trouble !== null && <p class="undo-line trouble"><span dir="auto">{trouble}</span>{close}</p>}
      {said !== null && (
        <p class="undo-line">
          <span dir="auto">{said.text}</span>
          {said.next === "undo"
            ? <button class="button small" title={tip("takeBackHere", t("Take back my last change"))} onClick={() => void steps.undo()}>{t("Undo")}</button>
            : <button class="button small" title={tip("doAgainHere")} onClick={() => void steps.redo()}>{t("Redo")}</button>}
          {close}
        </p>
      )}
    </div>
  );
}
