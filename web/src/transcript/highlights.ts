export interface Piece { readonly text: string; readonly lit: boolean }

/** A text cut at its lit stretches ([start, end) in UTF-16 units). Stretches may overlap, be out of order or run over the end. */
export function splitHighlights(text: string, stretches: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const from = Math.min(text.length, Math.max(done, start));
    const to = Math.min(text.length, end);
    if (to <= from) continue;
    const before = pieces.at(-1);
    if (from > done) pieces.push({ text: text.slice(done, from), lit: false });
    else if (before?.lit) {
      pieces[pieces.length - 1] = { text: before.text + text.slice(from, to), lit: true };
      done = to;
      continue;
    }
    pieces.push({ text: text.slice(from, to), lit: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), lit: false });
  return pieces;
}
