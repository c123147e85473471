import { memo } from "preact/compat";
import { useEffect, useRef } from "preact/hooks";
import WaveSurfer from "wavesurfer.js";
import type { Peaks } from "../api/types";
import { theme } from "../state/theme";
import type { Player } from "./Player";

/** A stretch shown on the waveform. */
export interface Band {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly kind: "tag" | "review" | "lit" | "chosen" | "mark";
}

interface Props {
  player: Player;
  peaks: Peaks;
  bands: readonly Band[];
  /** the chosen words; apart from the others, which do not change with them */
  chosen: Band | null;
  hear: (band: Band) => void;
}

/**
 * The stretches over the waveform, placed by parts of its width. The plugin of wavesurfer asks the page for its width for every one of them, and with hundreds of tags
 * that is hundreds of layouts of the whole transcript for one key.
 */
const Bands = memo(function Bands({ bands, seconds, hear }: { bands: readonly Band[]; seconds: number; hear: (band: Band) => void }) {
  const part = (time: number) => 100 * Math.min(1, Math.max(0, time / seconds));
  return (
    <div class="bands">
      {bands.map((band) => (
        <div key={band.key} class={`band band-${band.kind}`} title={band.label} style={{ insetInlineStart: `${part(band.start)}%`, width: `${part(Math.max(band.end, band.start + 0.05)) - part(band.start)}%` }} onClick={() => hear(band)} />
      ))}
    </div>
  );
});

/** The shape of the sound with the tags on it. Clicking goes there; the peaks come from the server, no sound is decoded here. */
export function Waveform({ player, peaks, bands, chosen, hear }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const hearBand = useRef(hear);
  hearBand.current = hear;

  useEffect(() => {
    if (box.current === null) return;
    const wave = WaveSurfer.create({
      container: box.current, media: player.audio, peaks: channels(peaks), duration: peaks.durationSeconds,
      height: 44, normalize: true, cursorWidth: 2, barWidth: 2, barGap: 1, barRadius: 1, dragToSeek: true, hideScrollbar: true, ...colours(),
    });
    const stop = wave.on("interaction", () => player.leaveStretch());
    const recolour = () => wave.setOptions(colours());
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", recolour);
    const stopTheme = theme.subscribe(() => { requestAnimationFrame(recolour); });
    return () => {
      dark.removeEventListener("change", recolour);
      stopTheme();
      stop();
      wave.destroy();
    };
  }, [player, peaks]);

  const hearNow = useRef((band: Band) => hearBand.current(band)).current;
  return (
    <div class="waveform" dir="ltr" aria-hidden="true">
      <div ref={box} />
      {peaks.durationSeconds > 0 && <Bands bands={bands} seconds={peaks.durationSeconds} hear={hearNow} />}
      {chosen !== null && peaks.durationSeconds > 0 && <Bands bands={[chosen]} seconds={peaks.durationSeconds} hear={hearNow} />}
    </div>
  );
}

/** Upper and lower halves, as wavesurfer wants them. */
function channels(peaks: Peaks): number[][] {
  return [peaks.peaks.filter((_, at) => at % 2 === 1), peaks.peaks.filter((_, at) => at % 2 === 0)];
}

function colours(): { waveColor: string; progressColor: string; cursorColor: string } {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return { waveColor: token("--line-strong"), progressColor: token("--accent"), cursorColor: token("--ink") };
}
