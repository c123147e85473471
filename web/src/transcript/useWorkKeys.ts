import { useCommands } from "../commands/keys";
import type { Player } from "../player/Player";
import { go } from "../router";
import { nextUnchecked } from "./checks";
import { join, moveBoundary, sayWho, setState, split } from "./cuts";
import type { Desk } from "./Desk";
import { nextDoubt } from "./doubt";
import { nextGap } from "./gaps";
import { toggleOpinion } from "./Header";
import { stepHint } from "./Hints";
import { answer, around, openOf, stepDifference } from "./opinion";
import { extend, heard, passageOf, wholeSentence, wholeTurn, type Choice } from "./passage";
import { pairOf, setSpeaker, setWordsSpeaker, swapSpeakers } from "./speakers";
import { changing, withdraw } from "./tagging";
import { doAgain, takeBack } from "./Undo";
import { step, turnAt } from "./words";
import { t } from "../texts/texts";

interface Given {
  desk: Desk;
  player: Player;
  toggleMachine: (turnId: number) => void;
  speakerTurn: { value: number | null };
  doubt: { value: boolean };
  panel: { value: boolean };
  /** another part stands in the transcript's place: only listening goes on */
  away: boolean;
  /** shows the versions, ready to hear a part again (null: everything) */
  versions: (part: { start: number; end: number } | null) => void;
}

/** So long after a turn has ended a key still means that turn. */
const lateSeconds = 1.5;

/** What the keys of the workspace do. */
export function useWorkKeys({ desk, player, toggleMachine, speakerTurn, doubt, panel, away, versions }: Given): { toDoubt: (direction: 1 | -1) => void; toGap: () => void; toUnchecked: (direction: 1 | -1) => void } {
  const here = (): number => Math.max(0, desk.choice.value?.focus ?? desk.current.value);
  const turnHere = () => turnAt(desk.index.value, here());
  const goTo = (position: number) => {
    const word = desk.index.value.words[position];
    if (word === undefined) return;
    desk.choice.value = null;
    desk.current.value = position;
    desk.following.value = true;
    player.seek(word.start);
    desk.reveal(position);
  };
  const move = (by: "word" | "turn", direction: 1 | -1) => () => goTo(desk.current.value < 0 ? 0 : step(desk.index.value, here(), by, direction));
  const choose = (by: "word" | "sentence" | "turn", direction: 1 | -1) => () => {
    if (desk.index.value.words.length === 0) return;
    const from = Math.max(0, desk.current.value);
    const begin: Choice = desk.choice.value ?? { anchor: from, focus: from };
    const next = desk.choice.value === null && by === "word" ? begin : extend(desk.index.value, begin, by, direction);
    desk.choice.value = next;
    desk.reveal(next.focus);
  };
  const stretch = () => {
    const passage = desk.passage.value;
    if (passage !== null) return heard(desk.index.value, passage);
    const turn = turnHere();
    return turn === null ? null : { start: turn.start, end: turn.end };
  };
  const toTag = (direction: 1 | -1) => () => {
    const from = Math.max(0, desk.current.value);
    const marks = direction === 1 ? desk.marks.value : [...desk.marks.value].reverse();
    const mark = marks.find((one) => (direction === 1 ? one.first > from : one.first < from));
    if (mark !== undefined) goTo(mark.first);
  };
  /** the tag that is open, if it is here or nothing is; else the first one over the word here */
  const tagHere = () => {
    const marks = desk.marks.value.filter((one) => one.first <= here() && here() <= one.last);
    const over = marks.flatMap((one) => one.tags);
    return over.find((one) => one.id === desk.openTag.value) ?? over[0] ?? desk.tags.value.find((one) => one.id === desk.openTag.value && one.state !== "withdrawn");
  };
  const ifMayEdit = (work: () => void) => () => { if (desk.mayEdit.value) work(); };
  const toHint = (direction: 1 | -1) => () => {
    desk.hints.show(true);
    const hint = stepHint(desk.hints.list.value, desk.choice.value === null && desk.current.value < 0 ? -1 : here(), direction);
    if (hint === null) return;
    desk.hints.picked.value = null;
    goTo(hint.first);
  };
  const answerHint = (accept: boolean) => {
    const { here: hint, likely } = desk.hints;
    if (hint.value !== null && likely.value !== null) void desk.hints.answer(hint.value.passage, likely.value, accept);
  };
  const otherHint = () => {
    const criteria = desk.hints.here.value?.passage.criteria ?? [];
    const at = criteria.findIndex((one) => one === desk.hints.likely.value);
    desk.hints.picked.value = criteria[(at + 1) % Math.max(1, criteria.length)]?.criterionId ?? null;
  };

  const toDoubt = (direction: 1 | -1) => {
    doubt.value = true;
    const next = nextDoubt(desk.index.value, direction === 1 ? here() - (desk.current.value < 0 ? 1 : 0) : here(), direction);
    if (next !== null) goTo(next);
  };
  const toUnchecked = (direction: 1 | -1) => {
    const from = desk.current.value < 0 ? 0 : here();
    const next = nextUnchecked(desk.states.value, desk.index.value, from, direction);
    if (next === null || (direction === 1 && next === from && desk.current.value >= 0)) {
      const after = direction === 1 ? nextUnchecked(desk.states.value, desk.index.value, from + 1, 1) : null;
      if (after === null) desk.notice.value = direction === 1 ? t("Nothing is left to check from here on.") : t("Everything before this is checked.");
      else goTo(after);
    } else goTo(next);
  };
  /** the chosen words, or the turn under the cursor */
  const passageHere = () => desk.passage.value ?? passageOf(wholeTurn(desk.index.value, here()));
  const mayConfirm = () => desk.mayEdit.value || desk.isLearner.value;
  /**
   * Checks and goes on at once: the server is told meanwhile, one after the other. While it plays the sound is left alone, and
   * a key that comes just after a turn has ended means the turn that ended.
   */
  const setHere = (state: "heard" | "checked" | "confirmed") => {
    const index = desk.index.value;
    if (index.words.length === 0) return;
    const playing = player.playing.value;
    const place = index.turnOf[here()] ?? 0;
    const late = playing && desk.passage.value === null && place > 0 && player.seconds - (index.turns[place]?.start ?? 0) < lateSeconds
      && ["heard", "part"].includes(desk.states.value.turns[place - 1]?.state ?? "") && state !== "heard";
    const passage = late ? passageOf(wholeTurn(index, (index.firstOf[place] ?? 1) - 1)) : passageHere();
    void setState(desk, passage, state, state === "confirmed" && desk.mayEdit.value ? "presence" : null);
    if (state === "heard" || playing) return;
    desk.choice.value = null;
    const next = state === "checked" ? nextUnchecked(desk.states.value, index, passage.last + 1, 1) : Math.min(passage.last + 1, index.words.length - 1);
    if (next !== null) goTo(next);
    else desk.notice.value = t("Nothing is left to check from here on.");
  };
  const toGap = () => {
    const gap = nextGap(desk.transcript.value?.gaps ?? [], player.seconds);
    if (gap === null) return;
    player.seek(gap.start);
    const block = document.getElementById(`gap-${gap.start}`);
    block?.scrollIntoView({ block: "center" });
    block?.focus({ preventScroll: true });
  };
  const giveSpeaker = (event: KeyboardEvent) => {
    const speaker = desk.transcript.value?.speakers[Number(event.key) - 1];
    const turn = turnHere();
    if (speaker === undefined || turn === null) return;
    const passage = desk.passage.value;
    void (passage === null ? setSpeaker(desk, turn, speaker.number) : setWordsSpeaker(desk, passage, speaker.number));
  };
  const swap = (everywhere: boolean) => {
    const turn = turnHere();
    const transcript = desk.transcript.value;
    if (turn === null || transcript === null) return;
    const pair = pairOf(transcript.speakers, transcript.turns);
    if (pair === null) speakerTurn.value = turn.id;
    else void swapSpeakers(desk, pair[0].number, pair[1].number, everywhere ? null : turn);
  };

  const listening: Record<string, () => void> = {
    play: () => player.toggle(),
    playTyping: () => player.toggle(),
    back: () => player.skip(-5),
    forward: () => player.skip(5),
    backTyping: () => player.skip(-5),
    slower: () => player.changeSpeed(-1),
    faster: () => player.changeSpeed(1),
    plainSpeed: () => player.setSpeed(1),
    find: () => { if (!away && desk.transcript.value !== null) desk.finding.value = true; },
    panel: () => { panel.value = !panel.value; },
    takeBack: () => void takeBack(desk),
    doAgain: () => void doAgain(desk),
    changes: () => desk.showChanges(),
    versions: () => versions(away ? null : desk.passage.value === null ? null : heard(desk.index.value, desk.passage.value)),
  };
  useCommands(away ? listening : {
    ...listening,
    previousWord: move("word", -1),
    nextWord: move("word", 1),
    previousTurn: move("turn", -1),
    nextTurn: move("turn", 1),
    hear: () => {
      const difference = openOf(desk);
      if (difference !== null) { player.playStretch(...around(difference)); return; }
      const to = stretch();
      if (to !== null) player.playStretch(to.start, to.end);
    },
    loop: () => toggleLoop(player, stretch()),
    follow: () => { desk.following.value = true; desk.reveal(desk.current.value); },
    moreWords: choose("word", 1),
    fewerWords: choose("word", -1),
    moreTurns: choose("turn", 1),
    fewerTurns: choose("turn", -1),
    moreSentences: choose("sentence", 1),
    fewerSentences: choose("sentence", -1),
    otherEnd: () => { if (desk.choice.value !== null) desk.choice.value = { anchor: desk.choice.value.focus, focus: desk.choice.value.anchor }; },
    wholeSentence: () => { if (desk.index.value.words.length > 0) desk.choice.value = wholeSentence(desk.index.value, here()); },
    wholeTurn: () => { if (desk.index.value.words.length > 0) desk.choice.value = wholeTurn(desk.index.value, here()); },
    tag: ifMayEdit(() => {
      if (desk.index.value.words.length === 0) return;
      desk.choice.value ??= wholeTurn(desk.index.value, here());
      desk.tagging.value = true;
    }),
    redact: ifMayEdit(() => {
      if (desk.index.value.words.length === 0) return;
      desk.choice.value ??= { anchor: here(), focus: here() };
      desk.redacting.value = true;
    }),
    changeTag: ifMayEdit(() => {
      const tag = tagHere();
      if (tag === undefined) return;
      panel.value = true;
      desk.tagging.value = false;
      desk.openTag.value = tag.id;
      changing.value = tag.id;
    }),
    withdrawTag: ifMayEdit(() => {
      const tag = desk.tags.value.find((one) => one.id === desk.openTag.value && one.state !== "withdrawn");
      if (tag !== undefined) void withdraw(desk, tag);
    }),
    nextHint: toHint(1),
    previousHint: toHint(-1),
    otherHint,
    acceptHint: ifMayEdit(() => answerHint(true)),
    refuseHint: ifMayEdit(() => answerHint(false)),
    hints: () => desk.hints.show(!desk.hints.shown.value),
    nextTag: toTag(1),
    previousTag: toTag(-1),
    leave: () => { desk.redacting.value = false; desk.tapping.value = null; desk.choice.value = null; desk.difference.value = null; window.getSelection()?.removeAllRanges(); },
    edit: ifMayEdit(() => { const turn = turnHere(); if (turn !== null) { player.pause(); desk.choice.value = null; desk.editing.value = turn.id; } }),
    speaker: ifMayEdit(() => { const turn = turnHere(); if (turn !== null) speakerTurn.value = turn.id; }),
    splitHere: ifMayEdit(() => { const turn = turnHere(); const word = desk.index.value.words[desk.passage.value?.first ?? here()]; if (turn !== null && word !== undefined) void split(desk, turn.id, word.id); }),
    joinNext: ifMayEdit(() => { const turn = turnHere(); if (turn !== null) void join(desk, turn.id); }),
    beginHere: ifMayEdit(() => { const turn = turnHere(); const word = desk.index.value.words[here()]; if (turn !== null && word !== undefined) void moveBoundary(desk, turn.id, word.id); }),
    endHere: ifMayEdit(() => {
      const next = desk.index.value.turns[(desk.index.value.turnOf[here()] ?? 0) + 1];
      const word = desk.index.value.words[here()];
      if (next !== undefined && word !== undefined) void moveBoundary(desk, next.id, word.id);
    }),
    checked: ifMayEdit(() => setHere("checked")),
    unchecked: () => { if (mayConfirm()) setHere("heard"); },
    confirm: () => { if (mayConfirm()) setHere("confirmed"); },
    whoChecked: () => { const turn = turnHere(); if (turn !== null) sayWho(desk, turn.id); },
    nextUnchecked: () => toUnchecked(1),
    previousUnchecked: () => toUnchecked(-1),
    machine: () => { const turn = turnHere(); if (turn !== null) toggleMachine(turn.id); },
    doubt: () => { doubt.value = !doubt.value; },
    nextDoubt: () => toDoubt(1),
    previousDoubt: () => toDoubt(-1),
    nextGap: toGap,
    giveSpeaker: (event) => { if (desk.mayEdit.value) giveSpeaker(event); },
    swapAll: ifMayEdit(() => swap(true)),
    swapFrom: ifMayEdit(() => swap(false)),
    opinion: () => toggleOpinion(desk),
    nextDifference: () => void stepDifference(desk, player, 1),
    previousDifference: () => void stepDifference(desk, player, -1),
    takeOther: () => void answer(desk, player, true),
    keepOwn: () => void answer(desk, player, false),
    compare: () => { if ((desk.recording.value?.proposalId ?? null) !== null) go(`/recordings/${encodeURIComponent(desk.id)}?compare=1`); },
  });
  return { toDoubt, toGap, toUnchecked };
}

export function toggleLoop(player: Player, to: { start: number; end: number } | null): void {
  if (player.stretch.value?.repeat === true) player.leaveStretch();
  else if (to !== null) player.playStretch(to.start, to.end, true);
}
