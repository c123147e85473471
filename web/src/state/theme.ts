import { signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";

function stored(): Theme {
  try {
    const value = localStorage.getItem("colloquy.theme");
    return value === "light" || value === "dark" ? value : "auto";
  } catch {
    return "auto"; // storage is off in this browser: follow the machine
  }
}

export const theme = signal<Theme>(stored());

/** Chooses the colours of this browser; `public/theme.js` reads the same name before the first paint. */
export function setTheme(next: Theme): void {
  theme.value = next;
  if (next === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = next;
  try {
    if (next === "auto") localStorage.removeItem("colloquy.theme");
    else localStorage.setItem("colloquy.theme", next);
  } catch {
    // storage is off: the choice holds until the page is loaded again
  }
}
