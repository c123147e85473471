import { signal } from "@preact/signals";
import { Problem } from "../api/problem";
import { keep, kept } from "../state/kept";
import { saveTurn } from "./corrections";
import type { Desk } from "./Desk";
import { t } from "../texts/texts";

/** What a person typed into a turn, kept in this browser until the server has it. */
export interface TypedText {
  readonly transcriptId: string;
  readonly turnId: number;
  readonly text: string;
  /** the turn as it read when the typing began, and the version of the transcript in which it did */
  readonly before: string;
  readonly version: number;
  /** seconds, for saying where it was */
  readonly start: number;
  /** it cannot be stored by itself: somebody changed the same turn, or the server refuses it */
  readonly stopped?: string;
}

const retryMilliseconds = 5000;

/**
 * Typed text outlives the page: it is written down in the browser at every key, forgotten once the server stored it, and
 * sent again when the connection is back or the recording is opened the next time.
 */
export class Typed {
  /** by turn; also what is being typed at this moment */
  readonly texts = signal<ReadonlyMap<number, TypedText>>(new Map());
  private timer = 0;
  private sending = false;
  private readonly gone = new AbortController();

  constructor(private readonly desk: Desk) {}

  /** Reads what this browser kept of an earlier visit. */
  load(): void {
    this.texts.value = read(kept(this.name));
    window.addEventListener("online", () => this.send(), { signal: this.gone.signal });
  }

  private get name(): string {
    return `typed.${this.desk.id}`;
  }

  put(typed: TypedText): void {
    this.set(new Map(this.texts.peek()).set(typed.turnId, typed));
  }

  forget(turnId: number): void {
    const next = new Map(this.texts.peek());
    if (next.delete(turnId)) this.set(next);
  }

  private set(next: ReadonlyMap<number, TypedText>): void {
    this.texts.value = next;
    keep(this.name, next.size === 0 ? null : JSON.stringify([...next.values()]));
  }

  /** Sends what waits, except what is being typed: its editor does that. */
  send(): void {
    window.clearTimeout(this.timer);
    if (this.sending || this.gone.signal.aborted) return;
    this.sending = true;
    void this.sendAll().finally(() => { this.sending = false; });
  }

  private async sendAll(): Promise<void> {
    for (const typed of [...this.texts.peek().values()]) {
      const { desk } = this;
      const transcript = desk.transcript.value;
      if (transcript === null || typed.stopped !== undefined || desk.editing.value === typed.turnId) continue;
      const turn = transcript.turns.find((one) => one.id === typed.turnId);
      if (transcript.id !== typed.transcriptId || turn === undefined) {
        this.put({ ...typed, stopped: t("The turn that it was typed into is not in this transcript any more.") });
        continue;
      }
      try {
        const saved = await saveTurn(desk, turn, typed.text, typed.version, true);
        if (saved.kind === "stored") {
          if (this.texts.peek().get(typed.turnId)?.text === typed.text) this.forget(typed.turnId);
        } else this.put({ ...typed, stopped: t("Somebody else changed the same turn meanwhile.") });
      } catch (failure) {
        if (failure instanceof Problem && ["offline", "unavailable", "not-signed-in"].includes(failure.kind)) {
          this.timer = window.setTimeout(() => this.send(), retryMilliseconds);
          return;
        }
        this.put({ ...typed, stopped: failure instanceof Problem ? failure.message : t("The server did not take it.") });
      }
    }
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.gone.abort();
  }
}

function read(text: string | null): ReadonlyMap<number, TypedText> {
  try {
    const list = JSON.parse(text ?? "[]") as TypedText[];
    return new Map(list.filter((one) => typeof one.turnId === "number" && typeof one.text === "string").map((one) => [one.turnId, one]));
  } catch {
    return new Map();
  }
}
