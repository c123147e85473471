import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Session } from "../api/types";
import { Captions, turnsOf } from "../captions/captions";
import { tip } from "../commands/table";
import { Check } from "../parts/fields";
import { keep, kept } from "../state/kept";
import type { LiveRecording } from "../recorder/recording";
import { t } from "../texts/texts";

/** Captions as people speak: words that stay are dark, words that may still change are lighter. They are a help; the transcript is made from the recording. */
export function CaptionPane({ live, session, hide }: { live: LiveRecording; session: Session; hide: () => void }) {
  const captions = useMemo(() => new Captions(session.id), [session.id]);
  const aloud = useSignal(kept("captions-aloud") === "yes");
  const box = useRef<HTMLDivElement>(null);
  const open = live.open.value;
  const microphones = live.chosen.value.length;
  // the stream is another when the microphone was taken up again, or another was chosen
  const heard = live.stream?.id ?? null;
  const paused = live.phase.value === "paused";
  useEffect(() => {
    const { stream } = live;
    if (!open || stream === null) return;
    captions.start(stream, microphones);
    if (live.phase.peek() === "paused") captions.pause();
    return () => captions.stop();
  }, [captions, open, microphones, heard]);
  useEffect(() => { if (paused) captions.pause(); else captions.resume(); }, [paused]);
  const turns = turnsOf(captions.lines.value, 30);
  useEffect(() => { if (box.current !== null) box.current.scrollTop = box.current.scrollHeight; }, [captions.lines.value]);
  const words = (each: readonly { text: string }[]) => each.map((one) => one.text).join(" ");
  const name = (channel: number) => live.chosen.value[channel]?.speaker ?? t("Microphone {channel}", { channel: channel + 1 });
  return (
    <section class="panel captions" aria-labelledby="captions-title">
      <div class="panel-head">
        <h2 id="captions-title">{t("Captions")}</h2>
        <span class="small quiet-text">{captions.message.value}</span>
        <button class="button small quiet" title={tip("captions", t("Hide the captions"))} onClick={hide}>{t("Hide")}</button>
      </div>
      <div class="caption-words" ref={box} tabIndex={0} role="group" aria-label={t("What is said")} lang={session.language}>
        {turns.length === 0 && <p class="quiet-text small">{captions.state.value === "unavailable" ? t("The recording goes on without them.") : t("What is said appears here. It is a help only; the transcript is made afterwards.")}</p>}
        {turns.map((turn) => (
          <p key={`${turn.channel} ${turn.start}`} dir="auto">
            {microphones > 1 && <b>{name(turn.channel)} </b>}
            {words(turn.fixed)} <span class="may-change">{words(turn.open)}</span>
          </p>
        ))}
      </div>
      <div class="caption-foot small"><Check checked={aloud.value} set={(on) => { aloud.value = on; keep("captions-aloud", on ? "yes" : null); }}>{t("Let the screen reader read them out")}</Check></div>
      {aloud.value && <p class="sr" role="log" aria-live="polite">{words(turns.at(-1)?.fixed ?? [])}</p>}
    </section>
  );
}
