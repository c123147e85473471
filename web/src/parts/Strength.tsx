import type { Strength } from "../api/types";
import { strengthWords } from "./strengths";
import { t } from "../texts/texts";

export { nextStrength, strengthOf, strengthWords, strengths, stronger } from "./strengths";

/** For choices side by side. */
export const strengthNames: Record<Strength, string> = { fully: t("Fully"), partly: t("Partly"), context: t("For context") };

const short: Record<Strength, string> = { fully: t("fully"), partly: t("partly"), context: t("context") };

/** A full disc, a half one, a ring: told apart by shape. With `words` the strength is written beside it, else it is said to screen readers. */
export function StrengthSign({ strength, words = false, size = 12 }: { strength: Strength; words?: boolean; size?: number }) {
  return (
    <span class="strength" title={strengthWords[strength]}>
      <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="4.6" fill={strength === "fully" ? "currentColor" : "none"} stroke="currentColor" stroke-width="1.5" stroke-dasharray={strength === "context" ? "2 1.6" : undefined} />
        {strength === "partly" && <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />}
      </svg>
      {words ? <span>{short[strength]}</span> : <span class="sr">{short[strength]}</span>}
    </span>
  );
}
