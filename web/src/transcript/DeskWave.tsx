import { useComputed } from "@preact/signals";
import type { Peaks } from "../api/types";
import type { Player } from "../player/Player";
import { Waveform, type Band } from "../player/Waveform";
import { bandsOf, chosenBand } from "./bands";
import type { Desk } from "./Desk";

/** The waveform of a transcript; a component of its own, so that choosing words draws nothing but their band. */
export function DeskWave({ desk, player, peaks }: { desk: Desk; player: Player; peaks: Peaks }) {
  const bands = useComputed<readonly Band[]>(() => bandsOf(desk));
  const chosen = useComputed(() => chosenBand(desk));
  const hear = (band: Band) => {
    if (band.end > band.start) player.playStretch(band.start, band.end);
    else {
      player.leaveStretch();
      player.seek(band.start);
    }
  };
  return <Waveform player={player} peaks={peaks} bands={bands.value} chosen={chosen.value} hear={hear} />;
}
