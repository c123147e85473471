import { signal } from "@preact/signals";
import { keep, kept } from "./kept";

export type Theme = "auto" | "light" | "dark";

function stored(): Theme {
  const value = kept("theme");
  return value === "light" || value === "dark" ? value : "auto";
}

export const theme = signal<Theme>(stored());

/** Chooses the colours of this browser; `public/theme.js` reads the same name before the first paint. */
export function setTheme(next: Theme): void {
  theme.value = next;
  if (next === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = next;
  keep("theme", next === "auto" ? null : next);
}
