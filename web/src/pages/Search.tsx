import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import "../finding/search.css";
import { api } from "../api/calls";
import { isAbort, sentence } from "../api/problem";
import type { SearchResult } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Chosen, FacetList } from "../finding/FacetList";
import { hear, HitRow } from "../finding/HitRow";
import { changed, toServer } from "../finding/query";
import { Empty, Notice, useTitle, Waiting } from "../parts/basics";
import { count } from "../parts/words";
import { useClips, type Clips } from "../player/useClips";
import { address as here, go, Link } from "../router";
import { t, tx } from "../texts/texts";

/** One box over everything the person may see. `/search?q=` */
export function Search() {
  const address = here.value.searchParams;
  const result = useSignal<SearchResult | null>(null);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const again = useSignal(0);
  const clips = useClips();
  const box = useRef<HTMLInputElement>(null);
  const query = toServer(address);
  const asked = query?.toString() ?? "";
  useTitle(address.get("q") ? t("{get}: search", { get: address.get("q") ?? "" }) : t("Search"));

  useLayoutEffect(() => { if (asked === "") box.current?.focus(); }, []);
  useEffect(() => {
    if (asked === "") {
      result.value = null;
      problem.value = null;
      return;
    }
    const stop = new AbortController();
    busy.value = true;
    api.search(new URLSearchParams(asked), stop.signal).then(
      (answer) => { result.value = answer; problem.value = null; busy.value = false; },
      (failure: unknown) => {
        if (isAbort(failure)) return;
        problem.value = sentence(failure);
        busy.value = false;
      },
    );
    return () => stop.abort();
  }, [asked, again.value]);

  const found = result.value;
  useCommands(hitKeys(found, clips));
  return (
    <div class="page search">
      <h1 class="sr">{t("Search")}</h1>
      <SearchBox field={box} address={address} />
      <Chosen facets={found?.facets} address={address} />
      {problem.value !== null
        ? <Notice kind="problem" action={<button class="button small" onClick={() => { again.value += 1; }}>{t("Try again")}</button>}>{problem.value}</Notice>
        : asked === "" ? <Begin />
        : found === null ? <Waiting problem={null} reload={() => undefined} what={t("the results")} />
        : <Found found={found} address={address} clips={clips} busy={busy.value} />}
    </div>
  );
}

function SearchBox({ field, address }: { field: preact.RefObject<HTMLInputElement>; address: URLSearchParams }) {
  const inAddress = address.get("q") ?? "";
  const typed = useSignal(inAddress);
  const timer = useRef(0);
  useEffect(() => { if (document.activeElement !== field.current) typed.value = inAddress; }, [inAddress]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const ask = (replace: boolean) => {
    window.clearTimeout(timer.current);
    const next = changed(here.value.searchParams, "q", typed.value.trim());
    if (next !== here.value.pathname + here.value.search) go(next, { replace });
  };
  return (
    <form class="search-box" role="search" onSubmit={(event) => { event.preventDefault(); ask(false); }}>
      <input
        id="search-box" ref={field} class="input" type="search" value={typed.value} placeholder={t("Words that were said, tags, notes, criteria")} aria-label={t("Search")} title={tip("search")}
        autocomplete="off" dir="auto" maxLength={1000}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => ask(true), 350);
        }}
      />
      <button class="button primary">{t("Search")}</button>
    </form>
  );
}

function Begin() {
  return (
    <Empty title={t("Find what was said, and hear it")}>
      {t("Type words you remember. “Quotation marks” keep words together, agree* finds agreement and agreed, and small misspellings do not matter. Only what you may see is searched.")}
    </Empty>
  );
}

function Found({ found, address, clips, busy }: { found: SearchResult; address: URLSearchParams; clips: Clips; busy: boolean }) {
  const narrowed = [...address.keys()].some((name) => name !== "q" && name !== "page");
  const q = address.get("q");
  return (
    <div class={found.total === 0 && !narrowed ? "search-found alone" : "search-found"} aria-busy={busy}>
      <details class="facets" open={window.matchMedia("(min-width: 761px)").matches}>
        <summary>{t("Narrow down")}</summary>
        <FacetList facets={found.facets} address={address} />
      </details>
      <div class="hits-frame">
        <p class={found.total === 0 ? "sr" : "hits-count small quiet-text"} role="status">{found.total === 0 ? t("Nothing found") : `${count(found.total, "result")}${found.pages > 1 ? t(", page {page} of {pages}", { page: found.page, pages: found.pages }) : ""}`}</p>
        {found.suggestion !== null && <p class="suggestion">{tx("Did you mean {link}?", { link: <Link to={changed(address, "q", found.suggestion)} dir="auto">{found.suggestion}</Link> })}</p>}
        {found.total === 0 && (
          <Empty title={t("Nothing was found")} actions={narrowed && <Link class="button" to={q === null ? "/search" : `/search?q=${encodeURIComponent(q)}`}>{t("Search without the filters")}</Link>}>
            {narrowed ? t("With these filters there is nothing. Take one off, or try fewer words.") : t("Try fewer or other words: the machine may have heard them differently. A star finds every ending: negotiat*.")}
          </Empty>
        )}
        <ol class="hits">{found.hits.map((hit) => <HitRow key={`${hit.kind}-${hit.id}-${hit.start ?? 0}`} hit={hit} clips={clips} />)}</ol>
        {found.pages > 1 && (
          <nav class="row pages" aria-label={t("Pages")}>
            {found.page > 1 && <Link class="button small" to={changed(address, "page", String(found.page - 1))}>{t("Previous page")}</Link>}
            <span class="small quiet-text">{t("Page {page} of {pages}", { page: found.page, pages: found.pages })}</span>
            {found.page < found.pages && <Link class="button small" to={changed(address, "page", String(found.page + 1))}>{t("Next page")}</Link>}
          </nav>
        )}
      </div>
    </div>
  );
}

function hitKeys(found: SearchResult | null, clips: Clips) {
  const links = () => [...document.querySelectorAll<HTMLElement>(".hit-link")];
  const at = () => links().findIndex((one) => one.closest(".hit")?.contains(document.activeElement));
  const move = (by: 1 | -1) => () => {
    const all = links();
    all[Math.min(all.length - 1, Math.max(0, at() + by))]?.focus();
  };
  const play = () => {
    const hit = found?.hits[Math.max(0, at())];
    if (hit !== undefined) hear(hit, clips);
  };
  return { nextHit: move(1), previousHit: move(-1), playHit: play, leave: () => clips.stop() };
}
