import { batch, computed, signal } from "@preact/signals";
import { api } from "../api/calls";
import { isAbort, isConflict, Problem, sentence } from "../api/problem";
import type { Coverage, Mark, Recording, Redactions, SecondOpinion, Session, Tag, Transcript, TranscriptDelta, Turn, Word } from "../api/types";
import { me } from "../state/me";
import { statesOf } from "./checks";
import { nameOf, unnamed } from "./speakers";
import { applyDelta } from "./delta";
import { byTurn } from "./differences";
import { Hints } from "./Hints";
import { marksOf, piecesByTurn } from "./marks";
import { mergeTranscript } from "./merge";
import { passageOf, type Choice } from "./passage";
import { Steps } from "./Steps";
import { Typed } from "./Typed";
import { redactedByTurn } from "./redacted";
import { indexWords } from "./words";
import { t } from "../texts/texts";

/** Something done that can be taken back, in words for the person. */
export interface Done {
  readonly text: string;
  readonly takeBack: () => Promise<void>;
  /** what the button says; absent: Undo */
  readonly label?: string;
  /** the server keeps no step of it: it can be taken back only here, and only now */
  readonly here?: boolean;
}

/** Which passages are lit, and from where: a criterion, one tag, or nothing. */
export type Lit = { readonly criterionId: string } | { readonly tagId: string } | null;

/**
 * Everything the workspace of one recording knows: what the server said, what the person has chosen. The parts read its
 * signals; what changes it on the server is in `corrections` and `tagging`.
 */
export class Desk {
  readonly recording = signal<Recording | null>(null);
  readonly session = signal<Session | null>(null);
  readonly transcript = signal<Transcript | null>(null);
  readonly tags = signal<readonly Tag[]>([]);
  readonly coverage = signal<Coverage | null>(null);
  /** made while it was recorded */
  readonly made = signal<readonly Mark[]>([]);
  readonly machine = signal<ReadonlyMap<number, Word> | null>(null);
  readonly problem = signal<string | null>(null);
  /** what went wrong beside the page itself: coverage, tags, a retry */
  readonly trouble = signal<string | null>(null);
  readonly done = signal<Done | null>(null);
  /** what happened and cannot be taken back */
  readonly notice = signal<string | null>(null);

  /** position of the word being heard, -1 before the first */
  readonly current = signal(-1);
  readonly choice = signal<Choice | null>(null);
  readonly lit = signal<Lit>(null);
  readonly openTag = signal<string | null>(null);
  readonly editing = signal<number | null>(null);
  readonly tagging = signal(false);
  /** the next word tapped is the first, or the last, of the chosen ones */
  readonly tapping = signal<"first" | "last" | null>(null);
  readonly hints = new Hints(this);
  readonly following = signal(true);

  /** passages hidden for the sake of a third person, and what the viewer may do about them */
  readonly redactions = signal<Redactions | null>(null);
  /** asking for the reason of a redaction of the chosen words */
  readonly redacting = signal(false);
  readonly finding = signal(false);
  readonly steps = new Steps(this);
  readonly typed = new Typed(this);

  /** by turn, what was typed and waits for the server; the same map while that is the same, so that a key in an editor redraws nothing else */
  readonly waiting = computed<ReadonlyMap<number, string>>(() => {
    const editing = this.editing.value;
    const next = new Map([...this.typed.texts.value.values()].filter((one) => one.turnId !== editing).map((one) => [one.turnId, one.text]));
    const same = next.size === this.waited.size && [...next].every(([id, text]) => this.waited.get(id) === text);
    return same ? this.waited : (this.waited = next);
  });
  private waited: ReadonlyMap<number, string> = new Map();

  /** what another engine heard, where it differs; null: not asked, undefined: not looked for yet */
  readonly opinion = signal<SecondOpinion | null | undefined>(undefined);
  readonly opinionShown = signal(false);
  /** id of the difference that is open */
  readonly difference = signal<string | null>(null);
  /** the stretch that a new hearing is to hear, seconds; null: everything */
  readonly part = signal<{ start: number; end: number } | null>(null);

  readonly index = computed(() => indexWords(this.transcript.value?.turns ?? []));
  readonly redacted = computed<ReadonlyMap<number, ReadonlySet<number>>>(() => {
    this.redactedBefore = redactedByTurn(this.index.value, this.redactions.value?.redactions ?? [], this.redactedBefore);
    return this.redactedBefore;
  });
  private redactedBefore: ReadonlyMap<number, ReadonlySet<number>> = new Map();
  readonly states = computed(() => statesOf(this.index.value, this.transcript.value?.checks ?? []));
  readonly marks = computed(() => marksOf(this.tags.value, this.index.value));
  readonly pieces = computed(() => piecesByTurn(this.marks.value, this.index.value));
  readonly differs = computed<ReturnType<typeof byTurn>>(() => {
    this.drawn = byTurn(this.opinionShown.value ? this.opinion.value?.differences ?? [] : [], this.drawn);
    return this.drawn;
  });
  readonly passage = computed(() => (this.choice.value === null ? null : passageOf(this.choice.value)));
  readonly mayEdit = computed(() => this.session.value?.mayEdit === true);
  /** the viewer is the learner whose recording it is: may confirm what it says, and nothing else */
  readonly isLearner = computed(() => me.value?.person.id !== undefined && me.value.person.id === this.session.value?.enrolment.learner.id);
  readonly busy = computed(() => {
    const recording = this.recording.value;
    return recording !== null && (["receiving", "preparing"].includes(recording.state) || ["queued", "running"].includes(recording.job?.state ?? ""));
  });

  /** brings a word into view; the transcript sets it while it is shown */
  reveal: (position: number) => void = () => undefined;
  /** opens the list of changes; the page sets it */
  showChanges: () => void = () => undefined;
  /** where the cursor is to stand in the turn that is opened next, in letters of its text */
  cursor: number | null = null;
  /** plays a stretch of the recording; the page sets it */
  hearing: (start: number, end: number) => void = () => undefined;
  /** fetches the sound and its picture anew */
  soundChanged: () => void = () => undefined;

  /** the version of the transcript in which this person saw a turn; those not named were seen as loaded */
  private readonly seen = new Map<number, number>();
  private loadedVersion = 0;
  private drawn: ReturnType<typeof byTurn> = new Map();
  private readonly gone = new AbortController();

  constructor(readonly id: string) {
    this.typed.load();
  }

  get signal(): AbortSignal {
    return this.gone.signal;
  }

  async open(): Promise<void> {
    this.problem.value = null;
    await this.guarded(async () => {
      const recording = await api.recording(this.id, this.gone.signal);
      const session = await api.session(recording.sessionId, this.gone.signal);
      this.session.value = session;
      this.recording.value = recording;
      await (recording.transcriptId !== null ? this.readTranscript() : this.readCoverage());
      if (recording.transcriptId !== null) await Promise.all([this.steps.look(), this.readRedactions()]);
      this.typed.send();
    }, this.problem);
  }

  /** Asks how far it is; fetches the transcript when it has come. */
  async poll(): Promise<void> {
    await this.guarded(async () => {
      const before = this.recording.value;
      const recording = await api.recording(this.id, this.gone.signal);
      this.recording.value = recording;
      this.trouble.value = null;
      if (recording.transcriptId !== null && recording.transcriptId !== before?.transcriptId) await this.readTranscript();
      const { job } = recording;
      if (job?.kind === "second-opinion" && job.state === "done" && before?.job?.state !== "done") {
        await this.readOpinion();
        this.opinionShown.value = true;
      }
    }, this.trouble);
  }

  async readTranscript(): Promise<void> {
    // the words are shown as soon as they are here: tags and coverage come beside them
    const tags = this.readTags();
    await this.takeTranscript(await api.transcript(this.id, this.gone.signal));
    await tags;
  }

  /** Takes over a whole transcript as the server has it now; of another hearing everything that belongs to the former goes. */
  async takeTranscript(transcript: Transcript): Promise<void> {
    const before = this.transcript.value;
    // asked for before a change that is stored by now
    if (before?.id === transcript.id && transcript.version < before.version) return;
    this.seen.clear();
    this.loadedVersion = transcript.version;
    if (before?.id === transcript.id) this.putTranscript(mergeTranscript(before, transcript));
    else {
      this.choice.value = null;
      this.machine.value = null;
      this.opinion.value = undefined;
      this.difference.value = null;
      this.transcript.value = transcript;
    }
    if (transcript.turns.some((turn) => turn.corrected)) await this.readMachine();
    const job = this.recording.value?.job;
    if (this.opinion.value === undefined && (this.opinionShown.value || (job?.kind === "second-opinion" && job.state === "done"))) await this.readOpinion();
  }

  /** What the other engine heard; null where nobody asked for it. */
  async readOpinion(): Promise<void> {
    const transcript = this.transcript.value;
    if (transcript === null) return;
    await this.guarded(async () => {
      try {
        this.opinion.value = await api.secondOpinion(transcript.id, this.gone.signal);
      } catch (failure) {
        if (!(failure instanceof Problem) || failure.kind !== "not-found") throw failure;
        this.opinion.value = null;
      }
    });
  }

  async readTags(): Promise<void> {
    await this.guarded(async () => {
      [this.tags.value, this.made.value] = await Promise.all([api.tags(this.id, this.gone.signal), api.marks(this.id, this.gone.signal)]);
      await this.readCoverage();
    }, this.trouble);
  }

  async readCoverage(): Promise<void> {
    const enrolment = this.session.value?.enrolment.id;
    if (enrolment === undefined) return;
    await this.guarded(async () => { this.coverage.value = await api.coverage(enrolment, this.gone.signal); }, this.trouble);
  }

  /** What the engine heard, word by word; read once, when first asked for. */
  async readMachine(): Promise<void> {
    const transcript = this.transcript.value;
    if (transcript === null || this.machine.value !== null) return;
    await this.guarded(async () => {
      const words = await api.machineWords(transcript.id, this.gone.signal);
      this.machine.value = new Map(words.map((word) => [word.id, word]));
    }, this.trouble);
  }

  versionSeen(turnId: number): number {
    return this.seen.get(turnId) ?? this.loadedVersion;
  }

  /** Takes over what differs from the page's version; where that does not fit together, everything is read. */
  async takeDelta(delta: TranscriptDelta): Promise<void> {
    const before = this.transcript.value;
    if (before === null) return;
    if (delta.id !== before.id) return this.readTranscript();
    if (delta.version < before.version) return;
    // others were quicker than this step: what they did is not in it
    if (delta.since > before.version) return this.takeDelta(await api.since(before.id, before.version, this.gone.signal));
    const { transcript, whole } = applyDelta(before, delta);
    if (!whole) return this.readTranscript();
    this.seen.clear();
    this.loadedVersion = transcript.version;
    this.putTranscript(transcript);
    if (delta.tagsToReview.length > 0) await this.readTags();
    else if (this.tags.value.length > 0 && transcript.checks !== before.checks) this.tagsAgain();
    if (delta.turns.some((turn) => turn.corrected)) await this.readMachine();
  }

  /** Another state of the same transcript: what is chosen and heard stays on the words it was on, though they moved. */
  private putTranscript(next: Transcript): void {
    const { words } = this.index.peek();
    const choice = this.choice.peek();
    const ids = [choice === null ? null : words[choice.anchor]?.id, choice === null ? null : words[choice.focus]?.id, words[this.current.peek()]?.id];
    batch(() => {
      this.transcript.value = next;
      const [anchor, focus, current] = ids.map((id) => (typeof id === "number" ? this.index.value.positions.get(id) : undefined));
      this.choice.value = anchor === undefined || focus === undefined ? null : { anchor, focus };
      if (current !== undefined) this.current.value = current;
    });
  }

  /** Reads the tags a little later, once for several changes: what they say of checked words follows the words. */
  private tagsAgain(): void {
    window.clearTimeout(this.tagsDue);
    this.tagsDue = window.setTimeout(() => { if (!this.gone.signal.aborted) void this.readTags(); }, 1500);
  }
  private tagsDue = 0;

  async readRedactions(): Promise<void> {
    try {
      this.redactions.value = await api.redactions(this.id, this.gone.signal);
    } catch (failure) {
      if (!isAbort(failure)) this.redactions.value = null;
    }
  }

  /** After something was hidden or shown again: words, the machine's words, what was noted of them and, for whom it is another sound now, the sound. */
  async readHidden(): Promise<void> {
    await Promise.all([this.readTranscript(), this.readRedactions(), this.readMachineAgain(), this.readTags()]);
    if (this.redactions.value?.maySee !== true) this.soundChanged();
  }

  /** What the engine heard, read anew where it was shown: a redaction hides it there, too. */
  async readMachineAgain(): Promise<void> {
    if (this.machine.value === null) return;
    this.machine.value = null;
    await this.readMachine();
  }

  /** Takes over a turn as the server has it now. Where others changed something in between, that is read too. */
  putTurn(turn: Turn, version: number): void {
    const transcript = this.transcript.value;
    if (transcript === null) return;
    this.seen.set(turn.id, version);
    this.putTranscript({
      ...transcript, version: Math.max(version, transcript.version),
      turns: turn.words.length === 0 ? transcript.turns.filter((one) => one.id !== turn.id) : transcript.turns.map((one) => (one.id === turn.id ? turn : one)),
    });
    // corrected words count as checked, and others may have changed something: that is in what differs
    if (this.steps.kept.peek()) void this.guarded(async () => {
      await this.takeDelta(await api.since(transcript.id, transcript.version, this.gone.signal));
      await this.steps.look();
    });
    else if (version > transcript.version + 1) void this.guarded(() => this.readTranscript());
  }

  speakerName(number: number | null): string {
    if (number === null) return "";
    return nameOf(this.transcript.value?.speakers.find((one) => one.number === number) ?? unnamed(number));
  }

  /** Steps in the words one after the other: each is done on what the one before left. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }
  private last: Promise<unknown> = Promise.resolve();

  /** Tells the person, in place of failing: the sentence goes into `into`. */
  async guarded(work: () => Promise<void>, into = this.trouble): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (failure) {
      if (isAbort(failure) || this.gone.signal.aborted) return false;
      if (failure instanceof Problem && failure.kind === "not-found" && into === this.problem) {
        into.value = t("This recording is not here, or you may not see it. Ask whoever sent you the address.");
      } else into.value = sentence(failure);
      return false;
    }
  }

  /** As `guarded`; where somebody else was quicker, the transcript is read anew, so that what is shown is what is. */
  async guardedChange(work: () => Promise<void>): Promise<void> {
    await this.guarded(async () => {
      try {
        await work();
      } catch (failure) {
        if (!isConflict(failure)) throw failure;
        await this.readTranscript();
        await this.readOpinion();
        throw failure;
      }
    });
  }

  close(): void {
    window.clearTimeout(this.tagsDue);
    this.typed.close();
    this.gone.abort();
  }
}
