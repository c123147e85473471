const pad = (value: number): string => String(value).padStart(2, "0");

/**
 * A position in a recording as people read it: "0:41", "41:10", "1:02:07". With `withHours` the hours
 * always stand, so that a column of times lines up. Never rounds up: a word at 59.9 s is in second 59.
 */
export function clock(seconds: number, withHours = false): string {
  const whole = Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds + 1e-6) : 0;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  if (hours > 0 || withHours) return `${hours}:${pad(minutes)}:${pad(whole % 60)}`;
  return `${minutes}:${pad(whole % 60)}`;
}

/** How long something still takes, in words: "a few seconds", "40 seconds", "4 minutes", "1 hour 10 minutes". */
export function lasting(seconds: number): string {
  if (seconds < 10) return "a few seconds";
  if (seconds < 55) return `${Math.ceil(seconds / 10) * 10} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 2) return "a minute";
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours} ${hours === 1 ? "hour" : "hours"}${rest === 0 ? "" : ` ${rest} ${rest === 1 ? "minute" : "minutes"}`}`;
}
