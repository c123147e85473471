import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../texts/texts";

/** Decibels below the loudest there is, for a sample of 0..1; never below -60. */
export function decibels(level: number): number {
  return level <= 0 ? -60 : Math.max(-60, 20 * Math.log10(level));
}

/** What to say about the loudest of the last seconds. */
export function levelWords(loudest: number): string {
  const db = decibels(loudest);
  if (db > -1) return t("Too loud: move the microphone away");
  if (db > -36) return t("Good level");
  if (db > -50) return t("Quiet: move the microphone nearer");
  return t("Hardly any sound");
}

/** The level of the microphone, drawn every frame; its meaning in words, every two seconds. */
export function LevelMeter({ read }: { read: () => number }) {
  const fill = useRef<HTMLSpanElement>(null);
  const peak = useRef<HTMLSpanElement>(null);
  const words = useSignal(t("Listening…"));
  useEffect(() => {
    let frame = 0;
    let shown = 0;
    let held = 0;
    let loudest = 0;
    let said = performance.now();
    const draw = (now: number) => {
      const level = read();
      loudest = Math.max(loudest, level);
      const part = (decibels(level) + 60) / 60;
      shown = Math.max(part, shown - 0.012);
      held = Math.max(part, held - 0.004);
      if (fill.current !== null) fill.current.style.width = `${shown * 100}%`;
      if (peak.current !== null) peak.current.style.insetInlineStart = `${held * 100}%`;
      if (now - said > 2000) {
        words.value = levelWords(loudest);
        loudest = 0;
        said = now;
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [read]);
  return (
    <div class="level">
      <div class="level-bar" aria-hidden="true"><span class="level-fill" ref={fill} /><span class="level-peak" ref={peak} /></div>
      <p class="small quiet-text">{words.value}</p>
    </div>
  );
}
