import type { Strength } from "../api/types";
import { t } from "../texts/texts";

/** The strengths in order, the strongest first. */
export const strengths: readonly Strength[] = ["fully", "partly", "context"];

export const strengthWords: Record<Strength, string> = { fully: t("Meets it fully"), partly: t("Meets it partly"), context: t("Needed for context") };

/** A tag made before strengths were kept meets its criterion fully. */
export function strengthOf(tag: { strength?: Strength }): Strength {
  return tag.strength ?? "fully";
}

export function nextStrength(strength: Strength): Strength {
  return strengths[(strengths.indexOf(strength) + 1) % strengths.length] ?? "fully";
}

/** The stronger of two. */
export function stronger(a: Strength, b: Strength): Strength {
  return strengths.indexOf(a) <= strengths.indexOf(b) ? a : b;
}
