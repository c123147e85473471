import { useEffect, useRef } from "preact/hooks";
import WaveSurfer from "wavesurfer.js";
import RegionsPlugin from "wavesurfer.js/plugins/regions";
import type { Peaks } from "../api/types";
import { theme } from "../state/theme";
import type { Player } from "./Player";

/** A stretch shown on the waveform. */
export interface Band {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly kind: "tag" | "review" | "lit" | "chosen";
}

interface Props {
  player: Player;
  peaks: Peaks;
  bands: readonly Band[];
  hear: (band: Band) => void;
}

/** The shape of the sound with the tags on it. Clicking goes there; the peaks come from the server, no sound is decoded here. */
export function Waveform({ player, peaks, bands, hear }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const regions = useRef<RegionsPlugin | null>(null);
  const shown = useRef(bands);
  shown.current = bands;
  const hearBand = useRef(hear);
  hearBand.current = hear;

  useEffect(() => {
    if (box.current === null) return;
    const plugin = RegionsPlugin.create();
    const wave = WaveSurfer.create({
      container: box.current, media: player.audio, peaks: channels(peaks), duration: peaks.durationSeconds, plugins: [plugin],
      height: 44, normalize: true, cursorWidth: 2, barWidth: 2, barGap: 1, barRadius: 1, dragToSeek: true, hideScrollbar: true, ...colours(),
    });
    const stops = [
      wave.on("interaction", () => player.leaveStretch()),
      plugin.on("region-clicked", (region, event) => {
        event.stopPropagation();
        const band = shown.current.find((one) => one.key === region.id);
        if (band !== undefined) hearBand.current(band);
      }),
    ];
    regions.current = plugin;
    const recolour = () => wave.setOptions(colours());
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", recolour);
    const stopTheme = theme.subscribe(() => { requestAnimationFrame(recolour); });
    return () => {
      dark.removeEventListener("change", recolour);
      stopTheme();
      for (const stop of stops) stop();
      regions.current = null;
      wave.destroy();
    };
  }, [player, peaks]);

  useEffect(() => {
    const plugin = regions.current;
    if (plugin === null) return;
    plugin.clearRegions();
    for (const band of bands) {
      const region = plugin.addRegion({ id: band.key, start: band.start, end: Math.max(band.end, band.start + 0.05), drag: false, resize: false, color: "transparent" });
      region.element?.setAttribute("part", `band band-${band.kind}`);
      if (region.element !== null) region.element.title = band.label;
    }
  }, [bands, peaks, player]);

  return <div class="waveform" ref={box} aria-hidden="true" />;
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
