import { tip } from "../commands/table";
import type { Desk } from "./Desk";

/** What was done last, and how to take it back; or what went wrong beside it. Stays until the next thing or until closed. */
export function Undo({ desk }: { desk: Desk }) {
  const done = desk.done.value;
  const trouble = desk.trouble.value;
  return (
    <div class="undo" role="status">
      {trouble !== null && <p class="undo-line trouble"><span>{trouble}</span><button class="button small quiet" onClick={() => { desk.trouble.value = null; }}>Close</button></p>}
      {desk.notice.value !== null && <p class="undo-line"><span>{desk.notice.value}</span><button class="button small quiet" onClick={() => { desk.notice.value = null; }}>Close</button></p>}
      {done !== null && (
        <p class="undo-line">
          <span>{done.text}</span>
          <button class="button small" title={tip("takeBack")} onClick={() => void takeBack(desk)}>Undo</button>
          <button class="button small quiet" onClick={() => { desk.done.value = null; }}>Close</button>
        </p>
      )}
    </div>
  );
}

export async function takeBack(desk: Desk): Promise<void> {
  const done = desk.done.value;
  if (done === null) return;
  desk.done.value = null;
  await desk.guarded(done.takeBack);
}
