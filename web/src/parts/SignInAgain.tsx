import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { useModal } from "../commands/modal";
import { useAct } from "../state/act";
import { me, signInOver, signInsAgain } from "../state/me";
import { Notice } from "./basics";
import { TextField } from "./fields";
import { t } from "../texts/texts";

/** Over the page, when the sign-in ran out: nothing below is closed, so nothing that was typed or recorded is lost. */
export function SignInAgain() {
  return signInOver.value && me.value ? <Panel email={me.value.person.email ?? ""} /> : null;
}

function Panel({ email }: { email: string }) {
  const panel = useModal((dialog) => dialog.querySelector<HTMLInputElement>("input[type=password]")?.focus());
  const password = useSignal("");
  const { busy, problem, act } = useAct();
  const signIn = (event: Event) => {
    event.preventDefault();
    void act(async () => {
      me.value = await api.signIn({ email, password: password.value });
      signInOver.value = false;
      signInsAgain.value++;
      window.dispatchEvent(new Event("online")); // pieces that wait to be stored go on at once
    });
  };
  // somebody else must not see this page, nor what was typed: a fresh one
  const another = () => { window.location.assign("/sign-in"); };
  return (
    <dialog class="again" ref={panel} aria-labelledby="again-title" onClose={() => { signInOver.value = false; }}>
      <form class="form" onSubmit={signIn}>
        <h2 id="again-title">{t("Sign in again")}</h2>
        <p>{t("You are not signed in any more. What you typed here is kept, and a recording goes on. Sign in, and carry on where you were.")}</p>
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        <p class="small quiet-text" dir="auto">{email}</p>
        <input class="sr" type="email" name="email" autocomplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
        <TextField label={t("Password")} value={password.value} set={(value) => { password.value = value; }} type="password" autocomplete="current-password" required />
        <div class="actions">
          <button class="button primary" disabled={busy}>{busy ? t("Signing in…") : t("Sign in")}</button>
          <button class="button quiet" type="button" onClick={another}>{t("Somebody else")}</button>
        </div>
      </form>
    </dialog>
  );
}
