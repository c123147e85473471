import type { CaptionState } from "./captions";
import type { CaptionMessage } from "./lines";
import { said, t } from "../texts/texts";

/** How the server closes; the reason it gives is a sentence. */
const ENDED = 1000;
const TRY_LATER = 1013;
/** Captions of this session are shown in another window now. */
const REPLACED = 4409;
/** The server gave up for this session, or takes what this page sends for wrong. */
const GIVEN_UP = 4503;
const REFUSED = 1008;

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const LATER = 30_000;

/** Ten seconds of one microphone: a connection that is so far behind will not catch up. */
const MOST_WAITING_BYTES = 320_000;

const AWAY = t("Captions are away: the connection to the server broke. They come back by themselves, and the recording goes on.");

interface Owner {
  /** The connection stands: sound may be sent. Times that come count from the first that is. */
  opened: () => void;
  said: (message: CaptionMessage) => void;
  state: (state: Exclude<CaptionState, "off">, message: string) => void;
  /** What was open will not be mended any more. */
  lost: () => void;
}

/** The way of captions between page and server, which is opened again whenever it breaks. */
export class CaptionConnection {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private wait = FIRST_WAIT;
  private ending = false;
  /** Nothing more comes. */
  over = false;
  /** The last sentence the server gave before it closed. */
  private sentence = "";

  constructor(private readonly sessionId: string, private readonly microphones: number, private readonly owner: Owner) {}

  get ready(): boolean {
    return this.socket?.readyState === WebSocket.OPEN && !this.ending;
  }

  open(): void {
    this.timer = null;
    const address = `${location.origin.replace(/^http/, "ws")}/api/sessions/${encodeURIComponent(this.sessionId)}/captions?microphones=${this.microphones}`;
    let socket: WebSocket;
    try {
      socket = new WebSocket(address);
    } catch {
      this.closed(0);
      return;
    }
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.owner.opened();
    socket.onmessage = (event: MessageEvent<unknown>) => this.message(event.data);
    socket.onclose = (event) => this.closed(event.code);
    this.sentence = "";
    this.socket = socket;
  }

  /** One frame of every microphone. */
  send(frame: Int16Array[]): void {
    const socket = this.socket;
    if (socket === null || !this.ready) return;
    if (socket.bufferedAmount > MOST_WAITING_BYTES * this.microphones) {
      // To leave out some would shift the times of all that follows.
      this.forget(4000);
      this.closed(0);
      return;
    }
    frame.forEach((samples, channel) => {
      const bytes = new Uint8Array(1 + samples.byteLength);
      bytes[0] = channel;
      bytes.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), 1);
      socket.send(bytes);
    });
  }

  /** The last words may still come; then it is over. */
  end(): void {
    if (this.ready) this.socket?.send("end");
    else this.close();
    this.ending = true;
  }

  close(): void {
    this.over = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.forget(ENDED);
  }

  private forget(code: number): void {
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(code);
  }

  private message(data: unknown): void {
    if (typeof data !== "string") return;
    let message: Partial<CaptionMessage> & { state?: Exclude<CaptionState, "off">; message?: string };
    let sentence: string;
    try {
      message = JSON.parse(data) as typeof message;
      sentence = message.message === undefined ? "" : said({ ...message, message: message.message });
    } catch {
      return;
    }
    if (message.state !== undefined) {
      this.sentence = message.state === "unavailable" ? sentence : "";
      if (message.state === "listening") this.wait = FIRST_WAIT;
      if (!this.ending) this.owner.state(message.state, sentence);
    } else if (message.channel !== undefined) {
      this.owner.said({ channel: message.channel, fixed: message.fixed ?? [], open: message.open ?? [] });
    }
  }

  private closed(code: number): void {
    this.socket = null;
    this.owner.lost();
    if (this.ending || this.over || code === REPLACED || code === GIVEN_UP || code === REFUSED) {
      this.over = true;
      if (!this.ending) this.owner.state("unavailable", this.sentence === "" ? t("There are no captions now. The recording goes on without them.") : this.sentence);
      return;
    }
    this.owner.state("unavailable", this.sentence === "" ? AWAY : this.sentence);
    this.timer = setTimeout(() => this.open(), code === TRY_LATER ? LATER : this.wait);
    this.wait = Math.min(LONGEST_WAIT, this.wait * 2);
  }
}
