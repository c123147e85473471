/** The time recorded, from the time of day and not from counted pieces: those come late and are lost while the machine sleeps. */
export class RecordingClock {
  private recorded = 0;
  private since: number | null = null;

  constructor(private readonly now: () => number = Date.now) {}

  get running(): boolean {
    return this.since !== null;
  }

  start(): void {
    this.since ??= this.now();
  }

  pause(): void {
    this.recorded = this.seconds;
    this.since = null;
  }

  /** seconds recorded, pauses left out */
  get seconds(): number {
    return this.recorded + (this.since === null ? 0 : Math.max(0, this.now() - this.since) / 1000);
  }
}
