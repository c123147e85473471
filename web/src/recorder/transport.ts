import { request } from "../api/client";
import type { ChunkReceipt, Recording, RecordingRequest } from "../api/types";
import type { Transport } from "./sender";

/** The server, for the pieces of one recording. A lost sign-in must not leave the page: everything here keeps the 401. */
export function transportTo(recordingId: string): Transport {
  const address = `/api/recordings/${encodeURIComponent(recordingId)}`;
  return {
    put: (number, bytes, hash) => request<ChunkReceipt>("PUT", `${address}/chunks/${number}`, {
      body: bytes, keep401: true, headers: { "Content-Type": "application/octet-stream", ...(hash === null ? {} : { "X-Content-SHA-256": hash }) },
    }),
    received: async () => (await request<Recording>("GET", address, { keep401: true })).receivedChunks,
  };
}

/** Announces the recording with its first piece, so that recording can start while the server is away. */
export function lazyTransport(sessionId: string, body: RecordingRequest, announced: (recording: Recording) => void): Transport {
  let to: Transport | null = null;
  const open = async () => {
    if (to !== null) return to;
    const recording = await request<Recording>("POST", `/api/sessions/${encodeURIComponent(sessionId)}/recordings`, { json: body, keep401: true });
    announced(recording);
    return (to = transportTo(recording.id));
  };
  return {
    put: async (number, bytes, hash) => (await open()).put(number, bytes, hash),
    received: async () => (to === null ? 0 : to.received()),
  };
}
