import { api } from "../api/calls";
import type { Difference, Model, Transcript } from "../api/types";
import type { Player } from "../player/Player";
import type { Desk } from "./Desk";
import { nextDifference, placeOf } from "./differences";
import { t } from "../texts/texts";

/** Heard a little before and after, so that an ear has something to hold on to. */
const aroundSeconds = 0.8;

export const around = (one: { start: number; end: number }): readonly [number, number] => [Math.max(0, one.start - aroundSeconds), one.end + aroundSeconds];

/** Installed models of another engine that know the language: those that can be asked. */
export function canBeAsked(models: readonly Model[], transcript: Pick<Transcript, "engine" | "language">): Model[] {
  return models.filter((model) => model.installed && model.engine !== transcript.engine && knows(model, transcript.language));
}

export function knows(model: Pick<Model, "languages">, language: string): boolean {
  const base = (code: string) => code.toLowerCase().split(/[-_]/)[0];
  return model.languages.some((one) => base(one) === base(language));
}

/** Opens one difference: its place comes into view and under the cursor. */
export function openDifference(desk: Desk, player: Player, difference: Difference | null): void {
  desk.difference.value = difference?.id ?? null;
  if (difference === null) return;
  desk.choice.value = null;
  const position = placeOf(difference, desk.index.value);
  player.seek(difference.start);
  if (position === null) return;
  desk.current.value = position;
  desk.following.value = true;
  // the marks are drawn first; then the place can be brought into view
  requestAnimationFrame(() => desk.reveal(position));
}

export async function stepDifference(desk: Desk, player: Player, direction: 1 | -1): Promise<void> {
  desk.opinionShown.value = true;
  if (desk.opinion.value === undefined) await desk.readOpinion();
  openDifference(desk, player, nextDifference(desk.opinion.value?.differences ?? [], desk.difference.value, player.seconds, direction));
}

/** The difference that is open, null: none. */
export function openOf(desk: Desk): Difference | null {
  const { value: open } = desk.difference;
  return open === null || !desk.opinionShown.value ? null : desk.opinion.value?.differences.find((one) => one.id === open) ?? null;
}

/** Takes what the other heard, or keeps what is written; goes on to the next place. */
export async function answer(desk: Desk, player: Player, take: boolean): Promise<void> {
  const difference = openOf(desk);
  const transcript = desk.transcript.value;
  const turn = transcript?.turns.find((one) => one.id === difference?.turnId);
  if (difference === null || transcript === null || turn === undefined || !desk.mayEdit.value) return;
  await desk.guardedChange(async () => {
    const saved = await api.answerDifference(transcript.id, difference.id, { take, version: desk.versionSeen(turn.id) });
    if (take) desk.putTurn(saved.turn, saved.version);
    if (saved.tagsToReview.length > 0) await desk.readTags();
    if (take) await desk.readMachine();
    await desk.readOpinion();
    const left = desk.opinion.value?.differences ?? [];
    openDifference(desk, player, nextDifference(left, null, difference.start, 1));
    desk.done.value = {
      text: take ? t("Took “{nothing}” for “{nothing2}”.", { nothing: difference.heard === "" ? t("nothing") : difference.heard, nothing2: difference.written === "" ? t("nothing") : difference.written }) : t("Kept “{which}”.", { which: difference.written === "" ? t("nothing here") : difference.written }),
      here: !take,
      takeBack: async () => {
        if (take) await desk.steps.move("undo");
        else await api.answerDifference(transcript.id, difference.id, { take: null, version: desk.versionSeen(turn.id) });
        desk.done.value = null;
        await desk.readOpinion();
        openDifference(desk, player, desk.opinion.value?.differences.find((one) => one.id === difference.id || one.start === difference.start) ?? null);
      },
    };
  });
}
