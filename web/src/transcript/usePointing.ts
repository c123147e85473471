import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { Difference, Turn } from "../api/types";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { wholeTurn } from "./passage";
import { selectedPassage, wordIdOf } from "./pointing";
import { positionOf } from "./words";
import { sayWho } from "./cuts";

interface Given {
  desk: Desk;
  player: Player;
  scroller: RefObject<HTMLDivElement>;
  toggleMachine: (turnId: number) => void;
  speakerTurn: { value: number | null };
}

/** The difference whose words this word is among. */
function differenceAt(desk: Desk, turn: Turn, position: number): Difference | undefined {
  return desk.differs.value.get(turn.id)?.find((one) => {
    const first = one.firstWord === null ? null : positionOf(desk.index.value, one.firstWord);
    const last = one.lastWord === null ? null : positionOf(desk.index.value, one.lastWord);
    return first !== null && last !== null && position >= first && position <= last;
  });
}

/** What mouse and touch do in the transcript, heard in one place for all its words. */
export function usePointing({ desk, player, scroller, toggleMachine, speakerTurn }: Given): void {
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return;
    const gone = new AbortController();
    const options = { signal: gone.signal };
    let down = false;
    let timer = 0;

    const takeSelection = () => {
      if (desk.editing.value !== null) return;
      const passage = selectedPassage(desk.index.value, root);
      if (passage !== null) desk.choice.value = { anchor: passage.first, focus: passage.last };
    };
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      const turn = desk.index.value.turns[Number(event.target.closest<HTMLElement>(".turn")?.dataset["place"] ?? -1)];
      const does = event.target.closest<HTMLElement>("[data-do]")?.dataset["do"];
      if (turn !== undefined && does !== undefined) {
        if (does === "hearTurn") player.playFrom(turn.start);
        else if (does === "edit") desk.editing.value = turn.id;
        else if (does === "choose") desk.choice.value = wholeTurn(desk.index.value, desk.index.value.firstOf[desk.index.value.turns.indexOf(turn)] ?? 0);
        else if (does === "who") sayWho(desk, turn.id);
        else if (does === "machine") toggleMachine(turn.id);
        else if (does === "speaker") speakerTurn.value = speakerTurn.value === turn.id ? null : turn.id;
        return;
      }
      const word = wordIdOf(event.target);
      const position = word === null ? null : positionOf(desk.index.value, word);
      if (position === null || event.detail > 1) return;
      if (desk.tapping.value !== null) {
        const first = desk.tapping.value === "first";
        desk.choice.value = { anchor: first ? position : desk.choice.value?.anchor ?? position, focus: position };
        desk.tapping.value = first ? "last" : null;
        return;
      }
      if (event.shiftKey) {
        desk.choice.value = { anchor: desk.choice.value?.anchor ?? Math.max(0, desk.current.value), focus: position };
        return;
      }
      if (window.getSelection()?.isCollapsed === false) return;
      desk.choice.value = null;
      desk.following.value = true;
      if (turn !== undefined) desk.difference.value = differenceAt(desk, turn, position)?.id ?? null;
      player.playFrom(desk.index.value.words[position]?.start ?? 0);
    };
    const onDoubleClick = (event: MouseEvent) => {
      if (!desk.mayEdit.value || event.shiftKey || wordIdOf(event.target) === null || !(event.target instanceof Element)) return;
      const turn = desk.index.value.turns[Number(event.target.closest<HTMLElement>(".turn")?.dataset["place"] ?? -1)];
      if (turn === undefined) return;
      window.getSelection()?.removeAllRanges();
      desk.choice.value = null;
      player.pause();
      desk.editing.value = turn.id;
    };
    root.addEventListener("click", onClick, options);
    root.addEventListener("dblclick", onDoubleClick, options);
    root.addEventListener("pointerdown", (event) => {
      down = event.pointerType === "mouse";
      // shift and click chooses words here, not letters in the browser's way
      if (event.shiftKey && wordIdOf(event.target) !== null) window.getSelection()?.removeAllRanges();
    }, options);
    root.addEventListener("mousedown", (event) => { if (event.shiftKey && wordIdOf(event.target) !== null) event.preventDefault(); }, options);
    window.addEventListener("pointerup", () => {
      if (!down) return;
      down = false;
      window.setTimeout(takeSelection);
    }, options);
    // fingers and the browser's own keys: wait until the selection rests
    document.addEventListener("selectionchange", () => {
      window.clearTimeout(timer);
      if (!down) timer = window.setTimeout(takeSelection, 250);
    }, options);
    return () => { gone.abort(); window.clearTimeout(timer); };
  }, [desk, player]);
}
