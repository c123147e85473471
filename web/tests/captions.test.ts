import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Captions, turnsOf } from "../src/captions/captions";
import { closed, noLines, withMessage } from "../src/captions/lines";
import { RATE, Resampler, toPcm } from "../src/captions/resampler";
import { FRAME, Frames } from "../src/captions/sound";

const tone = (rate: number, hertz: number, seconds: number) => Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => 0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
const loudness = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);

/** In pieces as the audio thread gives them. */
function resampled(samples: Float32Array, rate: number): Float32Array {
  const resampler = new Resampler(rate);
  const out: number[] = [];
  for (let from = 0; from < samples.length; from += 2048) out.push(...resampler.push(samples.subarray(from, from + 2048)));
  return Float32Array.from(out);
}

describe("sound for the captions", () => {
  it.each([8000, 16_000, 44_100, 48_000, 96_000])("keeps its length and its voice at %d samples a second", (rate) => {
    const out = resampled(tone(rate, 1000, 2), rate);
    expect(Math.abs(out.length - 2 * RATE)).toBeLessThan(60);
    const middle = out.subarray(RATE / 2, RATE);
    expect(loudness(middle)).toBeCloseTo(0.5 / Math.SQRT2, 2);
    const wanted = tone(RATE, 1000, 2).subarray(RATE / 2, RATE);
    const off = middle.map((each, i) => each - wanted[i]!);
    expect(loudness(off)).toBeLessThan(0.01);
  });

  it("lets nothing through that would fold back into speech", () => {
    expect(loudness(resampled(tone(48_000, 12_000, 1), 48_000).subarray(1000))).toBeLessThan(0.003);
  });

  it("comes in frames of 60 ms for both channels, each its own", () => {
    const frames: Int16Array[][] = [];
    const cut = new Frames(48_000, 2, (frame) => frames.push(frame));
    for (let i = 0; i < 30; i++) cut.push([new Float32Array(2048).fill(0.25), new Float32Array(2048).fill(-0.5)]);
    expect(frames.length).toBe(21);
    expect(frames.every((frame) => frame.length === 2 && frame[0]!.length === FRAME && frame[1]!.length === FRAME)).toBe(true);
    expect(frames[5]![0]![0]).toBe(8192);
    expect(frames[5]![1]![0]).toBe(-16_384);
  });

  it("is never louder than 16 bits can say", () => {
    expect([...toPcm(Float32Array.of(2, -2, 0))]).toEqual([32_767, -32_768, 0]);
  });
});

describe("the lines", () => {
  const word = (text: string, start: number) => ({ text, start, end: start + 0.3 });

  it("keep fixed words, and replace open ones", () => {
    let lines = withMessage(noLines(2), { channel: 0, fixed: [word("I", 0)], open: [word("mad", 0.4)] }, 10);
    lines = withMessage(lines, { channel: 1, fixed: [word("Yes", 3)], open: [] }, 10);
    lines = withMessage(lines, { channel: 0, fixed: [word("made", 0.4)], open: [word("a", 0.8), word("list", 1)] }, 10);
    expect(turnsOf(lines).map((turn) => [turn.channel, turn.fixed.map((each) => each.text).join(" "), turn.open.map((each) => each.text).join(" ")]))
      .toEqual([[0, "I made", "a list"], [1, "Yes", ""]]);
    expect(lines[0]!.fixed[1]).toEqual({ text: "made", start: 10.4, end: 10.7 });
    expect(closed(lines)[0]!.fixed.map((each) => each.text)).toEqual(["I", "made", "a", "list"]);
  });

  it("begin a new turn after a long pause, and only the last turns are given", () => {
    const lines = withMessage(noLines(1), { channel: 0, fixed: [word("one", 0), word("two", 1), word("three", 9)], open: [] }, 0);
    expect(turnsOf(lines).map((turn) => turn.fixed.length)).toEqual([2, 1]);
    expect(turnsOf(lines, 1).map((turn) => turn.start)).toEqual([9]);
  });

  it("do not grow for ever", () => {
    let lines = noLines(1);
    for (let i = 0; i < 1000; i++) lines = withMessage(lines, { channel: 0, fixed: [word(String(i), i)], open: [] }, 0);
    expect(lines[0]!.fixed.length).toBe(600);
    expect(lines[0]!.fixed.at(-1)!.text).toBe("999");
  });
});

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  bufferedAmount = 0;
  sent: (Uint8Array | string)[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(readonly address: string) { FakeSocket.all.push(this); }
  send(data: Uint8Array | string) { this.sent.push(data); }
  close() { this.readyState = 3; }
  opens() { this.readyState = 1; this.onopen?.(); }
  says(message: object) { this.onmessage?.({ data: JSON.stringify(message) }); }
  closes(code: number) { this.readyState = 3; this.onclose?.({ code }); }
}

describe("captions", () => {
  let heard: (frame: Int16Array[]) => void;
  let soundClosed = 0;
  const frame = () => [new Int16Array(FRAME).fill(7)];
  const socket = () => FakeSocket.all.at(-1)!;
  const begun = async () => {
    const captions = new Captions("s/1", (_, __, each) => { heard = each; return Promise.resolve({ close: () => { soundClosed++; } }); });
    captions.start({} as MediaStream, 1);
    await Promise.resolve();
    return captions;
  };
  const listening = async () => {
    const captions = await begun();
    socket().opens();
    socket().says({ state: "listening", message: "" });
    return captions;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("WebSocket", FakeSocket);
    FakeSocket.all = [];
    soundClosed = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("send what was said while the connection was made, the channel before the samples", async () => {
    const captions = await begun();
    expect(captions.state.value).toBe("loading");
    expect(socket().address).toMatch(/^ws.*\/api\/sessions\/s%2F1\/captions\?microphones=1$/);
    heard(frame());
    heard(frame());
    socket().opens();
    heard(frame());
    expect(socket().sent.length).toBe(3);
    expect([...(socket().sent[0] as Uint8Array).subarray(0, 4)]).toEqual([0, 7, 0, 7]);
    socket().says({ channel: 0, fixed: [], open: [{ text: "Hello", start: 0, end: 0.2 }] });
    expect(captions.lines.value).toEqual([{ fixed: [], open: [{ text: "Hello", start: 0, end: 0.2 }] }]);
  });

  it("come back by themselves, and times go on where they were", async () => {
    const captions = await listening();
    for (let i = 0; i < 50; i++) heard(frame());
    socket().says({ channel: 0, fixed: [], open: [{ text: "so", start: 1, end: 2 }] });
    socket().closes(1006);
    expect(captions.state.value).toBe("unavailable");
    expect(captions.message.value).toMatch(/recording goes on/);
    expect(captions.lines.value[0]!.fixed.map((each) => each.text)).toEqual(["so"]);
    for (let i = 0; i < 133; i++) heard(frame());
    vi.advanceTimersByTime(600);
    expect(FakeSocket.all.length).toBe(2);
    socket().opens();
    expect(socket().sent.length).toBe(83);
    socket().says({ channel: 0, fixed: [{ text: "then", start: 0.5, end: 1 }], open: [] });
    expect(captions.lines.value[0]!.fixed[1]).toEqual({ text: "then", start: 6.5, end: 7 }); // 183 frames were heard, the last 83 were sent
  });

  it("wait longer each time where the server stays away, and are not tried again where it gave up", async () => {
    const captions = await begun();
    for (const wait of [500, 1000, 2000, 4000, 8000, 15_000, 15_000]) {
      const count = FakeSocket.all.length;
      socket().closes(1006);
      vi.advanceTimersByTime(wait - 1);
      expect(FakeSocket.all.length).toBe(count);
      vi.advanceTimersByTime(1);
      expect(FakeSocket.all.length).toBe(count + 1);
    }
    const count = FakeSocket.all.length;
    socket().says({ state: "unavailable", message: "No model." });
    socket().closes(4503);
    vi.advanceTimersByTime(100_000);
    expect(FakeSocket.all.length).toBe(count);
    expect(captions.message.value).toBe("No model.");
  });

  it("send nothing over a connection that does not keep up", async () => {
    const captions = await listening();
    socket().bufferedAmount = 400_000;
    heard(frame());
    expect(socket().sent).toEqual([]);
    expect(captions.state.value).toBe("unavailable");
    vi.advanceTimersByTime(600);
    expect(FakeSocket.all.length).toBe(2);
  });

  it("hear nothing in a pause, and are ready at once after a short one", async () => {
    const captions = await listening();
    captions.pause();
    heard(frame());
    expect(socket().sent).toEqual([]);
    captions.resume();
    heard(frame());
    expect(socket().sent.length).toBe(1);
    captions.pause();
    vi.advanceTimersByTime(25_000);
    expect(socket().sent.at(-1)).toBe("end");
    expect(captions.state.value).toBe("off");
    socket().says({ channel: 0, fixed: [{ text: "late", start: 0, end: 0.1 }], open: [] });
    socket().closes(1000);
    expect(captions.lines.value[0]!.fixed.map((each) => each.text)).toEqual(["late"]);
    captions.resume();
    expect(FakeSocket.all.length).toBe(2);
    expect(captions.state.value).toBe("loading");
  });

  it("stop, and what was shown stays", async () => {
    const captions = await listening();
    socket().says({ channel: 0, fixed: [], open: [{ text: "end", start: 0, end: 0.1 }] });
    const last = socket();
    captions.stop();
    expect(last.readyState).toBe(3);
    expect(soundClosed).toBe(1);
    expect(captions.state.value).toBe("off");
    expect(captions.lines.value[0]!.fixed.length).toBe(1);
    heard(frame());
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.all.length).toBe(1);
  });

  it("say so where the browser gives no sound", async () => {
    const captions = new Captions("s", () => Promise.reject(new Error("no worklets")));
    captions.start({} as MediaStream, 2);
    await vi.advanceTimersByTimeAsync(1);
    expect(captions.state.value).toBe("unavailable");
    expect(captions.message.value).toMatch(/without them/);
  });
});
