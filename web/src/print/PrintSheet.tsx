import { Fragment } from "preact";
import type { Recording, Session, Transcript } from "../api/types";
import { StrengthSign, strengthOf, strengthWords } from "../parts/Strength";
import { dateWords, methodWords, positionWords } from "../parts/words";
import { me } from "../state/me";
import { checkedPercent, type States } from "../transcript/checks";
import type { Desk } from "../transcript/Desk";
import { byWords } from "../transcript/hearings";
import type { WordIndex } from "../transcript/words";
import { printedTags, runsOf, type PrintedTag } from "./sheet";

/** The transcript on paper: a heading, who said what and when, tags in the margin, and the list of tags with their reasons. */
export function PrintSheet({ desk, printedAt }: { desk: Desk; printedAt: string }) {
  const session = desk.session.value;
  const recording = desk.recording.value;
  const transcript = desk.transcript.value;
  if (session === null || recording === null || transcript === null) return null;
  const index = desk.index.value;
  const tags = printedTags(desk.tags.value, index);
  return (
    <article class="print-sheet" lang={transcript.language}>
      <Heading session={session} recording={recording} transcript={transcript} states={desk.states.value} printedAt={printedAt} />
      {index.turns.map((turn, place) => (
        <Turn key={turn.id} index={index} place={place} name={desk.speakerName(turn.speaker)} tags={tags} gaps={gapsBefore(transcript, index, place)} />
      ))}
      {gapsBefore(transcript, index, index.turns.length).map((gap) => <Gap key={gap.start} gap={gap} />)}
      <TagTable tags={tags} />
    </article>
  );
}

function Heading({ session, recording, transcript, states, printedAt }: { session: Session; recording: Recording; transcript: Transcript; states: States; printedAt: string }) {
  const { learner, assessor, unit } = session.enrolment;
  const rows: [string, string][] = [
    ["Unit", `${unit.number === null ? "" : `${unit.number} `}${unit.title}`],
    ["Session", session.title === "" ? methodWords(session.method) : session.title],
    ["Date", dateWords(session.date)],
    ...(session.place === null || session.place === "" ? [] : [["Place", session.place] as [string, string]]),
    ["Assessor", assessor.name],
    ["Recording", `${recording.fileName}, ${positionWords(transcript.durationSeconds)} long`],
    ["Words", checkedWords(states, transcript)],
    ["Printed", `${dateWords(printedAt)}${me.value ? `, by ${me.value.person.name}` : ""}`],
  ];
  return (
    <header>
      <h1 dir="auto">{learner.name}</h1>
      <dl>{rows.map(([name, value]) => <Fragment key={name}><dt>{name}</dt><dd dir="auto">{value}</dd></Fragment>)}</dl>
    </header>
  );
}

function checkedWords(states: States, transcript: Transcript): string {
  const all = states.words.length;
  const heard = `Heard by a machine (${byWords(transcript)})`;
  if (states.checked === 0) return `${heard}; nobody has checked them.`;
  const confirmed = states.confirmed === 0 ? "" : `, ${checkedPercent(states.confirmed, all)} % confirmed by the learner`;
  return `${heard}; ${checkedPercent(states.checked, all)} % checked by a person${confirmed}.`;
}

/** Stretches without words that end before a turn begins and lie behind the one before it. */
function gapsBefore(transcript: Transcript, index: WordIndex, place: number): Transcript["gaps"] {
  const from = place === 0 ? -Infinity : index.turns[place - 1]?.start ?? -Infinity;
  const to = index.turns[place]?.start ?? Infinity;
  return transcript.gaps.filter((gap) => gap.start >= from && gap.start < to);
}

function Gap({ gap }: { gap: { start: number; end: number } }) {
  return <p class="print-gap">{positionWords(gap.start)} to {positionWords(gap.end)} could not be transcribed.</p>;
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
        <p class="print-who"><b dir="auto">{name === "" ? "No name" : name}</b><span>{positionWords(turn.start)}</span></p>
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

function TagTable({ tags }: { tags: readonly PrintedTag[] }) {
  return (
    <section class="print-tags">
      <h2>Tags</h2>
      {tags.length === 0 ? <p>Nothing is tagged in this recording.</p> : (
        <ol>
          {tags.map(({ number, tag }) => (
            <li key={tag.id} value={number}>
              <p><b>{tag.criterion.number}</b> <span dir="auto">{tag.criterion.text}</span></p>
              <p><StrengthSign strength={strengthOf(tag)} size={9} /> {strengthWords[strengthOf(tag)]}. {positionWords(tag.start)} to {positionWords(tag.end)}. Tagged by <span dir="auto">{tag.by.name}</span>, {dateWords(tag.at)}.
                {tag.suggested === true && " Suggested by the machine, accepted by a person."}
                {tag.state === "review" && " To be looked at again: its words were corrected after it was tagged."}</p>
              {tag.reason !== "" && <p class="print-reason" dir="auto">{tag.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
