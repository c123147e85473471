/**
 * Keeps two tabs of one browser from one recording. A lock ends with its tab, whatever ends that. Browsers without locks are trusted to have one tab: the server
 * refuses what does not fit together, so nothing is mixed up even then.
 */
export class TabLock {
  private release: (() => void) | null = null;

  constructor(private readonly name: string) {}

  /** Takes the lock if nobody has it; true: it is ours. */
  async take(): Promise<boolean> {
    if (this.release !== null) return true;
    const locks = (navigator as { locks?: LockManager }).locks;
    if (locks === undefined) return true;
    return new Promise((known) => {
      void locks.request(this.name, { ifAvailable: true }, (lock) => {
        known(lock !== null);
        return lock === null ? undefined : new Promise<void>((over) => { this.release = over; });
      }).catch(() => known(true));
    });
  }

  free(): void {
    this.release?.();
    this.release = null;
  }

  /** Calls back whenever another tab takes or frees it, until `signal` ends that. */
  watch(other: (held: boolean) => void, signal: AbortSignal): void {
    const locks = (navigator as { locks?: LockManager }).locks;
    if (locks === undefined) return;
    const look = async () => {
      const held = (await locks.query()).held?.some((each) => each.name === this.name) ?? false;
      if (!signal.aborted) other(held && this.release === null);
    };
    void look().catch(() => undefined);
    const timer = globalThis.setInterval(() => void look().catch(() => undefined), 2000);
    signal.addEventListener("abort", () => globalThis.clearInterval(timer));
  }
}

export const sessionLock = (sessionId: string) => `colloquy-session-${sessionId}`;
export const recordingLock = (recordingId: string) => `colloquy-recording-${recordingId}`;
