import { workspaceCommands } from "./workspace";

export interface Command {
  id: string;
  /** "?", "Ctrl+Enter", "Space", "g h" (one after the other); the first one is shown in tooltips */
  keys: string[];
  title: string;
  where: string;
  /** works while the person types in a field too */
  inText?: boolean;
  /** is meant even where a focused button or link would take the key for itself */
  overControls?: boolean;
  /** held down it counts once */
  once?: boolean;
}

const everywhere: Command[] = [
  { id: "help", keys: ["?"], title: "Show or hide the keys", where: "Everywhere" },
  { id: "home", keys: ["g h"], title: "Go home", where: "Everywhere" },
  { id: "learners", keys: ["g l"], title: "Go to learners", where: "Everywhere" },
  { id: "units", keys: ["g u"], title: "Go to units", where: "Everywhere" },
  { id: "search", keys: ["/", "g s"], title: "Search", where: "Everywhere" },
  { id: "glossary", keys: ["g g"], title: "Go to the glossary", where: "Everywhere" },
  { id: "models", keys: ["g m"], title: "Go to models", where: "Everywhere" },
  { id: "save", keys: ["Ctrl+s"], title: "Save this page", where: "Everywhere", inText: true },
  { id: "new", keys: ["n"], title: "Add a new one on this page", where: "Everywhere" },
];

const recording: Command[] = [
  { id: "record", keys: ["r"], title: "Record, pause, record again", where: "Recording", once: true },
  { id: "finish", keys: ["f"], title: "Finish the recording", where: "Recording", once: true },
  { id: "pauseWhy", keys: ["p"], title: "Pause, and say why", where: "Recording", once: true },
  { id: "nextQuestion", keys: ["j", "ArrowDown"], title: "Next planned question", where: "Recording" },
  { id: "previousQuestion", keys: ["k", "ArrowUp"], title: "Previous planned question", where: "Recording" },
  { id: "asked", keys: ["a"], title: "This question is asked now", where: "Recording", once: true },
  { id: "criterionDigit", keys: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], title: "What is said meets this criterion: 2 then 3 for 2.3", where: "Recording", once: true },
  { id: "criterionPoint", keys: ["."], title: "The point in a criterion’s number, where it is needed", where: "Recording" },
  { id: "takeNumber", keys: ["Enter"], title: "Take the number typed so far", where: "Recording", overControls: true },
  { id: "shortenNumber", keys: ["Backspace"], title: "Take back the last digit", where: "Recording" },
  { id: "dropNumber", keys: ["Escape"], title: "Leave the number typed so far", where: "Recording" },
  { id: "moment", keys: ["m"], title: "Mark this moment, with a note if you like", where: "Recording", once: true },
  { id: "interruption", keys: ["i"], title: "An interruption, and why; again: it is over", where: "Recording", once: true },
  { id: "unmark", keys: ["Ctrl+z"], title: "Take back the last mark", where: "Recording", once: true },
  { id: "captions", keys: ["c"], title: "Show or hide the captions", where: "Recording", once: true },
  { id: "silence", keys: ["s"], title: "I have seen the alarm", where: "Recording" },
];

/** Every key of Colloquy, once: the handler, the tooltips and the help read this table. */
export const commands: readonly Command[] = [...everywhere, ...recording, ...workspaceCommands];

export function command(id: string): Command | undefined {
  return commands.find((each) => each.id === id);
}

/** "Ctrl+Enter" as shown to people; empty where the command has no key. */
export function keyOf(id: string): string {
  const key = command(id)?.keys[0];
  return key === undefined ? "" : showKey(key);
}

export function showKey(key: string): string {
  return key.replace("ArrowUp", "↑").replace("ArrowDown", "↓").replace("ArrowLeft", "←").replace("ArrowRight", "→")
    .replace(" ", " then ").replace(/(^|\+)([a-z])$/, (_, before: string, letter: string) => before + (before === "" ? letter : letter.toUpperCase()));
}

/** A tooltip: what it does and its key. */
export function tip(id: string, title?: string): string {
  const key = keyOf(id);
  const text = title ?? command(id)?.title ?? "";
  return key === "" ? text : `${text} (${key})`;
}
