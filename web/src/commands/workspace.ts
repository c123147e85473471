import type { Command } from "./table";

const listening: Command[] = [
  { id: "play", keys: ["Space", "k"], title: "Play or pause (goes on 1.5 s earlier)", where: "Listening" },
  { id: "playTyping", keys: ["Ctrl+Space", "F8"], title: "Play or pause while typing", where: "Listening", inText: true },
  { id: "back", keys: ["j"], title: "Back 5 seconds", where: "Listening" },
  { id: "forward", keys: ["l"], title: "Forward 5 seconds", where: "Listening" },
  { id: "backTyping", keys: ["F7"], title: "Back 5 seconds while typing", where: "Listening", inText: true },
  { id: "previousWord", keys: ["ArrowLeft"], title: "Previous word", where: "Listening" },
  { id: "nextWord", keys: ["ArrowRight"], title: "Next word", where: "Listening" },
  { id: "previousTurn", keys: ["ArrowUp"], title: "Beginning of this turn, or the one before", where: "Listening" },
  { id: "nextTurn", keys: ["ArrowDown"], title: "Next turn", where: "Listening" },
  { id: "slower", keys: ["-", ","], title: "Slower", where: "Listening" },
  { id: "faster", keys: ["+", "=", "."], title: "Faster", where: "Listening" },
  { id: "plainSpeed", keys: ["0"], title: "Usual speed", where: "Listening" },
  { id: "hear", keys: ["p"], title: "Hear the chosen words, or this turn", where: "Listening" },
  { id: "loop", keys: ["r"], title: "Repeat the chosen words, or this turn", where: "Listening" },
  { id: "follow", keys: ["f"], title: "Follow the sound again", where: "Listening" },
];

const choosing: Command[] = [
  { id: "moreWords", keys: ["Shift+ArrowRight"], title: "Choose to the next word", where: "Passages and tags" },
  { id: "fewerWords", keys: ["Shift+ArrowLeft"], title: "Choose to the previous word", where: "Passages and tags" },
  { id: "moreTurns", keys: ["Shift+ArrowDown"], title: "Choose to the end of the turn", where: "Passages and tags" },
  { id: "fewerTurns", keys: ["Shift+ArrowUp"], title: "Choose to the beginning of the turn", where: "Passages and tags" },
  { id: "wholeTurn", keys: ["a"], title: "Choose the whole turn", where: "Passages and tags" },
  { id: "tag", keys: ["t"], title: "Tag the chosen words to criteria", where: "Passages and tags" },
  { id: "nextTag", keys: ["]"], title: "Next tagged passage", where: "Passages and tags" },
  { id: "previousTag", keys: ["["], title: "Previous tagged passage", where: "Passages and tags" },
  { id: "panel", keys: ["c"], title: "Show or hide the criteria", where: "Passages and tags" },
  { id: "takeBack", keys: ["Ctrl+z"], title: "Undo the last change", where: "Passages and tags" },
  { id: "leave", keys: ["Escape"], title: "Leave: the editor, the palette, the chosen words", where: "Passages and tags", inText: true },
];

const correcting: Command[] = [
  { id: "edit", keys: ["e", "Enter"], title: "Correct this turn", where: "Correcting" },
  { id: "store", keys: ["Ctrl+Enter"], title: "Store what was typed", where: "Correcting", inText: true },
  { id: "speaker", keys: ["s"], title: "Who speaks in this turn", where: "Correcting" },
  { id: "machine", keys: ["m"], title: "As the machine heard it", where: "Correcting" },
  { id: "doubt", keys: ["d"], title: "Shade doubtful words", where: "Correcting" },
];

const finding: Command[] = [
  { id: "nextHit", keys: ["j", "ArrowDown"], title: "Next result", where: "Search" },
  { id: "previousHit", keys: ["k", "ArrowUp"], title: "Previous result", where: "Search" },
  { id: "playHit", keys: ["p"], title: "Hear the result", where: "Search" },
];

/** The keys of the transcript workspace and of the search page. */
export const workspaceCommands: Command[] = [...listening, ...choosing, ...correcting, ...finding];
