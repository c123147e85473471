import { signal } from "@preact/signals";
import { CaptionConnection } from "./connection";
import { type CaptionLine, closed, noLines, withMessage } from "./lines";
import { RATE } from "./resampler";
import { FRAME, listen, type SoundSource } from "./sound";
import { t } from "../texts/texts";

export type { CaptionLine, CaptionTurn, CaptionWord } from "./lines";
export { turnsOf } from "./lines";

/**
 * "off": nobody asked for captions, or they are paused. "loading": they come in a moment. "behind": the machine is busy, some words are
 * left out. "unavailable": none at present; the message says why. None of them says anything about the recording.
 */
export type CaptionState = "off" | "loading" | "listening" | "behind" | "unavailable";

/** Five seconds of sound wait for the server, so that the first words are not lost while it makes itself ready. */
const WAITING_FRAMES = Math.round(5 * RATE / FRAME);

/** A pause shorter than this is only silence: the recogniser stays ready. */
const GRACE_MILLISECONDS = 20_000;

/**
 * Captions as people speak. A help beside the recording, which it never disturbs: it only reads the stream, sends nothing where the
 * connection is slow, comes back by itself, and every failure is a state and never thrown.
 */
export class Captions {
  readonly state = signal<CaptionState>("off");
  /** A sentence for the person, empty where all is well. */
  readonly message = signal("");
  /** By microphone. Show `fixed` as it is and `open` lighter; {@link turnsOf} puts those of two microphones in order. */
  readonly lines = signal<CaptionLine[]>([]);

  private sound: SoundSource | null = null;
  private connection: CaptionConnection | null = null;
  private waiting: Int16Array[][] = [];
  private frames = 0;
  private microphones = 1;
  private paused = false;
  private grace: ReturnType<typeof setTimeout> | null = null;
  private run = 0;

  constructor(private readonly sessionId: string, private readonly open: typeof listen = listen) {}

  /** Begins, or begins anew with another stream; what was shown before goes. Never throws. */
  start(stream: MediaStream, microphones: number): void {
    this.stop();
    this.microphones = Math.min(2, Math.max(1, microphones));
    this.lines.value = noLines(this.microphones);
    this.frames = 0;
    this.paused = false;
    const run = ++this.run;
    this.connect();
    this.open(stream, this.microphones, (frame) => { if (run === this.run) this.heard(frame); }).then(
      (sound) => {
        if (run === this.run) this.sound = sound;
        else sound.close();
      },
      () => {
        if (run !== this.run) return;
        this.disconnect();
        this.say("unavailable", t("This browser cannot give the sound to the captions. The recording goes on without them."));
      },
    );
  }

  /** While nobody is recorded nobody is heard: what is said now is not sent. */
  pause(): void {
    if (this.connection === null || this.paused) return;
    this.paused = true;
    this.grace = setTimeout(() => {
      this.connection?.end();
      this.say("off", "");
    }, GRACE_MILLISECONDS);
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    this.stopGrace();
    if (this.connection?.over !== false) this.connect();
  }

  /** The words that were heard stay. */
  stop(): void {
    this.run++;
    this.stopGrace();
    this.sound?.close();
    this.sound = null;
    this.disconnect();
    this.lines.value = closed(this.lines.value);
    this.say("off", "");
  }

  private connect(): void {
    this.disconnect();
    this.waiting = [];
    let since = 0;
    this.say("loading", t("Captions come in a moment."));
    const connection: CaptionConnection = new CaptionConnection(this.sessionId, this.microphones, {
      opened: () => {
        since = (this.frames - this.waiting.length) * FRAME / RATE;
        for (const frame of this.waiting) connection.send(frame);
        this.waiting = [];
      },
      said: (message) => { this.lines.value = withMessage(this.lines.value, message, since); },
      state: (state, message) => this.say(state, message),
      lost: () => { this.lines.value = closed(this.lines.value); },
    });
    this.connection = connection;
    connection.open();
  }

  private disconnect(): void {
    this.connection?.close();
    this.connection = null;
  }

  private heard(frame: Int16Array[]): void {
    if (this.paused) return;
    this.frames++;
    if (this.connection?.ready === true) {
      this.connection.send(frame);
    } else {
      this.waiting.push(frame);
      if (this.waiting.length > WAITING_FRAMES) this.waiting.shift();
    }
  }

  private stopGrace(): void {
    if (this.grace !== null) clearTimeout(this.grace);
    this.grace = null;
  }

  private say(state: CaptionState, message: string): void {
    this.state.value = state;
    this.message.value = message;
  }
}
