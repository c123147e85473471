import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { count, positionWords } from "../parts/words";
import type { Player } from "../player/Player";
import { Link } from "../router";
import type { Desk } from "./Desk";
import { countDoubts } from "./doubt";
import { FindBar } from "./FindBar";
import { RedactBar } from "./RedactBar";
import { OpinionBar } from "./OpinionBar";
import { number, plural, t, tx } from "../texts/texts";
import { Key } from "../commands/Key";

interface Props { desk: Desk; player: Player; doubt: { value: boolean }; nextDoubt: (direction: 1 | -1) => void; nextGap: () => void }

/** What is to be known before reading on, a line each: a new hearing that waits, gaps, what the shading means, the second opinion. */
export function WorkBars({ desk, player, doubt, nextDoubt, nextGap }: Props) {
  const transcript = desk.transcript.value;
  const gaps = transcript?.gaps ?? [];
  if (transcript === null) return null;
  return (
    <div class="work-bars">
      {desk.finding.value && <FindBar desk={desk} player={player} />}
      <RedactBar desk={desk} />
      {(desk.recording.value?.proposalId ?? null) !== null && (
        <section class="work-bar" aria-label={t("A new hearing")}>
          <span class="grow">{t("It was heard again. Nothing is replaced until you have looked at it.")}</span>
          <Link class="button small primary" title={tip("compare")} to={`/recordings/${encodeURIComponent(desk.id)}?compare=1`}>{t("See what would change")}</Link>
        </section>
      )}
      {gaps.length > 0 && (
        <section class="work-bar" aria-label={t("Gaps")}>
          <span class="grow">{plural(gaps.length, "One part could not be transcribed, at {position}.", "{gaps} could not be transcribed.", { position: positionWords(gaps[0]?.start ?? 0), gaps: count(gaps.length, "part") })}</span>
          <button class="button small" title={tip("nextGap")} onClick={nextGap}>{plural(gaps.length, "Go there", "Next")} <Key of="nextGap" /></button>
        </section>
      )}
      {doubt.value && <Legend desk={desk} nextDoubt={nextDoubt} hide={() => { doubt.value = false; }} />}
      {desk.opinionShown.value && <OpinionBar desk={desk} player={player} />}
    </div>
  );
}

function Legend({ desk, nextDoubt, hide }: { desk: Desk; nextDoubt: (direction: 1 | -1) => void; hide: () => void }) {
  const { unsure, guess } = countDoubts(desk.index.value);
  return (
    <section class="work-bar show-doubt" aria-label={t("Doubtful words")}>
      <span class="grow">
        {tx("{unsure} {unsureCount}, {guess} {guessCount}. Listen there first. The engine can be sure of a word and wrong, too.", { unsure: <span class="turn-text"><span class="doubt">{t("unsure")}</span></span>, unsureCount: number(unsure), guess: <span class="turn-text"><span class="doubt guess">{t("a guess")}</span></span>, guessCount: number(guess) })}
      </span>
      {unsure + guess > 0 && <button class="button small" title={tip("nextDoubt")} onClick={() => nextDoubt(1)}>{tx("Next {key}", { key: <Key of="nextDoubt" /> })}</button>}
      <button class="button small quiet icon" title={tip("doubt", t("No shading"))} aria-label={t("No shading")} onClick={hide}><Icon name="close" size={13} /></button>
    </section>
  );
}
