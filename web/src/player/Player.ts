import { signal } from "@preact/signals";
import { clampSpeed, nextSpeed } from "./speed";

/** How far play steps back after a pause: whoever stopped to write has lost the beginning of the sentence. */
const stepBackSeconds = 1.5;

/** A stretch that is heard to its end and no further. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly repeat: boolean;
}

/**
 * One recording being heard: what the keys, the words and the waveform all act on. Owns its audio element; `close` ends it.
 * Positions are seconds from the beginning of the recording.
 */
export class Player {
  readonly playing = signal(false);
  readonly speed = signal(1);
  readonly stretch = signal<Stretch | null>(null);
  /** set while the sound cannot be fetched or decoded */
  readonly failing = signal(false);

  private readonly listeners = new Set<(seconds: number) => void>();
  private readonly gone = new AbortController();
  private frame = 0;
  private stepBackDue = false;

  constructor(readonly audio: HTMLAudioElement, private readonly now = (tick: () => void) => requestAnimationFrame(tick)) {
    const on = (type: string, listener: () => void): void => audio.addEventListener(type, listener, { signal: this.gone.signal });
    audio.preload = "auto";
    on("play", () => { this.playing.value = true; this.tick(); });
    on("pause", () => { this.playing.value = false; this.tell(); });
    on("seeking", () => this.tell());
    on("timeupdate", () => this.tell());
    on("error", () => { this.failing.value = true; this.playing.value = false; });
    on("canplay", () => { this.failing.value = false; });
  }

  get seconds(): number {
    return this.audio.currentTime;
  }

  /** Calls back with the time on every frame while sound is heard, and whenever the position changes. Returns how to stop it. */
  onTime(listener: (seconds: number) => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  play(): void {
    if (this.stepBackDue) this.audio.currentTime = Math.max(this.stretch.value?.start ?? 0, this.seconds - stepBackSeconds);
    this.stepBackDue = false;
    this.start();
  }

  pause(): void {
    if (this.audio.paused) return;
    this.stepBackDue = true;
    this.audio.pause();
  }

  toggle(): void {
    if (this.audio.paused) this.play();
    else this.pause();
  }

  /** Goes there, still or running as it is. Leaves the stretch unless the place is in it. */
  seek(seconds: number): void {
    const stretch = this.stretch.value;
    if (stretch !== null && (seconds < stretch.start - 0.01 || seconds > stretch.end)) this.stretch.value = null;
    this.stepBackDue = false;
    this.audio.currentTime = Math.max(0, seconds);
    this.tell();
  }

  skip(seconds: number): void {
    this.seek(this.seconds + seconds);
  }

  playFrom(seconds: number): void {
    this.seek(seconds);
    this.start();
  }

  /** Hears a stretch and stops at its end, or begins it again where it is to be repeated. */
  playStretch(start: number, end: number, repeat = false): void {
    this.stretch.value = { start, end, repeat };
    this.playFrom(start);
  }

  leaveStretch(): void {
    this.stretch.value = null;
  }

  setSpeed(speed: number): void {
    this.speed.value = clampSpeed(speed);
    this.audio.preservesPitch = true;
    this.audio.defaultPlaybackRate = this.speed.value;
    this.audio.playbackRate = this.speed.value;
  }

  changeSpeed(direction: 1 | -1): void {
    this.setSpeed(nextSpeed(this.speed.value, direction));
  }

  /** Fetches the sound again after a failure, at the same place. */
  retry(): void {
    const seconds = this.seconds;
    this.failing.value = false;
    this.audio.load();
    this.audio.currentTime = seconds;
    this.setSpeed(this.speed.value);
  }

  /** Hears the sound as it is now, at the same place and running or still as it was: some of it may have been hidden since. */
  renew(address: string): void {
    const seconds = this.seconds;
    const running = !this.audio.paused;
    this.audio.src = address;
    this.audio.currentTime = seconds;
    this.setSpeed(this.speed.value);
    if (running) this.start();
  }

  close(): void {
    this.gone.abort();
    this.audio.pause();
    this.audio.removeAttribute("src");
    this.audio.load();
    this.listeners.clear();
    cancelAnimationFrame(this.frame);
  }

  private start(): void {
    // the browser may refuse to begin before the person has touched the page: then it simply stays paused
    this.audio.play().catch(() => { this.playing.value = !this.audio.paused; });
  }

  private tick(): void {
    this.tell();
    if (!this.audio.paused && !this.gone.signal.aborted) this.frame = this.now(() => this.tick());
  }

  private tell(): void {
    const stretch = this.stretch.value;
    if (stretch !== null && !this.audio.paused && this.seconds >= stretch.end) {
      if (stretch.repeat) this.audio.currentTime = stretch.start;
      else {
        this.audio.pause();
        this.stretch.value = null;
      }
    }
    for (const listener of this.listeners) listener(this.seconds);
  }
}
