import { memo } from "preact/compat";
import type { ProposalChange, Tag } from "../api/types";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { positionWords, speakerWords } from "../parts/words";
import { plural, type Said, said, t } from "../texts/texts";

/** Where only the speaker changes the name stands first, and is said in the language of the page. */
function spoken(text: string, voice: Said | undefined): string {
  return voice !== undefined && text.startsWith(`${voice.message}: `) ? `${said(voice)}${text.slice(voice.message.length)}` : text;
}

interface Props { change: ProposalChange; here: boolean; tags: readonly Tag[]; choose: () => void; hear: () => void }

/** One place that would read differently, in its sentence: what goes out struck through, what comes in underlined. */
export const ChangeRow = memo(function ChangeRow({ change, here, tags, choose, hear }: Props) {
  const touched = change.tagIds.map((id) => tags.find((tag) => tag.id === id)).filter((tag) => tag !== undefined);
  return (
    <li class={here ? "change here" : "change"} tabIndex={-1} aria-current={here ? "true" : undefined} onFocus={choose}>
      <div class="change-side">
        <button class="link time" title={tip("hearChange")} aria-label={t("Hear the change at {start}", { start: positionWords(change.start) })} onClick={hear}><Icon name="play" size={10} />{positionWords(change.start)}</button>
        {change.speaker !== null && <span class="small quiet-text" dir="auto">{speakerWords(change.speaker, change.unnamed)}</span>}
      </div>
      <div>
        <p class="differences" dir="auto">
          {change.contextBefore !== "" && <span class="context">{change.contextBefore} </span>}
          {change.before !== "" && <><del><span class="sr">{t("now:")}{" "}</span>{spoken(change.before, change.voices?.before)}</del> </>}
          {change.after !== "" && <><ins><span class="sr">{t("then:")}{" "}</span>{spoken(change.after, change.voices?.after)}</ins> </>}
          {change.before === "" && <span class="chip">{t("put in")}</span>}
          {change.after === "" && <span class="chip">{t("left out")}</span>}{(change.before === "" || change.after === "") && " "}
          {change.contextAfter !== "" && <span class="context">{change.contextAfter}</span>}
        </p>
        {change.tagIds.length > 0 && (
          <p class="small tag-review">
            {touched.length === 0 ? plural(change.tagIds.length, "A tag would ask to be looked at again.", "{count} tags would ask to be looked at again.")
              : <>{t("Would ask to be looked at again:")}{" "}{touched.map((tag) => <span key={tag.id} class="chip warning" title={tag.criterion.text}>{tag.criterion.number}</span>)}</>}
          </p>
        )}
      </div>
    </li>
  );
}, (before, after) => before.change === after.change && before.here === after.here && before.tags === after.tags);
