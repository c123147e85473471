/** Where the line being heard should stand: nothing moves while it is between these parts of the height. */
const comfort = { top: 0.12, bottom: 0.62, goal: 0.3 };

/** How far to scroll so that a line is comfortably in view; 0 where it is already. Pixels, from the top of the scroller. */
export function scrollNeeded(lineTop: number, lineBottom: number, height: number): number {
  if (lineTop >= height * comfort.top && lineBottom <= height * comfort.bottom) return 0;
  return lineTop - height * comfort.goal;
}

const calm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The word that each scroller is on its way to, until it is there or a hand takes over. */
const wanted = new WeakMap<HTMLElement, HTMLElement>();

/**
 * Brings a word into view. Turns out of view have heights that are only guessed: where the way there shows another one, the end is put right. A far jump goes at once.
 */
export function bring(scroller: HTMLElement, word: HTMLElement, always = false): void {
  const needed = distance(scroller, word);
  if (needed === 0 && !always) return;
  const smooth = Math.abs(needed) <= scroller.clientHeight * 1.5 && !calm();
  wanted.set(scroller, word);
  const putRight = () => {
    if (wanted.get(scroller) !== word) return;
    wanted.delete(scroller);
    scroller.scrollBy({ top: distance(scroller, word), behavior: "instant" });
  };
  if (smooth) scroller.addEventListener("scrollend", putRight, { once: true });
  scroller.scrollBy({ top: needed, behavior: smooth ? "smooth" : "instant" });
  if (!smooth) requestAnimationFrame(putRight);
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

/** Calls `byHand` when the person scrolls by hand, in whatever way. Returns how to stop watching. */
export function watchHand(scroller: HTMLElement, byHand: () => void): () => void {
  const gone = new AbortController();
  const paused = () => {
    wanted.delete(scroller);
    byHand();
  };
  const options = { passive: true, signal: gone.signal };
  scroller.addEventListener("wheel", paused, options);
  scroller.addEventListener("touchmove", paused, options);
  scroller.addEventListener("pointerdown", (event) => { if (event.target === scroller) paused(); }, options);
  scroller.addEventListener("keydown", (event) => { if (scrollKeys.has(event.key)) paused(); }, options);
  return () => gone.abort();
}
