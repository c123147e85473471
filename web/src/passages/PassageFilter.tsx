import { useSignal } from "@preact/signals";
import { go } from "../router";
import { changed } from "./query";
import { t } from "../texts/texts";

/** Words of the quote or the reason, and days of sessions. What is narrowed beside it stays. */
export function PassageFilter({ address }: { address: URLSearchParams }) {
  const words = useSignal(address.get("q") ?? "");
  const from = useSignal(address.get("from") ?? "");
  const to = useSignal(address.get("to") ?? "");
  return (
    <form class="passage-filter" role="search" onSubmit={(event) => { event.preventDefault(); go(changed(address, { q: words.value.trim(), from: from.value, to: to.value })); }}>
      <label class="field grow"><span class="label">{t("Words said, or of the reason")}</span><input class="input" type="search" dir="auto" autocomplete="off" maxLength={200} value={words.value} onInput={(event) => { words.value = event.currentTarget.value; }} /></label>
      <label class="field"><span class="label">{t("Sessions from")}</span><input class="input" type="date" value={from.value} onInput={(event) => { from.value = event.currentTarget.value; }} /></label>
      <label class="field"><span class="label">{t("to")}</span><input class="input" type="date" value={to.value} onInput={(event) => { to.value = event.currentTarget.value; }} /></label>
      <button class="button">{t("Narrow down")}</button>
    </form>
  );
}
