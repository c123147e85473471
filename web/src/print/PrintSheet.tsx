import { Fragment } from "preact";
import type { Recording, Session, Transcript } from "../api/types";
import { StrengthSign, strengthOf, strengthWords } from "../parts/Strength";
import { dateWords, methodWords, positionWords } from "../parts/words";
import { me } from "../state/me";
import { checkedPercent, type States } from "../transcript/checks";
import type { Desk } from "../transcript/Desk";
import { byWords } from "../transcript/hearings";
import type { WordIndex } from "../transcript/words";
import { paperIndex, printedReason, printedTags, runsOf, type PrintedTag } from "./sheet";
import { t, tx } from "../texts/texts";

/** The transcript on paper: a heading, who said what and when, tags in the margin, and the list of tags with their reasons. */
export function PrintSheet({ desk, printedAt }: { desk: Desk; printedAt: string }) {
  const session = desk.session.value;
  const recording = desk.recording.value;
  const transcript = desk.transcript.value;
  if (session === null || recording === null || transcript === null) return null;
  // who may read what is redacted has its words on the page: without knowing which they are, none goes on paper
  if (desk.redactions.value === null && desk.mayEdit.value) return <p class="print-sheet">{t("Nothing is printed: what is redacted could not be read. Load the page again, then print.")}</p>;
  const index = paperIndex(desk.index.value, desk.redacted.value);
  const tags = printedTags(desk.tags.value, index);
  return (
    <article class="print-sheet" lang={transcript.language}>
      <Heading session={session} recording={recording} transcript={transcript} states={desk.states.value} printedAt={printedAt} />
      {index.turns.map((turn, place) => (
        <Turn key={turn.id} index={index} place={place} name={desk.speakerName(turn.speaker)} tags={tags} gaps={gapsBefore(transcript, index, place)} />
      ))}
      {gapsBefore(transcript, index, index.turns.length).map((gap) => <Gap key={gap.start} gap={gap} />)}
      <TagTable tags={tags} reasonOf={(tag) => printedReason(tag, index, desk.redactions.value?.onPaper)} />
    </article>
  );
}

function Heading({ session, recording, transcript, states, printedAt }: { session: Session; recording: Recording; transcript: Transcript; states: States; printedAt: string }) {
  const { learner, assessor, unit } = session.enrolment;
  const rows: [string, string][] = [
    [t("Unit"), `${unit.number === null ? "" : `${unit.number} `}${unit.title}`],
    [t("Session"), methodWords(session.method)],
    [t("Date"), dateWords(session.date)],
    ...(session.place === null || session.place === "" ? [] : [[t("Place"), session.place] as [string, string]]),
    [t("Assessor"), assessor.name],
    [t("Recording"), t("{fileName}, {durationSeconds} long", { fileName: recording.fileName, durationSeconds: positionWords(transcript.durationSeconds) })],
    [t("Words"), checkedWords(states, transcript)],
    [t("Printed"), `${dateWords(printedAt)}${me.value ? t(", by {person}", { person: me.value.person.name }) : ""}`],
  ];
  return (
    <header>
      <h1 dir="auto">{learner.name}</h1>
      <dl>{rows.map(([name, value]) => <Fragment key={name}><dt>{name}</dt><dd><span dir="auto">{value}</span></dd></Fragment>)}</dl>
    </header>
  );
}

function checkedWords(states: States, transcript: Transcript): string {
  const all = states.words.length;
  const heard = t("Heard by a machine ({transcript})", { transcript: byWords(transcript) });
  if (states.checked === 0) return t("{heard}; nobody has checked them.", { heard });
  const confirmed = states.confirmed === 0 ? "" : t(", {confirmed} % confirmed by the learner", { confirmed: checkedPercent(states.confirmed, all) });
  return t("{heard}; {checked} % checked by a person{confirmed}.", { heard, checked: checkedPercent(states.checked, all), confirmed });
}

/** Stretches without words that end before a turn begins and lie behind the one before it. */
function gapsBefore(transcript: Transcript, index: WordIndex, place: number): Transcript["gaps"] {
  const from = place === 0 ? -Infinity : index.turns[place - 1]?.start ?? -Infinity;
  const to = index.turns[place]?.start ?? Infinity;
  return transcript.gaps.filter((gap) => gap.start >= from && gap.start < to);
}

function Gap({ gap }: { gap: { start: number; end: number } }) {
  return <p class="print-gap">{t("{start} to {end} could not be transcribed.", { start: positionWords(gap.start), end: positionWords(gap.end) })}</p>;
}

function Turn({ index, place, name, tags, gaps }: { index: WordIndex; place: number; name: string; tags: readonly PrintedTag[]; gaps: Transcript["gaps"] }) {
  const turn = index.turns[place];
  const first = index.firstOf[place] ?? 0;
  const last = (index.firstOf[place + 1] ?? 0) - 1;
  if (turn === undefined || last < first) return null;
  const begun = tags.filter((one) => one.first >= first && one.first <= last);
  return (
    <>
      {gaps.map((gap) => <Gap key={gap.start} gap={gap} />)}
      <section class="print-turn">
        <p class="print-who"><b dir="auto">{name === "" ? t("No name") : name}</b><span>{positionWords(turn.start)}</span></p>
        <p class="print-text" dir="auto">
          {runsOf(index, first, last, tags).map((run, at) => (
            <Fragment key={at}>
              {run.begins.map((number) => <sup key={number}>[{number}</sup>)}
              {run.tagged ? <span class="print-tagged">{run.text}</span> : run.text}
              {run.ends.map((number) => <sup key={number}>{number}]</sup>)}
              {" "}
            </Fragment>
          ))}
        </p>
        <ul class="print-margin">
          {begun.map(({ number, tag }) => <li key={tag.id}><sup>{number}</sup> <b>{tag.criterion.number}</b> <StrengthSign strength={strengthOf(tag)} words size={9} /></li>)}
        </ul>
      </section>
    </>
  );
}

function TagTable({ tags, reasonOf }: { tags: readonly PrintedTag[]; reasonOf: (tag: PrintedTag) => string }) {
  return (
    <section class="print-tags">
      <h2>{t("Tags")}</h2>
      {tags.length === 0 ? <p>{t("Nothing is tagged in this recording.")}</p> : (
        <ol>
          {tags.map((one) => ({ ...one, reason: reasonOf(one) })).map(({ number, tag, reason }) => (
            <li key={tag.id} value={number}>
              <p><b>{tag.criterion.number}</b> <span dir="auto">{tag.criterion.text}</span></p>
              <p><StrengthSign strength={strengthOf(tag)} size={9} />{" "}{tx("{strengthWords}. {start} to {end}. Tagged by {by}, {tag}.", { strengthWords: strengthWords[strengthOf(tag)], start: positionWords(tag.start), end: positionWords(tag.end), by: <span dir="auto">{tag.by.name}</span>, tag: dateWords(tag.at) })}
                {tag.suggested === true && t(" Suggested by the machine, accepted by a person.")}
                {tag.state === "review" && t(" To be looked at again: its words were corrected after it was tagged.")}</p>
              {reason !== "" && <p class="print-reason" dir="auto">{reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
