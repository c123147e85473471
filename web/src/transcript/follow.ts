/** Where the line being heard should stand: nothing moves while it is between these parts of the height. */
const comfort = { top: 0.12, bottom: 0.62, goal: 0.3 };

/** How far to scroll so that a line is comfortably in view; 0 where it is already. Pixels, from the top of the scroller. */
export function scrollNeeded(lineTop: number, lineBottom: number, height: number): number {
  if (lineTop >= height * comfort.top && lineBottom <= height * comfort.bottom) return 0;
  return lineTop - height * comfort.goal;
}

const calm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Brings a word into view. A far jump goes at once, and is put right once the turns on the way have their true heights. */
export function bring(scroller: HTMLElement, word: HTMLElement, always = false): void {
  const needed = distance(scroller, word);
  if (needed === 0 && !always) return;
  const far = Math.abs(needed) > scroller.clientHeight * 1.5;
  scroller.scrollBy({ top: needed, behavior: far || calm() ? "instant" : "smooth" });
  if (far) requestAnimationFrame(() => { scroller.scrollBy({ top: distance(scroller, word), behavior: "instant" }); });
}

/** Brings a word back that went out of sight, or to the very edge, because something came in above it; leaves alone what is well seen. */
export function keepInSight(scroller: HTMLElement, word: HTMLElement): void {
  const outer = scroller.getBoundingClientRect();
  const line = word.getBoundingClientRect();
  if (line.top < outer.top || line.bottom + line.height > outer.bottom) bring(scroller, word);
}

function distance(scroller: HTMLElement, word: HTMLElement): number {
  const outer = scroller.getBoundingClientRect();
  const line = word.getBoundingClientRect();
  return scrollNeeded(line.top - outer.top, line.bottom - outer.top, scroller.clientHeight);
}

const scrollKeys = new Set(["PageUp", "PageDown", "Home", "End"]); // no text: names of keys

/** Calls `paused` when the person scrolls by hand, in whatever way. Returns how to stop watching. */
export function watchHand(scroller: HTMLElement, paused: () => void): () => void {
  const gone = new AbortController();
  const options = { passive: true, signal: gone.signal };
  scroller.addEventListener("wheel", paused, options);
  scroller.addEventListener("touchmove", paused, options);
  scroller.addEventListener("pointerdown", (event) => { if (event.target === scroller) paused(); }, options);
  scroller.addEventListener("keydown", (event) => { if (scrollKeys.has(event.key)) paused(); }, options);
  return () => gone.abort();
}
