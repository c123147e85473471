import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { TranscribeRequest } from "../api/types";
import type { Sealed } from "./vault";

/** A recording of which this browser holds something. What names a person is sealed. */
export interface RecordingRow {
  id: string; sessionId: string; /** when it was begun */ since: string;
  /** the request that begins it, sealed as "begun" */
  begun: Sealed;
  /** the number of the piece that is made next */
  nextPiece: number;
  /** the newest part that was begun */
  part: number;
  /** seconds: how far it reaches here, and how far the server has acknowledged it */
  mark: number; storedMark: number;
  /** it was finished, and is to be closed once everything is sent; null: it may go on */
  closing: TranscribeRequest | null;
}
/** About a quarter of a second of sound, sealed as "slice NUMBER". */
export interface SliceRow { recordingId: string; number: number; part: number; mark: number; lengthBytes: number; sealed: Sealed }
/** A piece that was numbered, and may have been sent: these slices, both included, for ever. */
export interface PieceRow { recordingId: string; number: number; first: number; last: number }
/** A mark that the server has not got yet, sealed as "mark ID"; withdrawn: it is to forget it. */
export interface MarkRow { recordingId: string; id: string; sealed: Sealed; withdrawn: boolean }

interface Schema extends DBSchema {
  recordings: { key: string; value: RecordingRow };
  slices: { key: [string, number]; value: SliceRow };
  pieces: { key: [string, number]; value: PieceRow };
  marks: { key: [string, string]; value: MarkRow };
}

const all = (recordingId: string) => IDBKeyRange.bound([recordingId], [recordingId, []]);

/**
 * The browser's own store (IndexedDB). Each change is one transaction, and is on the disk when its promise resolves. Where the browser has no
 * store (some private windows) or closes it, a call rejects: the caller goes on from memory.
 */
export class SoundStore {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  constructor(private readonly name = "colloquy-recorder") {}

  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= openDB<Schema>(this.name, 1, {
      upgrade: (database) => {
        database.createObjectStore("recordings", { keyPath: "id" });
        database.createObjectStore("slices", { keyPath: ["recordingId", "number"] });
        database.createObjectStore("pieces", { keyPath: ["recordingId", "number"] });
        database.createObjectStore("marks", { keyPath: ["recordingId", "id"] });
      },
      blocking: (_, __, event) => { (event.target as IDBDatabase).close(); this.opened = null; },
      terminated: () => { this.opened = null; },
    }).catch((failure: unknown) => { this.opened = null; throw failure; });
    return this.opened;
  }

  async recordings(): Promise<RecordingRow[]> {
    return (await this.database()).getAll("recordings");
  }

  async recording(id: string): Promise<RecordingRow | undefined> {
    return (await this.database()).get("recordings", id);
  }

  async slices(recordingId: string): Promise<SliceRow[]> {
    return (await this.database()).getAll("slices", all(recordingId));
  }

  async pieces(recordingId: string): Promise<PieceRow[]> {
    return (await this.database()).getAll("pieces", all(recordingId));
  }

  async marks(recordingId: string): Promise<MarkRow[]> {
    return (await this.database()).getAll("marks", all(recordingId));
  }

  /** Slices (and pieces made of them) with the recording's row, together. */
  async put(recording: RecordingRow, slices: readonly SliceRow[], pieces: readonly PieceRow[] = []): Promise<void> {
    const change = (await this.database()).transaction(["recordings", "slices", "pieces"], "readwrite", { durability: "strict" });
    await Promise.all([
      change.objectStore("recordings").put(recording),
      ...slices.map((each) => change.objectStore("slices").put(each)), ...pieces.map((each) => change.objectStore("pieces").put(each)), change.done,
    ]);
  }

  /** Forgets a piece with its slices. */
  async wipe(recording: RecordingRow, piece: PieceRow): Promise<void> {
    const change = (await this.database()).transaction(["recordings", "slices", "pieces"], "readwrite", { durability: "relaxed" });
    await Promise.all([
      change.objectStore("recordings").put(recording), change.objectStore("pieces").delete([piece.recordingId, piece.number]),
      change.objectStore("slices").delete(IDBKeyRange.bound([piece.recordingId, piece.first], [piece.recordingId, piece.last])), change.done,
    ]);
  }

  /** Takes the numbers of pieces back, from this one on; their slices stay. */
  async unnumber(recording: RecordingRow, from: number): Promise<void> {
    const change = (await this.database()).transaction(["recordings", "pieces"], "readwrite", { durability: "strict" });
    await Promise.all([change.objectStore("recordings").put(recording), change.objectStore("pieces").delete(IDBKeyRange.bound([recording.id, from], [recording.id, []])), change.done]);
  }

  async putMark(row: MarkRow): Promise<void> {
    const change = (await this.database()).transaction("marks", "readwrite", { durability: "strict" });
    await Promise.all([change.store.put(row), change.done]);
  }

  async dropMark(recordingId: string, id: string): Promise<void> {
    await (await this.database()).delete("marks", [recordingId, id]);
  }

  /** Puts a recording in another's place, in one transaction, so that its sound is never lost. */
  async replace(id: string, recording: RecordingRow, slices: readonly SliceRow[]): Promise<void> {
    const change = (await this.database()).transaction(["recordings", "slices", "pieces"], "readwrite", { durability: "strict" });
    await Promise.all([
      change.objectStore("recordings").delete(id), change.objectStore("slices").delete(all(id)), change.objectStore("pieces").delete(all(id)),
      change.objectStore("recordings").put(recording), ...slices.map((each) => change.objectStore("slices").put(each)), change.done,
    ]);
  }

  /** Forgets a recording with everything of it. */
  async forget(id: string): Promise<void> {
    const change = (await this.database()).transaction(["recordings", "slices", "pieces", "marks"], "readwrite", { durability: "strict" });
    await Promise.all([change.objectStore("recordings").delete(id), ...(["slices", "pieces", "marks"] as const).map((each) => change.objectStore(each).delete(all(id))), change.done]);
  }

  async close(): Promise<void> {
    (await this.opened)?.close();
    this.opened = null;
  }
}

export const soundStore = new SoundStore();
