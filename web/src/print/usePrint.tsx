import { render } from "preact";
import { useEffect } from "preact/hooks";
import "./print.css";
import type { Desk } from "../transcript/Desk";
import { PrintSheet } from "./PrintSheet";
import { t } from "../texts/texts";

/** While the page is open, printing it (by its button or the browser's own key) prints the transcript with its tags, and nothing of the page round it. */
export function usePrint(desk: Desk): void {
  useEffect(() => {
    const gone = new AbortController();
    let sheet: HTMLElement | null = null;
    const away = () => {
      if (sheet === null) return;
      render(null, sheet);
      sheet.remove();
      sheet = null;
      document.documentElement.classList.remove("prints-sheet");
    };
    // drawn only for the moment of printing: three hours of talk would else stand in the page twice
    window.addEventListener("beforeprint", () => {
      if (desk.transcript.value === null) return;
      away();
      sheet = document.createElement("div");
      sheet.className = "print-root";
      document.body.append(sheet);
      render(<PrintSheet desk={desk} printedAt={new Date().toISOString()} />, sheet);
      document.documentElement.classList.add("prints-sheet");
    }, { signal: gone.signal });
    window.addEventListener("afterprint", away, { signal: gone.signal });
    return () => { gone.abort(); away(); };
  }, [desk]);
}

/** Asks the browser to print. */
export function PrintButton() {
  return <button class="button small print-button" title={t("Print the transcript with its tags (Ctrl+P)")} onClick={() => window.print()}>{t("Print")}</button>;
}
