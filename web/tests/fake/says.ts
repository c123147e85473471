import type { Said } from "../../src/texts/texts";

/** A sentence as the server sends it; one without places is its own text. */
export const says = (message: string, text = message, values: Record<string, unknown> = {}): Said => ({ message, text, ...values });
