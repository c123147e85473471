import type { Notice } from "../api/types";
import { hasRole } from "../state/me";
import { Link } from "../router";

/** The centre's notice of recording, large enough to be read out from across a table. */
export function NoticeText({ notice, folded = false }: { notice: Notice; folded?: boolean }) {
  return (
    <details class="notice-text" open={!folded}>
      <summary>The notice, to read out or to show</summary>
      <div class="notice-words prose" dir="auto">{notice.text}</div>
      <p class="small quiet-text">{notice.version === 0 ? "The text that Colloquy brings." : `Version ${notice.version}.`} {hasRole("administrator") ? <Link to="/centre">Change it</Link> : "The centre’s administrator can change it."}</p>
    </details>
  );
}
