import type { SessionSummary } from "../api/types";
import { said, t } from "../texts/texts";

/** The state of a session in one or two words. */
export function SessionState({ session }: { session: SessionSummary }) {
  const withheld = session.withheld ?? null;
  if (withheld !== null) return <span class="chip" title={said(withheld)}>{t("Not shown")}</span>;
  switch (session.state) {
    case "none": return <span class="chip">{t("Not recorded yet")}</span>;
    case "receiving": return <span class="chip accent">{t("Being stored")}</span>;
    case "working": return <span class="chip accent">{t("Being transcribed")}</span>;
    case "failed": return <span class="chip danger">{t("Failed")}</span>;
    case "stopped": return <span class="chip warning">{t("Stopped")}</span>;
    case "ready": return session.tags === 0 ? <span class="chip warning">{t("To tag")}</span> : <span class="chip">{t("Transcribed")}</span>;
  }
}
