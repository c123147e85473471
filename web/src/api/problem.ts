import type { ProblemBody } from "./types";
import { t } from "../texts/texts";

/** "offline": the server did not answer at all. The other kinds are the server's. */
export type ProblemKind = ProblemBody["kind"] | "offline";

/** An expected failure. Its message is a whole sentence for the person. */
export class Problem extends Error {
  override readonly name = t("Problem");
  constructor(
    readonly kind: ProblemKind,
    message: string,
    /** the HTTP status, 0 where there was no answer */
    readonly status = 0,
  ) {
    super(message);
  }
}

/** The sentence to show for anything that was thrown. */
export function sentence(failure: unknown): string {
  if (failure instanceof Problem) return failure.message;
  const detail = failure instanceof Error ? failure.message : String(failure);
  return t("Something went wrong in this page: {detail}. Nothing on the server was changed by this. Load the page again to go on.", { detail });
}

/** Somebody else was quicker, or what was asked for does not go with what is there. */
export function isConflict(failure: unknown): failure is Problem {
  return failure instanceof Problem && failure.kind === "conflict";
}

export function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === "AbortError";
}
