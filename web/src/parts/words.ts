import { timeZone } from "../state/me";
import { figure, locale, plural, t } from "../texts/texts";

const months = [t("Jan"), t("Feb"), t("Mar"), t("Apr"), t("May"), t("Jun"), t("Jul"), t("Aug"), t("Sep"), t("Oct"), t("Nov"), t("Dec")];

/** "2026-11-23" (or a time) as "23 Nov 2026". */
export function dateWords(date: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : dayInZone(date);
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined || Number.isNaN(year)) return date;
  return t("{day} {month} {year}", { day: dayOfMonth, month: months[month - 1] ?? "?", year: String(year) });
}

/** A time in UTC as "2026-11-23" of the centre's zone. */
export function dayInZone(instant: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: timeZone.value, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(instant));
}

/** A time in UTC as "10:30" of the centre's zone. */
export function clockWords(instant: string): string {
  return new Intl.DateTimeFormat(locale(), { timeZone: timeZone.value, hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
}

/** Seconds into a recording: "0:41", "12:04", "1:02:03". */
export function positionWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** As `positionWords`, to a tenth of a second: "12:04.3". */
export function preciseWords(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  return `${positionWords(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** "12:04", "1:02:03.5" or "724" as seconds; null where it is no place in time. */
export function secondsOf(text: string): number | null {
  const parts = text.trim().replace(",", ".").split(":");
  if (parts.length > 3 || !parts.every((part, at) => (at === parts.length - 1 ? /^\d+(\.\d+)?$/ : /^\d+$/).test(part))) return null;
  const numbers = parts.map(Number);
  if (numbers.slice(1).some((number) => number >= 60)) return null;
  return numbers.reduce((sum, number) => sum * 60 + number, 0);
}

/** 0.943 as "94 %"; only what is whole is 100 %. */
export function percentWords(part: number): string {
  return figure(`${Math.floor(Math.min(1, Math.max(0, part)) * 100)} %`);
}

export function engineWords(engine: "vosk" | "whisper"): string {
  return engine === "vosk" ? t("Vosk") : t("Whisper");
}

/** How long something takes or took: "40 seconds", "4 minutes", "1 hour 20 minutes". */
export function durationWords(seconds: number): string {
  if (seconds < 60) return count(Math.max(1, Math.round(seconds)), "second");
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return count(minutes, "minute");
  const rest = minutes % 60;
  return count(Math.floor(minutes / 60), "hour") + (rest === 0 ? "" : ` ${count(rest, "minute")}`);
}

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) { value /= 1000; unit++; }
  return figure(`${value < 10 ? value.toFixed(1) : String(Math.round(value))} ${units[unit] ?? ""}`);
}

/** "1 session", "2 sessions"; "no sessions" for none. */
export function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? t(`no ${many}`) : plural(number, `{count} ${one}`, `{count} ${many}`); // no text: each call has its own
}

export function methodWords(method: string): string {
  return method === "professional-discussion" ? t("Professional discussion") : method === "oral-questioning" ? t("Oral questioning") : method;
}

/** What a session is called: "Professional discussion, 23 Nov 2026". */
export function sessionWords({ method, date }: { method: string; date: string }): string {
  return t("{method}, {date}", { method: methodWords(method), date: dateWords(date) });
}

/** What a speaker is called; with its number where nobody has named it, and "Speaker 2" is only what stands there until then. */
export function speakerWords(name: string, unnamed: number | null): string {
  return unnamed === null ? name : t("Speaker {number}", { number: String(unnamed) });
}

export function roleWords(role: string): string {
  switch (role) {
    case "administrator": return t("Administrator");
    case "assessor": return t("Assessor");
    case "learner": return t("Learner");
    case "iqa": return t("Internal quality assurer");
    case "eqa": return t("External quality assurer");
    default: return role;
  }
}
