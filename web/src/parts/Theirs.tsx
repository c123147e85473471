import { StrengthSign } from "./Strength";
import type { DraftedTag, TagDraft } from "./TagDraft";
import { t } from "../texts/texts";

/** The tag as somebody else left it, above the button that stores what is written here. */
export function Theirs<T extends DraftedTag>({ draft }: { draft: TagDraft<T> }) {
  const now = draft.theirs.value;
  if (now === null) return null;
  return (
    <p class="small theirs">
      <span class="quiet-text">{t("As it is now:")}</span> <b title={now.criterion.text}>{now.criterion.number}</b> <StrengthSign strength={now.strength} words />{" "}
      {now.reason === "" ? <span class="quiet-text">{t("without a reason")}</span> : <q dir="auto">{now.reason}</q>}
    </p>
  );
}
