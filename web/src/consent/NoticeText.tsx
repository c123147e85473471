import type { Notice } from "../api/types";
import { hasRole } from "../state/me";
import { Link } from "../router";
import { t } from "../texts/texts";

/** The centre's notice of recording, large enough to be read out from across a table. */
export function NoticeText({ notice, folded = false }: { notice: Notice; folded?: boolean }) {
  return (
    <details class="notice-text" open={!folded}>
      <summary>{t("The notice, to read out or to show")}</summary>
      <div class="notice-words prose" dir="auto">{notice.text}</div>
      <p class="small quiet-text">{notice.version === 0 ? t("The text that Colloquy brings.") : t("Version {version}.", { version: notice.version })} {hasRole("administrator") ? <Link to="/centre">{t("Change it")}</Link> : t("The centre’s administrator can change it.")}</p>
    </details>
  );
}
