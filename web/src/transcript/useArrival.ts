import { useEffect } from "preact/hooks";
import type { Player } from "../player/Player";
import { address, go } from "../router";
import type { Desk } from "./Desk";
import { positionAt, positionOf } from "./words";

/** Goes to the place the address asks for: `word` (an id) or `t` (seconds), heard at once with `play=1`. */
export function useArrival(desk: Desk, player: Player): void {
  const query = address.value.search;
  const transcript = desk.transcript.value?.id;
  const ready = desk.recording.value?.state === "ready";
  useEffect(() => {
    const wanted = new URLSearchParams(query);
    const word = wanted.get("word");
    const seconds = wanted.get("t");
    if (!ready || (word === null && seconds === null) || (word !== null && transcript === undefined)) return;
    const index = desk.index.value;
    const position = word === null ? positionAt(index, Number(seconds)) : positionOf(index, Number(word));
    const start = word !== null && position !== null ? index.words[position]?.start ?? 0 : Number(seconds ?? 0);
    if (!Number.isFinite(start)) return;
    player.seek(start);
    if (position !== null && position >= 0) {
      desk.current.value = position;
      // the words are drawn after this; then they can be brought into view
      requestAnimationFrame(() => desk.reveal(position));
    }
    if (wanted.get("play") !== "1") return;
    player.playFrom(start);
    wanted.delete("play");
    go(`${address.value.pathname}?${wanted.toString()}`, { replace: true });
  }, [query, transcript, ready]);
}
