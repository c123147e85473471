import { request } from "../api/client";
import { Problem } from "../api/problem";
import type { ChunkReceipt, Recording, RecordingRequest } from "../api/types";
import { requestPatience } from "./patience";
import type { Piece, Transport } from "./sender";

/**
 * The server, for the pieces of one recording. It is begun with its first piece, under an id that was given out before, so that recording can start while the
 * server is away and beginning twice is harmless. A lost sign-in must not leave the page: everything here keeps the 401.
 */
export class ServerTransport implements Transport {
  private readonly address: string;

  constructor(
    private readonly sessionId: string, private readonly recording: RecordingRequest & { id: string }, private begun: boolean, private readonly whenBegun: (recording: Recording) => void = () => undefined,
  ) {
    this.address = `/api/recordings/${encodeURIComponent(recording.id)}`;
  }

  async put(piece: Piece, hash: string | null): Promise<ChunkReceipt> {
    if (!this.begun) await this.begin();
    try {
      return await this.send(piece, hash);
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.kind !== "not-found") throw failure;
      await this.begin(); // the server was set back to a time before this recording
      return this.send(piece, hash);
    }
  }

  async facts(): Promise<{ receivedChunks: number; open: boolean }> {
    const { receivedChunks, state } = await request<Recording>("GET", this.address, { keep401: true, signal: requestPatience() });
    return { receivedChunks, open: state === "receiving" };
  }

  async begin(): Promise<Recording> {
    const recording = await request<Recording>("POST", `/api/sessions/${encodeURIComponent(this.sessionId)}/recordings`, { json: this.recording, keep401: true, signal: requestPatience() });
    this.begun = true;
    this.whenBegun(recording);
    return recording;
  }

  private send({ number, part, bytes }: Piece, hash: string | null): Promise<ChunkReceipt> {
    const size = bytes instanceof Blob ? bytes.size : bytes.length;
    return request<ChunkReceipt>("PUT", `${this.address}/chunks/${number}`, {
      body: bytes, keep401: true, signal: requestPatience(size),
      headers: { "Content-Type": "application/octet-stream", "X-Part": String(part), ...(hash === null ? {} : { "X-Content-SHA-256": hash }) },
    });
  }
}
