import { Icon } from "../parts/Icon";
import type { LiveRecording } from "../recorder/recording";
import { signInOver } from "../state/me";
import { storedWords } from "./stored";
import { t } from "../texts/texts";

/** What is safe and what is not yet, always in sight; with what a person can do about it. */
export function Stored({ live }: { live: LiveRecording }) {
  const words = storedWords(live.sending.value, live.seconds.value, live.phase.value === "finishing");
  return (
    <div class={`record-stored ${words.kind}`}>
      <p class="headline"><Icon name={words.kind === "all" ? "check" : words.kind === "none" ? "info" : "warning"} /><span>{words.headline}</span></p>
      {words.more !== "" && <p class="small">{words.more}</p>}
      {words.action === "again" && <button class="button small" onClick={() => live.sendAgain()}>{t("Try to store again")}</button>}
      {words.action === "sign-in" && <button class="button small" onClick={() => { signInOver.value = true; }}>{t("Sign in again")}</button>}
    </div>
  );
}
