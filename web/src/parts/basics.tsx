import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Link } from "../router";
import { Icon } from "./Icon";
import { t } from "../texts/texts";

/** The top of a page: where it is, what it is called, what can be done. Also names the browser's tab. */
export function PageHead({ title, under, trail, children }: {
  title: string; under?: ComponentChildren; trail?: { to: string; text: string }[]; children?: ComponentChildren;
}) {
  useTitle(title);
  return (
    <header class="page-head">
      <div class="title">
        {trail !== undefined && <nav class="trail" aria-label={t("Where you are")}>{trail.map((step) => <Link key={step.to} to={step.to} dir="auto">{step.text}</Link>)}</nav>}
        <h1 tabIndex={-1}><span dir="auto">{title}</span></h1>
        {under !== undefined && <div class="under">{under}</div>}
      </div>
      {children !== undefined && <div class="actions">{children}</div>}
    </header>
  );
}

export function useTitle(title: string): void {
  useEffect(() => { document.title = title === "" ? t("Colloquy") : t("{title} · Colloquy", { title }); }, [title]);
}

/** A sentence that stays: a note, a warning, or what went wrong with what can be done. */
export function Notice({ kind = "note", children, action }: { kind?: "note" | "warning" | "problem"; children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class={`notice ${kind}`} role={kind === "problem" ? "alert" : undefined}>
      <Icon name={kind === "note" ? "info" : "warning"} />
      <div dir="auto">{children}{action !== undefined && <div class="actions">{action}</div>}</div>
    </div>
  );
}

/** What to show while a page's data is on its way, or did not come. */
export function Waiting({ problem, reload, what }: { problem: string | null; reload: () => void; what: string }) {
  if (problem !== null) return <Notice kind="problem" action={<button class="button small" onClick={reload}>{t("Try again")}</button>}>{problem}</Notice>;
  return <div class="bones" role="status" aria-label={t("Loading {what}", { what })}><i /><i /><i /></div>;
}

export function Empty({ title, children, actions }: { title: string; children?: ComponentChildren; actions?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div class="actions">{actions}</div>}
    </div>
  );
}

/** part: 0..1, null while not known. The words beside it say the same for those who do not see it. */
export function Bar({ part, label }: { part: number | null; label: string }) {
  const percent = part === null ? undefined : Math.round(Math.min(1, Math.max(0, part)) * 100);
  return (
    <div class={`bar${part === null ? " unknown" : ""}`} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
      <span style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
