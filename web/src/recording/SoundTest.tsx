import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import { Bar } from "../parts/basics";
import { Icon } from "../parts/Icon";
import type { LiveRecording } from "../recorder/recording";
import { t } from "../texts/texts";

const SECONDS = 5;

/** Records five seconds and plays them, so that what will be on the recording is heard before it matters. Stored nowhere. */
export function SoundTest({ live }: { live: LiveRecording }) {
  const running = useSignal(false);
  const left = useSignal(0);
  const address = useSignal<string | null>(null);
  const problem = useSignal<string | null>(null);
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => () => { if (address.peek() !== null) URL.revokeObjectURL(address.peek() ?? ""); }, []);
  useEffect(() => {
    // a browser that does not play by itself leaves the button of the player
    if (address.value !== null) player.current?.play().catch(() => undefined);
  }, [address.value]);
  const begin = async () => {
    player.current?.pause();
    if (address.value !== null) URL.revokeObjectURL(address.value);
    address.value = null;
    problem.value = null;
    running.value = true;
    const since = performance.now();
    const timer = window.setInterval(() => { left.value = Math.min(1, (performance.now() - since) / (SECONDS * 1000)); }, 100);
    try {
      address.value = URL.createObjectURL(await live.test(SECONDS));
    } catch (failure) {
      problem.value = sentence(failure);
    } finally {
      window.clearInterval(timer);
      running.value = false;
      left.value = 0;
    }
  };
  return (
    <div class="sound-test" role="group" aria-label={t("Test")}>
      <button class="button" disabled={running.value || !live.open.value} onClick={() => void begin()}>
        <Icon name="mic" />{running.value ? t("Say something…") : address.value === null ? t("Record five seconds and hear them") : t("Test again")}
      </button>
      <span class="grow" role="status">
        {running.value ? <Bar part={left.value} label={t("Recording the test")} /> : problem.value !== null ? <span class="wrong-text small">{problem.value}</span>
          : address.value !== null ? <audio ref={player} controls src={address.value} aria-label={t("The test")} /> : <span class="hint">{t("Stored nowhere")}</span>}
      </span>
    </div>
  );
}
