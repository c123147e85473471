import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { Icon } from "../parts/Icon";
import type { LiveRecording } from "../recorder/recording";
import { Meter, warningWords } from "./Meter";
import { t } from "../texts/texts";

/** Who is heard, by microphone: a level each, and whether somebody speaks into it now. */
export function Heard({ live }: { live: LiveRecording }) {
  const { value: chosen } = live.chosen;
  return <div class="heard">{chosen.map((each, at) => <One key={at} live={live} at={at} name={chosen.length === 1 ? null : each.speaker ?? t("Microphone {channel}", { channel: at + 1 })} />)}</div>;
}

function One({ live, at, name }: { live: LiveRecording; at: number; name: string | null }) {
  const speaks = useSignal(false);
  const read = useMemo(() => () => live.level(at), [live, at]);
  const heard = useMemo(() => (now: boolean) => { speaks.value = now; }, []);
  const warning = live.warning.value[at] ?? null;
  return (
    <div class={speaks.value ? "heard-one speaks" : "heard-one"}>
      {name !== null && <p class="small name" dir="auto">{name}{speaks.value && <span class="quiet-text">{" "}{t("is heard")}</span>}</p>}
      {live.open.value ? <Meter read={read} heard={heard} /> : <div class="level-bar" />}
      {warning !== null && live.phase.value !== "paused" && <p class="small warned"><Icon name="warning" size={13} />{warningWords(warning)}</p>}
    </div>
  );
}
