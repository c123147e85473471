import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { chosenKeys, isSingle, keysChosen } from "../commands/chosen";
import { keyName } from "../commands/keys";
import { holders, refusal } from "../commands/rules";
import { type Command, showKey } from "../commands/table";
import { t } from "../texts/texts";
import { Notice } from "./basics";

const modifiers = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"]); // no text: names of keys

/** Waits for a key, or two letters one after the other; says who has it already, and asks before it is taken from them. Tab and Escape lead out. */
export function CaptureKey({ command, use, close }: { command: Command; use: (key: string) => void; close: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  const pressed = useSignal<string | null>(null);
  const at = useRef(0);
  // at once, so that the next key is the one meant
  useLayoutEffect(() => box.current?.focus(), []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Tab" || modifiers.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") { close(); return; }
    if (event.repeat) return;
    const name = keyName(event);
    const before = pressed.value;
    const goesOn = before !== null && isSingle(before) && isSingle(name) && event.timeStamp - at.current < 1500;
    pressed.value = goesOn ? `${before} ${name}` : name;
    at.current = event.timeStamp;
  };
  const key = pressed.value;
  const keys = chosenKeys.value;
  const refused = key === null ? null : refusal(key, command);
  const has = key !== null && keysChosen(command, keys).includes(key);
  const others = key === null || refused !== null ? [] : holders(key, command, keys);
  const stays = others.filter((each) => each.fixed === true);
  const free = key !== null && refused === null && !has && stays.length === 0;
  const titles = (list: readonly Command[]) => list.map((each) => `“${each.title}”`).join(", ");
  return (
    <div class="key-capture" role="group" aria-label={t("A key for: {title}", { title: command.title })}>
      <div class="row">
        <input class="input key-box" ref={box} readOnly value={key === null ? "" : showKey(key)} placeholder={t("Press the key")} aria-label={t("Press the key for: {title}", { title: command.title })} onKeyDown={onKey} />
        <button class="button small primary" disabled={!free} onClick={() => { if (key !== null) use(key); }}>{others.length > 0 && free ? t("Take it for this") : t("Use this key")}</button>
        <button class="button small quiet" onClick={close}>{t("Leave it")}</button>
      </div>
      <p class="hint">{t("One key, with Ctrl, Alt or Shift if you like, or two letters one after the other. Escape leaves it.")}</p>
      <div role="status">
        {key !== null && (refused !== null ? <Notice kind="warning">{refused}</Notice>
          : has ? <Notice>{t("It has this key already.")}</Notice>
          : stays.length > 0 ? <Notice kind="warning">{t("{key} is needed for {titles}, and that cannot be changed. Press another.", { key: showKey(key), titles: titles(stays) })}</Notice>
          : others.length > 0 ? <Notice kind="warning">{t("{key} now does something else: {titles}. If you take it for this, that loses the key. You can also press another.", { key: showKey(key), titles: titles(others) })}</Notice>
          : null)}
      </div>
    </div>
  );
}
