import { signal } from "@preact/signals";
import type { Criterion, MarkKind, Session } from "../api/types";
import { positionWords } from "../parts/words";
import type { LocalMark } from "../recorder/marks";
import type { LiveRecording } from "../recorder/recording";
import { PAUSE_MILLISECONDS, read } from "./typed";
import { t } from "../texts/texts";

/** What a person marks while people talk: by digits, by a tap, by a key. Every mark is there at once, and can be taken back. */
export class Marking {
  readonly criteria: readonly Criterion[];
  /** digits of a criterion's number, so far */
  readonly typed = signal("");
  /** what happened last, in words; screen readers hear it too */
  readonly said = signal<{ text: string; markId: string | null } | null>(null);
  /** the mark whose note is being typed */
  readonly noting = signal<string | null>(null);
  /** an interruption that is not over */
  readonly interrupted = signal<string | null>(null);
  private timer = 0;
  private fading = 0;

  constructor(private readonly live: LiveRecording, session: Session) {
    this.criteria = session.unit.outcomes.flatMap((each) => each.criteria);
  }

  /** A digit or a point: true where it was taken. */
  type(key: string): boolean {
    if (!this.running) return false;
    window.clearTimeout(this.timer);
    const typed = this.typed.value + key;
    const meant = read(typed, this.criteria);
    switch (meant.state) {
      case "one":
        this.criterion(meant.criterion);
        return true;
      case "none":
        this.drop();
        this.say(t("No criterion has the number {typed}", { typed }));
        return true;
      case "waits":
        this.timer = window.setTimeout(() => { this.take(); }, PAUSE_MILLISECONDS);
        break;
      case "begun":
      case "either":
    }
    this.say(null);
    this.typed.value = typed;
    return true;
  }

  /** The number as typed so far is what is meant; false: nothing was typed. */
  take(): boolean {
    if (this.typed.value === "") return false;
    const meant = read(this.typed.value, this.criteria);
    if (meant.state === "one" || meant.state === "waits") this.criterion(meant.criterion);
    return true;
  }

  shorten(): boolean {
    if (this.typed.value === "") return false;
    window.clearTimeout(this.timer);
    this.typed.value = this.typed.value.slice(0, -1);
    return true;
  }

  drop(): boolean {
    window.clearTimeout(this.timer);
    if (this.typed.value === "") return false;
    this.typed.value = "";
    return true;
  }

  criterion(criterion: Criterion): void {
    this.drop();
    if (!this.running) return;
    const mark = this.live.mark("criterion", { criterionId: criterion.id });
    this.say(t("Marked {number} at {seconds}", { number: criterion.number, seconds: positionWords(mark.seconds) }), mark.id);
  }

  question(questionId: string, number: number): void {
    if (!this.running) return;
    const mark = this.live.mark("question", { questionId });
    this.say(t("Question {number} asked at {seconds}", { number, seconds: positionWords(mark.seconds) }), mark.id);
  }

  /** Marked at once; the note may follow. */
  moment(): void {
    if (!this.running) return;
    const mark = this.live.mark("moment");
    this.say(t("Moment marked at {seconds}", { seconds: positionWords(mark.seconds) }), mark.id);
    this.noting.value = mark.id;
  }

  /** Begins an interruption, or ends the one that lasts. */
  interruption(): void {
    if (!this.running) return;
    const lasting = this.lasting();
    if (lasting !== null) {
      this.interrupted.value = null;
      this.live.changeMark(lasting.id, { lengthSeconds: Math.max(0, this.live.seconds.value - lasting.seconds) });
      this.say(t("The interruption is over"));
      return;
    }
    const mark = this.live.mark("interruption");
    this.interrupted.value = mark.id;
    this.noting.value = mark.id;
    this.say(t("Interruption at {seconds}", { seconds: positionWords(mark.seconds) }), mark.id);
  }

  lasting(): LocalMark | null {
    return this.live.marks.value.find((each) => each.id === this.interrupted.value) ?? null;
  }

  note(id: string, note: string): void {
    if (note.trim() !== "" && this.live.marks.value.some((each) => each.id === id)) this.live.changeMark(id, { note: note.trim().slice(0, 500) });
  }

  takeBack(id: string): void {
    if (this.noting.value === id) this.noting.value = null;
    if (this.interrupted.value === id) this.interrupted.value = null;
    const mark = this.live.marks.value.find((each) => each.id === id);
    this.live.unmark(id);
    if (mark !== undefined) this.say(t("Took back: {mark} at {seconds}", { mark: this.words(mark), seconds: positionWords(mark.seconds) }));
  }

  /** Takes back the last mark that a person made; a pause has happened and stays. */
  undo(): boolean {
    const last = this.live.marks.value.filter((each) => each.kind !== "pause").at(-1);
    if (last === undefined) return false;
    this.takeBack(last.id);
    return true;
  }

  /** "2.3", "question", "moment": as it stands in a sentence. */
  words(mark: { kind: MarkKind; criterionId: string | null }): string {
    switch (mark.kind) {
      case "criterion": return this.criteria.find((each) => each.id === mark.criterionId)?.number ?? t("criterion");
      case "question": return t("question");
      case "moment": return t("moment");
      case "pause": return t("pause");
      case "interruption": return t("interruption");
    }
  }

  say(text: string | null, markId: string | null = null): void {
    window.clearTimeout(this.fading);
    this.said.value = text === null ? null : { text, markId };
    if (text !== null) this.fading = window.setTimeout(() => { this.said.value = null; }, 7000);
  }

  close(): void {
    window.clearTimeout(this.timer);
    window.clearTimeout(this.fading);
    // an interruption that nobody ended lasted to the end
    if (this.lasting() !== null && this.running) this.interruption();
  }

  private get running(): boolean {
    return this.live.phase.value === "recording" || this.live.phase.value === "paused";
  }
}
