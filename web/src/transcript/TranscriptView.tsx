import { effect, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { tip } from "../commands/table";
import type { Player } from "../player/Player";
import { ChoiceBar } from "./ChoiceBar";
import type { Desk } from "./Desk";
import { DifferenceCard } from "./DifferenceCard";
import { bring, keepInSight, watchHand } from "./follow";
import { GapBlock } from "./GapBlock";
import { gapsByPlace } from "./gaps";
import type { Hint } from "./Hints";
import { MadeMark } from "./MadeMark";
import { marksByPlace } from "./madeMarks";
import type { MarkPiece } from "./marks";
import { clearPaint, CurrentWord, paint } from "./paint";
import { heard } from "./passage";
import { wordElement } from "./pointing";
import { heardState } from "./checks";
import { SpeakerMenu } from "./SpeakerMenu";
import { TapToChoose } from "./TapToChoose";
import { TurnView } from "./TurnView";
import { usePointing } from "./usePointing";
import { positionFrom } from "./words";
import { t } from "../texts/texts";

interface Props {
  desk: Desk;
  player: Player;
  /** turns that show what the machine heard */
  machineTurns: ReadonlySet<number>;
  toggleMachine: (turnId: number) => void;
  speakerTurn: { value: number | null };
  doubt: boolean;
  /** opens the form that hears a part again */
  again: (part: { start: number; end: number }) => void;
}

/** The transcript: the hero. Its words are drawn once; what moves while listening is painted over them. */
export function TranscriptView({ desk, player, machineTurns, toggleMachine, speakerTurn, doubt, again }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const light = useMemo(() => new CurrentWord(), []);
  const tick = useSignal(0);
  const index = desk.index.value;
  const transcript = desk.transcript.value;
  const pieces = desk.pieces.value;
  const differs = desk.differs.value;
  const states = desk.states.value;
  const redacted = desk.redacted.value;
  const fresh = desk.steps.fresh.value;
  const waiting = desk.waiting.value;
  const gaps = useMemo(() => gapsByPlace(index.turns, transcript?.gaps ?? []), [index, transcript?.gaps]);
  const gapsAt = (place: number) => (gaps.get(place) ?? []).map((gap) => <GapBlock key={`gap-${gap.start}`} desk={desk} player={player} gap={gap} again={again} />);
  const made = useMemo(() => marksByPlace(index.turns, desk.made.value), [index, desk.made.value]);
  const madeAt = (place: number) => (made.get(place) ?? []).map((mark) => <MadeMark key={`mark-${mark.id}`} desk={desk} player={player} mark={mark} />);
  usePointing({ desk, player, scroller, toggleMachine, speakerTurn });

  useEffect(() => player.onTime((seconds) => {
    const position = positionFrom(desk.index.value, seconds, desk.current.value);
    if (position !== desk.current.value) desk.current.value = position;
  }), [player]);

  // after the words were drawn (first, or anew), and on every change of what is lit
  useLayoutEffect(() => {
    tick.value += 1;
  }, [transcript, desk.editing.value]);
  useEffect(() => effect(() => {
    if (tick.value < 0) return;
    const element = light.show(desk.index.value, desk.current.value);
    if (element !== null && scroller.current !== null && desk.following.value && player.playing.value) bring(scroller.current, element);
  }), [player]);
  useEffect(() => {
    const stops = [
      effect(() => { if (tick.value < 0) return; paint("chosen", desk.index.value, desk.passage.value === null ? [] : [desk.passage.value]); }),
      effect(() => {
        if (tick.value < 0) return;
        const lit = desk.lit.value;
        const fits = lit === null ? [] : desk.marks.value.filter((mark) =>
          mark.tags.some((tag) => ("tagId" in lit ? tag.id === lit.tagId : tag.criterion.id === lit.criterionId)));
        paint("lit", desk.index.value, fits);
      }),
      effect(() => {
        if (tick.value < 0) return;
        const { words, positions } = desk.index.value;
        const speaking = (desk.hints.likely.value?.words ?? []).flatMap((word) => positions.get(word) ?? []);
        paint("speaks", desk.index.value, speaking.filter((at) => at < words.length).map((at) => ({ first: at, last: at })));
      }),
    ];
    return () => { for (const stop of stops) stop(); clearPaint(); };
  }, []);
  // back from a comparison, or from another version: to where the reading was
  useEffect(() => { if (desk.current.value >= 0) requestAnimationFrame(() => desk.reveal(desk.current.value)); }, []);
  useEffect(() => (scroller.current === null ? undefined : watchHand(scroller.current, () => { desk.following.value = false; })), []);

  const hear = useMemo(() => (piece: MarkPiece) => {
    const { start, end } = heard(desk.index.value, piece.mark);
    player.playStretch(start, end);
  }, [player]);
  const hints = desk.hints.byTurn.value;
  const toHint = useMemo(() => (hint: Hint) => {
    desk.hints.picked.value = null;
    desk.choice.value = null;
    desk.current.value = hint.first;
    player.seek(desk.index.value.words[hint.first]?.start ?? 0);
  }, [player]);
  // tags, suggestions and marks come after the words, and take room: what a key went to meanwhile is not pushed under the player
  useLayoutEffect(() => {
    const word = wordElement(desk.index.peek().words[desk.current.peek()]?.id ?? -1);
    if (word !== null && scroller.current !== null && desk.following.peek()) keepInSight(scroller.current, word);
  }, [pieces, made, hints]);
  // turns on the way of a smooth scroll get their true heights while it goes: where it ends is looked at once more
  const aim = useRef(-1);
  useEffect(() => {
    const { current } = scroller;
    if (current === null) return undefined;
    const ended = () => {
      const word = wordElement(desk.index.peek().words[aim.current]?.id ?? -1);
      aim.current = -1;
      if (word !== null) keepInSight(current, word);
    };
    current.addEventListener("scrollend", ended);
    const stop = watchHand(current, () => { aim.current = -1; });
    return () => { stop(); current.removeEventListener("scrollend", ended); };
  }, []);
  desk.reveal = (position) => {
    aim.current = position;
    const word = wordElement(desk.index.value.words[position]?.id ?? -1);
    if (word !== null && scroller.current !== null) bring(scroller.current, word);
  };
  return (
    <section class="transcript-frame" aria-label={t("Transcript")}>
      <div class={doubt ? "transcript show-doubt" : "transcript"} ref={scroller} tabIndex={0} role="group" aria-label={t("Words of the transcript")} lang={transcript?.language}>
        <div class="turns">
          {index.turns.flatMap((turn, place) => [...gapsAt(place), ...madeAt(place),
            <TurnView
              key={turn.id} desk={desk} turn={turn} place={place} first={index.firstOf[place] ?? 0} name={desk.speakerName(turn.speaker)}
              same={index.turns[place - 1]?.speaker === turn.speaker && !gaps.has(place)} pieces={pieces.get(place)} differs={differs.get(turn.id)} editing={desk.editing.value === turn.id}
              redacted={redacted.get(turn.id)} hints={hints.get(place)} toHint={toHint}
              machineShown={machineTurns.has(turn.id)} state={states.turns[place] ?? heardState} fresh={fresh.get(turn.id)} typed={desk.editing.value === turn.id ? undefined : waiting.get(turn.id)} hear={hear}
            />,
          ])}
          {gapsAt(index.turns.length)}
          {madeAt(index.turns.length)}
          {index.words.length === 0 && <p class="no-words quiet-text">{t("The machine heard no words in this recording. It can still be heard below.")}</p>}
          <ChoiceBar desk={desk} player={player} again={again} />
          <DifferenceCard desk={desk} player={player} />
          <SpeakerMenu desk={desk} turnId={speakerTurn} />
        </div>
      </div>
      <TapToChoose desk={desk} />
      {!desk.following.value && player.playing.value && (
        <button class="button small follow" title={tip("follow")} onClick={() => { desk.following.value = true; desk.reveal(desk.current.value); }}>{t("Follow the sound")}</button>
      )}
    </section>
  );
}
