import { Problem } from "../api/problem";
import type { RecordingRequest, TranscribeRequest } from "../api/types";
import type { Piece, Source } from "./sender";
import type { PieceRow, RecordingRow, SliceRow, SoundStore } from "./store";
import type { Vault } from "./vault";
import { t } from "../texts/texts";

/** A slice as memory has it. */
interface Slice { number: number; part: number; mark: number; bytes: Uint8Array<ArrayBuffer>; /** it is in the store */ kept: boolean }

/** Slices go together until there are so many: about a second. */
const TOGETHER = 4;
/** The most bytes of a piece, for a backlog: less than what is usually let through. */
const MOST_BYTES = 1_000_000;
const MOST_SLICE_BYTES = 128 * 1024;
/** So many slices go into the store at once: a minute or so of a backlog. */
const KEPT_TOGETHER = 256;
/** The store is not waited for any longer: sending goes on from memory. */
const STORE_PATIENCE_MILLISECONDS = 4000;

/** Who the recording is, for the store and for beginning it. */
export interface Identity { sessionId: string; request: RecordingRequest & { id: string }; vault: Vault }

/**
 * What one recording has produced and the server has not acknowledged. Every slice goes into the browser's store, sealed, before it is sent, and leaves it when it is
 * acknowledged. Memory has the same, so that recording goes on where the store is full or away; a page that comes back reads the store.
 */
export class Outbox implements Source {
  private identity: Identity | null = null;
  private row: RecordingRow | null = null;
  private readonly slices: Slice[] = [];
  private readonly pieces: PieceRow[] = [];
  private nextSlice = 0;
  private nextPiece = 0;
  private flushed = false;
  private mostBytes = MOST_BYTES;
  private settled: Promise<unknown> = Promise.resolve();
  /** puts what there is into the store, and has not begun */
  private queued: Promise<void> | null = null;
  private mark = 0;
  private storedMark = 0;
  private newestPart = -1;
  private closing: TranscribeRequest | null = null;
  private since = new Date().toISOString();
  /** the recording that this one is put into the store instead of */
  private replaced: string | null = null;
  /** why the store does not take what it is given; null: it does */
  trouble: string | null = null;

  constructor(private readonly store: SoundStore, private readonly changed: () => void = () => undefined) {}

  /** From now on it can be stored and sent. `nextPiece`, `part`: where the server has got to, for a recording that goes on. */
  async identify(identity: Identity, from: { nextPiece: number; part: number } = { nextPiece: 0, part: -1 }): Promise<void> {
    this.nextPiece = Math.max(this.nextPiece, from.nextPiece);
    this.newestPart = Math.max(this.newestPart, from.part);
    const begun = await identity.vault.sealJson("begun", identity.request);
    this.identity = identity;
    this.row = { id: identity.request.id, sessionId: identity.sessionId, since: this.since, begun, nextPiece: this.nextPiece, part: this.newestPart, mark: this.mark, storedMark: this.storedMark, closing: this.closing };
    await this.keepSoon();
  }

  /** Takes up what the store has of a recording. */
  static async load(store: SoundStore, row: RecordingRow, vault: Vault, changed: () => void = () => undefined): Promise<Outbox> {
    const box = new Outbox(store, changed);
    const request = await vault.openJson<RecordingRequest & { id: string }>("begun", row.begun);
    for (const each of await store.slices(row.id)) {
      box.slices.push({ number: each.number, part: each.part, mark: each.mark, bytes: await vault.open(`slice ${each.number}`, each.sealed), kept: true });
    }
    box.pieces.push(...await store.pieces(row.id));
    box.identity = { sessionId: row.sessionId, request, vault };
    box.row = row;
    box.nextSlice = (box.slices.at(-1)?.number ?? -1) + 1;
    box.nextPiece = Math.max(row.nextPiece, (box.pieces.at(-1)?.number ?? -1) + 1);
    box.newestPart = row.part;
    box.since = row.since;
    box.mark = row.mark;
    box.storedMark = row.storedMark;
    box.closing = row.closing;
    return box;
  }

  get request(): (RecordingRequest & { id: string }) | null {
    return this.identity?.request ?? null;
  }

  get part(): number {
    return this.newestPart;
  }

  /** seconds it reaches */
  get reach(): number {
    return this.mark;
  }

  /** What is to be done once everything is sent. */
  get close(): TranscribeRequest | null {
    return this.closing;
  }

  /** Takes sound over. Resolves when it is in the store, or the store does not take it. */
  add(bytes: Uint8Array<ArrayBuffer>, part: number, mark: number): Promise<void> {
    for (let from = 0; from < bytes.length; from += MOST_SLICE_BYTES) {
      this.slices.push({ number: this.nextSlice++, part, mark, bytes: bytes.slice(from, from + MOST_SLICE_BYTES), kept: false });
    }
    this.newestPart = Math.max(this.newestPart, part);
    this.mark = Math.max(this.mark, mark);
    this.flushed = false;
    return this.keepSoon();
  }

  /** Nothing more comes for now: what is there goes, however little. */
  flush(): void {
    this.flushed = true;
    this.changed();
  }

  /** It is finished: whoever sends the last of it closes it. */
  finish(transcribe: TranscribeRequest): Promise<void> {
    this.closing = transcribe;
    this.flush();
    return this.keepSoon();
  }

  figures(): { waitingBytes: number; keptBytes: number; keptMark: number } {
    const sum = (slices: readonly Slice[]) => slices.reduce((bytes, each) => bytes + each.bytes.length, 0);
    const kept = this.slices.filter((each) => each.kept);
    return { waitingBytes: sum(this.slices), keptBytes: sum(kept), keptMark: kept.at(-1)?.mark ?? this.storedMark };
  }

  async next(): Promise<Piece | null> {
    if (this.identity === null) return null;
    await this.waitForStore();
    const piece = this.pieces[0] ?? await this.number();
    if (piece === null) return null;
    const slices = this.slices.filter((each) => each.number >= piece.first && each.number <= piece.last);
    const last = slices.at(-1);
    if (last === undefined || slices.length !== piece.last - piece.first + 1) {
      throw new Problem("bug", t("A piece that this browser kept is not whole any more."));
    }
    return { number: piece.number, part: last.part, bytes: together(slices), mark: last.mark };
  }

  acknowledged(piece: Piece): void {
    const place = this.pieces.findIndex((each) => each.number === piece.number);
    const [row] = place < 0 ? [] : this.pieces.splice(place, 1);
    if (row === undefined) return;
    const first = this.slices.findIndex((each) => each.number >= row.first);
    this.slices.splice(first, row.last - row.first + 1);
    this.storedMark = Math.max(this.storedMark, piece.mark);
    this.settled = this.settled.then(async () => {
      const recording = this.current();
      // not wiped: it is sent once more some day, which is harmless
      if (recording !== null) await inTime(this.store.wipe(recording, row)).catch(() => undefined);
    });
  }

  async smaller(piece: Piece): Promise<boolean> {
    const row = this.pieces[0];
    if (row?.number !== piece.number || row.first === row.last) return false;
    const size = piece.bytes instanceof Blob ? piece.bytes.size : piece.bytes.length;
    this.mostBytes = Math.max(1, Math.floor(size / 2));
    this.pieces.length = 0;
    this.nextPiece = row.number;
    const recording = this.current();
    if (recording !== null) await inTime(this.store.unnumber(recording, row.number)).catch(() => undefined);
    return true;
  }

  /** Forgets the recording: everything of it is with the server. */
  async done(): Promise<void> {
    await this.settled;
    if (this.row !== null) await inTime(this.store.forget(this.row.id)).catch(() => undefined);
  }

  /** seconds that the server has acknowledged */
  get acknowledgedMark(): number {
    return this.storedMark;
  }

  /** Where the first that waits belongs. */
  get position(): { part: number; number: number } {
    return { part: this.lowestPart, number: this.pieces[0]?.number ?? this.nextPiece };
  }

  /** The lowest part of which something waits. */
  get lowestPart(): number {
    return this.slices[0]?.part ?? Math.max(0, this.newestPart);
  }

  /**
   * Gives what waits to another recording, because the server's went on without it. Parts and pieces count from 0 again; `before` is the beginning of its first part, without
   * which the rest of that part cannot be heard. Identified, it takes this one's place in the store, in one transaction.
   */
  rescue(before: Uint8Array<ArrayBuffer>): Outbox {
    const box = new Outbox(this.store, this.changed);
    const lowest = this.lowestPart;
    box.mark = this.mark;
    box.storedMark = this.storedMark;
    box.closing = this.closing;
    box.since = this.since;
    box.flushed = this.flushed;
    if (before.length > 0) void box.add(before, 0, this.storedMark);
    for (const each of this.slices) box.slices.push({ ...each, number: box.nextSlice++, part: each.part - lowest, kept: false });
    box.newestPart = Math.max(-1, ...box.slices.map((each) => each.part));
    box.replaced = this.row?.id ?? null;
    return box;
  }

  /** The row as it is now. */
  private current(): RecordingRow | null {
    if (this.row === null) return null;
    return (this.row = { ...this.row, nextPiece: this.nextPiece, part: this.newestPart, mark: this.mark, storedMark: this.storedMark, closing: this.closing });
  }

  private keepSoon(): Promise<void> {
    if (this.queued !== null) return this.queued;
    const kept = this.settled.then(() => {
      this.queued = null;
      return this.keep();
    });
    this.queued = kept;
    this.settled = kept;
    return kept;
  }

  /** Puts into the store what is not in it, in order: so the store always has the whole beginning. */
  private async keep(): Promise<void> {
    const { identity } = this;
    if (identity === null) return;
    const slices = this.slices.filter((each) => !each.kept);
    try {
      // at least once: what is said of the recording may have changed
      for (let from = 0; from === 0 || from < slices.length;) {
        const some = this.replaced === null ? slices.slice(from, from + KEPT_TOGETHER) : slices;
        const rows = await Promise.all(some.map((each) => seal(identity, each)));
        const recording = this.current(); // as it is now: a piece may have got its number meanwhile
        if (recording === null) return;
        await inTime(this.replaced === null ? this.store.put(recording, rows, this.pieces) : this.store.replace(this.replaced, recording, rows));
        this.replaced = null;
        for (const each of some) each.kept = true;
        from += Math.max(1, some.length);
      }
      this.trouble = null;
    } catch (failure) {
      this.trouble = storeSentence(failure);
    }
    this.changed();
  }

  private async waitForStore(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((over) => { timer = setTimeout(() => over("late"), STORE_PATIENCE_MILLISECONDS); });
    if (this.trouble === null && await Promise.race([this.settled, late]) === "late") this.trouble = storeSentence(new Error("it does not answer"));
    clearTimeout(timer);
  }

  /** Gives the next slices their number, in the store before they are sent; null: too few yet. */
  private async number(): Promise<PieceRow | null> {
    const { identity } = this;
    if (identity === null) return null;
    const first = this.slices[0];
    if (first === undefined) return null;
    const chosen: Slice[] = [];
    let bytes = 0;
    let over = this.flushed;
    for (const each of this.slices) {
      if (each.part !== first.part || (chosen.length > 0 && bytes + each.bytes.length > this.mostBytes)) { over = true; break; }
      if (!each.kept && this.trouble === null) break;
      chosen.push(each);
      bytes += each.bytes.length;
    }
    const last = chosen.at(-1);
    if (last === undefined || (!over && chosen.length < TOGETHER)) return null;
    const piece = { recordingId: identity.request.id, number: this.nextPiece, first: first.number, last: last.number };
    this.nextPiece++;
    this.pieces.push(piece);
    const recording = this.current();
    if (recording !== null && this.trouble === null) {
      await inTime(this.store.put(recording, [], [piece])).catch((failure: unknown) => { this.trouble = storeSentence(failure); });
    }
    return piece;
  }
}

/** A store can stop answering for ever, as on a failing disk: sound and its end do not wait for it. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, failed) => { timer = setTimeout(() => failed(new Error("it does not answer")), STORE_PATIENCE_MILLISECONDS); });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function seal({ vault, request }: Identity, slice: Slice): Promise<SliceRow> {
  const { number, part, mark, bytes } = slice;
  return { recordingId: request.id, number, part, mark, lengthBytes: bytes.length, sealed: await vault.seal(`slice ${number}`, bytes) };
}

function together(slices: readonly Slice[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(slices.reduce((sum, each) => sum + each.bytes.length, 0));
  let at = 0;
  for (const { bytes } of slices) { whole.set(bytes, at); at += bytes.length; }
  return whole;
}

function storeSentence(failure: unknown): string {
  const full = failure instanceof DOMException && failure.name === "QuotaExceededError";
  if (failure instanceof Error && failure.message === "it does not answer") {
    return t("This browser's own store does not answer: what the server has not got yet is only in this window. Recording and sending go on. Keep this window open.");
  }
  return full
    ? t("This browser's own store is full: what the server has not got yet is only in this window. Recording and sending go on. Keep this window open, and make room on this machine's disk.")
    : t("This browser lets the page keep nothing (a private window, or its store is closed): what the server has not got yet is only in this window. Recording and sending go on. Keep this window open.");
}
