import { useEffect } from "preact/hooks";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import type { LiveRecording } from "../recorder/recording";
import { keep, kept } from "../state/kept";
import { t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

/** Off until somebody wants it: the alarm would be on the recording, and break into what the learner says. */
export const alarmSounds = {
  get on(): boolean { return kept("alarm-sound") === "on"; },
  set on(on: boolean) { keep("alarm-sound", on ? "on" : null); },
};

/** Something is wrong now, during the session: big and plain, until somebody says that they have seen it. */
export function AlarmBanner({ live, over }: { live: LiveRecording; /** the person is finishing it: what the microphone hears does not matter any more */ over: boolean }) {
  const alarm = over && (live.alarm.value?.kind === "dead" || live.alarm.value?.kind === "no-speech") ? null : live.alarm.value;
  useCommands({ silence: () => alarm !== null && live.silence() });
  const kind = alarm?.kind ?? null;
  useEffect(() => {
    if (kind === null) return;
    const title = document.title;
    document.title = t("⚠ Look at the recording");
    // of touch screens that can, and silent for a microphone in most rooms
    if ("vibrate" in navigator) navigator.vibrate([200, 100, 200]);
    const stop = alarmSounds.on ? beep() : () => undefined;
    return () => { document.title = title; stop(); };
  }, [kind]);
  if (alarm === null) return null;
  return (
    <div class="alarm" role="alert">
      <Icon name="warning" size={32} />
      <p class="grow">{alarm.message}</p>
      <button class="button large" title={tip("silence")} onClick={() => live.silence()}>{tx("I have seen it {key}", { key: <Key of="silence" /> })}</button>
    </div>
  );
}

/** Two short tones every three seconds. */
function beep(): () => void {
  const context = new AudioContext();
  const tone = () => {
    for (const at of [0, 0.25]) {
      const oscillator = context.createOscillator();
      const gain = context.createGain();
      oscillator.frequency.value = 880;
      gain.gain.value = 0.15;
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(context.currentTime + at);
      oscillator.stop(context.currentTime + at + 0.15);
    }
  };
  tone();
  const timer = window.setInterval(tone, 3000);
  return () => { window.clearInterval(timer); void context.close(); };
}
