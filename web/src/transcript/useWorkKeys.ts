import { useCommands } from "../commands/keys";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { extend, heard, wholeTurn, type Choice } from "./passage";
import { takeBack } from "./Undo";
import { step, turnAt } from "./words";

interface Given {
  desk: Desk;
  player: Player;
  toggleMachine: (turnId: number) => void;
  speakerTurn: { value: number | null };
  doubt: { value: boolean };
  panel: { value: boolean };
}

/** What the keys of the workspace do. */
export function useWorkKeys({ desk, player, toggleMachine, speakerTurn, doubt, panel }: Given): void {
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
  const choose = (by: "word" | "turn", direction: 1 | -1) => () => {
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
  const ifMayEdit = (work: () => void) => () => { if (desk.mayEdit.value) work(); };

  useCommands({
    play: () => player.toggle(),
    playTyping: () => player.toggle(),
    back: () => player.skip(-5),
    forward: () => player.skip(5),
    backTyping: () => player.skip(-5),
    previousWord: move("word", -1),
    nextWord: move("word", 1),
    previousTurn: move("turn", -1),
    nextTurn: move("turn", 1),
    slower: () => player.changeSpeed(-1),
    faster: () => player.changeSpeed(1),
    plainSpeed: () => player.setSpeed(1),
    hear: () => { const to = stretch(); if (to !== null) player.playStretch(to.start, to.end); },
    loop: () => toggleLoop(player, stretch()),
    follow: () => { desk.following.value = true; desk.reveal(desk.current.value); },
    moreWords: choose("word", 1),
    fewerWords: choose("word", -1),
    moreTurns: choose("turn", 1),
    fewerTurns: choose("turn", -1),
    wholeTurn: () => { if (desk.index.value.words.length > 0) desk.choice.value = wholeTurn(desk.index.value, here()); },
    tag: ifMayEdit(() => {
      if (desk.index.value.words.length === 0) return;
      desk.choice.value ??= wholeTurn(desk.index.value, here());
      desk.tagging.value = true;
    }),
    nextTag: toTag(1),
    previousTag: toTag(-1),
    panel: () => { panel.value = !panel.value; },
    takeBack: () => void takeBack(desk),
    leave: () => { desk.choice.value = null; window.getSelection()?.removeAllRanges(); },
    edit: ifMayEdit(() => { const turn = turnHere(); if (turn !== null) { player.pause(); desk.choice.value = null; desk.editing.value = turn.id; } }),
    speaker: ifMayEdit(() => { const turn = turnHere(); if (turn !== null) speakerTurn.value = turn.id; }),
    machine: () => { const turn = turnHere(); if (turn !== null) toggleMachine(turn.id); },
    doubt: () => { doubt.value = !doubt.value; },
  });
}

export function toggleLoop(player: Player, to: { start: number; end: number } | null): void {
  if (player.stretch.value?.repeat === true) player.leaveStretch();
  else if (to !== null) player.playStretch(to.start, to.end, true);
}
