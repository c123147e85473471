import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { sentence } from "../api/problem";
import type { Turn } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { join, moveBoundary, split } from "./cuts";
import type { Desk } from "./Desk";
import { anotherVoice, nameOf, nameSpeaker, setSpeaker, setWordsSpeaker, swapSpeakers } from "./speakers";
import { useFocusBack } from "./useFocusBack";
import { plural, t } from "../texts/texts";
import { Key } from "../commands/Key";

/** Who speaks: name the speaker once for the whole recording, give this turn or the chosen words to another one, or swap two. */
export function SpeakerMenu({ desk, turnId }: { desk: Desk; turnId: { value: number | null } }) {
  const turn = desk.index.value.turns.find((one) => one.id === turnId.value);
  return turn === undefined || !desk.mayEdit.value ? null : <Menu key={turn.id} desk={desk} turnId={turn.id} close={() => { turnId.value = null; }} />;
}

function Menu({ desk, turnId, close }: { desk: Desk; turnId: number; close: () => void }) {
  const turn = desk.index.value.turns.find((one) => one.id === turnId);
  const speakers = desk.transcript.value?.speakers ?? [];
  const number = turn?.speaker ?? null;
  const name = useSignal(desk.speakerName(number));
  const problem = useSignal<string | null>(null);
  const top = useSignal<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const frame = box.current?.parentElement;
    const place = desk.index.value.turns.findIndex((one) => one.id === turnId);
    const gutter = frame?.querySelector(`[data-place="${place}"] .turn-gutter`);
    if (!frame || !gutter) return;
    const below = gutter.getBoundingClientRect().bottom - frame.getBoundingClientRect().top;
    // On a low screen it moves up rather than under the player.
    top.value = Math.max(8, Math.min(below, frame.clientHeight - (box.current?.offsetHeight ?? 0) - 8));
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (event.target instanceof Element && !box.current?.contains(event.target) && event.target.closest("[data-do=speaker]") === null) close();
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, []);
  useFocusBack();
  useCommands({ leave: close });
  if (turn === undefined) return null;

  const session = desk.session.value;
  const known = [...new Set([session?.enrolment.learner.name, session?.enrolment.assessor.name, ...(session?.people ?? []).map((one) => one.name)])]
    .filter((one): one is string => one !== undefined && one !== "" && one !== name.value);
  const rename = async (next: string) => {
    if (number === null || next.trim() === "") return;
    try {
      await nameSpeaker(desk, number, next.trim());
      close();
    } catch (failure) {
      problem.value = sentence(failure);
    }
  };
  const passage = desk.passage.value;
  const give = (speaker: number) => {
    close();
    void (passage === null ? setSpeaker(desk, turn, speaker) : setWordsSpeaker(desk, passage, speaker));
  };
  const swap = (other: number, everywhere: boolean) => {
    close();
    if (number !== null) void swapSpeakers(desk, number, other, everywhere ? null : turn);
  };
  const heard = new Set(desk.index.value.turns.map((one) => one.speaker));
  const mixed = speakers.filter((one) => one.number !== number && heard.has(one.number));
  const words = passage === null ? 0 : passage.last - passage.first + 1;
  return (
    <div class="speaker-menu panel" ref={box} role="dialog" aria-label={t("Who speaks")} style={{ top: `${top.value ?? 0}px` }}>
      {number !== null && (
        <form class="field" onSubmit={(event) => { event.preventDefault(); void rename(name.value); }}>
          <label for="speaker-name">{t("Name in the whole recording")}</label>
          <div class="row tight">
            <input id="speaker-name" class="input grow" dir="auto" ref={field} value={name.value} maxLength={100} onInput={(event) => { name.value = event.currentTarget.value; }} />
            <button class="button small primary">{t("Name")}</button>
          </div>
          {problem.value !== null && <span class="wrong" role="alert">{problem.value}</span>}
          {known.length > 0 && <div class="row tight">{known.map((one) => <button type="button" key={one} class="button small" dir="auto" onClick={() => void rename(one)}>{one}</button>)}</div>}
        </form>
      )}
      <div class="field">
        <span class="label">{passage === null ? t("Only this turn is") : plural(words, "The chosen word is", "The {count} chosen words are")}</span>
        <div class="row tight">
          {speakers.map((one, at) => (passage === null && one.number === number ? null
            : <button key={one.number} class="button small" dir="auto" onClick={() => give(one.number)}>{at < 9 && <kbd>{at + 1}</kbd>}{nameOf(one)}</button>))}
          <button class="button small" onClick={() => give(anotherVoice(speakers))}>{t("Another voice")}</button>
        </div>
      </div>
      <TurnCuts desk={desk} turn={turn} close={close} />
      {number !== null && mixed.length > 0 && (
        <div class="field">
          <span class="label">{t("Mixed up? Swap with")}</span>
          <div class="swap">
            {mixed.map((one) => (
              <>
                <span dir="auto">{nameOf(one)}</span>
                <button class="button small" onClick={() => swap(one.number, true)}>{t("Everywhere")}{heard.size === 2 && <Key of="swapAll" />}</button>
                <button class="button small" onClick={() => swap(one.number, false)}>{t("From here on")}{heard.size === 2 && <Key of="swapFrom" />}</button>
              </>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

/** Where a turn begins and ends: what the keys b, J, < and > do, for the hand. The place is the first chosen word, or the word being heard. */
function TurnCuts({ desk, turn, close }: { desk: Desk; turn: Turn; close: () => void }) {
  const index = desk.index.value;
  const place = index.turns.findIndex((one) => one.id === turn.id);
  const position = desk.passage.value?.first ?? desk.current.value;
  const word = index.turnOf[position] === place && position > (index.firstOf[place] ?? 0) ? index.words[position] : undefined;
  const next = index.turns[place + 1];
  const does = (work: () => Promise<unknown>) => () => { close(); void work(); };
  return (
    <div class="field">
      <span class="label">{t("Where this turn begins and ends")}</span>
      <div class="row tight">
        {word !== undefined && <button class="button small" title={tip("splitHere")} onClick={does(() => split(desk, turn.id, word.id))}>{t("Split before “{word}”", { word: word.text })}</button>}
        {word !== undefined && place > 0 && <button class="button small" title={tip("beginHere")} onClick={does(() => moveBoundary(desk, turn.id, word.id))}>{t("Begin at “{word}”", { word: word.text })}</button>}
        {word !== undefined && next !== undefined && <button class="button small" title={tip("endHere")} onClick={does(() => moveBoundary(desk, next.id, word.id))}>{t("Next turn begins at “{word}”", { word: word.text })}</button>}
        {next !== undefined && <button class="button small" title={tip("joinNext")} onClick={does(() => join(desk, turn.id))}>{t("Join with the next turn")}</button>}
      </div>
      {word === undefined && <p class="small quiet-text">{t("To split it or move its beginning, choose a word in it first.")}</p>}
    </div>
  );
}
