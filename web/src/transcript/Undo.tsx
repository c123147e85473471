import { tip } from "../commands/table";
import type { Desk, Done } from "./Desk";
import { plural, t } from "../texts/texts";

/** What was done last, and how to take it back; or what went wrong beside it; or what somebody else did. Stays until the next thing or until closed. */
export function Undo({ desk }: { desk: Desk }) {
  const done = desk.done.value;
  const trouble = desk.trouble.value;
  const news = desk.steps.news.value;
  const stopped = [...desk.typed.texts.value.values()].filter((one) => one.stopped !== undefined && one.turnId !== desk.editing.value);
  return (
    <div class="undo" role="status">
      {trouble !== null && <p class="undo-line trouble"><span>{trouble}</span><button class="button small quiet" onClick={() => { desk.trouble.value = null; }}>{t("Close")}</button></p>}
      {desk.notice.value !== null && <p class="undo-line"><span>{desk.notice.value}</span><button class="button small quiet" onClick={() => { desk.notice.value = null; }}>{t("Close")}</button></p>}
      {stopped.length > 0 && (
        <p class="undo-line trouble">
          <span>{plural(stopped.length, "What you typed into one turn is not stored. It is kept in this browser.", "What you typed into {count} turns is not stored. It is kept in this browser.")}</span>
          <button class="button small" title={tip("changes")} onClick={() => desk.showChanges()}>{t("Look at it")}</button>
        </p>
      )}
      {news !== null && (
        <p class="undo-line news">
          <span dir="auto">{news.text}</span>
          {news.turnIds.length > 0 && <button class="button small" onClick={() => { desk.following.value = false; desk.steps.show({ turnIds: [...news.turnIds], start: null }); }}>{t("Show")}</button>}
          <button class="button small quiet" onClick={() => { desk.steps.news.value = null; }}>{t("Close")}</button>
        </p>
      )}
      {done !== null && (
        <p class="undo-line">
          <span>{done.text}</span>
          <button class="button small" title={tip(done.label === undefined ? "takeBack" : "doAgain")} onClick={() => void run(desk, done)}>{done.label ?? t("Undo")}</button>
          <button class="button small quiet" onClick={() => { desk.done.value = null; }}>{t("Close")}</button>
        </p>
      )}
    </div>
  );
}

/** The server's own steps are taken back there; what it keeps no step of, here. */
async function run(desk: Desk, done: Done): Promise<void> {
  desk.done.value = null;
  await desk.guarded(done.here === true || done.label !== undefined || !desk.steps.kept.value ? done.takeBack : () => desk.steps.move("undo"));
}

/** Ctrl+Z: my newest step, also of yesterday. */
export async function takeBack(desk: Desk): Promise<void> {
  const done = desk.done.value;
  if (done?.here === true) return run(desk, done);
  if (!(await known(desk))) return done === null ? undefined : run(desk, done);
  desk.trouble.value = null;
  await desk.guarded(() => desk.steps.move("undo"));
}

/** Ctrl+Shift+Z: what was taken back last. */
export async function doAgain(desk: Desk): Promise<void> {
  if (!(await known(desk))) return;
  desk.trouble.value = null;
  await desk.guarded(() => desk.steps.move("redo"));
}

/** Whether steps are kept here; a key pressed before the page has asked waits for the answer. */
async function known(desk: Desk): Promise<boolean> {
  if (!desk.steps.kept.value) await desk.steps.look();
  return desk.steps.kept.value;
}
