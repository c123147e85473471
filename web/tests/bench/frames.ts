import type { Page } from "@playwright/test";

/** Frames in a second while something goes on for some seconds, those of the worst second, and how many milliseconds the longest of 20 took. */
export async function framesFor(page: Page, work: () => Promise<void>): Promise<{ perSecond: number; worst: number; slow: number }> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times, counting: true });
    const count = (now: number) => { times.push(now); if ((window as unknown as { counting: boolean }).counting) requestAnimationFrame(count); };
    requestAnimationFrame(count);
  });
  await work();
  const times = await page.evaluate(() => { Object.assign(window, { counting: false }); return (window as unknown as { times: number[] }).times; });
  const between = times.slice(1).map((time, at) => time - (times[at] ?? 0)).sort((one, other) => one - other);
  const last = times.at(-1) ?? 0;
  const lasted = last - (times[0] ?? 0);
  const worst = Math.min(...times.filter((time) => time + 1000 <= last).map((time) => times.filter((other) => other > time && other <= time + 1000).length));
  return { worst, perSecond: (1000 * between.length) / Math.max(1, lasted), slow: between[Math.floor(between.length * 0.95)] ?? 0 };
}
