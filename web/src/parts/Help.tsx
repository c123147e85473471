import { Fragment } from "preact";
import { signal } from "@preact/signals";
import { keysNow, lettersAreOff } from "../commands/chosen";
import { type Command, commands, showKey } from "../commands/table";
import { useCommands } from "../commands/keys";
import { useModal } from "../commands/modal";
import { Link } from "../router";
import { t } from "../texts/texts";

export const helpOpen = signal(false);

/** Every key there is, by place; Escape or ? closes it and the focus goes back. */
export function Help() {
  useCommands({ help: () => { helpOpen.value = !helpOpen.value; } });
  return helpOpen.value ? <HelpPanel /> : null;
}

function HelpPanel() {
  const panel = useModal();
  const close = () => { helpOpen.value = false; };
  const places = [...new Set(commands.map((each) => each.where))];
  return (
    <dialog class="help" ref={panel} aria-labelledby="help-title" onClose={close} onClick={(event) => { if (event.target === event.currentTarget) close(); }}>
      <div>
        <div class="row"><h2 id="help-title" class="grow">{t("Keys")}</h2><Link class="button small" to="/keys" onClick={close}>{t("Change the keys")}</Link><button class="button small" onClick={close}>{t("Close")}</button></div>
        {lettersAreOff() && <p class="quiet-text">{t("Keys of one letter, digit or sign are switched off.")}</p>}
        <div class="columns">
          {places.map((place) => (
            <section key={place}>
              <h3>{place}</h3>
              <dl>
                {commands.filter((each) => each.where === place).map((each) => (
                  <>
                    <dt><Presses of={each} /></dt>
                    <dd>{each.title}</dd>
                  </>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </dialog>
  );
}

/** "j or ↓"; a row of digits as its first and last. */
function Presses({ of }: { of: Command }) {
  const keys = keysNow(of);
  if (keys.length === 0) return <span class="quiet-text small">{t("No key")}</span>;
  const row = of.fixed === true && keys.length > 4;
  return <>{(row ? [keys[0] ?? "", keys.at(-1) ?? ""] : keys).map((key, index) => <Fragment key={key}>{index > 0 && ` ${row ? t("to") : t("or")} `}<kbd>{showKey(key)}</kbd></Fragment>)}</>;
}
