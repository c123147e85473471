import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Recording, Session } from "../api/types";
import { Notice } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { clockWords, positionWords } from "../parts/words";
import { usualName } from "../recorder/recording";
import { useAct } from "../state/act";
import { t } from "../texts/texts";

export const nameOf = (recording: Recording, session: Session): string => (recording.source === "microphone" && recording.fileName.startsWith(usualName(session)) ? t("Recorded {createdAt}", { createdAt: clockWords(recording.createdAt) }) : recording.source === "joined" ? t("Joined {createdAt}", { createdAt: clockWords(recording.createdAt) }) : recording.fileName);

/** Those that can be one timeline with others. */
export const joinable = (recordings: readonly Recording[]): Recording[] => recordings.filter((each) => each.state === "ready" && !each.setAside);

/** Two or more recordings of one session become one timeline, in the order given; nothing is transcribed again, and it can be undone. */
export function JoinForm({ session, changed }: { session: Session; changed: () => Promise<void> }) {
  const open = useSignal(false);
  const order = useSignal<readonly string[]>([]);
  const { busy, problem, act } = useAct();
  const all = joinable(session.recordings);
  if (all.length < 2) return null;
  const listed = [...order.value.filter((id) => all.some((each) => each.id === id)), ...all.map((each) => each.id).filter((id) => !order.value.includes(id))].flatMap((id) => all.find((each) => each.id === id) ?? []);
  const chosen = listed.filter((each) => order.value.includes(each.id));
  const toggle = (id: string, on: boolean) => { order.value = on ? [...order.value, id] : order.value.filter((each) => each !== id); };
  const move = (at: number, by: -1 | 1) => {
    const next = chosen.map((each) => each.id);
    const [one, other] = [next[at], next[at + by]];
    if (one === undefined || other === undefined) return;
    next[at] = other;
    next[at + by] = one;
    order.value = next;
  };
  const begin = () => {
    order.value = [...all].sort((one, other) => one.createdAt.localeCompare(other.createdAt)).map((each) => each.id);
    open.value = true;
  };
  const join = () => void act(async () => {
    await api.joinRecordings(session.id, chosen.map((each) => each.id));
    open.value = false;
    await changed();
  });
  if (!open.value) return <p><button class="button small" onClick={begin}>{t("Join recordings into one timeline")}</button> <span class="hint">{t("For a session that was recorded in parts. It can be undone")}</span></p>;
  return (
    <form class="panel pad-2 stack" aria-label={t("Join recordings")} onSubmit={(event) => { event.preventDefault(); join(); }}>
      <h2>{t("Join into one timeline")}</h2>
      <p class="small quiet-text">{t("In this order. Transcripts, corrections, names of speakers, tags and marks come along, nothing is transcribed again. The parts are set aside and kept.")}</p>
      {problem !== null && <Notice kind="problem">{t("Not joined. {problem}", { problem })}</Notice>}
      <ol class="join-list">
        {listed.map((each, at) => {
          const on = order.value.includes(each.id);
          const name = nameOf(each, session);
          return (
            <li key={each.id} class={on ? "on" : ""}>
              <label class="check grow"><input type="checkbox" checked={on} onChange={(event) => toggle(each.id, event.currentTarget.checked)} /><span dir="auto">{name}{each.durationSeconds !== null && <span class="quiet-text">, {positionWords(each.durationSeconds)}</span>}{each.transcriptId === null && <span class="quiet-text">{t(", not transcribed")}</span>}</span></label>
              {on && (
                <span class="edit-tools">
                  <button type="button" class="button icon small quiet" aria-label={t("Move {name} up", { name })} title={t("Earlier")} disabled={at === 0} onClick={() => move(at, -1)}><Icon name="up" size={13} /></button>
                  <button type="button" class="button icon small quiet" aria-label={t("Move {name} down", { name })} title={t("Later")} disabled={at >= chosen.length - 1} onClick={() => move(at, 1)}><Icon name="down" size={13} /></button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div class="actions"><button class="button primary" disabled={busy || chosen.length < 2}>{busy ? t("Joining…") : t("Join {which}", { which: chosen.length < 2 ? "" : t("these {chosen}", { chosen: chosen.length }) })}</button><button type="button" class="button quiet" onClick={() => { open.value = false; }}>{t("Leave it")}</button></div>
    </form>
  );
}

/** A joined recording taken apart again: its parts come back, it is set aside. */
export async function takeApart(recording: Recording): Promise<void> {
  await api.setAside(recording.id, true);
  for (const part of recording.joinedFrom) await api.setAside(part.recordingId, false);
}
