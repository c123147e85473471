import type { MarkKind, MarkRequest } from "../api/types";

/** A mark as this page has it: stored here first, then sent. `seconds` counts what was recorded, pauses left out, as the big clock does. */
export interface LocalMark extends MarkRequest { id: string; seconds: number; /** the server has it as it is here */ sent: boolean }

/** What goes with a mark. */
export interface MarkDetails { note?: string; questionId?: string | null; criterionId?: string | null; lengthSeconds?: number | null }

/** A new id for a mark: 22 characters, from the browser's own dice. */
export function newMarkId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export function requestOf(mark: LocalMark): MarkRequest {
  const { kind, part, partSeconds, lengthSeconds, note, questionId, criterionId, at } = mark;
  return { kind, part, partSeconds, lengthSeconds, note, questionId, criterionId, at };
}

export type { MarkKind };
