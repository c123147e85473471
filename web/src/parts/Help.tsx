import { useEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { commands, showKey } from "../commands/table";
import { useCommands } from "../commands/keys";
import { t } from "../texts/texts";

export const helpOpen = signal(false);

/** Every key there is, by place; Escape or ? closes it and the focus goes back. */
export function Help() {
  useCommands({ help: () => { helpOpen.value = !helpOpen.value; } });
  return helpOpen.value ? <HelpPanel /> : null;
}

function HelpPanel() {
  const panel = useRef<HTMLDialogElement>(null);
  const close = () => { helpOpen.value = false; };
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.showModal();
    return () => { if (before instanceof HTMLElement) before.focus(); };
  }, []);
  const places = [...new Set(commands.map((each) => each.where))];
  return (
    <dialog class="help" ref={panel} aria-labelledby="help-title" onClose={close} onClick={(event) => { if (event.target === event.currentTarget) close(); }}>
      <div>
        <div class="row"><h2 id="help-title" class="grow">{t("Keys")}</h2><button class="button small" onClick={close}>{t("Close")}</button></div>
        <div class="columns">
          {places.map((place) => (
            <section key={place}>
              <h3>{place}</h3>
              <dl>
                {commands.filter((each) => each.where === place).map((each) => (
                  <>
                    <dt>{(each.keys.length > 4 ? [each.keys[0] ?? "", each.keys.at(-1) ?? ""] : each.keys).map((key, index) => <>{index > 0 && (each.keys.length > 4 ? t(" to ") : t(" or "))}<kbd>{showKey(key)}</kbd></>)}</dt>
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
