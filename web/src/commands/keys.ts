import { computed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { keysNow } from "./chosen";
import { followPerson } from "./mine";
import { underDialog } from "./modal";
import { commands } from "./table";

/** A handler that answers false has nothing to do just now: the key goes on as if there were none. */
type Handlers = Record<string, ((event: KeyboardEvent) => unknown) | undefined>;

const active: { current: Handlers }[] = [];
/** What each command answers to now. */
const table = computed(() => new Map(commands.map((each) => [each.id, keysNow(each)])));
let pending = "";
let pendingSince = 0;

/** How a key press is written in the table. Shift is in the character itself ("?"), except with named keys. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && (key.length > 1 || parts.length > 0)) parts.push("Shift");
  parts.push(key.length === 1 && parts.length > 0 ? key.toLowerCase() : key);
  return parts.join("+");
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range", "file"].includes(target.type);
}

/** Keys that a focused button, link or list uses itself. */
function belongsToTarget(event: KeyboardEvent): boolean {
  if (!(event.target instanceof HTMLElement)) return false;
  if (event.key.startsWith("Arrow") && event.target.closest("input[type=radio], audio, .caption-words") !== null) return true;
  return ["Enter", " "].includes(event.key) && event.target.closest("button, a, summary, input, [role=option], [role=tab], [role=menuitem]") !== null;
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = keyName(event);
  const typing = isTextField(event.target);
  const recent = event.timeStamp - pendingSince < 1500 ? pending : "";
  pending = "";
  const sequence = recent === "" ? name : `${recent} ${name}`;
  // Under an open dialog the page rests: only the help's own key goes through, and Escape stays the dialog's.
  const inDialog = underDialog();
  const fits = (key: string) => key === sequence || key === name;
  const now = table.value;
  const keys = (id: string) => now.get(id) ?? [];
  for (let index = active.length - 1; index >= 0; index--) {
    const handlers = active[index]?.current ?? {};
    for (const each of commands) {
      const handler = handlers[each.id];
      if (handler === undefined || (inDialog && each.id !== "help") || (typing && each.inText !== true) || !keys(each.id).some(fits) || (each.overControls !== true && belongsToTarget(event))) continue;
      if (recent !== "" && keys(each.id).some((key) => key === name) && commands.some((other) => keys(other.id).includes(sequence))) continue;
      // a key held down is one press: it would record and pause, or finish what it only asked about
      if (event.repeat && each.once === true) { event.preventDefault(); return; }
      if (handler(event) === false) continue;
      event.preventDefault();
      return;
    }
  }
  if (!typing && commands.some((each) => keys(each.id).some((key) => key.startsWith(`${name} `)))) {
    pending = name;
    pendingSince = event.timeStamp;
  }
}

export function listenForKeys(): void {
  followPerson();
  document.addEventListener("keydown", press);
}

/** While the component is mounted its handlers answer the keys of the table; the last mounted comes first. */
export function useCommands(handlers: Handlers): void {
  const slot = useRef(handlers);
  slot.current = handlers;
  useLayoutEffect(() => {
    active.push(slot);
    return () => { active.splice(active.indexOf(slot), 1); };
  }, []);
}
