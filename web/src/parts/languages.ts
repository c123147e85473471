import { locale } from "../texts/texts";

/** Languages that can be spoken in a session: those the carried Whisper model reads best, then the others by name. */
const codes = ["en", "cy", "ga", "gd", "ar", "bn", "bg", "zh", "hr", "cs", "da", "nl", "et", "fi", "fr", "de", "el", "he", "hi", "hu", "id", "it", "ja", "ko", "lv", "lt", "fa", "pl", "pt", "pa", "ro", "ru", "sr", "sk", "sl", "so", "es", "sw", "sv", "ta", "th", "tr", "uk", "ur", "vi"];

export function languageWords(code: string): string {
  try {
    return new Intl.DisplayNames([locale(), "en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // not a language code at all: show it as it is
  }
}

export function languageChoices(current: string): [string, string][] {
  const all = codes.includes(current) ? codes : [current, ...codes];
  const [first, ...others] = all.map((code): [string, string] => [code, languageWords(code)]);
  return first === undefined ? [] : [first, ...others.sort(([, one], [, other]) => one.localeCompare(other))];
}
