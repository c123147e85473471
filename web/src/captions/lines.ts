/** A word as it is heard; seconds since the captions began, pauses left out. */
export interface CaptionWord { text: string; start: number; end: number }

/** What one microphone heard: words that stay, and after them words that may still change. */
export interface CaptionLine { fixed: CaptionWord[]; open: CaptionWord[] }

/** What the server sends of one microphone: words that are fixed from now on, and all that are open now. */
export interface CaptionMessage { channel: number; fixed: CaptionWord[]; open: CaptionWord[] }

/** More is never looked back at: the transcript comes after the recording. */
const MOST_WORDS = 600;

export const noLines = (channels: number): CaptionLine[] => Array.from({ length: channels }, () => ({ fixed: [], open: [] }));

/** The lines after a message whose times count from `since`. */
export function withMessage(lines: CaptionLine[], message: CaptionMessage, since: number): CaptionLine[] {
  const later = (words: CaptionWord[]) => words.map((word) => ({ text: word.text, start: word.start + since, end: word.end + since }));
  return lines.map((line, channel) => channel === message.channel
    ? { fixed: [...line.fixed, ...later(message.fixed)].slice(-MOST_WORDS), open: later(message.open) }
    : line);
}

/** Nobody will say more about the open words: they stay as they are. */
export function closed(lines: CaptionLine[]): CaptionLine[] {
  return lines.map((line) => line.open.length === 0 ? line : { fixed: [...line.fixed, ...line.open].slice(-MOST_WORDS), open: [] });
}

/** What somebody said until somebody else spoke or a while passed. */
export interface CaptionTurn { channel: number; start: number; fixed: CaptionWord[]; open: CaptionWord[] }

const PAUSE_SECONDS = 4;

/** The words of all microphones in the order of time, in turns; the newest are last. */
export function turnsOf(lines: CaptionLine[], most = Infinity): CaptionTurn[] {
  const words = lines.flatMap((line, channel) => [
    ...line.fixed.map((word) => ({ word, channel, open: false })), ...line.open.map((word) => ({ word, channel, open: true })),
  ]).sort((a, b) => a.word.start - b.word.start || a.channel - b.channel);
  const turns: CaptionTurn[] = [];
  let end = 0;
  for (const { word, channel, open } of words) {
    let turn = turns.at(-1);
    if (turn?.channel !== channel || word.start - end > PAUSE_SECONDS) {
      turn = { channel, start: word.start, fixed: [], open: [] };
      turns.push(turn);
    }
    (open ? turn.open : turn.fixed).push(word);
    end = Math.max(end, word.end);
  }
  return turns.slice(-most);
}
