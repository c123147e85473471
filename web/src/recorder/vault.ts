import type { RecordingKey } from "../api/types";

/** Bytes that only the key of their recording opens. */
export interface Sealed { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/**
 * Seals what the browser keeps of one recording: AES-GCM under the key that the server makes for it, as a key that cannot be exported and is
 * stored nowhere. What is sealed is bound to its recording and its place, so that nothing can be moved.
 */
export class Vault {
  private constructor(readonly recordingId: string, private readonly key: CryptoKey) {}

  static async of({ recordingId, key }: RecordingKey): Promise<Vault> {
    const raw = Uint8Array.from(atob(key), (each) => each.charCodeAt(0));
    return new Vault(recordingId, await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]));
  }

  async seal(place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: this.bound(place) }, this.key, bytes) };
  }

  async open(place: string, { iv, bytes }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: this.bound(place) }, this.key, bytes));
  }

  sealJson(place: string, value: unknown): Promise<Sealed> {
    return this.seal(place, new TextEncoder().encode(JSON.stringify(value)));
  }

  async openJson<T>(place: string, sealed: Sealed): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.open(place, sealed))) as T;
  }

  private bound(place: string): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(`${this.recordingId}/${place}`);
  }
}
