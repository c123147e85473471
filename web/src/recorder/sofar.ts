import { api } from "../api/calls";
import type { Recording } from "../api/types";

/** How long a recording is that is still being received: from the head of what can be heard of it. Where that cannot be had, by its bytes. */
export async function heardSeconds(recording: Recording): Promise<number> {
  if (recording.durationSeconds !== null) return recording.durationSeconds;
  if (recording.lengthBytes === 0) return 0;
  try {
    const response = await fetch(api.soFarAddress(recording.id), { headers: { Range: "bytes=0-43" }, credentials: "same-origin", signal: AbortSignal.timeout(20_000) });
    const whole = Number(/\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "")?.[1] ?? NaN);
    const head = new DataView(await response.arrayBuffer());
    const bytesPerSecond = head.getUint32(28, true);
    if (response.status === 206 && bytesPerSecond > 0 && Number.isFinite(whole)) return (whole - 44) / bytesPerSecond;
  } catch {
    // the server makes no sound of it just now; the clock then begins near enough
  }
  return recording.lengthBytes / (12_000 * Math.max(1, recording.microphones.length));
}
