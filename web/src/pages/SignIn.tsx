import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/calls";
import { Notice, useTitle } from "../parts/basics";
import { TextField } from "../parts/fields";
import { address, go } from "../router";
import { useAct } from "../state/act";
import { me } from "../state/me";
import { t } from "../texts/texts";

/** Only an address of this site, never another one that somebody wrote into the link. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : "/";
}

export function SignIn() {
  useTitle(t("Sign in"));
  const email = useSignal("");
  const password = useSignal("");
  const centre = useSignal<string | null>(null);
  const needed = useSignal(false);
  const { busy, problem, act } = useAct();
  useEffect(() => {
    api.setupState().then((state) => {
      centre.value = state.centreName;
      needed.value = state.needed;
    }, () => undefined);
  }, []);
  const signIn = (event: Event) => {
    event.preventDefault();
    void act(async () => {
      me.value = await api.signIn({ email: email.value.trim(), password: password.value });
      go(safeNext(address.value.searchParams.get("next")), { replace: true });
    });
  };
  return (
    <div class="door">
      <img src="/icon.svg" width="40" height="40" alt="" />
      <h1 dir="auto">{centre.value ?? t("Colloquy")}</h1>
      {needed.value && (
        <Notice>{t("This Colloquy is not set up yet. Open the address with the set-up key that it printed when it was started: it is in the window where it runs.")}</Notice>
      )}
      <form class="form panel pad" onSubmit={signIn}>
        <h2>{t("Sign in")}</h2>
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        <TextField label={t("E-mail address")} value={email.value} set={(value) => { email.value = value; }} type="email" autocomplete="username" required autofocus />
        <TextField label={t("Password")} value={password.value} set={(value) => { password.value = value; }} type="password" autocomplete="current-password" required />
        <button class="button primary" disabled={busy}>{busy ? t("Signing in…") : t("Sign in")}</button>
        <p class="hint">{t("Forgotten your password? The centre's administrator can give you a new one.")}</p>
      </form>
    </div>
  );
}
