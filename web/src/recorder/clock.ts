/** The time recorded, from a clock that never jumps: not from counted pieces, which come late, and not from the time of day, which people set. */
export class RecordingClock {
  private recorded = 0;
  private since: number | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

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

  /** Where a recording goes on that has so much already. */
  startFrom(seconds: number): void {
    this.recorded = seconds;
  }

  /** Takes back seconds that were counted while nothing was recorded. */
  takeBack(seconds: number): void {
    this.recorded -= seconds;
  }

  /** seconds recorded, pauses left out */
  get seconds(): number {
    return Math.max(0, this.recorded + (this.since === null ? 0 : Math.max(0, this.now() - this.since) / 1000));
  }
}
