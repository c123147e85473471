import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { Notice } from "../parts/basics";
import { NewPassword, SelectField, TextField } from "../parts/fields";
import { go } from "../router";
import { useAct } from "../state/act";
import { me } from "../state/me";
import { t } from "../texts/texts";

/** The zones the browser knows; the machine's own first choice. */
export function timeZones(): { here: string; all: string[] } {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const all = Intl.supportedValuesOf("timeZone");
  return { here, all: all.includes(here) ? all : [here, ...all] };
}

export function SetupCentre({ setupKey, back }: { setupKey: string; back: () => void }) {
  const zones = timeZones();
  const centre = useSignal("");
  const number = useSignal("");
  const zone = useSignal(zones.here);
  const name = useSignal("");
  const email = useSignal("");
  const password = useSignal("");
  const { busy, problem, act } = useAct();
  const save = (event: Event) => {
    event.preventDefault();
    void act(async () => {
      me.value = await api.setUp({
        key: setupKey,
        centre: { name: centre.value.trim(), number: number.value.trim() || null, timeZone: zone.value },
        account: { name: name.value.trim(), email: email.value.trim(), password: password.value },
      });
      go("/", { replace: true });
    });
  };
  return (
    <form class="form panel pad" onSubmit={save}>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <h2>{t("Your centre")}</h2>
      <TextField label={t("Name of the centre")} required autofocus value={centre.value} set={(value) => { centre.value = value; }} autocomplete="organization" />
      <div class="form-row">
        <TextField label={t("Centre number")} optional hint={t("As the awarding body knows you")} value={number.value} set={(value) => { number.value = value; }} />
        <SelectField label={t("Time zone")} value={zone.value} set={(value) => { zone.value = value; }} choices={zones.all.map((each) => [each, each.replaceAll("_", " ")] as const)} />
      </div>
      <hr />
      <h2>{t("The first account: you")}</h2>
      <p class="hint">{t("You become the administrator and can assess as well. More people can be added later.")}</p>
      <div class="form-row">
        <TextField label={t("Your name")} required value={name.value} set={(value) => { name.value = value; }} autocomplete="name" />
        <TextField label={t("E-mail address")} hint={t("You sign in with it; nothing is sent there")} type="email" required value={email.value} set={(value) => { email.value = value; }} autocomplete="username" />
      </div>
      <NewPassword label={t("Password")} value={password.value} set={(value) => { password.value = value; }} />
      <div class="actions">
        <button class="button primary" disabled={busy}>{busy ? t("Setting up…") : t("Set up and go in")}</button>
        <button class="button quiet" type="button" onClick={back}>{t("Back")}</button>
      </div>
    </form>
  );
}
