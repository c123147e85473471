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
  { id: "otherEnd", keys: ["i"], title: "Move the other end of the chosen words from now on", where: "Passages and tags" },
  { id: "wholeTurn", keys: ["a"], title: "Choose the whole turn", where: "Passages and tags" },
  { id: "moreSentences", keys: ["Ctrl+Shift+ArrowRight"], title: "Choose to the end of the sentence", where: "Passages and tags" },
  { id: "fewerSentences", keys: ["Ctrl+Shift+ArrowLeft"], title: "Choose to the beginning of the sentence", where: "Passages and tags" },
  { id: "wholeSentence", keys: ["A"], title: "Choose the whole sentence", where: "Passages and tags" },
  { id: "tag", keys: ["t"], title: "Tag the chosen words to criteria", where: "Passages and tags" },
  { id: "strength", keys: ["F2"], title: "Palette: fully, partly, for context", where: "Passages and tags", inText: true },
  { id: "redact", keys: ["R"], title: "Redact the chosen words: hidden in text and sound", where: "Passages and tags" },
  { id: "changeTag", keys: ["T"], title: "Change the tag here: criterion, strength, words, why", where: "Passages and tags" },
  { id: "withdrawTag", keys: ["Delete"], title: "Withdraw the tag that is open", where: "Passages and tags" },
  { id: "nextTag", keys: ["]"], title: "Next tagged passage", where: "Passages and tags" },
  { id: "previousTag", keys: ["["], title: "Previous tagged passage", where: "Passages and tags" },
  { id: "panel", keys: ["c"], title: "Show or hide the criteria", where: "Passages and tags" },
  { id: "takeBack", keys: ["Ctrl+z"], title: "Take back my last change", where: "Passages and tags" },
  { id: "doAgain", keys: ["Ctrl+Shift+z", "Ctrl+y"], title: "Do again what was taken back", where: "Passages and tags" },
  { id: "changes", keys: ["L"], title: "Show what was changed, by whom and when", where: "Passages and tags" },
  { id: "leave", keys: ["Escape"], title: "Leave: the editor, the palette, the chosen words", where: "Passages and tags", inText: true },
];

const suggesting: Command[] = [
  { id: "nextHint", keys: ["n"], title: "Next suggested passage", where: "Suggestions" },
  { id: "previousHint", keys: ["N"], title: "Suggested passage before", where: "Suggestions" },
  { id: "otherHint", keys: ["z"], title: "The next criterion suggested here", where: "Suggestions" },
  { id: "acceptHint", keys: ["Y"], title: "Accept the suggestion: tag it", where: "Suggestions", once: true },
  { id: "refuseHint", keys: ["X"], title: "Refuse the suggestion", where: "Suggestions", once: true },
  { id: "hints", keys: ["h"], title: "Show or hide suggestions", where: "Suggestions" },
];

const correcting: Command[] = [
  { id: "edit", keys: ["e", "Enter"], title: "Correct this turn", where: "Correcting" },
  { id: "store", keys: ["Ctrl+Enter"], title: "Done with this turn (it is stored as you type)", where: "Correcting", inText: true },
  { id: "splitTyping", keys: ["Enter"], title: "While typing: split the turn at the cursor", where: "Typing in a turn", inText: true },
  { id: "joinBefore", keys: ["Backspace"], title: "At the beginning of a turn: join it with the one before", where: "Typing in a turn", inText: true },
  { id: "joinAfter", keys: ["Delete"], title: "At the end of a turn: join the next one to it", where: "Typing in a turn", inText: true },
  { id: "splitHere", keys: ["b"], title: "Split the turn before this word", where: "Correcting" },
  { id: "joinNext", keys: ["J"], title: "Join this turn with the next one", where: "Correcting" },
  { id: "beginHere", keys: ["<"], title: "Let this turn begin at this word: what is before goes to the turn before", where: "Correcting" },
  { id: "endHere", keys: [">"], title: "Let the next turn begin at this word", where: "Correcting" },
  { id: "find", keys: ["Ctrl+h"], title: "Find and replace in this transcript", where: "Correcting", inText: true },
  { id: "machine", keys: ["m"], title: "As the machine heard it", where: "Correcting" },
  { id: "doubt", keys: ["d"], title: "Shade doubtful words", where: "Correcting" },
  { id: "nextDoubt", keys: ["u"], title: "Next doubtful word", where: "Correcting" },
  { id: "previousDoubt", keys: ["U"], title: "Previous doubtful word", where: "Correcting" },
  { id: "nextGap", keys: ["G"], title: "Next part that could not be transcribed", where: "Correcting" },
];

const checking: Command[] = [
  { id: "checked", keys: [";", "C"], title: "Heard and right: check the chosen words or this turn, and go on to the next", where: "Checking" },
  { id: "unchecked", keys: ["H"], title: "Not checked after all: the chosen words or this turn", where: "Checking" },
  { id: "nextUnchecked", keys: ["'"], title: "Next words that nobody has checked", where: "Checking" },
  { id: "previousUnchecked", keys: ["\""], title: "The words before that nobody has checked", where: "Checking" },
  { id: "whoChecked", keys: ["Z"], title: "Who checked this turn, and when", where: "Checking" },
  { id: "confirm", keys: ["K"], title: "The learner confirms the chosen words or this turn", where: "Checking" },
];

const speaking: Command[] = [
  { id: "speaker", keys: ["s"], title: "Who speaks: name them, or change it", where: "Speakers" },
  { id: "giveSpeaker", keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], title: "The chosen words, or this turn, are that speaker’s", where: "Speakers", fixed: true },
  { id: "swapAll", keys: ["w"], title: "Swap two speakers everywhere", where: "Speakers" },
  { id: "swapFrom", keys: ["W"], title: "Swap two speakers from this turn on", where: "Speakers" },
];

const again: Command[] = [
  { id: "nextDifference", keys: ["o"], title: "Second opinion: next place where they differ", where: "Hearing it again" },
  { id: "previousDifference", keys: ["O"], title: "Second opinion: the place before", where: "Hearing it again" },
  { id: "takeOther", keys: ["x"], title: "Second opinion: take what the other heard", where: "Hearing it again" },
  { id: "keepOwn", keys: ["y"], title: "Second opinion: keep what is written", where: "Hearing it again" },
  { id: "opinion", keys: ["q"], title: "Show or hide the second opinion", where: "Hearing it again" },
  { id: "versions", keys: ["v"], title: "Versions; transcribe the chosen words, or all, again", where: "Hearing it again" },
  { id: "compare", keys: ["V"], title: "Look at the new hearing that waits", where: "Hearing it again" },
];

const comparing: Command[] = [
  { id: "nextChange", keys: ["ArrowDown", "n"], title: "Next change", where: "Comparing two hearings" },
  { id: "previousChange", keys: ["ArrowUp", "N"], title: "Previous change", where: "Comparing two hearings" },
  { id: "hearChange", keys: ["p"], title: "Hear this change", where: "Comparing two hearings" },
  { id: "acceptAll", keys: ["Ctrl+Enter"], title: "Accept the new hearing", where: "Comparing two hearings" },
  { id: "discardAll", keys: ["Delete"], title: "Discard the new hearing", where: "Comparing two hearings" },
  { id: "later", keys: ["Escape"], title: "Decide later: back to the transcript", where: "Comparing two hearings" },
];

const finding: Command[] = [
  { id: "nextHit", keys: ["j", "ArrowDown"], title: "Next result", where: "Search" },
  { id: "previousHit", keys: ["k", "ArrowUp"], title: "Previous result", where: "Search" },
  { id: "playHit", keys: ["p"], title: "Hear the result", where: "Search" },
];

const passages: Command[] = [
  { id: "playPassages", keys: ["Space"], title: "Play all, one after the other; pause", where: "Passages" },
  { id: "nextPassage", keys: ["j", "ArrowDown"], title: "Next passage", where: "Passages" },
  { id: "previousPassage", keys: ["k", "ArrowUp"], title: "Previous passage", where: "Passages" },
  { id: "hearPassage", keys: ["p"], title: "Hear this passage only", where: "Passages" },
  { id: "openPassage", keys: ["o"], title: "Open its transcript there", where: "Passages" },
  { id: "retagPassage", keys: ["t"], title: "Tag it again", where: "Passages" },
];

/** The keys of the transcript workspace and of the search page. */
export const workspaceCommands: Command[] = [...listening, ...choosing, ...suggesting, ...correcting, ...checking, ...speaking, ...again, ...comparing, ...finding, ...passages];
