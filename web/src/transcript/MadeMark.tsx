import type { Mark } from "../api/types";
import { positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { markWords } from "./markWords";
import { t } from "../texts/texts";

/** What was marked while it was recorded, small, at its place between the turns: a question asked, a pause with its reason, a moment. */
export function MadeMark({ desk, player, mark }: { desk: Desk; player: Player; mark: Mark }) {
  const session = desk.session.value;
  if (session === null) return null;
  const question = session.questions.find((each) => each.id === mark.questionId);
  const numbers = question?.criterionIds.flatMap((id) => session.unit.outcomes.flatMap((each) => each.criteria).find((each) => each.id === id)?.number ?? []) ?? [];
  return (
    <aside class={`made-mark ${mark.kind}`} aria-label={t("Marked while recording, {seconds}", { seconds: positionWords(mark.seconds) })}>
      <div>
        <button class="time" tabIndex={-1} title={t("Hear from here")} onClick={() => player.playFrom(mark.seconds)}>{positionWords(mark.seconds)}</button>
        <p dir="auto">{markWords(mark, session)}{numbers.map((number) => <span key={number} class="chip">{number}</span>)}</p>
      </div>
    </aside>
  );
}
