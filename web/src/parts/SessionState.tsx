import type { SessionSummary } from "../api/types";

/** The state of a session in one or two words. */
export function SessionState({ session }: { session: SessionSummary }) {
  if ((session.withheld ?? null) !== null) return <span class="chip" title={session.withheld ?? ""}>Not shown</span>;
  switch (session.state) {
    case "none": return <span class="chip">Not recorded yet</span>;
    case "receiving": return <span class="chip accent">Being stored</span>;
    case "working": return <span class="chip accent">Being transcribed</span>;
    case "failed": return <span class="chip danger">Failed</span>;
    case "stopped": return <span class="chip warning">Stopped</span>;
    case "ready": return session.tags === 0 ? <span class="chip warning">To tag</span> : <span class="chip">Transcribed</span>;
  }
}
