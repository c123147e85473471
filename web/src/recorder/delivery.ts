import { signal } from "@preact/signals";
import { api } from "../api/calls";
import { request } from "../api/client";
import { Problem, sentence } from "../api/problem";
import type { Mark, Manifest, Recording, RecordingKey, RecordingRequest, TranscribeRequest } from "../api/types";
import { type LocalMark, MarkBook } from "./marks";
import { Outbox } from "./outbox";
import { requestPatience, waitLonger } from "./patience";
import { Sender, type SenderState } from "./sender";
import type { RecordingRow, SoundStore } from "./store";
import { recordingLock, TabLock } from "./tabs";
import { ServerTransport } from "./transport";
import { Vault } from "./vault";
import { t } from "../texts/texts";

/** Begins a recording, but for its id. */
type Beginning = Omit<RecordingRequest, "id">;

/**
 * Brings one recording to the server: gets its id and key, keeps its sound and marks in the browser's store, sends them, and closes it. The page that records has one,
 * and so has whoever sends what an earlier page left.
 */
export class Delivery {
  readonly recordingId = signal<string | null>(null);
  /** null before there is sound */
  readonly sending = signal<SenderState | null>(null);
  readonly marks: MarkBook;
  outbox: Outbox;
  private sender: Sender | null = null;
  private key: Promise<RecordingKey> | null = null;
  private lock: TabLock | null = null;
  private identifying = false;
  private rescuing = false;
  private away: string | null = null;
  private over = false;

  /**
   * @param whenRescued the server's recording went on without this one's sound, which is another recording now: its parts count `shift` less
   */
  constructor(private readonly sessionId: string, private readonly store: SoundStore, private readonly whenRescued: (shift: number) => void = () => undefined) {
    this.marks = new MarkBook(store);
    this.outbox = new Outbox(store, () => this.refresh());
  }

  /** Asks for the id and the key beforehand, so that recording can begin while the server is away. */
  prepare(): void {
    this.key ??= api.recordingKey(this.sessionId, null);
    this.key.catch(() => { this.key = null; });
  }

  /** Begins a new recording: sound and marks can be given at once, whatever the server does. */
  begin(beginning: Beginning): void {
    if (this.recordingId.value === null && !this.identifying) void this.identify(beginning);
  }

  /** Goes on with a recording that the server has, or that the store of this browser has, or both. */
  async resume(id: string, recording: Recording | null, row: RecordingRow | undefined): Promise<void> {
    const lock = new TabLock(recordingLock(id));
    // who only looks at what is left holds it for a moment
    for (let tries = 1; !await lock.take(); tries++) {
      if (tries === 4) throw new Problem("conflict", t("This recording goes on in another tab of this browser, or the last of it is being stored just now. Go there, or try again in a moment."));
      await new Promise((over) => { setTimeout(over, 250); });
    }
    try {
      const vault = await Vault.of(await api.recordingKey(this.sessionId, id));
      const marks = recording === null ? [] : await api.marks(id).catch((): Mark[] => []);
      if (row !== undefined) this.outbox = await Outbox.load(this.store, row, vault, () => this.refresh());
      if (recording !== null) {
        const beginning = { fileName: recording.fileName, mediaType: recording.mediaType, source: "microphone" as const, microphones: recording.microphones };
        const from = { nextPiece: this.outbox.figures().waitingBytes === 0 ? recording.receivedChunks : 0, part: Math.max(-1, ...recording.parts.map((each) => each.number)) };
        await this.outbox.identify({ sessionId: this.sessionId, request: { ...beginning, id }, vault }, from);
      }
      this.lock = lock;
      await this.marks.load(vault, marks);
      this.open(id, recording);
    } catch (failure) {
      lock.free();
      throw failure;
    }
  }

  add(bytes: Uint8Array<ArrayBuffer>, part: number, mark: number): Promise<void> {
    return this.outbox.add(bytes, part, mark);
  }

  /** Sends all there is, closes the recording, and forgets it here. Rejects with a sentence where the server does not close it; can be called again. */
  async finish(transcribe: TranscribeRequest): Promise<void> {
    await this.outbox.finish(transcribe);
    await this.sent();
    const id = this.recordingId.value;
    if (id === null) return;
    await this.complete(id, transcribe);
    await this.outbox.done();
    this.release();
  }

  /** Resolves when all there is, marks too, is with the server. Sending that stopped is tried again. */
  async sent(): Promise<void> {
    this.outbox.flush();
    for (;;) {
      if (this.sender === null) {
        if (this.outbox.figures().waitingBytes === 0) return;
        await waitLonger(1);
      } else if (this.rescuing) await waitLonger(1);
      else {
        const { sender } = this;
        if (sender.state.failed !== null && sender.state.conflict === null) sender.again();
        try {
          await sender.drained();
          if (sender === this.sender) break;
        } catch (failure) {
          if (sender.state.conflict === null) throw failure;
        }
      }
    }
    await this.marks.drained();
  }

  again(): void {
    this.sender?.again();
    this.marks.hurry();
  }

  /** The pages are done with it: other tabs may take it up. */
  release(): void {
    this.over = true;
    this.sender?.stop();
    this.lock?.free();
    this.lock = null;
  }

  private async identify(beginning: Beginning): Promise<void> {
    this.identifying = true;
    for (let failures = 1; !this.over; failures++) {
      try {
        this.key ??= api.recordingKey(this.sessionId, null);
        const key = await this.key;
        const vault = await Vault.of(key);
        this.lock = new TabLock(recordingLock(key.recordingId));
        await this.lock.take();
        await this.outbox.identify({ sessionId: this.sessionId, request: { ...beginning, id: key.recordingId }, vault });
        await this.marks.identify(vault);
        this.away = null;
        this.open(key.recordingId, null);
        break;
      } catch (failure) {
        this.key = null;
        this.away = sentence(failure);
        this.refresh(failure instanceof Problem && failure.kind === "not-signed-in");
        await waitLonger(failures);
      }
    }
    this.identifying = false;
  }

  private open(id: string, recording: Recording | null): void {
    this.recordingId.value = id;
    const request = this.outbox.request;
    if (request === null) throw new Problem("bug", t("The recording has no beginning."));
    this.sender = new Sender(new ServerTransport(this.sessionId, request, recording !== null, () => this.marks.begin()), this.outbox, {
      changed: (state) => {
        this.sending.value = state;
        if (state.conflict !== null) void this.rescue();
      },
      storedBytes: recording?.lengthBytes ?? 0, storedPieces: recording?.receivedChunks ?? 0, storedMark: this.outbox.acknowledgedMark,
    });
    if (recording !== null) this.marks.begin();
    this.sender.wake();
  }

  private refresh(signedOut = false): void {
    if (this.sender !== null) this.sender.wake();
    else {
      this.sending.value = { ...this.outbox.figures(), storedBytes: 0, storedPieces: 0, storedMark: 0, away: this.away, signedOut, failed: null, conflict: null };
    }
  }

  /** What waits becomes a recording of its own: nothing of it is dropped. */
  private async rescue(): Promise<void> {
    const old = this.recordingId.value;
    const request = this.outbox.request;
    if (this.rescuing || old === null || request === null) return;
    this.rescuing = true;
    for (let failures = 1; !this.over; failures++) {
      try {
        const before = await this.beginningOfPart(old);
        const key = await api.recordingKey(this.sessionId, null);
        const vault = await Vault.of(key);
        const lock = new TabLock(recordingLock(key.recordingId));
        await lock.take();
        const shift = this.outbox.lowestPart;
        const marks: LocalMark[] = this.marks.takeFrom(shift);
        await Promise.race([this.marks.drained(), waitLonger(5)]);
        marks.unshift(...this.marks.takeFrom(0).map((each) => ({ ...each, part: shift, partSeconds: 0 })));
        this.outbox = this.outbox.rescue(before);
        this.whenRescued(shift);
        await this.outbox.identify({ sessionId: this.sessionId, request: { ...request, id: key.recordingId }, vault });
        await this.marks.moveTo(vault, marks.map((each) => ({ ...each, part: each.part - shift })));
        this.lock?.free();
        this.lock = lock;
        this.sender?.stop();
        this.open(key.recordingId, null);
        break;
      } catch (failure) {
        this.away = sentence(failure);
        await waitLonger(failures);
      }
    }
    this.rescuing = false;
  }

  /** What the server has of the first part that waits here: without a file's beginning its rest cannot be heard. Empty where the server has none of it, or not all up to here. */
  private async beginningOfPart(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const { part, number } = this.outbox.position;
    let manifest: Manifest;
    try {
      manifest = await api.manifest(id);
    } catch (failure) {
      if (failure instanceof Problem && failure.kind === "not-found") return new Uint8Array();
      throw failure;
    }
    const chunks = manifest.chunks.filter((each) => each.part === part && each.number < number);
    const first = chunks[0];
    const last = chunks.at(-1);
    if (first === undefined || last?.number !== number - 1) return new Uint8Array();
    const response = await fetch(api.originalAddress(id), { headers: { Range: `bytes=${first.offsetBytes}-${last.offsetBytes + last.lengthBytes - 1}` }, credentials: "same-origin" });
    if (response.status !== 206) throw new Problem("unavailable", t("What the server has of this recording could not be read."), response.status);
    return new Uint8Array(await response.arrayBuffer());
  }

  private async complete(id: string, transcribe: TranscribeRequest): Promise<void> {
    const lengthBytes = this.sender?.state.storedBytes ?? 0;
    for (let failures = 1; ; failures++) {
      try {
        await request<Recording>("POST", `/api/recordings/${encodeURIComponent(id)}/complete`, {
          keep401: true, signal: requestPatience(lengthBytes / 10), json: { lengthBytes: lengthBytes === 0 ? null : lengthBytes, sha256: null, transcribe },
        });
        return;
      } catch (failure) {
        if (failure instanceof Problem && ["bad-input", "forbidden", "not-found", "conflict", "missing-model"].includes(failure.kind)) throw failure;
        this.away = sentence(failure);
        if (this.sending.value !== null) this.sending.value = { ...this.sending.value, away: this.away, signedOut: failure instanceof Problem && failure.kind === "not-signed-in" };
        await waitLonger(failures);
      }
    }
  }
}
