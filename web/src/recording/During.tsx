import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useCommands } from "../commands/keys";
import { Icon } from "../parts/Icon";
import { keep, kept } from "../state/kept";
import { CaptionPane } from "./CaptionPane";
import { Criteria } from "./Criteria";
import type { Held } from "./current";
import { Deck } from "./Deck";
import type { Marking } from "./Marking";
import { MarkList, reasons } from "./MarkList";
import { Questions } from "./Questions";
import { TypedBox } from "./TypedBox";
import { tx } from "../texts/texts";
import { Key } from "../commands/Key";

/** While people talk: the deck at one side, questions and captions in the middle, criteria and marks at the other. */
export function During({ held, marking, finish }: { held: Held; marking: Marking; finish: () => void }) {
  const { live, session } = held;
  const captions = useSignal(kept("captions") !== "hidden");
  const show = (on: boolean) => { captions.value = on; keep("captions", on ? null : "hidden"); };
  const digit = (event: KeyboardEvent) => marking.type(event.key);
  useCommands({
    record: () => live.toggle(), finish,
    pauseWhy: () => {
      if (live.phase.value === "recording") live.pause(null);
      // as soon as it is drawn, before the next key: the first letters of the reason are no keys of the page
      queueMicrotask(() => document.getElementById("pause-reason")?.focus());
      requestAnimationFrame(() => { if (document.activeElement === document.body || document.activeElement?.id === "main") document.getElementById("pause-reason")?.focus(); });
    },
    criterionDigit: digit, criterionPoint: (event) => marking.typed.value !== "" && digit(event), takeNumber: () => marking.take(), shortenNumber: () => marking.shorten(), dropNumber: () => marking.drop(),
    moment: () => marking.moment(), interruption: () => marking.interruption(), unmark: () => marking.undo(), captions: () => show(!captions.value),
  });
  useLayoutEffect(() => { document.getElementById("main")?.focus({ preventScroll: true }); }, []);
  return (
    <>
      <Deck held={held} marking={marking} finish={finish} />
      <div class="live-middle">
        {captions.value ? <CaptionPane live={live} session={session} hide={() => show(false)} /> : <button class="button small captions-show" onClick={() => show(true)}><Icon name="plus" size={13} />{tx("Captions {key}", { key: <Key of="captions" /> })}</button>}
        <Questions session={session} live={live} marking={marking} />
      </div>
      <div class="live-side">
        <Criteria session={session} live={live} marking={marking} />
        <MarkList session={session} live={live} marking={marking} />
      </div>
      <TypedBox live={live} marking={marking} />
      <datalist id="interruption-reasons">{reasons.map((each) => <option key={each} value={each} />)}</datalist>
    </>
  );
}
