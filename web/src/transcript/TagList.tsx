import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Tag } from "../api/types";
import { tip } from "../commands/table";
import { StrengthSign, strengthWords } from "../parts/StrengthSign";
import { clockWords, dateWords, positionWords } from "../parts/words";
import type { Desk } from "./Desk";
import { beginMoving } from "./edges";
import { TagForm } from "./TagForm";
import { change, restore, strengthOf, withdraw } from "./tagging";

interface Props { desk: Desk; hear: (tag: Tag) => void }

/** Every tag of this recording in the order of the sound; the withdrawn ones folded away below. */
export function TagList({ desk, hear }: Props) {
  const tags = [...desk.tags.value].sort((a, b) => a.start - b.start);
  const kept = tags.filter((tag) => tag.state !== "withdrawn");
  const withdrawn = tags.filter((tag) => tag.state === "withdrawn");
  if (tags.length === 0) {
    return <p class="panel-empty">{desk.mayEdit.value ? "Nothing is tagged yet. Choose words in the transcript with the mouse, or with Shift and the arrows, then press t." : "Nothing is tagged in this recording yet."}</p>;
  }
  return (
    <>
      <ul class="tags">{kept.map((tag) => <TagCard key={tag.id} tag={tag} desk={desk} hear={hear} />)}</ul>
      {withdrawn.length > 0 && (
        <details class="withdrawn">
          <summary>Withdrawn ({withdrawn.length})</summary>
          <ul class="tags">
            {withdrawn.map((tag) => (
              <li key={tag.id} class="tag">
                <p class="tag-head"><b>{tag.criterion.number}</b> <span class="time">{positionWords(tag.start)}</span></p>
                <p class="tag-quote" dir="auto">{tag.quote}</p>
                {desk.mayEdit.value && <button class="button small" onClick={() => void restore(desk, tag)}>Put it back</button>}
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
  const editing = desk.editingTag.value === tag.id;
  useEffect(() => { if (open) card.current?.scrollIntoView({ block: "nearest" }); }, [open]);
  const light = () => { desk.lit.value = { tagId: tag.id }; };
  const dark = () => { desk.lit.value = null; };
  const confirm = () => {
    problem.value = null;
    change(desk, tag, { reviewed: true }, `Said that the passage still stands for ${tag.criterion.number}.`).catch((failure: unknown) => { problem.value = sentence(failure); });
  };
  const strength = strengthOf(tag);
  return (
    <li class={`tag${tag.state === "review" ? " review" : ""}${open ? " open" : ""}`} ref={card} onMouseEnter={light} onMouseLeave={dark}>
      <p class="tag-head">
        <b title={tag.criterion.text}>{tag.criterion.number}</b>
        <span class="tag-strength" title={`The passage ${strengthWords(strength)}`}><StrengthSign strength={strength} label={strengthWords(strength)} /></span>
        <button class="link time" title="Hear this passage" onFocus={light} onBlur={dark} onClick={() => { desk.openTag.value = tag.id; hear(tag); }}>{positionWords(tag.start)} to {positionWords(tag.end)}</button>
        <span class="grow" />
        <span class="small quiet-text tag-by" title={`${dateWords(tag.at)}, ${clockWords(tag.at)}`} dir="auto">{tag.by.name}</span>
        {desk.mayEdit.value && !editing && (
          <span class="tag-does">
            <button class="button small quiet" title={tip("editTag")} onClick={() => { desk.openTag.value = tag.id; desk.editingTag.value = tag.id; }}>{tag.reason === "" ? "Write why" : "Edit"}</button>
            <button class="button small quiet" title={tip("moveTag")} onClick={() => { desk.openTag.value = tag.id; beginMoving(desk, tag); }}>Move</button>
            <button class="button small quiet" title={tip("withdrawTag")} onClick={() => void withdraw(desk, tag)}>Withdraw</button>
          </span>
        )}
      </p>
      <p class="tag-quote" dir="auto">{tag.quote}</p>
      <TagSigns desk={desk} tag={tag} />
      {editing
        ? <TagForm desk={desk} tag={tag} close={() => { desk.editingTag.value = null; }} />
        : tag.reason !== "" && <p class="tag-reason" dir="auto">{tag.reason}</p>}
      {tag.state === "review" && (
        <p class="tag-review"><strong>Look at it again.</strong> Words of this passage were corrected after it was tagged. Does it still meet {tag.criterion.number}?</p>
      )}
      {problem.value !== null && <p class="wrong" role="alert">{problem.value}</p>}
      {desk.mayEdit.value && tag.state === "review" && !editing && <button class="button small primary tag-confirm" onClick={confirm}>It still does</button>}
    </li>
  );
}

/** What is to be known of a tag besides its words: how it came about, how far it can be relied on. */
function TagSigns({ desk, tag }: { desk: Desk; tag: Tag }) {
  const unchecked = tag.unchecked ?? 0;
  const marked = desk.made.value.some((mark) => mark.tagId === tag.id);
  const strength = strengthOf(tag);
  if (!marked && tag.suggested !== true && unchecked === 0 && tag.redacted !== true && strength === "fully") return null;
  return (
    <p class="small tag-signs">
      {strength !== "fully" && <span class="chip"><StrengthSign strength={strength} /> {strengthWords(strength)}</span>}
      {tag.suggested === true && <span class="chip" title="The machine suggested it, and a person accepted it">suggested</span>}
      {marked && <span class="chip" title="It was marked while people talked, and put on the turn in which it was said">marked while recording</span>}
      {unchecked > 0 && <span class="chip" title="Nobody has said yet that these words are right">{unchecked === 1 ? "1 word not checked" : `${unchecked} words not checked`}</span>}
      {tag.redacted === true && <span class="chip" title="Some of its words are hidden for the sake of a third person">partly hidden</span>}
    </p>
  );
}
