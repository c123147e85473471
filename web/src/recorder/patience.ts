/** About 0.5, 1, 2, 4, 8, then 15 seconds, never all pages at once; sooner when the network is back (the browser says so) or the person has signed in again. */
export function waitLonger(failures: number): Promise<void> {
  return new Promise((over) => {
    const end = () => {
      globalThis.clearTimeout(timer);
      globalThis.removeEventListener("online", end);
      over();
    };
    const timer = globalThis.setTimeout(end, Math.min(15, 2 ** (failures - 2)) * 1000 * (0.6 + 0.4 * Math.random()));
    globalThis.addEventListener("online", end);
  });
}

/** A request is given up after 15 seconds, and one more for each 20 kB: a connection can hang for ever. */
export function requestPatience(bytes = 0): AbortSignal {
  return AbortSignal.timeout(15_000 + bytes / 20);
}
