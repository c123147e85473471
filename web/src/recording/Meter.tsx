import { useEffect, useRef } from "preact/hooks";
import { decibels } from "../parts/LevelMeter";
import { t } from "../texts/texts";

export type Warning = "quiet" | "clipping" | "silent" | "gone" | null;

/** What is wrong with a microphone, and what to do about it. */
export function warningWords(warning: Warning): string {
  switch (warning) {
    case "quiet": return t("Too quiet: move it nearer");
    case "clipping": return t("Too loud: move it further away");
    case "silent": return t("No sound at all: is it switched off, or the wrong one?");
    case "gone": return t("It is gone: unplugged, or taken by another program");
    case null: return t("Good level");
  }
}

/** The level of one microphone, drawn every frame; screen readers get the words beside it. `heard` is told when somebody begins or stops being heard. */
export function Meter({ read, heard }: { read: () => number; heard?: (now: boolean) => void }) {
  const fill = useRef<HTMLSpanElement>(null);
  const peak = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = 0;
    let shown = 0;
    let held = 0;
    let speaks = false;
    let last = 0;
    const draw = (now: number) => {
      const level = read();
      const part = (decibels(level) + 60) / 60;
      shown = Math.max(part, shown - 0.012);
      held = Math.max(part, held - 0.004);
      if (fill.current !== null) fill.current.style.width = `${shown * 100}%`;
      if (peak.current !== null) peak.current.style.insetInlineStart = `${held * 100}%`;
      if (decibels(level) > -38) last = now;
      const speaksNow = last > 0 && now - last < 700;
      if (speaksNow !== speaks) {
        speaks = speaksNow;
        heard?.(speaks);
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [read]);
  return <div class="level-bar" aria-hidden="true"><span class="level-fill" ref={fill} /><span class="level-peak" ref={peak} /></div>;
}
