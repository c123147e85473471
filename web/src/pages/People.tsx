import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { Person } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { PageHead, Waiting } from "../parts/basics";
import { Icon } from "../parts/Icon";
import { roleWords } from "../parts/words";
import { useLoad } from "../state/load";
import { PersonForm } from "./PersonForm";
import { t } from "../texts/texts";

/** Accounts, for the administrator: who there is, in which roles, who may sign in. */
export function People() {
  const loaded = useLoad((signal) => api.people(undefined, signal), []);
  const filter = useSignal("");
  /** the person being changed, "new", or null */
  const open = useSignal<string | null>(null);
  useCommands({ new: () => { open.value = "new"; } });
  const wanted = filter.value.trim().toLowerCase();
  const shown = (loaded.value ?? []).filter((each) => `${each.name} ${each.email ?? ""} ${each.learnerNumber ?? ""} ${each.roles.map(roleWords).join(" ")}`.toLowerCase().includes(wanted))
    .sort((one, other) => Number(one.disabled) - Number(other.disabled) || one.name.localeCompare(other.name));
  const saved = (person: Person) => {
    const others = (loaded.value ?? []).filter((each) => each.id !== person.id);
    loaded.set([...others, person]);
    open.value = null;
  };
  return (
    <div class="page">
      <PageHead title={t("People")}>
        {open.value !== "new" && <button class="button primary" title={tip("new", t("Add a person"))} onClick={() => { open.value = "new"; }}><Icon name="plus" />{t("Add a person")}</button>}
      </PageHead>
      {open.value === "new" && <PersonForm person={null} saved={saved} close={() => { open.value = null; }} />}
      {(loaded.value?.length ?? 0) > 8 && (
        <input class="input filter" type="search" aria-label={t("Find a person")} placeholder={t("Find by name, e-mail or role")} value={filter.value} onInput={(event) => { filter.value = event.currentTarget.value; }} />
      )}
      <div class="panel">
        {loaded.value === undefined ? <Waiting problem={loaded.problem} reload={loaded.reload} what={t("people")} />
          : shown.length === 0 ? <p class="pad-2 quiet-text" role="status">{t("Nobody here fits “{filter}”.", { filter: filter.value.trim() })}</p>
          : <ul class="rows">{shown.map((person) => (
              <li key={person.id} class={person.disabled ? "quiet-text" : ""}>
                {open.value === person.id ? <PersonForm person={person} saved={saved} close={() => { open.value = null; }} /> : (
                  <div class="row">
                    <div class="grow">
                      <p><span class="strong" dir="auto">{person.name}</span> {person.disabled && <span class="chip warning">{t("Disabled")}</span>} {!person.canSignIn && !person.disabled && <span class="chip">{t("does not sign in")}</span>}</p>
                      <p class="small quiet-text">{person.roles.map(roleWords).join(", ")}{[person.email, person.learnerNumber].filter(Boolean).map((one) => <> · <bdi dir="auto">{one}</bdi></>)}</p>
                    </div>
                    <button class="button small" aria-label={t("Change {person}", { person: person.name })} onClick={() => { open.value = person.id; }}>{t("Change")}</button>
                  </div>
                )}
              </li>
            ))}</ul>}
      </div>
    </div>
  );
}
