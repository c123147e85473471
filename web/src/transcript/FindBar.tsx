import { effect, useComputed, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { api } from "../api/calls";
import { isAbort, sentence } from "../api/problem";
import type { ReplacePreview } from "../api/types";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { count } from "../parts/words";
import type { Player } from "../player/Player";
import { stepIn } from "./cuts";
import type { Desk } from "./Desk";
import { findPlaces, mostPlaces, nextPlace } from "./find";
import { paint } from "./paint";
import { ReplaceList } from "./ReplaceList";
import { number, plural, t } from "../texts/texts";

/** So long after the last letter it is looked for: a key costs nothing but the letter. */
const findAfterMilliseconds = 120;
const previewAfterMilliseconds = 300;

/** Looks for words in this transcript and lights them; who may correct replaces them, each place to be left out by itself, in one step. */
export function FindBar({ desk, player }: { desk: Desk; player: Player }) {
  const field = useRef<HTMLInputElement>(null);
  const typed = useSignal("");
  const sought = useSignal("");
  const matchCase = useSignal(false);
  const wholeWords = useSignal(false);
  const replacing = useSignal(false);
  const replacement = useSignal("");
  const preview = useSignal<ReplacePreview | null>(null);
  const skipped = useSignal<ReadonlySet<string>>(new Set());
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const at = useSignal(-1);
  const places = useComputed(() => findPlaces(desk.index.value, { find: sought.value, matchCase: matchCase.value, wholeWords: wholeWords.value }));

  // at once, so that the next key is already for the field
  useLayoutEffect(() => {
    const before = document.activeElement;
    const chosen = desk.passage.peek();
    // one chosen name is what one wants to look for
    if (chosen !== null && chosen.last - chosen.first < 6) typed.value = sought.value = desk.index.peek().words.slice(chosen.first, chosen.last + 1).map((word) => word.text).join(" ").replace(/[.,;:!?]+$/u, "");
    if (field.current !== null) {
      field.current.value = typed.value;
      field.current.focus();
      field.current.select();
    }
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true }); };
  }, []);
  useEffect(() => effect(() => {
    const next = typed.value;
    const timer = window.setTimeout(() => { sought.value = next; }, findAfterMilliseconds);
    return () => window.clearTimeout(timer);
  }), []);
  useEffect(() => {
    const stop = effect(() => paint("found", desk.index.value, places.value));
    const here = effect(() => { const one = places.value[at.value]; paint("here", desk.index.value, one === undefined ? [] : [one]); });
    return () => { stop(); here(); paint("found", desk.index.peek(), []); paint("here", desk.index.peek(), []); };
  }, []);
  // what would be replaced is asked of the server, which does it; anew when the words changed meanwhile
  useEffect(() => effect(() => {
    const transcript = desk.transcript.value;
    const request = { find: sought.value, replace: replacement.value, matchCase: matchCase.value, wholeWords: wholeWords.value };
    if (!replacing.value || transcript === null || request.find.trim() === "") { preview.value = null; return undefined; }
    const gone = new AbortController();
    const timer = window.setTimeout(() => {
      api.previewReplace(transcript.id, { ...request, version: transcript.version }, gone.signal).then((answer) => {
        if (gone.signal.aborted) return;
        preview.value = answer;
        problem.value = null;
      }, (failure: unknown) => {
        if (gone.signal.aborted || isAbort(failure)) return;
        preview.value = null;
        problem.value = sentence(failure);
      });
    }, previewAfterMilliseconds);
    return () => { window.clearTimeout(timer); gone.abort(); };
  }), []);
  // other words are other places: nothing of them was left out yet
  useEffect(() => effect(() => { if (`${sought.value}${matchCase.value}${wholeWords.value}` !== "") skipped.value = new Set(); }), []);

  const move = (direction: 1 | -1) => {
    if (sought.value !== typed.value) sought.value = typed.value;
    const from = places.value[at.value]?.first ?? Math.max(-1, desk.current.value - 1);
    at.value = nextPlace(places.value, from, direction);
    show(places.value[at.value]?.first);
  };
  const show = (position: number | undefined) => {
    if (position === undefined) return;
    desk.following.value = false;
    desk.current.value = position;
    if (!player.playing.value) player.seek(desk.index.value.words[position]?.start ?? 0);
    desk.reveal(position);
  };
  const close = () => { desk.finding.value = false; };
  const replaceAll = async () => {
    const shown = preview.value;
    if (shown === null || busy.value) return;
    busy.value = true;
    const skip = shown.matches.filter((one) => skipped.value.has(one.id)).map((one) => one.id);
    const times = shown.total - skip.length;
    // what is being typed is stored first, and not written over
    desk.editing.value = null;
    const request = { find: sought.value, replace: replacement.value, matchCase: matchCase.value, wholeWords: wholeWords.value, skip };
    const done = await stepIn(desk, plural(times, "Replaced “{find}” in one place.", "Replaced “{find}” in {count} places.", { find: request.find }),
      (transcript) => api.replaceAll(transcript.id, { ...request, version: shown.version > transcript.version ? transcript.version : shown.version }));
    busy.value = false;
    if (done) at.value = -1;
  };
  const found = places.value.length;
  const nothing = sought.value.trim() !== "" && found === 0;
  const left = preview.value === null ? 0 : preview.value.total - preview.value.matches.filter((one) => skipped.value.has(one.id)).length;
  return (
    <section class="work-bar find-bar" role="search" aria-label={t("Find in this transcript")} onKeyDown={(event) => { if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(); } }}>
      <input ref={field} class="input find-field" aria-label={t("Find")} placeholder={t("Find")} value={typed.value} dir="auto" maxLength={200} spellcheck={false} autocomplete="off"
        onInput={(event) => { typed.value = event.currentTarget.value; at.value = -1; }}
        onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); move(event.shiftKey ? -1 : 1); } }} />
      <span class={nothing ? "find-count wrong-text" : "find-count quiet-text"} role="status">
        {sought.value.trim() === "" ? "" : nothing ? t("Not found") : at.value >= 0 ? t("{at} of {count}", { at: number(at.value + 1), count: number(found) }) : found >= mostPlaces ? t("More than 5,000 places") : count(found, "place")}
      </span>
      <button class="button small" disabled={found === 0} title={tip("findPrevious", t("Place before (Shift and Enter)"))} onClick={() => move(-1)}>{t("Previous")}</button>
      <button class="button small" disabled={found === 0} title={tip("findNext", t("Next place (Enter)"))} onClick={() => move(1)}>{t("Next")}</button>
      <label class="small"><input type="checkbox" checked={wholeWords.value} onChange={(event) => { wholeWords.value = event.currentTarget.checked; at.value = -1; }} />{" "}{t("Whole words")}</label>
      <label class="small"><input type="checkbox" checked={matchCase.value} onChange={(event) => { matchCase.value = event.currentTarget.checked; at.value = -1; }} />{" "}{t("Capitals as typed")}</label>
      {desk.mayEdit.value && <button class="button small" aria-expanded={replacing.value} onClick={() => { replacing.value = !replacing.value; }}>{t("Replace…")}</button>}
      <button class="button small quiet icon" title={tip("leave", t("Close"))} aria-label={t("Close")} onClick={close}><Icon name="close" size={13} /></button>
      {replacing.value && desk.mayEdit.value && (
        <div class="replace-part">
          <div class="row tight">
            <input class="input find-field" aria-label={t("Replace with")} placeholder={t("Replace with")} value={replacement.value} dir="auto" maxLength={200} onInput={(event) => { replacement.value = event.currentTarget.value; }} />
            <button class="button small primary" disabled={busy.value || left === 0} onClick={() => void replaceAll()}>
              {busy.value ? t("Replacing…") : left === 0 ? t("Nothing to replace") : plural(left, "Replace in one place", "Replace in {count} places")}
            </button>
            <span class="small quiet-text">{t("One step: Undo takes all of it back.")}</span>
          </div>
          {problem.value !== null && <p class="wrong-text" role="alert">{problem.value}</p>}
          {preview.value !== null && preview.value.total > 0 && (
            <ReplaceList preview={preview.value} skipped={skipped.value} set={(next) => { skipped.value = next; }}
              go={(match) => show(desk.index.value.positions.get(match.firstWord))} />
          )}
        </div>
      )}
    </section>
  );
}
