import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { api } from "../api/calls";
import { tip } from "../commands/table";
import { useCommands } from "../commands/keys";
import { go, Link, path } from "../router";
import { hasRole, me } from "../state/me";
import { forgetSteps } from "../state/takeback";
import { setTheme, theme, type Theme } from "../state/theme";
import { held, isRecording } from "../recording/current";
import { Help, helpOpen } from "./Help";
import { StoringLine } from "./StoringLine";
import { roleWords } from "./words";
import { t } from "../texts/texts";

/** The bar at the top and the page below it; `bare` leaves the way round out (signing in, recording). */
export function Shell({ children, bare = false }: { children: ComponentChildren; bare?: boolean }) {
  useCommands(bare ? {} : { home: () => go("/"), learners: () => go("/learners"), units: () => go("/units"), passages: () => go("/passages"), glossary: () => go("/glossary"), models: () => go("/models"), search: () => toSearch() });
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>{t("Skip to the page")}</a>
      {!bare && <header class="shell-bar-frame"><Bar />{me.value && <StoringLine />}</header>}
      <main id="main" class="shell-main" tabIndex={-1}>{children}</main>
      <Help />
    </div>
  );
}

/** To the search page; on it already: into its box. */
function toSearch(): void {
  const box = document.getElementById("search-box");
  if (box === null) go("/search");
  else box.focus();
}

function Bar() {
  const here = path.value;
  // on a narrow screen the row scrolls: the page one is on stays in sight
  useEffect(() => { document.querySelector(".shell-nav [aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" }); }, [here]);
  const item = (to: string, text: string, command: string | null, also: string[] = []) => {
    const current = to === "/" ? here === "/" : [to, ...also].some((start) => here === start || here.startsWith(`${start}/`));
    return <Link key={to} to={to} aria-current={current ? "page" : undefined} title={command === null ? undefined : tip(command)}>{text}</Link>;
  };
  return (
    <div class="shell-bar">
      <Link to="/" class="shell-brand" title={tip("home")}>
        <img src="/icon.svg" width="24" height="24" alt="" />
        <span dir="auto">{me.value?.centre.name ?? t("Colloquy")}</span>
      </Link>
      <nav class="shell-nav" aria-label={t("Main")}>
        {item("/", t("Home"), "home")}
        {item("/learners", hasRole("administrator", "assessor", "iqa", "eqa") ? t("Learners") : t("My units"), "learners", ["/enrolments", "/sessions", "/recordings"])}
        {item("/units", t("Units"), "units")}
        {item("/passages", t("Passages"), "passages")}
        {item("/search", t("Search"), "search")}
        {item("/glossary", t("Glossary"), "glossary")}
        {hasRole("administrator") && item("/models", t("Models"), "models")}
        {hasRole("administrator") && item("/people", t("People"), null)}
        {hasRole("administrator") && item("/centre", t("Centre"), null)}
      </nav>
      <MyMenu />
    </div>
  );
}

function MyMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      if (menu.current?.open !== true) return;
      if (event instanceof KeyboardEvent && event.key === "Escape") {
        menu.current.open = false;
        menu.current.querySelector("summary")?.focus();
      } else if (event instanceof MouseEvent && event.target instanceof Node && !menu.current.contains(event.target)) menu.current.open = false;
    };
    document.addEventListener("keydown", close);
    document.addEventListener("click", close);
    return () => { document.removeEventListener("keydown", close); document.removeEventListener("click", close); };
  }, []);
  const person = me.value?.person;
  if (person === undefined) return null;
  const signOut = async () => {
    if (held.value.some(isRecording) && !window.confirm(t("A recording is going on in this window. If you sign out, the rest of it waits in this browser until you sign in again. Sign out anyway?"))) return;
    await api.signOut().catch(() => undefined);
    forgetSteps();
    me.value = null;
    go("/sign-in");
  };
  const shut = () => { if (menu.current !== null) menu.current.open = false; };
  return (
    <div class="shell-me">
      <button class="button quiet icon" title={tip("help")} aria-label={t("Keys")} onClick={() => { helpOpen.value = true; }}>?</button>
      <details ref={menu}>
        <summary dir="auto">{person.name}</summary>
        <div class="shell-menu">
          <div class="who small quiet-text" dir="auto">{person.email}<br />{person.roles.map(roleWords).join(", ")}</div>
          <ThemeChoice />
          <Link to="/keys" onClick={shut}>{t("Change the keys")}</Link>
          <Link to="/password" onClick={shut}>{t("Change my password")}</Link>
          <button class="row" onClick={() => void signOut()}>{t("Sign out")}</button>
        </div>
      </details>
    </div>
  );
}

function ThemeChoice() {
  const choices: [Theme, string][] = [["auto", t("Auto")], ["light", t("Light")], ["dark", t("Dark")]];
  return (
    <div class="segments small" role="radiogroup" aria-label={t("Colours")}>
      {choices.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name="theme" checked={theme.value === value} onChange={() => setTheme(value)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
