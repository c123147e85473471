import { useEffect, useMemo, useRef } from "preact/hooks";
import "../finding/search.css";
import "../passages/passages.css";
import { api } from "../api/calls";
import type { ChangedTag, PassageList } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Empty, Notice, PageHead, Waiting } from "../parts/basics";
import { Segments } from "../parts/fields";
import { Icon } from "../parts/Icon";
import { TakeBackLine } from "../parts/TakeBackLine";
import { count, durationWords } from "../parts/words";
import { ChosenFacets, PassageFacets } from "../passages/PassageFacets";
import { PassageItem, workspaceAddress } from "../passages/PassageItem";
import { PassageFilter } from "../passages/PassageFilter";
import { changed, pageSize, toServer, type Taste } from "../passages/query";
import { Queue } from "../passages/Queue";
import { type Retagged, retagging } from "../passages/retagged";
import { Player } from "../player/Player";
import { address as here, go, Link } from "../router";
import { keep, kept } from "../state/kept";
import { useLoad } from "../state/load";
import { me } from "../state/me";
import { TakeBack } from "../state/takeback";
import { said, t } from "../texts/texts";

const tastes: readonly Taste[] = ["10", "20", "whole"];

/** Passages of all recordings one may see, narrowed by the address, heard one after the other. `/passages?criterion=&learner=…` */
export function Passages() {
  const address = here.value.searchParams;
  const asked = toServer(address).toString();
  const loaded = useLoad((signal) => api.passages(new URLSearchParams(asked), signal), [asked]);
  const queue = useMemo(() => new Queue(new Player(document.createElement("audio"))), []);
  const goOn = useRef(false);
  const steps = useMemo(() => new TakeBack<Retagged>(`passages.${me.value?.person.id ?? ""}`, retagging, loaded.reload), []);
  const list = loaded.value;
  useEffect(() => {
    const remembered = tastes.find((one) => one === kept("taste"));
    if (remembered !== undefined) queue.taste.value = remembered;
    return () => queue.close();
  }, [queue]);
  useEffect(() => {
    if (list === undefined) return;
    queue.set(list.passages, goOn.current);
    goOn.current = false;
  }, [list]);
  queue.more = () => {
    if (list === undefined || list.page >= list.pages) return false;
    goOn.current = true;
    go(changed(here.value.searchParams, { page: String(list.page + 1) }));
    return true;
  };
  const at = queue.at.value;
  useEffect(() => { if (at >= 0) document.querySelector(".passage.current")?.scrollIntoView({ block: "nearest" }); }, [at]);
  usePassageKeys(queue, list);
  useCommands({ takeBackHere: () => void steps.undo(), doAgainHere: () => void steps.redo() });
  const changedTag = (tag: ChangedTag) => {
    loaded.reload();
    if (tag.step !== null) steps.did(said(tag.step.text), { recordingId: tag.recordingId, step: tag.step.id });
  };
  const under = list === undefined ? undefined : list.total === 0 ? t("No passage fits") : t("{total}, {seconds} together{which}", { total: count(list.total, "passage"), seconds: durationWords(list.seconds), which: list.pages > 1 ? t(", page {page} of {pages}", { page: list.page, pages: list.pages }) : "" });
  return (
    <div class="page search passages">
      <PageHead title={t("Passages")} under={<span role="status">{under ?? t("Looking for passages")}</span>} />
      <PassageFilter key={address.toString()} address={address} />
      <ChosenFacets facets={list?.facets} address={address} />
      {loaded.problem !== null
        ? <Notice kind="problem" action={<button class="button small" onClick={loaded.reload}>{t("Try again")}</button>}>{loaded.problem}</Notice>
        : list === undefined ? <Waiting problem={null} reload={loaded.reload} what={t("the passages")} />
        : <Found list={list} queue={queue} address={address} changedTag={changedTag} />}
      <TakeBackLine steps={steps} />
    </div>
  );
}

function Found({ list, queue, address, changedTag }: { list: PassageList; queue: Queue; address: URLSearchParams; changedTag: (tag: ChangedTag) => void }) {
  const narrowed = [...address.keys()].some((name) => name !== "page");
  const playing = queue.player.playing.value;
  const failing = queue.player.failing.value;
  if (list.total === 0 && !narrowed) return <Empty title={t("Nothing is tagged yet")}>{t("Open a recording, choose the words that meet a criterion and press t. Every tagged passage is listed here, over all sessions you may see.")}</Empty>;
  return (
    <div class="search-found">
      <details class="facets" open={window.matchMedia("(min-width: 761px)").matches}>
        <summary>{t("Narrow down")}</summary>
        <PassageFacets facets={list.facets} address={address} />
      </details>
      <div class="hits-frame">
        {list.total === 0 ? <Empty title={t("No passage fits")} actions={<Link class="button" to="/passages">{t("Show all passages")}</Link>}>{t("Take one of the filters off, or look for fewer words.")}</Empty> : <PlayAll queue={queue} list={list} />}
        <ol class="passage-list" start={1}>
          {list.passages.map((row, place) => (
            <PassageItem key={row.id} row={row} current={place === queue.at.value} playing={playing && place === queue.at.value} failing={failing && place === queue.at.value} changed={changedTag}
              hear={() => { if (playing && place === queue.at.value) queue.player.pause(); else queue.play(place, false); }} />
          ))}
        </ol>
        {list.pages > 1 && (
          <nav class="row pages" aria-label={t("Pages")}>
            {list.page > 1 && <Link class="button small" to={changed(address, { page: String(list.page - 1) })}>{t("Previous page")}</Link>}
            <span class="small quiet-text">{t("Page {page} of {pages}", { page: list.page, pages: list.pages })}</span>
            {list.page < list.pages && <Link class="button small" to={changed(address, { page: String(list.page + 1) })}>{t("Next page")}</Link>}
          </nav>
        )}
      </div>
    </div>
  );
}

/** Hears the passages one after the other, and how much of each. Stays in sight. */
function PlayAll({ queue, list }: { queue: Queue; list: PassageList }) {
  const playing = queue.player.playing.value;
  const going = playing && queue.goingOn.value;
  const at = queue.at.value;
  return (
    <div class="play-all" role="group" aria-label={t("Hear the passages one after the other")}>
      <button class="button primary" title={tip("playPassages")} aria-pressed={going} onClick={() => queue.toggle()}><Icon name={playing ? "pause" : "play"} size={14} />{playing ? t("Pause") : at < 0 ? t("Play all") : t("Play on")}</button>
      <button class="button icon" aria-label={t("Previous passage")} title={tip("previousPassage")} disabled={at <= 0} onClick={() => queue.step(-1)}><Icon name="back" /></button>
      <button class="button icon" aria-label={t("Next passage")} title={tip("nextPassage")} disabled={at >= list.passages.length - 1} onClick={() => queue.step(1)}><Icon name="next" /></button>
      <Segments<Taste> label={t("Of each")} value={queue.taste.value} set={(value) => { queue.taste.value = value; keep("taste", value); }} choices={[["10", count(10, "second")], ["20", count(20, "second")], ["whole", t("All of it")]]} />
      <span class="small quiet-text" role="status">{at < 0 ? "" : t("Passage {it} of {total}", { it: (list.page - 1) * pageSize + at + 1, total: list.total })}</span>
    </div>
  );
}

function usePassageKeys(queue: Queue, list: PassageList | undefined): void {
  const move = (by: 1 | -1) => () => {
    if (queue.player.playing.value) { queue.step(by); return; }
    const rows = [...document.querySelectorAll<HTMLElement>(".passage")];
    const from = rows.findIndex((row) => row.contains(document.activeElement));
    const to = Math.min(rows.length - 1, Math.max(0, from === -1 ? (queue.at.value === -1 ? 0 : queue.at.value + by) : from + by));
    rows[to]?.focus();
  };
  const place = () => {
    const rows = [...document.querySelectorAll<HTMLElement>(".passage")];
    const from = rows.findIndex((row) => row.contains(document.activeElement));
    return from === -1 ? Math.max(0, queue.at.value) : from;
  };
  useCommands({
    playPassages: () => queue.toggle(),
    nextPassage: move(1),
    previousPassage: move(-1),
    hearPassage: () => queue.play(place(), false),
    openPassage: () => { const row = list?.passages[place()]; if (row !== undefined) go(workspaceAddress(row)); },
    retagPassage: () => document.querySelectorAll<HTMLElement>(".passage")[place()]?.querySelector<HTMLElement>(".passage-retag")?.click(),
    leave: () => queue.player.pause(),
  });
}
