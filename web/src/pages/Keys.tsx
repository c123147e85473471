import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { PersonKeys } from "../api/types";
import { chosenKeys, isLetter, keysChosen, lettersAreOff, withKeys, withLetters } from "../commands/chosen";
import { chooseKeys, keysProblem, keysSaving, sendKeys } from "../commands/mine";
import { taken } from "../commands/rules";
import { type Command, commands, showKey } from "../commands/table";
import { CaptureKey } from "../parts/CaptureKey";
import { Notice, PageHead } from "../parts/basics";
import { Check } from "../parts/fields";
import { t } from "../texts/texts";
import { LanguageChoice } from "../parts/LanguageChoice";
import "./keys.css";

/** Every key, by place, and each can be another. What is chosen holds at once, here and wherever the person signs in. */
export function Keys() {
  const filter = useSignal("");
  const said = useSignal<{ text: string; before: PersonKeys } | null>(null);
  const keys = chosenKeys.value;
  const change = (next: PersonKeys, text: string) => {
    said.value = { text, before: keys };
    chooseKeys(next);
  };
  const undo = () => {
    if (said.value === null) return;
    chooseKeys(said.value.before);
    said.value = null;
    document.getElementById("find-key")?.focus();
  };
  const words = filter.value.trim().toLowerCase();
  const found = commands.filter((each) => words === "" || `${each.title} ${each.where} ${keysChosen(each, keys).map(showKey).join(" ")}`.toLowerCase().includes(words));
  const places = [...new Set(found.map((each) => each.where))];
  return (
    <div class="page">
      <PageHead title={t("Keys")} under={t("Everything can be done with the keyboard. Here you see every key, and give a thing another key where that suits you better.")}>
        <span class="small quiet-text" role="status">{keysSaving.value ? t("Saving…") : keysProblem.value !== null ? t("Not saved yet") : t("Saved")}</span>
        <button class="button" disabled={Object.keys(keys).length === 0} onClick={() => change({}, t("All keys are as they were at first."))}>{t("All as at first")}</button>
      </PageHead>
      {keysProblem.value !== null && (
        <Notice kind="warning" action={<button class="button small" onClick={() => void sendKeys()}>{t("Try again")}</button>}>{t("Your keys hold in this browser, but the server does not have them yet. {problem}", { problem: keysProblem.value })}</Notice>
      )}
      <div class="panel pad stack-1 key-letters">
        <Check checked={!lettersAreOff(keys)} set={(on) => change(withLetters(keys, on), on ? t("Keys of one letter, digit or sign work again.") : t("Keys of one letter, digit or sign are off."))}>
          {t("Keys of one letter, digit or sign work")}
        </Check>
        <p class="hint">{t("Switch them off if you speak to your machine, or if keys are pressed that you do not mean. Keys with Ctrl or Alt, arrows and keys with a name go on working, and everything has its button.")}</p>
        <LanguageChoice />
      </div>
      <div class="key-said" role="status">{said.value !== null && <Notice action={<button class="button small" onClick={undo}>{t("Undo")}</button>}>{said.value.text}</Notice>}</div>
      <input id="find-key" class="input filter" type="search" aria-label={t("Find a key, or what it does")} placeholder={t("Find a key, or what it does")} value={filter.value} onInput={(event) => { filter.value = event.currentTarget.value; }} />
      {places.length === 0 && <p class="quiet-text" role="status">{t("No key fits “{filter}”.", { filter: filter.value.trim() })}</p>}
      {places.map((place) => (
        <section key={place} class="panel key-place" aria-label={place}>
          <div class="panel-head"><h2>{place}</h2></div>
          <ul class="rows">{found.filter((each) => each.where === place).map((each) => <Row key={each.id} command={each} change={change} />)}</ul>
        </section>
      ))}
    </div>
  );
}

function Row({ command, change }: { command: Command; change: (next: PersonKeys, text: string) => void }) {
  const asking = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const keys = chosenKeys.value;
  const own = keysChosen(command, keys);
  const off = lettersAreOff(keys);
  const { title } = command;
  const asked = useRef(false);
  // the focus goes back to where the question was asked
  useEffect(() => {
    if (asked.current && !asking.value) button.current?.focus();
    asked.current = asking.value;
  }, [asking.value]);
  const drop = (key: string) => {
    change(withKeys(keys, command, own.filter((each) => each !== key)), t("{key} no longer does this: {title}", { key: showKey(key), title }));
    button.current?.focus();
  };
  const use = (key: string) => {
    change(taken(key, command, keys), t("{key} does this now: {title}", { key: showKey(key), title }));
    asking.value = false;
  };
  return (
    <li class="key-row">
      <span class="key-title">{title}</span>
      <span class="key-chips">
        {own.length === 0 && <span class="quiet-text small">{t("No key")}</span>}
        {own.map((key) => (
          <span key={key} class={off && isLetter(key) ? "key-chip off" : "key-chip"}>
            <kbd>{showKey(key)}</kbd>
            {off && isLetter(key) && <span class="sr">{t("switched off")}</span>}
            {command.fixed !== true && <button class="button icon small quiet" title={t("Take this key away")} aria-label={t("Take {key} away from: {title}", { key: showKey(key), title })} onClick={() => drop(key)}>×</button>}
          </span>
        ))}
      </span>
      <span class="key-does">
        {command.fixed === true ? <span class="hint">{t("These stay as they are")}</span> : (
          <>
            <button class="button small" ref={button} aria-expanded={asking.value} aria-label={t("Add a key for: {title}", { title })} onClick={() => { asking.value = !asking.value; }}>{t("Add a key")}</button>
            {keys[command.id] !== undefined && <button class="button small quiet" aria-label={t("As at first: {title}", { title })} onClick={() => { change(withKeys(keys, command, command.keys), t("As at first: {title}", { title })); button.current?.focus(); }}>{t("As at first")}</button>}
          </>
        )}
      </span>
      {asking.value && <CaptureKey command={command} use={use} close={() => { asking.value = false; }} />}
    </li>
  );
}
