import { workspaceCommands } from "./workspace";
import { keysNow } from "./chosen";
import { t } from "../texts/texts";

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
  /** what is done depends on which of its keys it was, so they cannot be changed one by one */
  fixed?: boolean;
}

const everywhere: Command[] = [
  { id: "help", keys: ["?"], title: t("Show or hide the keys"), where: t("Everywhere") },
  { id: "home", keys: ["g h"], title: t("Go home"), where: t("Everywhere") },
  { id: "learners", keys: ["g l"], title: t("Go to learners"), where: t("Everywhere") },
  { id: "units", keys: ["g u"], title: t("Go to units"), where: t("Everywhere") },
  { id: "search", keys: ["/", "g s"], title: t("Search"), where: t("Everywhere") },
  { id: "passages", keys: ["g p"], title: t("Go to the passages"), where: t("Everywhere") },
  { id: "glossary", keys: ["g g"], title: t("Go to the glossary"), where: t("Everywhere") },
  { id: "models", keys: ["g m"], title: t("Go to models"), where: t("Everywhere") },
  { id: "save", keys: ["Ctrl+s"], title: t("Save this page"), where: t("Everywhere"), inText: true },
  { id: "new", keys: ["n"], title: t("Add a new one on this page"), where: t("Everywhere") },
];

const recording: Command[] = [
  { id: "record", keys: ["r"], title: t("Record, pause, record again"), where: t("Recording"), once: true },
  { id: "finish", keys: ["f"], title: t("Finish the recording"), where: t("Recording"), once: true },
  { id: "pauseWhy", keys: ["p"], title: t("Pause, and say why"), where: t("Recording"), once: true },
  { id: "nextQuestion", keys: ["j", "ArrowDown"], title: t("Next planned question"), where: t("Recording") },
  { id: "previousQuestion", keys: ["k", "ArrowUp"], title: t("Previous planned question"), where: t("Recording") },
  { id: "asked", keys: ["a"], title: t("This question is asked now"), where: t("Recording"), once: true },
  { id: "criterionDigit", keys: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], title: t("What is said meets this criterion: 2 then 3 for 2.3"), where: t("Recording"), once: true, fixed: true },
  { id: "criterionPoint", keys: ["."], title: t("The point in a criterion’s number, where it is needed"), where: t("Recording") },
  { id: "takeNumber", keys: ["Enter"], title: t("Take the number typed so far"), where: t("Recording"), overControls: true },
  { id: "shortenNumber", keys: ["Backspace"], title: t("Take back the last digit"), where: t("Recording") },
  { id: "dropNumber", keys: ["Escape"], title: t("Leave the number typed so far"), where: t("Recording") },
  { id: "moment", keys: ["m"], title: t("Mark this moment, with a note if you like"), where: t("Recording"), once: true },
  { id: "interruption", keys: ["i"], title: t("An interruption, and why; again: it is over"), where: t("Recording"), once: true },
  { id: "unmark", keys: ["Ctrl+z"], title: t("Take back the last mark"), where: t("Recording"), once: true },
  { id: "captions", keys: ["c"], title: t("Show or hide the captions"), where: t("Recording"), once: true },
  { id: "silence", keys: ["s"], title: t("I have seen the alarm"), where: t("Recording") },
];

/** Every key of Colloquy, once: the handler, the tooltips, the help and the page of keys read this table, and what a person chose instead. */
export const commands: readonly Command[] = [...everywhere, ...recording, ...workspaceCommands];

export function command(id: string): Command | undefined {
  return commands.find((each) => each.id === id);
}

/** "Ctrl+Enter" as shown to people; empty where the command has no key. */
export function keyOf(id: string): string {
  const known = command(id);
  const key = known === undefined ? undefined : keysNow(known)[0];
  return key === undefined ? "" : showKey(key);
}

export function showKey(key: string): string {
  return key.split(" ").map((press) => press.replace("ArrowUp", "↑").replace("ArrowDown", "↓").replace("ArrowLeft", "←").replace("ArrowRight", "→")
    .replace(/(^|\+)([a-z])$/, (_, before: string, letter: string) => before + (before === "" ? letter : letter.toUpperCase()))).join(` ${t("then")} `);
}

/** A tooltip: what it does and its key. */
export function tip(id: string, title?: string): string {
  const key = keyOf(id);
  const text = title ?? command(id)?.title ?? "";
  return key === "" ? text : `${text} (${key})`;
}
