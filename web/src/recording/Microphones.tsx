import { useMemo } from "preact/hooks";
import type { Session } from "../api/types";
import { Notice } from "../parts/basics";
import { SelectField } from "../parts/fields";
import { Icon } from "../parts/Icon";
import type { LiveRecording } from "../recorder/recording";
import { Meter, type Warning, warningWords } from "./Meter";
import { t } from "../texts/texts";

interface Props { live: LiveRecording; session: Session }

/** One microphone for everybody, or one for each of two people: which, who speaks into it, and whether it hears. */
export function Microphones({ live, session }: Props) {
  const all = live.microphones.value;
  const chosen = live.chosen.value;
  const set = (at: number, part: Partial<(typeof chosen)[number]>) => void live.choose(chosen.map((each, place) => (place === at ? { ...each, ...part } : each)));
  const free = all.find((each) => !chosen.some((other) => other.deviceId === each.id));
  const second = () => {
    const [first] = chosen;
    if (free === undefined || first === undefined) return;
    const [one, other] = speakersOf(session);
    void live.choose([{ ...first, speaker: first.speaker ?? one ?? null }, { deviceId: free.id, label: free.label, speaker: other ?? null }]);
  };
  return (
    <div class="stack">
      {live.problem.value !== null && (
        <Notice kind="problem" action={<button class="button small" onClick={() => void live.choose(chosen)}>{t("Try again")}</button>}>{live.problem.value}</Notice>
      )}
      <div class="microphones">
        {chosen.map((each, at) => (
          <Row key={at} live={live} at={at} two={chosen.length > 1} label={each.label}>
            {all.length > 1 && (
              <SelectField label={chosen.length > 1 ? t("Microphone {at}", { at: at + 1 }) : t("Microphone")} value={each.deviceId}
                set={(deviceId) => set(at, { deviceId, label: all.find((one) => one.id === deviceId)?.label ?? "" })} choices={all.map((one) => [one.id, one.label] as const)} />
            )}
            {chosen.length > 1 && (
              <SelectField label={t("Who speaks into it")} value={each.speaker ?? ""} set={(speaker) => set(at, { speaker: speaker === "" ? null : speaker })}
                choices={[["", t("More than one person")], ...speakersOf(session).map((name) => [name, name] as const)]} />
            )}
          </Row>
        ))}
      </div>
      {chosen.length === 1 && free !== undefined && (
        <p class="row"><button class="button small" onClick={second}><Icon name="plus" size={14} />{t("Use a second microphone")}</button><span class="hint">{t("One for each person: then who speaks is known for certain")}</span></p>
      )}
      {chosen.length === 2 && <p><button class="button small" onClick={() => void live.choose(chosen.slice(0, 1))}>{t("Use one microphone only")}</button></p>}
    </div>
  );
}

/** Names of those present; without a plan's people, learner and assessor. */
export function speakersOf(session: Session): string[] {
  const names = session.people.length > 0 ? session.people.map((each) => each.name) : [session.enrolment.assessor.name, session.enrolment.learner.name];
  return [...new Set(names)];
}

function Row({ live, at, two, label, children }: { live: LiveRecording; at: number; two: boolean; label: string; children: preact.ComponentChildren }) {
  const read = useMemo(() => () => live.level(at), [live, at]);
  const doubt = live.doubt.value[at] ?? null;
  const warning: Warning = live.warning.value[at] ?? null;
  return (
    <div class="microphone" role="group" aria-label={two ? t("Microphone {at}", { at: at + 1 }) : t("Microphone")}>
      {children}
      <div class="level">
        {live.open.value ? <Meter read={read} /> : <div class="level-bar" />}
        <p class={warning === null ? "small quiet-text" : "small warned"}>
          {live.open.value ? <>{warning !== null && <Icon name="warning" size={13} />}{warningWords(warning)}</> : t("Waiting for the microphone…")}
          {live.microphones.value.length === 1 && <span class="quiet-text" dir="auto"> · {label}</span>}
        </p>
        {doubt !== null && <p class="small warned"><Icon name="warning" size={13} />{doubt}</p>}
      </div>
    </div>
  );
}
