import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Problem, sentence } from "../api/problem";
import type { Turn } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { saveTurn, textOf } from "./corrections";
import { join, split } from "./cuts";
import type { Desk } from "./Desk";
import { Differences } from "./Differences";
import { lettersBefore, plain, wordAtCursor } from "./typing";
import { useFocusBack } from "./useFocusBack";
import { t, tx } from "../texts/texts";

/** So long after the last key what was typed is stored. */
const pauseMilliseconds = 1200;
const retryMilliseconds = 5000;

/**
 * A turn as plain text, stored as one types. At every key the text is written down in the browser (`Typed`), after a short
 * pause the server gets it, and on leaving at once. Whatever goes wrong, what was typed stays until it is stored.
 * Enter splits the turn at the cursor; Backspace at the beginning joins it with the one before, Delete at the end with the next.
 */
export function TurnEditor({ desk, turn }: { desk: Desk; turn: Turn }) {
  const left = useRef(false);
  const waiting = useRef(desk.typed.texts.peek().get(turn.id));
  const opened = useRef(waiting.current?.before ?? textOf(turn));
  const stored = useRef(textOf(turn));
  const version = useRef(waiting.current?.version ?? desk.versionSeen(turn.id));
  const continuing = useRef(false);
  const saving = useRef<Promise<boolean> | null>(null);
  const timer = useRef(0);
  const text = useSignal(waiting.current?.text ?? stored.current);
  const state = useSignal<"same" | "typed" | "storing" | "stored" | "offline">(waiting.current === undefined ? "same" : "typed");
  const problem = useSignal<string | null>(null);
  const theirs = useSignal<{ turn: Turn; version: number } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  const put = (cursor: number) => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(cursor, cursor);
  };
  // the frame is as high as its field and lays nothing else out: a letter costs the same whatever the length of the transcript, until it needs another line
  useLayoutEffect(() => {
    const fit = () => { if (frame.current !== null) frame.current.style.blockSize = `${field.current?.offsetHeight ?? 0}px`; };
    fit();
    const watch = new ResizeObserver(fit);
    if (field.current !== null) watch.observe(field.current);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    put(desk.cursor ?? 0);
    desk.cursor = null;
    box.current?.scrollIntoView({ block: "nearest" });
    if (waiting.current !== undefined) void save();
    return () => {
      window.clearTimeout(timer.current);
      // gone to another page: what is not stored yet is sent from what the browser keeps
      if (!left.current) queueMicrotask(() => desk.typed.send());
    };
  }, []);

  const dirty = () => plain(text.peek()) !== plain(stored.current);
  const later = (milliseconds: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => { if (plain(text.peek()) !== "") void save(); }, milliseconds);
  };
  const typed = (value: string) => {
    text.value = value;
    if (!dirty()) {
      desk.typed.forget(turn.id);
      window.clearTimeout(timer.current);
      state.value = continuing.current ? "stored" : "same";
      return;
    }
    desk.typed.put({ transcriptId: desk.transcript.peek()?.id ?? "", turnId: turn.id, text: value, before: stored.current, version: version.current, start: turn.start });
    if (state.peek() !== "offline") state.value = "typed";
    if (theirs.peek() === null) later(pauseMilliseconds);
  };

  /** Stores what is in the field. True: the server has it. What is typed meanwhile is stored after it. */
  const save = async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    if (saving.current !== null) return (await saving.current) && save();
    if (!dirty()) {
      desk.typed.forget(turn.id);
      return true;
    }
    saving.current = send(text.peek());
    const done = await saving.current;
    saving.current = null;
    return done && (!dirty() || save());
  };
  const send = async (sent: string): Promise<boolean> => {
    state.value = "storing";
    try {
      const saved = await saveTurn(desk, turn, sent, version.current, continuing.current);
      problem.value = null;
      if (saved.kind === "overtaken") {
        theirs.value = { turn: saved.theirs, version: saved.version };
        state.value = "typed";
        return false;
      }
      stored.current = sent;
      version.current = saved.version;
      continuing.current = true;
      if (!dirty()) {
        state.value = "stored";
        desk.typed.forget(turn.id);
      } else {
        desk.typed.put({ transcriptId: desk.transcript.peek()?.id ?? "", turnId: turn.id, text: text.peek(), before: sent, version: saved.version, start: turn.start });
        state.value = "typed";
      }
      return true;
    } catch (failure) {
      const away = failure instanceof Problem && failure.kind === "offline";
      state.value = away ? "offline" : "typed";
      problem.value = away ? null : sentence(failure);
      if (away && !left.current) later(retryMilliseconds);
      return false;
    }
  };

  // taking the field away makes browsers say that it lost the focus: that is no wish to store
  const close = () => {
    left.current = true;
    window.clearTimeout(timer.current);
    if (desk.editing.value === turn.id) desk.editing.value = null;
  };
  const leave = async () => {
    if (!(await save())) {
      // without a connection one can go on with the next turn: this one waits in the browser
      if (state.peek() === "offline") { close(); desk.typed.send(); }
      return;
    }
    close();
    if (continuing.current) desk.done.value = { text: t("Stored the correction. What the machine heard is kept."), takeBack: () => desk.steps.move("undo") };
  };
  const asItWas = () => { typed(opened.current); put(0); void save(); };
  const keepTheirs = () => {
    const { value } = theirs;
    if (value === null) return;
    theirs.value = null;
    desk.typed.forget(turn.id);
    desk.putTurn(value.turn, value.version);
    close();
  };
  const storeMine = () => {
    if (theirs.value !== null) {
      version.current = theirs.value.version;
      stored.current = textOf(theirs.value.turn);
      theirs.value = null;
    }
    problem.value = null;
    void leave();
  };

  const splitHere = (): unknown => {
    const cursor = field.current?.selectionStart;
    if (field.current !== document.activeElement || cursor === undefined) return false;
    const letters = lettersBefore(text.peek(), cursor);
    void (async () => {
      if (!(await save())) return;
      const now = desk.transcript.peek()?.turns.find((one) => one.id === turn.id);
      const word = now === undefined ? null : wordAtCursor(now, letters);
      if (word === null) { desk.trouble.value = t("A turn is split between two of its words: put the cursor there."); return; }
      left.current = true;
      const next = await split(desk, turn.id, word);
      left.current = false;
      if (next === null) return;
      close();
      desk.cursor = 0;
      desk.editing.value = next;
    })();
    return true;
  };
  const joinWith = (direction: 1 | -1): unknown => {
    const { current } = field;
    if (current === null || current !== document.activeElement || current.selectionStart !== current.selectionEnd) return false;
    if (current.selectionStart !== (direction === 1 ? text.peek().length : 0)) return false;
    const turns = desk.transcript.peek()?.turns ?? [];
    const at = turns.findIndex((one) => one.id === turn.id);
    const first = direction === 1 ? turns[at] : turns[at - 1];
    if (first === undefined || (direction === 1 && turns[at + 1] === undefined)) return false;
    void (async () => {
      if (!(await save())) return;
      const cursor = textOf(desk.transcript.peek()?.turns.find((one) => one.id === first.id) ?? first).length + (direction === 1 ? 0 : 1);
      left.current = true;
      const done = await join(desk, first.id);
      left.current = false;
      if (!done) return;
      close();
      desk.cursor = cursor;
      // the same turn again with other words: its editor begins anew
      requestAnimationFrame(() => { desk.editing.value = first.id; });
    })();
    return true;
  };
  useFocusBack();
  useCommands({ leave: () => void leave(), store: () => void leave(), splitTyping: splitHere, joinBefore: () => joinWith(-1), joinAfter: () => joinWith(1) });
  const onFocusOut = (event: FocusEvent) => {
    if (left.current) return;
    if (event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget)) return;
    if (theirs.value !== null || problem.value !== null) return;
    // when the whole window loses the focus the person comes back to what they were typing
    if (!document.hasFocus()) void save();
    else void leave();
  };
  const status = state.value === "storing" ? t("Storing…") : state.value === "offline" ? t("Not stored: the server does not answer. What you typed is kept in this browser and sent when it does.")
    : state.value === "stored" ? t("Stored") : state.value === "typed" ? (plain(text.value) === "" ? t("Nothing is left: the turn goes when you leave it") : t("Not stored yet")) : t("Stored as you type. Enter splits the turn.");
  return (
    <div class="turn-editor" ref={box} onFocusOut={onFocusOut}>
      <div class="turn-field"><div ref={frame}>
        <textarea class="input" ref={field} dir="auto" value={text.value} aria-label={t("The text of this turn")} spellcheck onInput={(event) => typed(event.currentTarget.value)} />
      </div></div>
      {problem.value !== null && <p class="wrong" role="alert">{t("Not stored. {problem} What you typed is still here.", { problem: problem.value })}</p>}
      {theirs.value !== null && (
        <div class="overtaken" role="alert">
          <p>{tx("{strong} What you typed is still above. This is what they changed:", { strong: <strong>{t("Somebody else changed this turn while you were typing.")}</strong> })}</p>
          <Differences before={stored.current} after={textOf(theirs.value.turn)} />
        </div>
      )}
      <div class="row">
        <span class="grow small quiet-text" role="status">{status}</span>
        {theirs.value !== null && <button class="button small" onClick={keepTheirs}>{t("Keep theirs")}</button>}
        {theirs.value === null && plain(text.value) !== plain(opened.current) && <button class="button small" onClick={asItWas}>{t("As it was")}</button>}
        {theirs.value !== null || problem.value !== null
          ? <button class="button small primary" title={tip("store")} onClick={storeMine}>{theirs.value !== null ? t("Store mine instead") : t("Try again")}</button>
          : <button class="button small primary" title={tip("leave", t("Done"))} onClick={() => void leave()}>{t("Done")}</button>}
      </div>
    </div>
  );
}
