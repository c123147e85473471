import { memo } from "preact/compat";
import type { Difference, Turn } from "../api/types";
import { Icon } from "../parts/Icon";
import { positionWords } from "../parts/words";
import { stateWords, type TurnState } from "./checks";
import { changedWords, machineText, textOf } from "./corrections";
import type { Desk } from "./Desk";
import { Differences } from "./Differences";
import type { Hint } from "./Hints";
import type { MarkPiece } from "./marks";
import { TurnEditor } from "./TurnEditor";
import { TurnMargin } from "./TurnMargin";
import { TurnText } from "./TurnText";
import { t } from "../texts/texts";
import { tip } from "../commands/table";

interface Props {
  desk: Desk;
  turn: Turn;
  place: number;
  first: number;
  /** who speaks; said aloud only where it is somebody else than in the turn before */
  name: string;
  same: boolean;
  pieces: readonly MarkPiece[] | undefined;
  differs: readonly Difference[] | undefined;
  editing: boolean;
  machineShown: boolean;
  /** how far it has been looked at, and by whom */
  state: TurnState;
  /** who changed it a short while ago, if somebody else did */
  fresh: string | undefined;
  /** typed and not stored yet */
  typed: string | undefined;
  /** its redacted words */
  redacted: ReadonlySet<number> | undefined;
  hear: (piece: MarkPiece) => void;
  /** suggested passages that begin in this turn */
  hints: readonly Hint[] | undefined;
  toHint: (hint: Hint) => void;
}

const nothing: ReadonlySet<number> = new Set();
const none: readonly never[] = [];

/** About how many lines a turn takes, so that the scroll bar is right before the turn was ever drawn. */
const linesOf = (turn: Turn): number => Math.max(1, Math.ceil(turn.words.reduce((sum, word) => sum + word.text.length + 1, 0) / 66));

/** One turn: time and speaker in a quiet margin, its words, its brackets. Drawn again only when itself changed. */
export const TurnView = memo(function TurnView({ desk, turn, place, first, name, same, pieces, differs, editing, machineShown, state, fresh, typed, redacted, hear, hints, toHint }: Props) {
  const machine = desk.machine.value;
  const mayEdit = desk.mayEdit.value;
  return (
    <article class={`turn${same ? " same" : ""}${fresh === undefined ? "" : " fresh"}`} data-place={place} style={{ "--lines": linesOf(turn) }} aria-label={t("{name} at {start}", { name, start: positionWords(turn.start) })}>
      <div class="turn-gutter">
        {mayEdit
          ? <button class="speaker" tabIndex={-1} data-do="speaker" title={tip("speaker", t("{which}: who speaks", { which: name === "" ? t("No name") : name }))} data-speaker={turn.speaker ?? 0} dir="auto">{name === "" ? t("No name") : name}</button>
          : <span class="speaker" data-speaker={turn.speaker ?? 0} dir="auto">{name}</span>}
        <span class="turn-does">
          {mayEdit && !editing && <button tabIndex={-1} class="pen" data-do="edit" aria-label={t("Correct this turn")} title={tip("edit", t("Correct this turn, also by a double click"))}><Icon name="edit" size={13} /></button>}
          {mayEdit && !editing && <button tabIndex={-1} class="pen" data-do="choose" aria-label={t("Choose this turn")} title={tip("wholeTurn", t("Choose this turn, to tag it"))}><Icon name="tag" size={13} /></button>}
          <button class="time" tabIndex={-1} data-do="hearTurn" title={t("Hear from here")}>{positionWords(turn.start)}</button>
        </span>
        {turn.corrected && !editing && <button class="note" tabIndex={-1} data-do="machine" aria-pressed={machineShown} title={tip("machine", t("As the machine heard it"))}>{t("corrected")}</button>}
        {!editing && <StateSign state={state} start={turn.start} />}
        {fresh !== undefined && <span class="news-note" dir="auto">{t("{fresh}, just now", { fresh })}</span>}
      </div>
      <div class="turn-body">
        {editing
          ? <TurnEditor key={turn.id} desk={desk} turn={turn} />
          : typed !== undefined && typed !== textOf(turn)
          ? <div class="turn-waits"><p class="turn-text" dir="auto">{typed}</p><p class="small">{t("Not stored yet: kept in this browser, and sent when the server answers.")}</p></div>
          : <p class="turn-text" dir="auto"><TurnText words={turn.words} first={first} pieces={pieces} differs={differs} redacted={redacted} changed={turn.corrected ? changedWords(turn, machine) : nothing} /></p>}
        {machineShown && !editing && (
          <div class="turn-machine">
            <span class="small">{t("As the machine heard it")}</span>
            {machine === null ? <p>{t("Fetching…")}</p> : <Differences before={machineText(turn, machine)} after={textOf(turn)} />}
          </div>
        )}
      </div>
      {(pieces !== undefined || hints !== undefined) && !editing && <TurnMargin desk={desk} pieces={pieces ?? none} hear={hear} hints={hints ?? none} toHint={toHint} />}
    </article>
  );
}, (before, after) =>
  before.turn === after.turn && before.pieces === after.pieces && before.redacted === after.redacted && before.hints === after.hints && before.editing === after.editing && before.name === after.name &&
  before.same === after.same && before.machineShown === after.machineShown && before.first === after.first && before.place === after.place && before.differs === after.differs &&
  before.state.state === after.state.state && before.state.said === after.state.said && before.fresh === after.fresh && before.typed === after.typed);

/** Quiet, and not by colour alone: nothing, a half tick, a tick, two ticks. Who and when on pointing, and by its key. */
function StateSign({ state, start }: { state: TurnState; start: number }) {
  if (state.state === "heard") return null;
  const sign = state.state === "part" ? "◐" : state.state === "checked" ? "✓" : "✓✓";
  return (
    <button class={`state-sign ${state.state}`} tabIndex={-1} data-do="who" title={tip("whoChecked", state.said)} aria-label={state.state === "part" ? t("Partly: {state}", { state: stateWords(state, start) }) : stateWords(state, start)}>{sign}</button>
  );
}
