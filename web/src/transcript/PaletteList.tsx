import { useEffect, useRef } from "preact/hooks";
import type { Criterion, Likely } from "../api/types";
import { said, t } from "../texts/texts";

interface Props {
  id: string;
  found: readonly Criterion[];
  active: Criterion | undefined;
  picked: readonly string[];
  /** criteria these very words are tagged to already */
  tagged: ReadonlySet<string>;
  likely: readonly Likely[];
  choose: (criterion: Criterion) => void;
}

/** How many criteria are called likely. */
const shownLikely = 3;

/** The criteria to tag to: the likeliest first, with what speaks for them. */
export function PaletteList({ id, found, active, picked, tagged, likely, choose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" }); }, [active?.id]);
  const why = new Map(likely.slice(0, shownLikely).map((one) => [one.criterionId, one]));
  return (
    <ul id={`${id}-list`} class="palette-list" ref={list} role="listbox" aria-label={t("Criteria")} aria-multiselectable="true">
      {found.map((criterion) => {
        const because = why.get(criterion.id)?.because;
        return (
          <li
            key={criterion.id} id={`${id}-${criterion.id}`} role="option" aria-selected={picked.includes(criterion.id)} data-active={criterion === active ? "" : undefined}
            onMouseDown={(event) => event.preventDefault()} onClick={() => choose(criterion)}
          >
            <i class="tick" aria-hidden="true" /><b>{criterion.number}</b>
            <span dir="auto">
              {criterion.text}
              {tagged.has(criterion.id) && <small class="palette-why">{" "}{t("Tagged to it already.")}</small>}
              {because !== undefined && <small class="palette-why"> <span class="chip accent">{t("likely")}</span> {said(because)}</small>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
