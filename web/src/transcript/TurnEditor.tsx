import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Turn } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { saveTurn, textOf } from "./corrections";
import type { Desk } from "./Desk";
import { Differences } from "./Differences";
import { useFocusBack } from "./useFocusBack";

/**
 * A turn as plain text. Stored with Ctrl+Enter or on leaving the field, left with Escape. Whatever goes wrong, the typed text
 * stays in the field until it is stored or the person throws it away.
 */
export function TurnEditor({ desk, turn }: { desk: Desk; turn: Turn }) {
  const before = useRef(textOf(turn));
  const version = useRef(desk.versionSeen(turn.id));
  const text = useSignal(desk.draft?.turnId === turn.id ? desk.draft.text : before.current);
  const state = useSignal<"open" | "storing">("open");
  const problem = useSignal<string | null>(null);
  const theirs = useSignal<{ turn: Turn; version: number } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    desk.draft = null;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(0, 0);
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  // taking the field away makes browsers say that it lost the focus: that is no wish to store
  const left = useRef(false);
  const leave = () => {
    left.current = true;
    if (desk.editing.value === turn.id) desk.editing.value = null;
  };
  const store = async () => {
    if (state.value === "storing") return;
    if (text.value.trim() === before.current.trim()) {
      leave();
      return;
    }
    state.value = "storing";
    problem.value = null;
    try {
      const saved = await saveTurn(desk, turn, text.value, version.current);
      if (saved.kind === "stored") leave();
      else {
        theirs.value = { turn: saved.theirs, version: saved.version };
        version.current = saved.version;
      }
    } catch (failure) {
      problem.value = sentence(failure);
    } finally {
      state.value = "open";
    }
  };
  const takeTheirs = () => {
    if (theirs.value !== null) desk.putTurn(theirs.value.turn, theirs.value.version);
    leave();
  };
  const discard = () => {
    const typed = text.value;
    if (typed.trim() !== before.current.trim()) {
      const reopen = () => { desk.draft = { turnId: turn.id, text: typed }; desk.editing.value = turn.id; };
      desk.done.value = { text: "Left without storing what you typed.", takeBack: () => { reopen(); return Promise.resolve(); } };
    }
    leave();
  };
  useFocusBack();
  useCommands({ leave: discard, store: () => void store() });
  const onFocusOut = (event: FocusEvent) => {
    if (left.current) return;
    if (event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget)) return;
    // not when the whole window loses the focus: the person comes back to what they were typing
    if (!document.hasFocus() || theirs.value !== null || problem.value !== null) return;
    void store();
  };
  const changed = text.value.trim() !== before.current.trim();
  return (
    <div class="turn-editor" ref={box} onFocusOut={onFocusOut}>
      <textarea
        class="input" ref={field} dir="auto" value={text.value} aria-label="The text of this turn" spellcheck readOnly={state.value === "storing"}
        onInput={(event) => { text.value = event.currentTarget.value; }}
      />
      {problem.value !== null && <p class="wrong" role="alert">Not stored. {problem.value} What you typed is still here.</p>}
      {theirs.value !== null && (
        <div class="overtaken" role="alert">
          <p><strong>Somebody else changed this turn while you were typing.</strong> What you typed is still above. This is what they changed:</p>
          <Differences before={before.current} after={textOf(theirs.value.turn)} />
        </div>
      )}
      <div class="row">
        <span class="grow small quiet-text" role="status">
          {state.value === "storing" ? "Storing…" : changed ? "Not stored yet" : "Nothing changed"}
        </span>
        {theirs.value !== null && <button class="button small" onClick={takeTheirs}>Keep theirs</button>}
        <button class="button small" title={tip("leave", "Leave it as it was")} onClick={discard}>{changed ? "Discard" : "Close"}</button>
        <button class="button small primary" title={tip("store")} disabled={state.value === "storing"} onClick={() => void store()}>
          {theirs.value !== null ? "Store mine instead" : problem.value !== null ? "Try again" : "Store"}
        </button>
      </div>
    </div>
  );
}
