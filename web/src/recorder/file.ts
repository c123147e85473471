import { Problem } from "../api/problem";
import type { Manifest } from "../api/types";
import type { Piece, Source } from "./sender";
import { sha256 } from "./sha256";
import { t } from "../texts/texts";

const PIECE_BYTES = 4 * 1024 * 1024;

/** The pieces of a file, from where the server has got to. */
export class FileSource implements Source {
  private mostBytes = PIECE_BYTES;
  private piece: Piece | null = null;

  constructor(private readonly file: File, private number: number, private offset: number) {}

  async next(): Promise<Piece | null> {
    if (this.offset >= this.file.size) return null;
    if (this.piece === null) {
      const to = Math.min(this.file.size, this.offset + this.mostBytes);
      this.piece = { number: this.number, part: 0, bytes: await read(this.file, this.offset, to), mark: to };
    }
    return this.piece;
  }

  acknowledged(piece: Piece): void {
    if (piece !== this.piece) return;
    this.number++;
    this.offset = piece.mark;
    this.piece = null;
  }

  smaller(): Promise<boolean> {
    if (this.mostBytes <= 64 * 1024) return Promise.resolve(false);
    this.mostBytes /= 2;
    this.piece = null;
    return Promise.resolve(true);
  }

  figures(): { waitingBytes: number; keptBytes: number; keptMark: number } {
    return { waitingBytes: this.file.size - this.offset, keptBytes: 0, keptMark: 0 };
  }
}

/** Whether what the server has is the beginning of this file: its first piece and its last, so that a wrong file is never put behind another's beginning. */
export async function sameBytes(file: File, manifest: Manifest): Promise<boolean> {
  for (const chunk of [manifest.chunks[0], manifest.chunks.at(-1)]) {
    if (chunk === undefined) continue;
    const to = chunk.offsetBytes + chunk.lengthBytes;
    if (to > file.size) return false;
    const hash = await sha256(await read(file, chunk.offsetBytes, to));
    if (hash !== null && hash !== chunk.sha256) return false;
  }
  return true;
}

async function read(file: File, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    throw new Problem("bad-input", t("“{file}” cannot be read any more: it was moved, changed, or its disk was taken out. What is stored is safe; choose the file again to go on.", { file: file.name }));
  }
}
