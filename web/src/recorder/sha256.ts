/** The hash in lower-case hex; null where the browser keeps crypto from pages that came without https. */
export async function sha256(bytes: Blob | Uint8Array<ArrayBuffer>): Promise<string | null> {
  // The type says always there, but browsers leave it out on plain http addresses other than localhost.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = await subtle.digest("SHA-256", bytes instanceof Blob ? await bytes.arrayBuffer() : bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
