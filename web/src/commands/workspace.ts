import type { Command } from "./table";
import { t } from "../texts/texts";

const listening: Command[] = [
  { id: "play", keys: ["Space", "k"], title: t("Play or pause (goes on 1.5 s earlier)"), where: t("Listening") },
  { id: "playTyping", keys: ["Ctrl+Space", "F8"], title: t("Play or pause while typing"), where: t("Listening"), inText: true },
  { id: "back", keys: ["j"], title: t("Back 5 seconds"), where: t("Listening") },
  { id: "forward", keys: ["l"], title: t("Forward 5 seconds"), where: t("Listening") },
  { id: "backTyping", keys: ["F7"], title: t("Back 5 seconds while typing"), where: t("Listening"), inText: true },
  { id: "previousWord", keys: ["ArrowLeft"], title: t("Previous word"), where: t("Listening") },
  { id: "nextWord", keys: ["ArrowRight"], title: t("Next word"), where: t("Listening") },
  { id: "previousTurn", keys: ["ArrowUp"], title: t("Beginning of this turn, or the one before"), where: t("Listening") },
  { id: "nextTurn", keys: ["ArrowDown"], title: t("Next turn"), where: t("Listening") },
  { id: "slower", keys: ["-", ","], title: t("Slower"), where: t("Listening") },
  { id: "faster", keys: ["+", "=", "."], title: t("Faster"), where: t("Listening") },
  { id: "plainSpeed", keys: ["0"], title: t("Usual speed"), where: t("Listening") },
  { id: "hear", keys: ["p"], title: t("Hear the chosen words, or this turn"), where: t("Listening") },
  { id: "loop", keys: ["r"], title: t("Repeat the chosen words, or this turn"), where: t("Listening") },
  { id: "follow", keys: ["f"], title: t("Follow the sound again"), where: t("Listening") },
];

const choosing: Command[] = [
  { id: "moreWords", keys: ["Shift+ArrowRight"], title: t("Choose to the next word"), where: t("Passages and tags") },
  { id: "fewerWords", keys: ["Shift+ArrowLeft"], title: t("Choose to the previous word"), where: t("Passages and tags") },
  { id: "moreTurns", keys: ["Shift+ArrowDown"], title: t("Choose to the end of the turn"), where: t("Passages and tags") },
  { id: "fewerTurns", keys: ["Shift+ArrowUp"], title: t("Choose to the beginning of the turn"), where: t("Passages and tags") },
  { id: "otherEnd", keys: ["i"], title: t("Move the other end of the chosen words from now on"), where: t("Passages and tags") },
  { id: "wholeTurn", keys: ["a"], title: t("Choose the whole turn"), where: t("Passages and tags") },
  { id: "moreSentences", keys: ["Ctrl+Shift+ArrowRight"], title: t("Choose to the end of the sentence"), where: t("Passages and tags") },
  { id: "fewerSentences", keys: ["Ctrl+Shift+ArrowLeft"], title: t("Choose to the beginning of the sentence"), where: t("Passages and tags") },
  { id: "wholeSentence", keys: ["A"], title: t("Choose the whole sentence"), where: t("Passages and tags") },
  { id: "tag", keys: ["t"], title: t("Tag the chosen words to criteria"), where: t("Passages and tags") },
  { id: "strength", keys: ["F2"], title: t("Palette: fully, partly, for context"), where: t("Passages and tags"), inText: true },
  { id: "redact", keys: ["R"], title: t("Redact the chosen words: hidden in text and sound"), where: t("Passages and tags") },
  { id: "changeTag", keys: ["T"], title: t("Change the tag here: criterion, strength, words, why"), where: t("Passages and tags") },
  { id: "withdrawTag", keys: ["Delete"], title: t("Withdraw the tag that is open"), where: t("Passages and tags") },
  { id: "nextTag", keys: ["]"], title: t("Next tagged passage"), where: t("Passages and tags") },
  { id: "previousTag", keys: ["["], title: t("Previous tagged passage"), where: t("Passages and tags") },
  { id: "panel", keys: ["c"], title: t("Show or hide the criteria"), where: t("Passages and tags") },
  { id: "takeBack", keys: ["Ctrl+z"], title: t("Take back my last change"), where: t("Passages and tags") },
  { id: "doAgain", keys: ["Ctrl+Shift+z", "Ctrl+y"], title: t("Do again what was taken back"), where: t("Passages and tags") },
  { id: "changes", keys: ["L"], title: t("Show what was changed, by whom and when"), where: t("Passages and tags") },
  { id: "leave", keys: ["Escape"], title: t("Leave: the editor, the palette, the chosen words"), where: t("Passages and tags"), inText: true },
];

const suggesting: Command[] = [
  { id: "nextHint", keys: ["n"], title: t("Next suggested passage"), where: t("Suggestions") },
  { id: "previousHint", keys: ["N"], title: t("Suggested passage before"), where: t("Suggestions") },
  { id: "otherHint", keys: ["z"], title: t("The next criterion suggested here"), where: t("Suggestions") },
  { id: "acceptHint", keys: ["Y"], title: t("Accept the suggestion: tag it"), where: t("Suggestions"), once: true },
  { id: "refuseHint", keys: ["X"], title: t("Refuse the suggestion"), where: t("Suggestions"), once: true },
  { id: "hints", keys: ["h"], title: t("Show or hide suggestions"), where: t("Suggestions") },
];

const correcting: Command[] = [
  { id: "edit", keys: ["e", "Enter"], title: t("Correct this turn"), where: t("Correcting") },
  { id: "store", keys: ["Ctrl+Enter"], title: t("Done with this turn (it is stored as you type)"), where: t("Correcting"), inText: true },
  { id: "splitTyping", keys: ["Enter"], title: t("While typing: split the turn at the cursor"), where: t("Typing in a turn"), inText: true },
  { id: "joinBefore", keys: ["Backspace"], title: t("At the beginning of a turn: join it with the one before"), where: t("Typing in a turn"), inText: true },
  { id: "joinAfter", keys: ["Delete"], title: t("At the end of a turn: join the next one to it"), where: t("Typing in a turn"), inText: true },
  { id: "splitHere", keys: ["b"], title: t("Split the turn before this word"), where: t("Correcting") },
  { id: "joinNext", keys: ["J"], title: t("Join this turn with the next one"), where: t("Correcting") },
  { id: "beginHere", keys: ["<"], title: t("Let this turn begin at this word: what is before goes to the turn before"), where: t("Correcting") },
  { id: "endHere", keys: [">"], title: t("Let the next turn begin at this word"), where: t("Correcting") },
  { id: "find", keys: ["Ctrl+h"], title: t("Find and replace in this transcript"), where: t("Correcting"), inText: true },
  { id: "machine", keys: ["m"], title: t("As the machine heard it"), where: t("Correcting") },
  { id: "doubt", keys: ["d"], title: t("Shade doubtful words"), where: t("Correcting") },
  { id: "nextDoubt", keys: ["u"], title: t("Next doubtful word"), where: t("Correcting") },
  { id: "previousDoubt", keys: ["U"], title: t("Previous doubtful word"), where: t("Correcting") },
  { id: "nextGap", keys: ["G"], title: t("Next part that could not be transcribed"), where: t("Correcting") },
];

const checking: Command[] = [
  { id: "checked", keys: [";", "C"], title: t("Heard and right: check the chosen words or this turn, and go on to the next"), where: t("Checking") },
  { id: "unchecked", keys: ["H"], title: t("Not checked after all: the chosen words or this turn"), where: t("Checking") },
  { id: "nextUnchecked", keys: ["'"], title: t("Next words that nobody has checked"), where: t("Checking") },
  { id: "previousUnchecked", keys: ["\""], title: t("The words before that nobody has checked"), where: t("Checking") },
  { id: "whoChecked", keys: ["Z"], title: t("Who checked this turn, and when"), where: t("Checking") },
  { id: "confirm", keys: ["K"], title: t("The learner confirms the chosen words or this turn"), where: t("Checking") },
];

const speaking: Command[] = [
  { id: "speaker", keys: ["s"], title: t("Who speaks: name them, or change it"), where: t("Speakers") },
  { id: "giveSpeaker", keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], title: t("The chosen words, or this turn, are that speaker’s"), where: t("Speakers"), fixed: true },
  { id: "swapAll", keys: ["w"], title: t("Swap two speakers everywhere"), where: t("Speakers") },
  { id: "swapFrom", keys: ["W"], title: t("Swap two speakers from this turn on"), where: t("Speakers") },
];

const again: Command[] = [
  { id: "nextDifference", keys: ["o"], title: t("Second opinion: next place where they differ"), where: t("Hearing it again") },
  { id: "previousDifference", keys: ["O"], title: t("Second opinion: the place before"), where: t("Hearing it again") },
  { id: "takeOther", keys: ["x"], title: t("Second opinion: take what the other heard"), where: t("Hearing it again") },
  { id: "keepOwn", keys: ["y"], title: t("Second opinion: keep what is written"), where: t("Hearing it again") },
  { id: "opinion", keys: ["q"], title: t("Show or hide the second opinion"), where: t("Hearing it again") },
  { id: "versions", keys: ["v"], title: t("Versions; transcribe the chosen words, or all, again"), where: t("Hearing it again") },
  { id: "compare", keys: ["V"], title: t("Look at the new hearing that waits"), where: t("Hearing it again") },
];

const comparing: Command[] = [
  { id: "nextChange", keys: ["ArrowDown", "n"], title: t("Next change"), where: t("Comparing two hearings") },
  { id: "previousChange", keys: ["ArrowUp", "N"], title: t("Previous change"), where: t("Comparing two hearings") },
  { id: "hearChange", keys: ["p"], title: t("Hear this change"), where: t("Comparing two hearings") },
  { id: "acceptAll", keys: ["Ctrl+Enter"], title: t("Accept the new hearing"), where: t("Comparing two hearings") },
  { id: "discardAll", keys: ["Delete"], title: t("Discard the new hearing"), where: t("Comparing two hearings") },
  { id: "later", keys: ["Escape"], title: t("Decide later: back to the transcript"), where: t("Comparing two hearings") },
];

const finding: Command[] = [
  { id: "nextHit", keys: ["j", "ArrowDown"], title: t("Next result"), where: t("Search") },
  { id: "previousHit", keys: ["k", "ArrowUp"], title: t("Previous result"), where: t("Search") },
  { id: "playHit", keys: ["p"], title: t("Hear the result"), where: t("Search") },
];

const passages: Command[] = [
  { id: "playPassages", keys: ["Space"], title: t("Play all, one after the other; pause"), where: t("Passages") },
  { id: "nextPassage", keys: ["j", "ArrowDown"], title: t("Next passage"), where: t("Passages") },
  { id: "previousPassage", keys: ["k", "ArrowUp"], title: t("Previous passage"), where: t("Passages") },
  { id: "hearPassage", keys: ["p"], title: t("Hear this passage only"), where: t("Passages") },
  { id: "openPassage", keys: ["o"], title: t("Open its transcript there"), where: t("Passages") },
  { id: "retagPassage", keys: ["t"], title: t("Tag it again"), where: t("Passages") },
  { id: "takeBackHere", keys: ["Ctrl+z"], title: t("Take back my last change, here or to other evidence"), where: t("Passages") },
  { id: "doAgainHere", keys: ["Ctrl+Shift+z", "Ctrl+y"], title: t("Do again what was taken back"), where: t("Passages") },
];

/** The keys of the transcript workspace and of the search page. */
export const workspaceCommands: Command[] = [...listening, ...choosing, ...suggesting, ...correcting, ...checking, ...speaking, ...again, ...comparing, ...finding, ...passages];
