import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { api } from "../api/calls";
import { Player } from "./Player";

/** One passage of any recording, heard where it is listed. */
export interface Clip {
  readonly key: string;
  readonly recordingId: string;
  readonly start: number;
  readonly end: number;
}

export interface Clips {
  /** the key of the clip being heard, null: silence */
  readonly playing: string | null;
  /** the key of the clip whose sound could not be fetched */
  readonly failing: string | null;
  readonly toggle: (clip: Clip) => void;
  readonly stop: () => void;
}

/** Hears passages in place, one at a time, each from its start to its end. The sound ends with the page. */
export function useClips(beforePlay: () => void = () => undefined): Clips {
  const player = useMemo(() => new Player(document.createElement("audio")), []);
  const clip = useSignal<Clip | null>(null);
  useEffect(() => () => player.close(), []);
  const playing = player.playing.value && clip.value !== null ? clip.value.key : null;
  return {
    playing,
    failing: player.failing.value && clip.value !== null ? clip.value.key : null,
    toggle: (next) => {
      if (playing === next.key) {
        player.audio.pause();
        return;
      }
      beforePlay();
      if (clip.value?.recordingId !== next.recordingId || player.failing.value) player.audio.src = api.audioAddress(next.recordingId);
      clip.value = next;
      player.playStretch(next.start, next.end);
    },
    stop: () => player.audio.pause(),
  };
}
