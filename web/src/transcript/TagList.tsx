import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Tag } from "../api/types";
import { tip } from "../commands/table";
import { StrengthSign, strengthOf } from "../parts/Strength";
import { clockWords, dateWords, positionWords } from "../parts/words";
import type { Desk } from "./Desk";
import { change, changing, restore, withdraw } from "./tagging";
import { TagForm } from "./TagForm";
import { plural, t, tx } from "../texts/texts";

interface Props { desk: Desk; hear: (tag: Tag) => void }

/** Every tag of this recording in the order of the sound; the withdrawn ones folded away below. */
export function TagList({ desk, hear }: Props) {
  const tags = [...desk.tags.value].sort((a, b) => a.start - b.start);
  const kept = tags.filter((tag) => tag.state !== "withdrawn");
  const withdrawn = tags.filter((tag) => tag.state === "withdrawn");
  if (tags.length === 0) {
    return <p class="panel-empty">{desk.mayEdit.value ? t("Nothing is tagged yet. Choose words in the transcript with the mouse, or with Shift and the arrows, then press t.") : t("Nothing is tagged in this recording yet.")}</p>;
  }
  return (
    <>
      <ul class="tags">{kept.map((tag) => <TagCard key={tag.id} tag={tag} desk={desk} hear={hear} />)}</ul>
      {withdrawn.length > 0 && (
        <details class="withdrawn">
          <summary>{t("Withdrawn ({withdrawn})", { withdrawn: withdrawn.length })}</summary>
          <ul class="tags">
            {withdrawn.map((tag) => (
              <li key={tag.id} class="tag">
                <p class="tag-head"><b>{tag.criterion.number}</b> <span class="time">{positionWords(tag.start)}</span></p>
                <p class="tag-quote" dir="auto">{tag.quote}</p>
                {desk.mayEdit.value && <button class="button small" onClick={() => void restore(desk, tag)}>{t("Put it back")}</button>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function TagCard({ desk, tag, hear }: Props & { tag: Tag }) {
  const card = useRef<HTMLLIElement>(null);
  const problem = useSignal<string | null>(null);
  const open = desk.openTag.value === tag.id;
  const editing = changing.value === tag.id;
  useEffect(() => { if (open) card.current?.scrollIntoView({ block: "nearest" }); }, [open]);
  const light = () => { desk.lit.value = { tagId: tag.id }; };
  const dark = () => { desk.lit.value = null; };
  const confirm = () => {
    problem.value = null;
    change(desk, tag, { reviewed: true }).catch((failure: unknown) => { problem.value = sentence(failure); });
  };
  return (
    <li class={`tag${tag.state === "review" ? " review" : ""}${open ? " open" : ""}`} ref={card} onMouseEnter={light} onMouseLeave={dark}>
      <p class="tag-head">
        <b title={tag.criterion.text}>{tag.criterion.number}</b>
        <StrengthSign strength={strengthOf(tag)} words />
        <button class="link time" title={t("Hear this passage")} onFocus={light} onBlur={dark} onClick={() => { desk.openTag.value = tag.id; hear(tag); }}>{t("{start} to {end}", { start: positionWords(tag.start), end: positionWords(tag.end) })}</button>
        <span class="grow" />
        <span class="small quiet-text tag-by" title={`${dateWords(tag.at)}, ${clockWords(tag.at)}`} dir="auto">{tag.by.name}</span>
        {desk.mayEdit.value && !editing && (
          <span class="tag-does">
            <button class="button small quiet" title={tip("changeTag")} onClick={() => { changing.value = tag.id; }}>{t("Change")}</button>
            <button class="button small quiet" title={tip("withdrawTag")} onClick={() => void withdraw(desk, tag)}>{t("Withdraw")}</button>
          </span>
        )}
      </p>
      <p class="tag-quote" dir="auto">{tag.quote}</p>
      {(tag.suggested === true || (tag.unchecked ?? 0) > 0) && (
        <p class="small tag-signs">
          {tag.suggested === true && <span class="chip" title={t("Colloquy proposed this criterion and a person accepted it")}>{t("suggested, accepted")}</span>}
          {(tag.unchecked ?? 0) > 0 && <span class="quiet-text">{plural(tag.unchecked ?? 0, "Nobody has checked 1 of its words.", "Nobody has checked {count} of its words.")}</span>}
        </p>
      )}
      {desk.made.value.some((mark) => mark.tagId === tag.id) && <p class="small"><span class="chip" title={t("It was marked while people talked, and put on the turn in which it was said")}>{t("marked while recording")}</span></p>}
      {editing
        ? <TagForm desk={desk} tag={tag} close={() => { changing.value = null; }} />
        : tag.reason !== "" && <p class="tag-reason" dir="auto">{tag.reason}</p>}
      {tag.state === "review" && (
        <p class="tag-review">{tx("{strong} Words of this passage were corrected after it was tagged. Does it still meet {number}?", { strong: <strong>{t("Look at it again.")}</strong>, number: tag.criterion.number })}</p>
      )}
      {problem.value !== null && <p class="wrong" role="alert">{problem.value}</p>}
      {desk.mayEdit.value && tag.state === "review" && !editing && <button class="button small primary tag-confirm" onClick={confirm}>{t("It still does")}</button>}
    </li>
  );
}
