import { computed, signal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem } from "../api/problem";
import type { Change, History } from "../api/types";
import { changedTurns } from "./delta";
import type { Desk } from "./Desk";
import { plural, said, t } from "../texts/texts";

const ofTags: ReadonlySet<Change["kind"]> = new Set(["tag", "retag", "untag", "suggestion"]);
/** How long turns that somebody else changed are shown as new. */
const newForMilliseconds = 60_000;

/** What somebody else did since this page looked last. */
export interface News { readonly text: string; readonly turnIds: readonly number[]; readonly tagIds: readonly string[] }

/**
 * The steps of everybody in this recording, as the server keeps them: what my next undo and redo would do, and what others
 * did meanwhile. `look` is asked every few seconds while the page is seen, and after each change of one's own.
 */
export class Steps {
  /** oldest first; null: not read yet, or this server keeps none */
  readonly changes = signal<readonly Change[] | null>(null);
  readonly undo = signal<Change | null>(null);
  readonly redo = signal<Change | null>(null);
  readonly news = signal<News | null>(null);
  /** turns that others changed a short while ago, with who did */
  readonly fresh = signal<ReadonlyMap<number, string>>(new Map());
  readonly kept = computed(() => this.changes.value !== null);

  private latest: number | null = null;
  private pending: readonly Change[] = [];
  private looking: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private missing = false;
  /** The last look failed: what is next to be taken back is not known. */
  private lost = false;

  constructor(private readonly desk: Desk) {}

  /** Reads what is new. Asked while one is under way, it answers after a look that began after it asked. */
  async look(): Promise<void> {
    if (this.missing) return;
    this.next ??= (this.looking ?? Promise.resolve()).then(() => {
      this.next = null;
      this.looking = this.read();
      return this.looking;
    });
    return this.next;
  }

  private async read(): Promise<void> {
    const first = this.latest === null;
    let history: History;
    try {
      history = await api.history(this.desk.id, this.latest, this.desk.signal);
    } catch (failure) {
      if (failure instanceof Problem && failure.kind === "not-found") this.missing = true;
      this.lost = true;
      // a look that fails is made again in a few seconds: what is typed says by itself that it could not be stored
      return;
    }
    this.lost = false;
    const newer = history.latest !== this.latest;
    this.take(history);
    this.latest = history.latest;
    if (first || (!newer && this.pending.length === 0)) return;
    const changes = [...this.pending, ...history.changes];
    // what could not be read is read with the next look
    this.pending = changes;
    if (await this.desk.guarded(() => this.follow(changes))) this.pending = [];
  }

  private take(history: History): void {
    const known = new Map((this.changes.value ?? []).map((change) => [change.id, change]));
    for (const change of history.changes) known.set(change.id, change);
    if (history.changes.length > 0 || this.changes.value === null) this.changes.value = [...known.values()].sort((one, other) => one.number - other.number);
    this.undo.value = history.undo;
    this.redo.value = history.redo;
  }

  /** Takes in what changed on the server since this page's version, and says who changed it. */
  private async follow(changes: readonly Change[]): Promise<void> {
    const { desk } = this;
    const before = desk.transcript.value;
    if (before === null) return;
    if (changes.some((change) => change.kind === "redact")) {
      await desk.readHidden();
    } else {
      const delta = await api.since(before.id, before.version, desk.signal);
      await desk.takeDelta(delta);
    }
    if (changes.some((change) => ofTags.has(change.kind))) await desk.readTags();
    const after = desk.transcript.value;
    const others = changes.filter((change) => !change.mine);
    if (others.length === 0 || after === null) return;
    const turnIds = changedTurns(before, after).filter((id) => others.some((change) => change.turnIds.includes(id)));
    const tagIds = [...new Set(others.flatMap((change) => change.tagIds))];
    const who = [...new Set(others.map((change) => change.by.name))].join(", ");
    const parts = [
      turnIds.length === 0 ? "" : plural(turnIds.length, "1 turn", "{count} turns"),
      tagIds.length === 0 ? "" : plural(tagIds.length, "1 tag", "{count} tags"),
    ].filter((part) => part !== "");
    const last = others.at(-1);
    this.news.value = { text: parts.length === 0 ? `${who}: ${last === undefined ? "" : said(last.text)}` : t("{who} changed {parts}.", { who, parts: parts.join(" and ") }), turnIds, tagIds };
    this.fresh.value = new Map([...this.fresh.value, ...turnIds.map((id): [number, string] => [id, who])]);
    window.setTimeout(() => {
      const left = new Map(this.fresh.value);
      for (const id of turnIds) left.delete(id);
      this.fresh.value = left;
    }, newForMilliseconds);
  }

  /**
   * Takes back one step of mine, the newest where none is named; redo does again what was taken back last. One after the
   * other: two quick presses are two steps.
   */
  move(direction: "undo" | "redo", changeId: string | null = null): Promise<void> {
    return this.desk.inTurn(() => this.moveOne(direction, changeId));
  }

  private async moveOne(direction: "undo" | "redo", changeId: string | null): Promise<void> {
    const { desk } = this;
    desk.done.value = null;
    try {
      // named, for the sake of a request that arrives twice: it takes back one step and not the one before as well
      if (changeId === null) await this.look();
      const step = changeId ?? (this.lost ? null : this[direction].value?.id ?? null);
      const version = desk.transcript.value?.version ?? null;
      const undone = await api[direction](desk.id, step, version);
      this.take(undone.history);
      if (undone.change.kind === "redact") await desk.readHidden();
      else if (undone.delta !== null) await desk.takeDelta(undone.delta);
      if (undone.tags !== null) {
        desk.tags.value = undone.tags;
        await desk.readCoverage();
      }
      if (undone.change.turnIds.length > 0) await Promise.all([desk.opinion.value ? desk.readOpinion() : undefined, desk.readMachineAgain()]);
      desk.done.value = direction === "undo"
        ? { text: t("Taken back: {change}", { change: said(undone.change.text) }), label: t("Redo"), takeBack: () => this.move("redo") }
        : { text: t("Done again: {change}", { change: said(undone.change.text) }), takeBack: () => this.move("undo") };
      this.show(undone.change);
      // others may have done something meanwhile: their tags and redactions are not in this answer
      void this.look();
    } catch (failure) {
      await this.look();
      throw failure;
    }
  }

  /** Brings the place of a change into view. */
  show(change: Pick<Change, "turnIds" | "start">): void {
    const { desk } = this;
    const index = desk.index.value;
    const place = index.turns.findIndex((turn) => change.turnIds.includes(turn.id));
    const position = place >= 0 ? index.firstOf[place] : change.start === null ? undefined : index.words.findIndex((word) => word.end >= (change.start ?? 0));
    if (position !== undefined && position >= 0) requestAnimationFrame(() => desk.reveal(position));
  }
}
