// NOTE FROM THE LEAD: READ AAA-NOTE-FROM-LEAD.txt NOW
import { effect, useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { api } from "../api/calls";
import { isAbort, Problem, sentence } from "../api/problem";
import type { ReplacePreview } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { count, positionWords } from "../parts/words";
import { stepIn } from "./cuts";
import type { Desk } from "./Desk";
import { findIn, nextFound } from "./find";
import { paint } from "./paint";
import { useFocusBack } from "./useFocusBack";

const previewMilliseconds = 300;
const paintedAtMost = 2000;

/** Finds words in the transcript and lights them; replaces those that are left ticked in the list, in one step. */
export function FindBar({ desk }: { desk: Desk }) {
  const find = useSignal("");
  const replace = useSignal("");
  const matchCase = useSignal(false);
  const wholeWords = useSignal(false);
  const listing = useSignal(false);
  const now = useSignal(-1);
  const preview = useSignal<ReplacePreview | null>(null);
  const skip = useSignal<ReadonlySet<string>>(new Set());
  const problem = useSignal<string | null>(null);
  const storing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const found = useComputed(() => findIn(desk.index.value, { find: find.value, matchCase: matchCase.value, wholeWords: wholeWords.value }));

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    const stop = effect(() => {
      paint("found", desk.index.value, found.value.slice(0, paintedAtMost));
      const here = found.value[now.value];
      paint("foundNow", desk.index.value, here === undefined ? [] : [here]);
    });
    return () => { stop(); paint("found", desk.index.value, []); paint("foundNow", desk.index.value, []); };
  }, []);

  const version = desk.transcript.value?.version ?? 0;
  useEffect(() => {
    if (!listing.value || find.value.trim() === "") { preview.value = null; return; }
    const gone = new AbortController();
    const timer = window.setTimeout(() => {
      const id = desk.transcript.peek()?.id ?? "";
      api.previewReplace(id, { find: find.value, replace: replace.value, matchCase: matchCase.value, wholeWords: wholeWords.value, version }, gone.signal).then(
        (answer) => { preview.value = answer; problem.value = null; },
        (failure: unknown) => { if (!isAbort(failure)) { preview.value = null; problem.value = sentence(failure); } });
    }, previewMilliseconds);
    return () => { window.clearTimeout(timer); gone.abort(); };
  }, [listing.value, find.value, replace.value, matchCase.value, wholeWords.value, version]);

  const go = (direction: 1 | -1) => {
    const from = found.value[now.value]?.first ?? desk.current.value;
    now.value = nextFound(found.value, from, direction);
    const place = found.value[now.value];
    if (place === undefined) return;
    desk.following.value = false;
    desk.current.value = place.first;
    desk.reveal(place.first);
  };
  const close = () => { desk.finding.value = false; };
  const replaceAll = async () => {
    const { value } = preview;
    if (value === null || storing.value) return;
    storing.value = true;
    const left = value.matches.filter((match) => !skip.value.has(match.id)).length;
    const done = await stepIn(desk, `Replaced ${count(left, "place")}.`, (transcript) => api.replaceAll(transcript.id, {
      find: find.value, replace: replace.value, matchCase: matchCase.value, wholeWords: wholeWords.value, version: value.version, skip: [...skip.value],
    }).catch((failure: unknown) => {
      throw failure instanceof Problem && failure.kind === "conflict" ? new Problem("conflict", "The transcript was changed since this list was made. Nothing was replaced; the list is made anew.") : failure;
    }));
    storing.value = false;
    if (!done) return;
    skip.value = new Set();
    await desk.readTags();
  };
  useFocusBack();
  useCommands({ leave: close, nextFound: () => go(1), previousFound: () => go(-1) });
  const matches = preview.value?.matches ?? [];
  const left = matches.filter((match) => !skip.value.has(match.id)).length;
  const tick = (box: { value: boolean }, text: string) => (
    <label class="check small"><input type="checkbox" checked={box.value} onChange={(event) => { box.value = event.currentTarget.checked; now.value = -1; skip.value = new Set(); }} /> {text}</label>
  );
  return (
    <section class="work-bar find-bar" aria-label="Find and replace">
      <input
        class="input find-field" ref={field} dir="auto" type="search" value={find.value} maxLength={200} aria-label="Find" placeholder="Find"
        onInput={(event) => { find.value = event.currentTarget.value; now.value = -1; skip.value = new Set(); }}
        onKeyDown={(event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); go(event.shiftKey ? -1 : 1); } }}
      />
      <span class="small quiet-text" role="status">{find.value.trim() === "" ? "" : found.value.length === 0 ? "Not found" : now.value < 0 ? `${found.value.length} found` : `${now.value + 1} of ${found.value.length}`}</span>
      <button class="button small quiet" title={tip("previousFound")} disabled={found.value.length === 0} onClick={() => go(-1)}>Previous</button>
      <button class="button small quiet" title={tip("nextFound")} disabled={found.value.length === 0} onClick={() => go(1)}>Next</button>
      {tick(matchCase, "Same capitals")}
      {tick(wholeWords, "Whole words")}
      {desk.mayEdit.value && <button class="button small" aria-expanded={listing.value} onClick={() => { listing.value = !listing.value; }}>Replace</button>}
      <button class="button small quiet icon" title={tip("leave", "Close")} aria-label="Close find and replace" onClick={close}><Icon name="close" size={13} /></button>
      {listing.value && desk.mayEdit.value && (
        <div class="replace-part">
          <div class="row tight">
            <input class="input find-field" dir="auto" value={replace.value} maxLength={200} aria-label="Replace with" placeholder="Replace with (nothing: take it out)" onInput={(event) => { replace.value = event.currentTarget.value; }} />
            <button class="button small primary" disabled={left === 0 || storing.value} onClick={() => void replaceAll()}>{storing.value ? "Replacing…" : `Replace ${left} of ${preview.value?.total ?? 0}`}</button>
          </div>
          {problem.value !== null && <p class="wrong" role="alert">{problem.value}</p>}
          {preview.value !== null && matches.length === 0 && <p class="small quiet-text">Nothing would change.</p>}
          {preview.value !== null && preview.value.total > matches.length && <p class="small quiet-text">There are more places than can be replaced at once: look for more words.</p>}
          {matches.length > 0 && (
            <ol class="replace-list" tabIndex={0} aria-label="What would be replaced">
              {matches.map((match) => (
                <li key={match.id}>
                  <label>
                    <input type="checkbox" checked={!skip.value.has(match.id)} onChange={(event) => {
                      const next = new Set(skip.value);
                      if (event.currentTarget.checked) next.delete(match.id);
                      else next.add(match.id);
                      skip.value = next;
                    }} />
                    <span class="time">{positionWords(match.start)}</span>
                    <span dir="auto">{match.contextBefore} <del>{match.before}</del> <ins>{match.after}</ins> {match.contextAfter}</span>
                  </label>
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </section>
  );
}
