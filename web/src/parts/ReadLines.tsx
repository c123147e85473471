import type { UnitPreview } from "../api/types";
import { said, t } from "../texts/texts";

/** The text of a specification line by line, with what each line became; lines with a problem are marked. */
export function ReadLines({ preview }: { preview: UnitPreview }) {
  const troubled = new Set(preview.problems.map((each) => each.line));
  let before: string | undefined;
  return (
    <ol class="read-lines">
      {preview.lines.map((line) => {
        const same = line.became?.message === before;
        before = line.became?.message;
        return (
          <li key={line.number} id={`line-${line.number}`} tabIndex={-1} class={`${line.became === null ? "unused" : ""}${troubled.has(line.number) ? " trouble" : ""}`}>
            <span class="line-number">{line.number}</span>
            <span class="line-text" dir="auto">{line.text}</span>
            <span class="line-became">{troubled.has(line.number) && <span class="chip warning">{t("look here")}</span>}{line.became !== null && <span class={same ? "sr" : "chip accent"}>{said(line.became)}</span>}</span>
          </li>
        );
      })}
    </ol>
  );
}

export function jumpToLine(line: number): void {
  const element = document.getElementById(`line-${line}`);
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
