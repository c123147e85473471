import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Tag } from "../api/types";
import { StrengthSign, strengthOf, strengthWords } from "../parts/Strength";
import type { Desk } from "./Desk";
import type { Hint } from "./Hints";
import { laneCount, layoutMargin, type Placed } from "./margin";
import type { MarkPiece } from "./marks";
import { wordElement } from "./pointing";
import { t } from "../texts/texts";

const labelHeight = 26;

const hintKey = (hint: Hint): string => t("hint {id}", { id: hint.passage.id });

/**
 * The brackets right of a turn's text, one for each tagged passage, with the numbers of its criteria. Places are measured
 * from the words, when the turn comes into view and when its width changes.
 */
interface Props { desk: Desk; pieces: readonly MarkPiece[]; hear: (piece: MarkPiece) => void; hints: readonly Hint[]; toHint: (hint: Hint) => void }

export function TurnMargin({ desk, pieces, hear, hints, toHint }: Props) {
  const margin = useRef<HTMLDivElement>(null);
  const placed = useSignal<readonly Placed[]>([]);
  useLayoutEffect(() => {
    const element = margin.current;
    const text = element?.parentElement?.querySelector(".turn-text");
    if (!element || !text) return;
    const measure = () => { placed.value = place(desk, pieces, hints, element); };
    const watch = new ResizeObserver(measure);
    watch.observe(text);
    return () => watch.disconnect();
  }, [pieces, hints]);
  const lit = desk.lit.value;
  const byHint = new Map(hints.map((hint) => [hintKey(hint), hint]));
  const byKey = new Map(pieces.map((piece) => [piece.mark.key, piece]));
  return (
    <div class="turn-margin" ref={margin} style={{ "--lanes": Math.max(1, ...placed.value.map((one) => one.lane + 1)) }}>
      {placed.value.map((one) => {
        const piece = byKey.get(one.key);
        const hint = byHint.get(one.key);
        if (hint !== undefined) return <HintMark key={one.key} desk={desk} hint={hint} at={one} toHint={toHint} />;
        if (piece === undefined) return null;
        const isLit = piece.mark.tags.some((tag) => lit !== null && ("tagId" in lit ? tag.id === lit.tagId : tag.criterion.id === lit.criterionId));
        const looks = ["bracket", piece.begins ? "begins" : "", piece.ends ? "ends" : "", piece.mark.review ? "review" : "", isLit ? "lit" : ""];
        return (
          <div key={one.key} class={looks.filter((look) => look !== "").join(" ")} style={{ top: `${one.top}px`, height: `${one.height}px`, "--lane": one.lane }}>
            {piece.begins && (
              <span class="labels">
                {piece.mark.tags.map((tag) => (
                  <button
                    key={tag.id} title={`${tag.criterion.number} ${tag.criterion.text}\n${strengthWords[strengthOf(tag)]}${tag.reason === "" ? "" : `\n\n${tag.reason}`}`}
                    aria-label={labelOf(tag)}
                    onClick={() => { desk.openTag.value = tag.id; hear(piece); }}
                    onMouseEnter={() => { desk.lit.value = { tagId: tag.id }; }} onMouseLeave={() => { desk.lit.value = null; }}
                    onFocus={() => { desk.lit.value = { tagId: tag.id }; }} onBlur={() => { desk.lit.value = null; }}
                  ><StrengthSign strength={strengthOf(tag)} size={9} />{tag.criterion.number}{tag.suggested === true && <i class="by-machine" aria-hidden="true">✦</i>}{tag.state === "review" ? "?" : ""}</button>
                ))}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

function labelOf(tag: Tag): string {
  const more = [tag.state === "review" ? t("to be looked at again") : "", strengthOf(tag) === "fully" ? "" : strengthWords[strengthOf(tag)].toLowerCase(), tag.suggested === true ? t("suggested and accepted") : ""];
  return [t("Hear the passage for {number}", { number: tag.criterion.number }), ...more.filter((one) => one !== "")].join(", ");
}

/** A suggested passage: a dotted line and the number asked, quiet until it is looked at. */
function HintMark({ desk, hint, at, toHint }: { desk: Desk; hint: Hint; at: Placed; toHint: (hint: Hint) => void }) {
  const number = desk.hints.criterion(hint.passage.criteria[0]?.criterionId ?? "")?.number;
  if (number === undefined) return null;
  const here = desk.hints.here.value?.passage.id === hint.passage.id;
  return (
    <div class={`bracket hint begins ends${here ? " lit" : ""}`} style={{ top: `${at.top}px`, height: `${at.height}px`, "--lane": at.lane }}>
      <span class="labels"><button tabIndex={-1} title={t("{topic}: suggested for {number}", { topic: hint.passage.topic, number })} aria-label={t("Suggested for {number}: {topic}", { number, topic: hint.passage.topic })} onClick={() => toHint(hint)}>{number}<i aria-hidden="true">✧</i></button></span>
    </div>
  );
}

function place(desk: Desk, pieces: readonly MarkPiece[], hints: readonly Hint[], margin: HTMLElement): Placed[] {
  const words = desk.index.value.words;
  const top = margin.getBoundingClientRect().top;
  const wanted = pieces.flatMap((piece) => {
    const first = wordElement(words[piece.first]?.id ?? -1);
    const last = wordElement(words[piece.last]?.id ?? -1);
    if (first === null || last === null) return [];
    const labels = piece.begins ? piece.mark.tags.length : 0;
    return [{ key: piece.mark.key, top: first.getBoundingClientRect().top - top, bottom: last.getBoundingClientRect().bottom - top, labels }];
  });
  const suggested = hints.flatMap((hint) => {
    const first = wordElement(words[hint.first]?.id ?? -1);
    if (first === null) return [];
    // never beyond the turn it begins in: there is nothing to line up with behind that
    const end = (desk.index.value.firstOf[(desk.index.value.turnOf[hint.first] ?? 0) + 1] ?? 1) - 1;
    const last = wordElement(words[Math.min(hint.last, end)]?.id ?? -1) ?? first;
    return [{ key: hintKey(hint), top: first.getBoundingClientRect().top - top, bottom: last.getBoundingClientRect().bottom - top, labels: 1 }];
  });
  // what people tagged stands next to the text; suggestions beyond it
  const tagged = layoutMargin(wanted, labelHeight);
  const beyond = laneCount(tagged);
  return [...tagged, ...layoutMargin(suggested, labelHeight).map((one) => ({ ...one, lane: one.lane + beyond }))];
}
