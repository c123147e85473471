import { Problem, sentence } from "../api/problem";
import type { ChunkReceipt } from "../api/types";
import { waitLonger } from "./patience";
import { sha256 } from "./sha256";

/** Bytes with their number: once made, neither ever changes. */
export interface Piece { number: number; part: number; bytes: Blob | Uint8Array<ArrayBuffer>; /** how far the recording (seconds) or file (bytes) reaches with it */ mark: number }

/** The server as the sender sees it. */
export interface Transport {
  put(piece: Piece, hash: string | null): Promise<ChunkReceipt>;
  /** how many pieces the server has, and whether it takes more */
  facts(): Promise<{ receivedChunks: number; open: boolean }>;
}

/** Where pieces come from. */
export interface Source {
  /** The first piece that is not acknowledged, the same bytes under the same number each time; null: nothing is to be sent now. */
  next(): Promise<Piece | null>;
  acknowledged(piece: Piece): void;
  /** Makes smaller pieces of what the server never had, this piece first; false: it cannot be made smaller. */
  smaller(piece: Piece): Promise<boolean>;
  figures(): { waitingBytes: number; keptBytes: number; keptMark: number };
}

export interface SenderState {
  /** handed over, but not yet acknowledged by the server */
  waitingBytes: number;
  storedBytes: number;
  storedPieces: number;
  /** the mark of the last piece that is stored: seconds of a recording, or bytes of a file */
  storedMark: number;
  /** the server is away just now; sending goes on by itself */
  away: string | null;
  /** it is away only because the person is not signed in any more */
  signedOut: boolean;
  /** sending has stopped; `again` tries once more */
  failed: string | null;
  /** why it will never go on under these numbers: the recording went on elsewhere, or is closed there; what waits is kept */
  conflict: "elsewhere" | "closed" | null;
  /** of what waits: safe in this browser's own store, whatever happens to the page */
  keptBytes: number;
  /** how far the recording reaches in this browser's store, seconds */
  keptMark: number;
}

interface Options {
  changed?: (state: SenderState) => void;
  /** waits before the next try; the count of failures so far, from 1 */
  wait?: (failures: number) => Promise<void>;
  hash?: (bytes: Blob | Uint8Array<ArrayBuffer>) => Promise<string | null>;
  /** what the server has already */
  storedBytes?: number; storedPieces?: number; storedMark?: number;
}

/**
 * Sends pieces in order, one at a time, and keeps each until the server says that it is stored. Whatever goes wrong on the way (no network, no server, a full disk
 * there, no sign-in, bytes damaged or refused as too many) it tries again for as long as it takes: to send the same piece twice is harmless, and an answer can be
 * lost as well as a piece. It stops only where the server's recording is another than this one.
 */
export class Sender {
  private running = false;
  private more = false;
  private stopped = false;
  private waiters: { done: () => void; failed: (problem: Problem) => void }[] = [];
  private interrupt: () => void = () => undefined;
  state: SenderState;

  constructor(private readonly transport: Transport, private readonly source: Source, private readonly options: Options = {}) {
    this.state = {
      ...source.figures(), storedBytes: options.storedBytes ?? 0, storedPieces: options.storedPieces ?? 0, storedMark: options.storedMark ?? 0,
      away: null, signedOut: false, failed: null, conflict: null,
    };
  }

  /** There may be more to send. */
  wake(): void {
    this.change({});
    void this.run();
  }

  /** Does not wait any longer before the next try. */
  hurry(): void {
    this.interrupt();
    this.wake();
  }

  /** Resolves once everything handed over is stored; rejects when sending stops for good. */
  drained(): Promise<void> {
    if (this.state.failed !== null) return Promise.reject(new Problem("unavailable", this.state.failed));
    if (this.source.figures().waitingBytes === 0) return Promise.resolve();
    const over = new Promise<void>((done, failed) => this.waiters.push({ done, failed }));
    void this.run();
    return over;
  }

  /** After a failure: goes on with the same piece. */
  again(): void {
    this.change({ failed: null, conflict: null, away: null });
    this.hurry();
  }

  stop(): void {
    this.stopped = true;
    this.interrupt();
  }

  private isHalted(): boolean {
    return this.stopped || this.state.failed !== null;
  }

  private async run(): Promise<void> {
    this.more = true;
    if (this.running) return;
    this.running = true;
    let failures = 0;
    while (this.more && !this.isHalted()) {
      this.more = false;
      for (let piece = await this.fetch(); piece !== null && !this.isHalted(); piece = await this.fetch()) {
        try {
          await this.send(piece);
          failures = 0;
        } catch (failure) {
          failures++;
          await this.after(failure, piece);
          if (!this.isHalted()) await this.pause(failures);
        }
      }
    }
    this.running = false;
    if (this.source.figures().waitingBytes === 0) for (const waiter of this.waiters.splice(0)) waiter.done();
  }

  private async fetch(): Promise<Piece | null> {
    try {
      return await this.source.next();
    } catch (failure) {
      this.fail(sentence(failure), null);
      return null;
    }
  }

  private async send(piece: Piece): Promise<void> {
    const receipt = await this.transport.put(piece, await (this.options.hash ?? sha256)(piece.bytes));
    this.source.acknowledged(piece);
    this.change({
      storedBytes: Math.max(this.state.storedBytes, receipt.receivedBytes), storedPieces: piece.number + 1, storedMark: Math.max(this.state.storedMark, piece.mark), away: null, signedOut: false,
    });
  }

  private async after(failure: unknown, piece: Piece): Promise<void> {
    if (failure instanceof Problem && (failure.kind === "conflict" || failure.kind === "too-large")) {
      try {
        const facts = await this.transport.facts();
        if (failure.kind === "too-large" && facts.receivedChunks <= piece.number && await this.source.smaller(piece)) return;
        if (failure.kind === "conflict" && facts.receivedChunks !== piece.number) { this.fail(failure.message, "elsewhere"); return; }
        if (failure.kind === "conflict" && !facts.open) { this.fail(failure.message, "closed"); return; }
      } catch (unsaid) {
        // it did not even begin: refused. Otherwise it did not say; the next try brings the same answer, and it is asked again
        if (unsaid instanceof Problem && unsaid.kind === "not-found") { this.fail(failure.message, null); return; }
      }
    }
    if (isLasting(failure)) { this.fail(sentence(failure), null); return; }
    this.change({ away: sentence(failure), signedOut: failure instanceof Problem && failure.kind === "not-signed-in" });
  }

  private fail(message: string, conflict: SenderState["conflict"]): void {
    this.change({ failed: message, conflict, away: null, signedOut: false });
    for (const waiter of this.waiters.splice(0)) waiter.failed(new Problem("unavailable", message));
  }

  private async pause(failures: number): Promise<void> {
    const hurried = new Promise<void>((over) => { this.interrupt = over; });
    await Promise.race([(this.options.wait ?? waitLonger)(failures), hurried]);
  }

  private change(part: Partial<SenderState>): void {
    this.state = { ...this.state, ...this.source.figures(), ...part };
    this.options.changed?.(this.state);
  }
}

/** Trying the same again cannot help. */
function isLasting(failure: unknown): boolean {
  return failure instanceof Problem && ["forbidden", "not-found", "cancelled"].includes(failure.kind);
}
