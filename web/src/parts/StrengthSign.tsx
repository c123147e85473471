import type { Strength } from "../api/types";

export const strengths: readonly Strength[] = ["fully", "partly", "context"];

/** What a strength says of a passage, as a teacher says it. */
export function strengthWords(strength: Strength): string {
  switch (strength) {
    case "fully": return "meets it fully";
    case "partly": return "meets it partly";
    case "context": return "is context";
  }
}

/** One word, for buttons and lists. */
export function strengthName(strength: Strength): string {
  switch (strength) {
    case "fully": return "Fully";
    case "partly": return "Partly";
    case "context": return "Context";
  }
}

/** A full, a half and an empty disc: told apart by shape, not by colour. The words beside it, or the label, say the same. */
export function StrengthSign({ strength, label }: { strength: Strength; label?: string }) {
  return (
    <svg class="strength-sign" width="11" height="11" viewBox="0 0 12 12" role={label === undefined ? undefined : "img"} aria-label={label} aria-hidden={label === undefined ? true : undefined}>
      <circle cx="6" cy="6" r="4.75" fill={strength === "fully" ? "currentColor" : "none"} stroke="currentColor" stroke-width="1.5" stroke-dasharray={strength === "context" ? "2.2 1.6" : undefined} />
      {strength === "partly" && <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />}
    </svg>
  );
}
