import type { Hit } from "../api/types";
import { tip } from "../commands/table";
import { Icon } from "../parts/Icon";
import { positionWords, speakerWords } from "../parts/words";
import type { Clips } from "../player/useClips";
import { Link } from "../router";
import { foundText, sessionOf } from "./found";
import { splitHighlights } from "../transcript/highlights";
import { t } from "../texts/texts";

/** Where a hit is looked at: the word in the workspace, heard at once; else its session or unit. */
export function placeOf(hit: Hit): string {
  const id = encodeURIComponent;
  if (hit.recording !== null) {
    const at = hit.word !== null ? `?word=${hit.word}&play=1` : hit.start !== null ? `?t=${hit.start}&play=1` : "";
    return `/recordings/${id(hit.recording)}${at}`;
  }
  if (hit.session !== null) return `/sessions/${id(hit.session)}`;
  if (hit.unit !== null) return `/units/${id(hit.unit)}`;
  return hit.enrolment === null ? "/search" : `/enrolments/${id(hit.enrolment)}`;
}

function what(hit: Hit): string {
  // the criterion comes with its wording; its number is enough beside the text
  const number = hit.criterion?.split(" ", 1)[0] ?? null;
  switch (hit.kind) {
    case "transcript": return hit.speaker === null ? t("Said") : speakerWords(hit.speaker, hit.unnamed);
    case "tag": return number === null ? t("Tag") : t("Tag on {number}", { number });
    case "note": return t("Note");
    case "session": return t("Session");
    case "unit": return number === null ? t("Unit") : t("Criterion {number}", { number });
  }
}

/** Whose, of which unit, in which session and when; nothing said twice. */
function about(hit: Hit): string[] {
  const said = hit.kind === "unit" ? [hit.unitTitle] : [hit.learner, hit.unitTitle, sessionOf(hit)];
  return [...new Set(said.filter((one): one is string => one !== null && one !== ""))];
}

export function hear(hit: Hit, clips: Clips): void {
  if (hit.recording === null || hit.start === null) return;
  clips.toggle({ key: `${hit.kind}-${hit.id}`, recordingId: hit.recording, start: hit.start, end: Math.max(hit.end ?? 0, hit.start + 2) });
}

/** One hit: hear it where it is, or open it at its word. */
export function HitRow({ hit, clips }: { hit: Hit; clips: Clips }) {
  const key = `${hit.kind}-${hit.id}`;
  const playing = clips.playing === key;
  const found = foundText(hit);
  return (
    <li class={playing ? "hit playing" : "hit"} data-key={key}>
      {hit.recording !== null && hit.start !== null
        ? (
          <button class="hit-play" title={tip("playHit")} aria-label={`${playing ? t("Stop") : t("Hear it from")} ${positionWords(hit.start)}`} onClick={() => hear(hit, clips)}>
            <Icon name={playing ? "pause" : "play"} size={14} /><span>{positionWords(hit.start)}</span>
          </button>
        )
        : <span class="hit-play" />}
      <div class="hit-body">
        <Link to={placeOf(hit)} class="hit-link">
          <span class={`chip${hit.kind === "tag" ? " accent" : ""}`} title={hit.criterion ?? undefined} dir="auto">{what(hit)}</span>
          <span class="hit-text" dir="auto">{splitHighlights(found.text, found.highlights).map((piece, at) => (piece.lit ? <mark key={at}>{piece.text}</mark> : piece.text))}</span>
        </Link>
        <p class="hit-about small">{about(hit).map((one) => <span key={one} dir="auto">{one}</span>)}</p>
        {clips.failing === key && <p class="small wrong" role="alert">{t("The sound could not be fetched. The recording is safe; try again in a moment.")}</p>}
      </div>
    </li>
  );
}
