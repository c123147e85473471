import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import { Notice, PageHead } from "../parts/basics";
import { NewPassword, TextField } from "../parts/fields";
import { useAct } from "../state/act";
import { t } from "../texts/texts";

/** Changing one's own password. */
export function Password() {
  const old = useSignal("");
  const next = useSignal("");
  const again = useSignal("");
  const saved = useSignal(false);
  const { busy, problem, act, fail } = useAct();
  const change = (event: Event) => {
    event.preventDefault();
    saved.value = false;
    if (next.value !== again.value) {
      fail(t("The two new passwords are not the same. Type the new one again in both fields."));
      return;
    }
    void act(async () => {
      await api.changePassword({ old: old.value, new: next.value });
      old.value = next.value = again.value = "";
      saved.value = true;
    });
  };
  return (
    <div class="page narrow">
      <PageHead title={t("Change my password")} />
      <form class="form panel pad" onSubmit={change}>
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        {saved.value && <div role="status"><Notice>{t("Your new password holds from now on.")}</Notice></div>}
        <TextField label={t("Password now")} type="password" autocomplete="current-password" required value={old.value} set={(value) => { old.value = value; }} />
        <NewPassword label={t("New password")} value={next.value} set={(value) => { next.value = value; }} />
        <TextField label={t("New password again")} type="password" autocomplete="new-password" required value={again.value} set={(value) => { again.value = value; }} />
        <div class="actions"><button class="button primary" disabled={busy}>{busy ? t("Saving…") : t("Save the new password")}</button></div>
      </form>
    </div>
  );
}
