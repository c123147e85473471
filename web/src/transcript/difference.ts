/** A run of words that stayed, went out or came in. */
export interface Change { readonly kind: "same" | "out" | "in"; readonly text: string }

/** Above this the two are shown as wholly out and in: the table would take more memory than the answer is worth. */
const mostCells = 4_000_000;

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** lengths[i][j]: the longest common run of words of before[i..] and after[j..] (the textbook table). */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    const below = lengths[i + 1];
    if (!row || !below) continue;
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** What changed between two texts, word by word. What both begin and end with is set aside first: a turn can be long. */
export function difference(before: string, after: string): Change[] {
  const old = split(before);
  const now = split(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;

  const changes: { kind: Change["kind"]; words: string[] }[] = [];
  const add = (kind: Change["kind"], words: string[]): void => {
    const previous = changes.at(-1);
    if (words.length === 0) return;
    if (previous?.kind === kind) previous.words.push(...words);
    else changes.push({ kind, words });
  };
  add("same", old.slice(0, head));
  const a = old.slice(head, old.length - tail);
  const b = now.slice(head, now.length - tail);
  if (a.length * b.length > mostCells) {
    add("out", a);
    add("in", b);
    add("same", old.slice(old.length - tail));
    return changes.map(({ kind, words }) => ({ kind, text: words.join(" ") }));
  }
  const lengths = commonLengths(a, b);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const here = a[i];
    const there = b[j];
    if (here !== undefined && here === there) {
      add("same", [here]);
      i += 1;
      j += 1;
    } else if (here !== undefined && (there === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      add("out", [here]);
      i += 1;
    } else if (there !== undefined) {
      add("in", [there]);
      j += 1;
    }
  }
  add("same", old.slice(old.length - tail));
  return changes.map(({ kind, words }) => ({ kind, text: words.join(" ") }));
}
