import { computed, signal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";

/** Real paths over the History API: links are ordinary links, and any page can be opened by its address. */
export const address = signal(new URL(window.location.href));
export const path = computed(() => address.value.pathname);

let guard: (() => boolean) | null = null;

/** While set, leaving the page asks first: `stay` answers true to stay. Returns how to take it away again. */
export function guardLeaving(stay: () => boolean): () => void {
  guard = stay;
  return () => { if (guard === stay) guard = null; };
}

/** `saved`: nothing is lost by leaving, so nobody is asked. */
export function go(to: string, options: { replace?: boolean; saved?: boolean } = {}): void {
  const next = new URL(to, window.location.href);
  const samePage = next.pathname === address.value.pathname;
  if (!samePage && options.saved !== true && guard?.() === true) return;
  if (options.replace === true) window.history.replaceState(null, "", next);
  else window.history.pushState(null, "", next);
  address.value = next;
  if (!samePage) window.scrollTo(0, 0);
}

window.addEventListener("popstate", () => {
  const next = new URL(window.location.href);
  if (next.pathname !== address.value.pathname && guard?.() === true) {
    window.history.pushState(null, "", address.value);
    return;
  }
  address.value = next;
});

export function Link({ to, children, ...rest }: { to: string; children: ComponentChildren } & Omit<JSX.IntrinsicElements["a"], "href">) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={to} onClick={follow}>{children}</a>;
}

/** "/units/:id" against "/units/7" gives {id: "7"}; null where it does not fit. */
export function match(pattern: string, pathname: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = pathname.replace(/(.)\/$/, "$1").split("/");
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? "";
    if (part.startsWith(":")) {
      if (actual === "") return null;
      try {
        found[part.slice(1)] = decodeURIComponent(actual);
      } catch {
        return null;
      }
    } else if (part !== actual) return null;
  }
  return found;
}
