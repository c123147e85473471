import { signal } from "@preact/signals";
import { Problem, sentence } from "../api/problem";
import { t } from "../texts/texts";

/** Something that was done on a page and can be taken back: its sentence, and plain data, so that it outlives a reload. */
export interface Step<W> { readonly text: string; readonly work: W }

/** Takes work of one kind back and does it again. Both answer the work as it stands then, and throw what the server refuses. */
export interface Mover<W> {
  undo(work: W): Promise<W>;
  redo(work: W): Promise<W>;
  /** what another step becomes where one has moved; absent: it stays as it is */
  follow?(other: W, before: W, now: W): W;
}

export interface Said { readonly text: string; /** what can be done about it */ readonly next: "undo" | "redo" }

const prefix = "colloquy.steps.";

/** Nobody else shall take back what one did in this window. */
export function forgetSteps(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  } catch {
    // storage is off in this browser
  }
}

/**
 * The steps that one person did on one page, the newest last, without limit and for as long as the window is open. One that the
 * server refuses to take back, because somebody changed the same thing since, is said so and passed over by the next undo.
 */
export class TakeBack<W> {
  /** what was done, taken back or done again last */
  readonly said = signal<Said | null>(null);
  readonly trouble = signal<string | null>(null);

  private done: readonly Step<W>[] = [];
  private undone: readonly Step<W>[] = [];
  private turn: Promise<void> = Promise.resolve();

  /**
   * @param name of the page and the person, where steps are kept
   * @param moved is told when something was taken back or done again, or was not because it is other than was thought
   */
  constructor(private readonly name: string, private readonly mover: Mover<W>, private readonly moved: () => void) {
    try {
      const { done, undone } = JSON.parse(sessionStorage.getItem(prefix + name) ?? "{}") as { done?: Step<W>[]; undone?: Step<W>[] };
      this.done = done ?? [];
      this.undone = undone ?? [];
    } catch {
      // storage is off, or holds what this page cannot read: it begins without steps
    }
  }

  did(text: string, work: W): void {
    this.trouble.value = null;
    this.keep([...this.done, { text, work }], []);
    this.said.value = { text, next: "undo" };
  }

  /** Takes the newest step back. Two quick presses are two steps, one after the other. */
  undo(): Promise<void> {
    return this.inTurn(() => this.move("undo"));
  }

  redo(): Promise<void> {
    return this.inTurn(() => this.move("redo"));
  }

  close(): void {
    this.said.value = null;
    this.trouble.value = null;
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work);
    return this.turn;
  }

  private async move(way: "undo" | "redo"): Promise<void> {
    this.close();
    const step = (way === "undo" ? this.done : this.undone).at(-1);
    if (step === undefined) {
      this.trouble.value = way === "undo" ? t("There is nothing to take back here.") : t("There is nothing to do again here.");
      return;
    }
    try {
      const work = await this.mover[way](step.work);
      const rest = (steps: readonly Step<W>[]) => steps.filter((one) => one !== step).map((one) => ({ ...one, work: this.mover.follow?.(one.work, step.work, work) ?? one.work }));
      const now = { ...step, work };
      this.keep(way === "undo" ? rest(this.done) : [...rest(this.done), now], way === "undo" ? [...rest(this.undone), now] : rest(this.undone));
      this.said.value = way === "undo" ? { text: t("Taken back: {change}", { change: step.text }), next: "redo" } : { text: t("Done again: {change}", { change: step.text }), next: "undo" };
    } catch (failure) {
      this.trouble.value = `${step.text}: ${sentence(failure)}`;
      // a server that cannot be reached may do it later; what it refuses stays refused
      if (!(failure instanceof Problem) || ![403, 404, 409].includes(failure.status)) return;
      this.keep(this.done.filter((one) => one !== step), this.undone.filter((one) => one !== step));
    }
    this.moved();
  }

  private keep(done: readonly Step<W>[], undone: readonly Step<W>[]): void {
    this.done = done;
    this.undone = undone;
    try {
      sessionStorage.setItem(prefix + this.name, JSON.stringify({ done, undone }));
    } catch {
      // storage is off or full: they hold until the page is loaded again
    }
  }
}
