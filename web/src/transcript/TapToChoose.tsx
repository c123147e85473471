import type { Desk } from "./Desk";
import { t } from "../texts/texts";

/** For fingers: two taps choose a passage, its first and its last word. Seen where there is no mouse. */
export function TapToChoose({ desk }: { desk: Desk }) {
  if (!desk.mayEdit.value || desk.index.value.words.length === 0 || desk.tagging.value) return null;
  const tapping = desk.tapping.value;
  if (tapping === null) {
    if (desk.choice.value !== null) return null;
    return <button class="button small tap-choose" onClick={() => { desk.tapping.value = "first"; }}>{t("Choose words")}</button>;
  }
  return (
    <p class="tap-choose tap-ask" role="status">
      <span>{tapping === "first" ? t("Tap the first word of the passage.") : t("Tap its last word.")}</span>
      <button class="button small quiet" onClick={() => { desk.tapping.value = null; desk.choice.value = null; }}>{t("Leave it")}</button>
    </p>
  );
}
