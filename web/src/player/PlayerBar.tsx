import { useComputed, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { positionWords } from "../parts/words";
import type { Player } from "./Player";
import { fastest, showSpeed, slowest } from "./speed";
import { t } from "../texts/texts";

interface Props {
  player: Player;
  durationSeconds: number;
  /** repeats what is chosen, or stops repeating */
  loop: () => void;
  /** the waveform, or what stands for it while there is none */
  children: ComponentChildren;
}

/** The controls under the transcript: play, where it is, the waveform, speed, repeat. */
export function PlayerBar({ player, durationSeconds, loop, children }: Props) {
  const second = useSignal(Math.floor(player.seconds));
  useEffect(() => player.onTime((seconds) => { second.value = Math.floor(seconds); }), [player]);
  const repeating = useComputed(() => player.stretch.value?.repeat === true);
  const playing = player.playing.value;
  return (
    <section class="player" aria-label={t("Player")}>
      <div class="player-keys">
        <button class="button icon quiet" title={tip("back")} aria-label={t("Back 5 seconds")} onClick={() => player.skip(-5)}><Skip back /></button>
        <button class="button icon primary play" title={tip("play")} aria-label={playing ? t("Pause") : t("Play")} onClick={() => player.toggle()}>
          <Icon name={playing ? "pause" : "play"} size={18} />
        </button>
        <button class="button icon quiet" title={tip("forward")} aria-label={t("Forward 5 seconds")} onClick={() => player.skip(5)}><Skip /></button>
      </div>
      <span class="player-time"><b>{positionWords(second.value)}</b> / {positionWords(durationSeconds)}</span>
      <div class="player-wave">
        {children}
        <input
          class="player-seek" type="range" min={0} max={Math.ceil(durationSeconds)} step={1} value={second.value} aria-label={t("Place in the recording")}
          aria-valuetext={t("{second} of {durationSeconds}", { second: positionWords(second.value), durationSeconds: positionWords(durationSeconds) })} onInput={(event) => player.seek(event.currentTarget.valueAsNumber)}
        />
        {player.failing.value && (
          <p class="player-failing" role="alert">{t("The sound could not be fetched. The recording on the server is safe.")}{" "}<button class="button small" onClick={() => player.retry()}>{t("Try again")}</button></p>
        )}
      </div>
      <div class="player-more">
        <div class="speed" role="group" aria-label={t("Speed")}>
          <button class="button small quiet icon" title={tip("slower")} aria-label={t("Slower")} disabled={player.speed.value <= slowest} onClick={() => player.changeSpeed(-1)}>−</button>
          <button class="button small quiet" title={tip("plainSpeed")} aria-label={t("Speed {speed}, back to usual", { speed: showSpeed(player.speed.value) })} onClick={() => player.setSpeed(1)}>{showSpeed(player.speed.value)}</button>
          <button class="button small quiet icon" title={tip("faster")} aria-label={t("Faster")} disabled={player.speed.value >= fastest} onClick={() => player.changeSpeed(1)}>+</button>
        </div>
        <button class="button small quiet icon" title={tip("loop")} aria-label={t("Repeat")} aria-pressed={repeating.value} onClick={loop}><Again /></button>
      </div>
    </section>
  );
}

function Again() {
  return (
    <svg width="18" height="18" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d="M2.5 8V6.5a2 2 0 0 1 2-2h8M10.5 2.3l2.2 2.2-2.2 2.2M13.5 8v1.5a2 2 0 0 1-2 2h-8M5.5 13.7l-2.2-2.2 2.2-2.2" />
    </svg>
  );
}

/** An arrow round a 5. */
function Skip({ back = false }: { back?: boolean }) {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <g transform={back ? undefined : "matrix(-1 0 0 1 22 0)"}><path d="M11 3.5a7.8 7.8 0 1 1-7 4.4M11 .9v5.2L7.6 3.5z" /></g>
      <text x="11" y="14.6" font-size="8.5" font-weight="600" text-anchor="middle" stroke="none" fill="currentColor">5</text>
    </svg>
  );
}
