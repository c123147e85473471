import { signal } from "@preact/signals";
import { api } from "../api/calls";
import { Problem } from "../api/problem";
import type { Mark, MarkKind, MarkRequest } from "../api/types";
import { waitLonger } from "./patience";
import type { SoundStore } from "./store";
import type { Vault } from "./vault";

/** A mark as this page has it: stored here first, then sent. `seconds` counts what was recorded, pauses left out, as the big clock does. */
export interface LocalMark extends MarkRequest {
  id: string; seconds: number;
  /** the server has it as it is here */
  sent: boolean;
  /** the server does not take it, in its words; null: it does, or was not asked */
  refused: string | null;
}

/** What goes with a mark. */
export interface MarkDetails { note?: string; questionId?: string | null; criterionId?: string | null; lengthSeconds?: number | null }

/** A new id for a mark: 22 characters, from the browser's own dice. */
export function newMarkId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function requestOf({ kind, part, partSeconds, lengthSeconds, note, questionId, criterionId, at }: LocalMark): MarkRequest {
  return { kind, part, partSeconds, lengthSeconds, note, questionId, criterionId, at };
}

/** The server, for marks. */
export interface MarkServer {
  put(recordingId: string, id: string, mark: MarkRequest): Promise<unknown>;
  remove(recordingId: string, id: string): Promise<unknown>;
}
const server: MarkServer = { put: api.putMark, remove: api.removeMark };

/** A mark on its way. `withdrawn`: the server is to forget it. */
interface Errand { mark: LocalMark; withdrawn: boolean }

/** The marks of one recording: in the browser's store first, then sent until the server has them. */
export class MarkBook {
  readonly marks = signal<readonly LocalMark[]>([]);
  private readonly errands = new Map<string, Errand>();
  private vault: Vault | null = null;
  private open = false;
  private running = false;
  private hurried: () => void = () => undefined;
  private waiters: (() => void)[] = [];

  constructor(private readonly store: SoundStore, private readonly wait: (failures: number) => Promise<void> = waitLonger, private readonly to: MarkServer = server) {}

  /** Where the marks belong to. Those made before are stored now. */
  async identify(vault: Vault): Promise<void> {
    this.vault = vault;
    for (const each of this.errands.values()) await this.keep(each);
  }

  /** What the store has, from an earlier page, and what the server has. */
  async load(vault: Vault, known: readonly Mark[] = []): Promise<void> {
    this.vault = vault;
    const marks = new Map(known.map((each): [string, LocalMark] => [each.id, { ...requestOf({ ...each, sent: true, refused: null }), id: each.id, seconds: each.seconds, sent: true, refused: null }]));
    for (const row of await this.store.marks(vault.recordingId)) {
      const mark = await vault.openJson<LocalMark>(`mark ${row.id}`, row.sealed);
      this.errands.set(mark.id, { mark, withdrawn: row.withdrawn });
      if (row.withdrawn) marks.delete(mark.id);
      else marks.set(mark.id, mark);
    }
    this.marks.value = [...marks.values()].sort((a, b) => a.seconds - b.seconds);
  }

  /** The server has the recording: marks can be sent. */
  begin(): void {
    this.open = true;
    void this.run();
  }

  add(mark: LocalMark): void {
    this.marks.value = [...this.marks.value, mark];
    this.send({ mark, withdrawn: false });
  }

  change(id: string, change: Partial<MarkRequest>): void {
    const mark = this.marks.value.find((each) => each.id === id);
    if (mark === undefined) return;
    const changed = { ...mark, ...change, sent: false, refused: null };
    this.marks.value = this.marks.value.map((each) => (each.id === id ? changed : each));
    this.send({ mark: changed, withdrawn: false });
  }

  remove(id: string): void {
    const mark = this.marks.value.find((each) => each.id === id);
    if (mark === undefined) return;
    this.marks.value = this.marks.value.filter((each) => each.id !== id);
    this.send({ mark, withdrawn: true });
  }

  /** How many are not with the server yet. */
  get waiting(): number {
    return this.errands.size;
  }

  /** Resolves when the server has them all. */
  drained(): Promise<void> {
    if (this.errands.size === 0) return Promise.resolve();
    const over = new Promise<void>((done) => this.waiters.push(done));
    void this.run();
    return over;
  }

  hurry(): void {
    this.hurried();
    void this.run();
  }

  /** Takes out what lies in this part or later and was not sent: it goes with its sound to another recording. */
  takeFrom(part: number): LocalMark[] {
    const taken = [...this.errands.values()].filter((each) => !each.withdrawn && each.mark.part >= part).map((each) => each.mark);
    for (const each of taken) {
      this.errands.delete(each.id);
      if (this.vault !== null) void this.store.dropMark(this.vault.recordingId, each.id).catch(() => undefined);
    }
    return taken;
  }

  /** From now on the marks are those of another recording: these, and what is added. */
  async moveTo(vault: Vault, marks: readonly LocalMark[]): Promise<void> {
    this.vault = vault;
    this.open = false;
    this.errands.clear();
    this.marks.value = marks;
    for (const mark of marks) {
      this.errands.set(mark.id, { mark, withdrawn: false });
      await this.keep({ mark, withdrawn: false });
    }
  }

  private send(errand: Errand): void {
    this.errands.set(errand.mark.id, errand);
    void this.keep(errand).then(() => this.run());
  }

  private async keep({ mark, withdrawn }: Errand): Promise<void> {
    const { vault } = this;
    if (vault === null) return;
    try {
      const sealed = await vault.sealJson(`mark ${mark.id}`, mark);
      // what was changed meanwhile is kept by the change, and what was sent needs no keeping
      if (this.errands.get(mark.id)?.mark === mark) await this.store.putMark({ recordingId: vault.recordingId, id: mark.id, sealed, withdrawn });
    } catch {
      // the store's trouble is told by the sound; the mark is sent from memory
    }
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    let failures = 0;
    for (let [errand] = this.errands.values(); errand !== undefined; [errand] = this.errands.values()) {
      const { mark, withdrawn } = errand;
      const { vault } = this;
      if (!this.open || vault === null) break;
      try {
        const refused = await this.carry(vault.recordingId, errand);
        failures = 0;
        // changed meanwhile: it goes once more
        if (this.errands.get(mark.id) !== errand) continue;
        this.errands.delete(mark.id);
        await this.store.dropMark(vault.recordingId, mark.id).catch(() => undefined);
        if (!withdrawn) this.marks.value = this.marks.value.map((each) => (each.id === mark.id ? { ...each, sent: refused === null, refused } : each));
      } catch {
        failures++;
        const hurried = new Promise<void>((over) => { this.hurried = over; });
        await Promise.race([this.wait(failures), hurried]);
      }
    }
    this.running = false;
    if (this.errands.size === 0) for (const done of this.waiters.splice(0)) done();
  }

  /** Resolves when the server has answered for good: null where it has it, the sentence where it does not take it. */
  private async carry(recordingId: string, { mark, withdrawn }: Errand): Promise<string | null> {
    try {
      await (withdrawn ? this.to.remove(recordingId, mark.id) : this.to.put(recordingId, mark.id, requestOf(mark)));
      return null;
    } catch (failure) {
      if (withdrawn && failure instanceof Problem && failure.kind === "not-found") return null;
      if (!(failure instanceof Problem) || !["bad-input", "conflict", "forbidden", "too-large"].includes(failure.kind)) throw failure;
      return failure.message;
    }
  }
}

export type { MarkKind };
