import { useComputed, useSignal } from "@preact/signals";
import type { Change } from "../api/types";
import { tip } from "../commands/table";
import { dateWords, positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { Differences } from "./Differences";
import { doAgain, takeBack } from "./Undo";
import { locale, said, t } from "../texts/texts";

const shownAtOnce = 100;

/** What was changed in this recording, by whom and when, the newest first; what one typed and could not be stored; undo and redo. */
export function Changes({ desk, player }: { desk: Desk; player: Player }) {
  const changes = desk.steps.changes.value;
  const shown = useSignal(shownAtOnce);
  const mine = useSignal(false);
  const listed = useComputed(() => [...(desk.steps.changes.value ?? [])].reverse().filter((change) => !mine.value || change.mine));
  const waiting = [...desk.typed.texts.value.values()].filter((one) => one.turnId !== desk.editing.value);
  const { value: undo } = desk.steps.undo;
  const { value: redo } = desk.steps.redo;
  return (
    <div class="changes">
      {waiting.length > 0 && (
        <section class="stack" aria-label={t("Not stored yet")}>
          <h3>{t("Not stored yet")}</h3>
          {waiting.map((one) => (
            <div key={one.turnId} class="waiting-text">
              <p class="small quiet-text">{positionWords(one.start)} · {one.stopped ?? t("Waits for the server; it is sent by itself.")}</p>
              <Differences before={one.before} after={one.text} />
              <div class="row tight">
                {desk.transcript.value?.turns.some((turn) => turn.id === one.turnId) === true && <button class="button small" onClick={() => { desk.editing.value = one.turnId; }}>{t("Open the turn with it")}</button>}
                <button class="button small quiet" onClick={() => desk.typed.forget(one.turnId)}>{t("Throw it away")}</button>
              </div>
            </div>
          ))}
        </section>
      )}
      {desk.mayEdit.value && (
        <div class="row tight">
          <button class="button small" title={undo === null ? tip("takeBack") : `${tip("takeBack")}: ${said(undo.text)}`} disabled={undo === null} onClick={() => void takeBack(desk)}>{t("Undo")}</button>
          <button class="button small" title={redo === null ? tip("doAgain") : `${tip("doAgain")}: ${said(redo.text)}`} disabled={redo === null} onClick={() => void doAgain(desk)}>{t("Redo")}</button>
          <label class="check small"><input type="checkbox" checked={mine.value} onChange={(event) => { mine.value = event.currentTarget.checked; }} />{" "}{t("Only mine")}</label>
        </div>
      )}
      {changes === null ? <p class="quiet-text">{t("Nothing is kept about changes of this recording.")}</p>
        : listed.value.length === 0 ? <p class="quiet-text">{t("Nobody has changed anything yet. What is corrected, checked or tagged is listed here, and can be taken back.")}</p>
        : (
          <ol class="change-list">
            {listed.value.slice(0, shown.value).map((change) => <Row key={change.id} desk={desk} player={player} change={change} />)}
          </ol>
        )}
      {listed.value.length > shown.value && <button class="button small" onClick={() => { shown.value += shownAtOnce; }}>{t("Show older ones")}</button>}
    </div>
  );
}

function Row({ desk, player, change }: { desk: Desk; player: Player; change: Change }) {
  const read = change.before !== "" || change.after !== "";
  const { start } = change;
  return (
    <li class={change.undone ? "change undone" : "change"}>
      <p dir="auto">{said(change.text)}{change.undone && <span class="chip">{t("Taken back")}</span>}</p>
      {read && <Differences before={change.voices === null ? change.before : said(change.voices.before)} after={change.voices === null ? change.after : said(change.voices.after)} />}
      <p class="small quiet-text"><span dir="auto">{change.by.name}</span>, {dateWords(change.at)}, {new Date(change.at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" })}</p>
      <div class="row tight">
        {start !== null && <button class="button small quiet" onClick={() => { desk.steps.show(change); player.playFrom(start); }}>{t("Hear it")}</button>}
        {start === null && change.turnIds.length > 0 && <button class="button small quiet" onClick={() => desk.steps.show(change)}>{t("Show it")}</button>}
        {change.mine && !change.undone && desk.mayEdit.value && <button class="button small quiet" onClick={() => void desk.guarded(() => desk.steps.move("undo", change.id))}>{t("Take it back")}</button>}
      </div>
    </li>
  );
}
