/** Keeps the screen on, so that a phone or laptop does not fall asleep beside a discussion. The browser lets go when the page is hidden: it is taken again when it is seen. */
export class Awake {
  private sentinel: WakeLockSentinel | null = null;
  private wanted = false;
  private readonly seen = () => { if (document.visibilityState === "visible") void this.take(); };

  on(): void {
    this.wanted = true;
    document.addEventListener("visibilitychange", this.seen);
    void this.take();
  }

  off(): void {
    this.wanted = false;
    document.removeEventListener("visibilitychange", this.seen);
    void this.sentinel?.release().catch(() => undefined);
    this.sentinel = null;
  }

  private async take(): Promise<void> {
    const { wakeLock } = navigator as { wakeLock?: WakeLock };
    if (!this.wanted || wakeLock === undefined || this.sentinel?.released === false) return;
    try {
      const sentinel = await wakeLock.request("screen");
      // the time it took may have brought the end
      if (this.wantedStill()) this.sentinel = sentinel;
      else await sentinel.release();
    } catch {
      // refused, as when the battery is low: recording goes on, the screen may go dark
    }
  }

  private wantedStill(): boolean {
    return this.wanted;
  }
}
