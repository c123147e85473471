import { useEffect } from "preact/hooks";
import type { Tag } from "../api/types";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import type { Clips } from "../player/useClips";
import type { Player } from "../player/Player";
import { Changes } from "./Changes";
import { Coverage } from "./Coverage";
import type { Desk } from "./Desk";
import { HintPanel } from "./HintPanel";
import { Palette } from "./Palette";
import { changing } from "./tagging";
import { TagList } from "./TagList";
import { Versions } from "./Versions";
import { plural, t } from "../texts/texts";

export type PanelView = "criteria" | "tags" | "changes" | "versions";

const views: readonly PanelView[] = ["criteria", "tags", "changes", "versions"];

interface Props {
  desk: Desk;
  player: Player;
  clips: Clips;
  hear: (tag: Tag) => void;
  view: { value: PanelView };
  /** on a narrow screen: the sheet is up */
  raised: boolean;
  close: () => void;
}

/** Beside the transcript (on a narrow screen: a sheet from below): coverage, the list of tags, the versions, and the palette while tagging. */
export function SidePanel({ desk, player, clips, hear, view, raised, close }: Props) {
  const tagging = desk.tagging.value && desk.passage.value !== null;
  useEffect(() => { if (desk.openTag.value !== null) view.value = "tags"; }, [desk.openTag.value]);
  useEffect(() => { if (changing.value !== null) view.value = "tags"; }, [changing.value]);
  const kept = desk.tags.value.filter((tag) => tag.state !== "withdrawn");
  const review = kept.filter((tag) => tag.state === "review").length;
  const tab = (to: PanelView, text: string) => (
    <button role="tab" id={`tab-${to}`} aria-selected={view.value === to} aria-controls="panel-body" tabIndex={view.value === to ? 0 : -1}
      onClick={() => { view.value = to; }}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.preventDefault();
        const next = views.indexOf(view.value) + (event.key === "ArrowRight" ? 1 : -1);
        view.value = views[(next + views.length) % views.length] ?? "criteria";
        document.getElementById(`tab-${view.value}`)?.focus();
      }}>{text}</button>
  );
  return (
    <aside class={raised || tagging ? "side raised" : "side"} aria-label={t("Criteria, tags, changes and versions")}>
      {tagging ? <Palette desk={desk} /> : (
        <>
          <div class="side-head">
            <div role="tablist" aria-label={t("Criteria, tags, changes and versions")} class="tabs">
              {tab("criteria", t("Criteria"))}
              {tab("tags", kept.length === 0 ? t("Tags") : t("Tags {kept}", { kept: kept.length }))}
              {desk.transcript.value !== null && tab("changes", t("Changes"))}
              {desk.transcript.value !== null && tab("versions", t("Versions"))}
            </div>
            <button class="button small quiet icon side-close" title={tip("panel")} aria-label={t("Close")} onClick={close}><Icon name="close" size={14} /></button>
          </div>
          <div class="side-body" id="panel-body" role="tabpanel" aria-labelledby={`tab-${view.value}`} tabIndex={0}>
            {review > 0 && view.value === "criteria" && <p class="crits-links"><button class="chip warning" onClick={() => { view.value = "tags"; }}>{plural(review, "1 tag to look at again", "{count} tags to look at again")}</button></p>}
            {view.value === "criteria" ? <Coverage desk={desk} clips={clips} hear={hear} /> : view.value === "changes" ? <Changes desk={desk} player={player} /> : view.value === "versions" ? <Versions desk={desk} /> : <TagList desk={desk} hear={hear} />}
          </div>
          {view.value !== "versions" && changing.value === null && <HintPanel desk={desk} />}
        </>
      )}
    </aside>
  );
}
