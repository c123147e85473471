import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { positionWords } from "../parts/words";
import { useAct } from "../state/act";
import type { Desk } from "./Desk";
import { lift, redact } from "./redacted";
import { plural, t } from "../texts/texts";

/** The form that redacts the chosen words, and a line for what is redacted in this recording. */
export function RedactBar({ desk }: { desk: Desk }) {
  const shown = useSignal(false);
  const { busy, problem, act } = useAct();
  const known = desk.redactions.value;
  const passage = desk.passage.value;
  const asking = desk.redacting.value && passage !== null && desk.mayEdit.value;
  const list = known?.redactions ?? [];
  if (!asking && list.length === 0) return null;
  const go = (start: number) => {
    desk.following.value = false;
    desk.steps.show({ turnIds: [], start });
  };
  return (
    <>
      {asking && <RedactForm key={`${passage.first}-${passage.last}`} desk={desk} />}
      {list.length > 0 && (
        <section class="work-bar" aria-label={t("Redacted passages")}>
          <span class="grow">
            {known?.maySee === true
              ? plural(list.length, "One passage is redacted. You see its words struck out; others see and hear nothing of them, and they leave in no file.", "{count} passages are redacted. You see their words struck out; others see and hear nothing of them, and they leave in no file.")
              : plural(list.length, "One passage is redacted. Its words are hidden from you, and its sound is silent.", "{count} passages are redacted. Their words are hidden from you, and their sound is silent.")}
          </span>
          <button class="button small" aria-expanded={shown.value} onClick={() => { shown.value = !shown.value; }}>{shown.value ? t("Hide the list") : t("Show the list")}</button>
          {shown.value && (
            <ul class="redactions">
              {list.map((one) => (
                <li key={one.id}>
                  <button class="button small quiet" title={t("Show it in the transcript")} onClick={() => go(one.start)}>{positionWords(one.start)}</button>
                  <span dir="auto" class="grow">{one.reason}</span>
                  <span class="small quiet-text" dir="auto">{one.by.name}</span>
                  {known?.mayLift === true && <button class="button small" disabled={busy} onClick={() => void act(() => lift(desk, one))}>{t("Lift")}</button>}
                </li>
              ))}
            </ul>
          )}
          {problem !== null && <p class="wrong-text" role="alert">{problem}</p>}
        </section>
      )}
    </>
  );
}

function RedactForm({ desk }: { desk: Desk }) {
  const field = useRef<HTMLInputElement>(null);
  const reason = useSignal("");
  const { busy, problem, act } = useAct();
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true }); };
  }, []);
  const close = () => { desk.redacting.value = false; };
  const passage = desk.passage.value;
  if (passage === null) return null;
  const count = passage.last - passage.first + 1;
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason.value.trim() === "") { field.current?.focus(); return; }
    void act(() => redact(desk, passage, reason.value.trim())).then((done) => { if (done) close(); });
  };
  return (
    <form class="work-bar" aria-label={t("Redact the chosen words")} onSubmit={submit} onKeyDown={(event) => { if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(); } }}>
      <label class="grow redact-reason">
        <span>{plural(count, "Why is this word redacted?", "Why are these {count} words redacted?")}</span>
        <input ref={field} class="input" value={reason.value} required maxLength={500} dir="auto" placeholder={t("a client’s name")} onInput={(event) => { reason.value = event.currentTarget.value; }} />
      </label>
      <button class="button small primary" type="submit" disabled={busy}>{busy ? t("Redacting…") : t("Redact in text and sound")}</button>
      <button class="button small quiet icon" type="button" title={tip("leave", t("Close"))} aria-label={t("Close")} onClick={close}><Icon name="close" size={13} /></button>
      {problem !== null && <p class="wrong-text" role="alert">{problem}</p>}
    </form>
  );
}
