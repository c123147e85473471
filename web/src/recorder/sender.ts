import { Problem, sentence } from "../api/problem";
import type { ChunkReceipt } from "../api/types";
import { sha256 } from "./sha256";

/** The server as the sender sees it. */
export interface Transport {
  put(number: number, bytes: Blob, hash: string | null): Promise<ChunkReceipt>;
  /** how many pieces the server has stored so far */
  received(): Promise<number>;
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
  /** of what waits: safe in this browser's own store, whatever happens to the page */
  keptBytes: number;
  /** how far the recording reaches in this browser's store, seconds */
  keptMark: number;
}

interface Piece { bytes: Blob; mark: number }
interface Options {
  changed?: (state: SenderState) => void;
  /** waits before the next try; the count of failures so far, from 1 */
  wait?: (failures: number) => Promise<void>;
  hash?: (bytes: Blob) => Promise<string | null>;
  /** the number of the first piece, where the server has some already */
  first?: number;
  firstBytes?: number;
}

/** Small pieces that wait are sent together, up to this many bytes. */
export const TOGETHER = 4 * 1024 * 1024;
const PATIENCE = 5;

/**
 * Sends pieces in order, one at a time, and keeps each until the server says that it is stored. When the server is away it tries again, for as long as it takes:
 * it first asks what has arrived, because an answer can be lost as well as a piece.
 */
export class Sender {
  private readonly queue: Piece[] = [];
  /** the piece under way with its number: once it was tried, neither may change */
  private current: { number: number; bytes: Blob; mark: number } | null = null;
  private next: number;
  private running = false;
  private stopped = false;
  private waiters: { done: () => void; failed: (problem: Problem) => void }[] = [];
  state: SenderState;

  constructor(private readonly transport: Transport, private readonly options: Options = {}) {
    this.next = options.first ?? 0;
    this.state = { waitingBytes: 0, storedBytes: options.firstBytes ?? 0, storedPieces: this.next, storedMark: 0, away: null, signedOut: false, failed: null, keptBytes: 0, keptMark: 0 };
  }

  /** Takes a piece over. `mark` says how far the recording (or file) reaches with it. */
  add(bytes: Blob, mark: number): void {
    if (bytes.size === 0) return;
    this.queue.push({ bytes, mark });
    this.change({ waitingBytes: this.state.waitingBytes + bytes.size });
    void this.run();
  }

  /** Resolves once everything handed over is stored; rejects when sending stops for good. */
  drained(): Promise<void> {
    if (this.state.failed !== null) return Promise.reject(new Problem("unavailable", this.state.failed));
    if (this.current === null && this.queue.length === 0) return Promise.resolve();
    return new Promise((done, failed) => this.waiters.push({ done, failed }));
  }

  /** After a failure: goes on with the same piece. */
  again(): void {
    this.change({ failed: null, away: null });
    void this.run();
  }

  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    if (this.running || this.stopped || this.state.failed !== null) return;
    this.running = true;
    let failures = 0;
    let refusals = 0;
    while (!this.isStopped() && (this.current ??= this.take()) !== null) {
      const piece = this.current;
      try {
        if (failures > 0 && (await this.transport.received()) > piece.number) {
          this.stored(piece);
        } else {
          await this.transport.put(piece.number, piece.bytes, await (this.options.hash ?? sha256)(piece.bytes));
          this.stored(piece);
        }
        failures = 0;
        refusals = 0;
      } catch (failure) {
        const lasting = isLasting(failure);
        failures++;
        if (isRefusal(failure)) refusals++;
        if (lasting || refusals >= PATIENCE) {
          this.fail(sentence(failure));
          break;
        }
        this.change({ away: sentence(failure), signedOut: failure instanceof Problem && failure.kind === "not-signed-in" });
        await (this.options.wait ?? waitLonger)(failures);
      }
    }
    this.running = false;
    if (this.current === null && this.queue.length === 0) for (const waiter of this.waiters.splice(0)) waiter.done();
  }

  private isStopped(): boolean {
    return this.stopped;
  }

  private take(): { number: number; bytes: Blob; mark: number } | null {
    const first = this.queue.shift();
    if (first === undefined) return null;
    const parts = [first.bytes];
    let size = first.bytes.size;
    let mark = first.mark;
    for (let following = this.queue[0]; following !== undefined && size + following.bytes.size <= TOGETHER; following = this.queue[0]) {
      this.queue.shift();
      parts.push(following.bytes);
      size += following.bytes.size;
      mark = following.mark;
    }
    return { number: this.next++, bytes: parts.length === 1 ? first.bytes : new Blob(parts), mark };
  }

  private stored(piece: { bytes: Blob; mark: number; number: number }): void {
    this.current = null;
    this.change({
      waitingBytes: this.state.waitingBytes - piece.bytes.size,
      storedBytes: this.state.storedBytes + piece.bytes.size,
      storedPieces: piece.number + 1,
      storedMark: piece.mark,
      away: null,
      signedOut: false,
    });
  }

  private fail(message: string): void {
    this.change({ failed: message, away: null });
    for (const waiter of this.waiters.splice(0)) waiter.failed(new Problem("unavailable", message));
  }

  private change(part: Partial<SenderState>): void {
    this.state = { ...this.state, ...part };
    this.options.changed?.(this.state);
  }
}

/** Trying the same again cannot help. */
function isLasting(failure: unknown): boolean {
  return failure instanceof Problem && ["forbidden", "not-found", "too-large", "cancelled"].includes(failure.kind);
}

/** The server answered and said no; a few more tries, then a person has to look. */
function isRefusal(failure: unknown): boolean {
  return !(failure instanceof Problem) || ["bad-input", "conflict"].includes(failure.kind);
}

/** 1, 2, 4, 8, then 15 seconds; sooner when the network is back (the browser says so) or the person has signed in again. */
function waitLonger(failures: number): Promise<void> {
  return new Promise((over) => {
    const end = () => {
      window.clearTimeout(timer);
      window.removeEventListener("online", end);
      over();
    };
    const timer = window.setTimeout(end, Math.min(15, 2 ** (failures - 1)) * 1000);
    window.addEventListener("online", end);
  });
}
