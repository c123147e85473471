import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import type { Desk } from "./Desk";
import type { Passage } from "./passage";
import { redact } from "./redaction";
import { useFocusBack } from "./useFocusBack";

const reasons = ["The name of another person", "An address, a telephone number or other personal details", "Somebody’s health or another private matter", "Confidential to an employer"];

/** Why the chosen words are to be hidden: one of the usual reasons, or one's own. */
export function RedactForm({ desk, passage }: { desk: Desk; passage: Passage }) {
  const reason = useSignal(reasons[0] ?? "");
  const own = useSignal("");
  const storing = useSignal(false);
  const problem = useSignal<string | null>(null);
  const field = useRef<HTMLSelectElement>(null);
  const id = useId();
  useEffect(() => { field.current?.focus({ preventScroll: true }); }, []);
  useFocusBack();
  const leave = () => { desk.redacting.value = false; };
  const store = async () => {
    if (storing.value) return;
    storing.value = true;
    problem.value = null;
    try {
      await redact(desk, passage, (reason.value === "" ? own.value : reason.value).trim());
    } catch (failure) {
      problem.value = sentence(failure);
    } finally {
      storing.value = false;
    }
  };
  useCommands({ leave, store: () => void store() });
  return (
    <form class="redact-form" aria-label="Redact the chosen words" onSubmit={(event) => { event.preventDefault(); void store(); }}>
      <p class="small">The words are struck out and the sound is silent for learners, quality assurers and in all that leaves Colloquy. The original stays under lock.</p>
      <div class="row tight">
        <label class="small" for={`${id}-reason`}>Why</label>
        <select id={`${id}-reason`} class="input grow" ref={field} value={reason.value} onChange={(event) => { reason.value = event.currentTarget.value; }}>
          {reasons.map((one) => <option key={one} value={one}>{one}</option>)}
          <option value="">Another reason</option>
        </select>
      </div>
      {reason.value === "" && <input class="input" aria-label="The reason in your words" maxLength={500} dir="auto" value={own.value} onInput={(event) => { own.value = event.currentTarget.value; }} />}
      {problem.value !== null && <p class="wrong-text small" role="alert">Not redacted. {problem.value}</p>}
      <div class="row tight">
        <button type="submit" class="button small primary" disabled={storing.value || (reason.value === "" && own.value.trim() === "")}>{storing.value ? "Redacting…" : "Redact"}</button>
        <button type="button" class="button small quiet" title={tip("leave", "Leave without redacting")} onClick={leave}>Close</button>
      </div>
    </form>
  );
}
