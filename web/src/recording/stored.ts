import { durationWords, positionWords, sizeWords } from "../parts/words";
import type { SenderState } from "../recorder/sender";
import { t } from "../texts/texts";
import { notAnswering } from "../api/client";

/** What is safe and what is not yet, as far as the page knows. */
export interface StoredWords {
  /** all: on the server, or as good as; here: safe on this machine only; window: nowhere but in this window; */
  kind: "none" | "all" | "here" | "window";
  headline: string;
  /** why, and what to do; empty where nothing is wrong */
  more: string;
  /** the person can do something: sign in, or try again */
  action: "sign-in" | "again" | null;
}

const behind = (state: SenderState, seconds: number): number => Math.max(0, seconds - state.storedMark);

/** Seconds not yet with the server that are no news: a piece is about a second long, and is on its way for a moment. */
const ON_ITS_WAY = 4;

/** `seconds`: recorded so far. `over`: nothing more is recorded. */
export function storedWords(state: SenderState | null, seconds: number, over = false): StoredWords {
  if (state === null) return { kind: "none", headline: t("Every second is stored on the server while you record."), more: "", action: null };
  const left = behind(state, seconds);
  const safe = state.storedMark > 0 ? t("Stored safely to {storedMark}", { storedMark: positionWords(state.storedMark) }) : t("Nothing is on the server yet");
  const kept = state.waitingBytes === 0 || state.keptBytes >= state.waitingBytes;
  const rest = kept ? t("safe on this machine, not yet on the server: {left}", { left: positionWords(left) }) : t("only in this window, not yet stored: {left}", { left: positionWords(left) });
  const trouble = (more: string, action: StoredWords["action"]): StoredWords => ({ kind: kept ? "here" : "window", headline: `${safe}; ${rest}`, more: kept ? more : t("{more} Keep this window open.", { more }), action });
  if (state.failed !== null) return trouble(state.failed, "again");
  if (state.signedOut) return trouble(t("You are not signed in any more. {which} is stored as soon as you sign in.", { which: over ? t("The rest") : t("Recording goes on, and") }), "sign-in");
  if (state.away !== null) return trouble(awayWords(state.away, over), null);
  if (left > ON_ITS_WAY) return { kind: kept ? "here" : "window", headline: `${safe}; ${rest}`, more: t("The connection is slower than the recording. It catches up by itself."), action: null };
  return { kind: "all", headline: safe, more: "", action: null };
}

/** The server's own sentence where it answered (a full disk, being restarted); else that it does not answer. */
function awayWords(away: string, over: boolean): string {
  const reason = away === notAnswering ? t("The server does not answer.") : away;
  return t("{reason} {which} is stored by itself as soon as that is over.", { reason, which: over ? t("The rest") : t("Recording goes on, and") });
}

/** How much is left to store, and how long that takes at the pace so far: "0:12 left, about 8 seconds". */
export function leftWords(state: SenderState, seconds: number, bytesPerSecond: number | null): string {
  const left = t("{state} of sound ({waitingBytes}) left to store", { state: positionWords(behind(state, seconds)), waitingBytes: sizeWords(state.waitingBytes) });
  if (bytesPerSecond === null || bytesPerSecond <= 0 || state.away !== null || state.failed !== null) return left;
  return t("{left}, about {duration}", { left, duration: durationWords(state.waitingBytes / bytesPerSecond) });
}
