import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type CDPSession, expect, type Page, test } from "@playwright/test";
import { framesFor } from "./frames";
import { discussion, serve } from "./made-up";

/**
 * How long the workspace takes from the arrival of the transcript until all of its words are drawn, what a key costs in work of the page (script, style and layout; the
 * browser's own painting is not in it), and how many frames come while a turn is typed into and the sound plays. Beside it, in the same run, the same words as plain
 * paragraphs with a field. BENCH_WEB: the folder of a built page; BENCH_ROWS: the file that rows go to.
 */
const folder = resolve(process.env["BENCH_WEB"] ?? "../target/bench/web");
const rows = resolve(process.env["BENCH_ROWS"] ?? "../target/bench/workspace.tsv");
const pressed = 60;

const sizes: readonly (readonly [name: string, words: number, tags: number])[] = [["1 h", 9_000, 100], ["2 h", 18_000, 200], ["3 h", 27_000, 300], ["40,000 words", 40_000, 300]];

mkdirSync(dirname(rows), { recursive: true });
writeFileSync(rows, "");
function row(what: string, figure: string, aim = "", peer = "", peerFigure = "", ratio = ""): void {
  const line = [what, figure, aim, peer, peerFigure, ratio].join("\t");
  appendFileSync(rows, `${line}\n`);
  process.stdout.write(`${line}\n`);
}

/** Seconds of work of the page so far. */
async function worked(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.filter((one) => ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"].includes(one.name)).reduce((sum, one) => sum + one.value, 0);
}

/** Milliseconds of work for each press; every press is drawn before the next one comes. */
async function costOf(page: Page, cdp: CDPSession, keys: readonly string[]): Promise<number> {
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  // what runs by itself is taken off; looked at before, because afterwards the page stores what was typed
  await frame();
  const begin = await worked(cdp);
  for (let at = 0; at < pressed; at += 1) await frame();
  const before = await worked(cdp);
  for (let at = 0; at < pressed; at += 1) {
    await page.keyboard.press(keys[at % keys.length] ?? "x");
    await frame();
  }
  const after = await worked(cdp);
  return (1000 * (after - before - (before - begin))) / pressed;
}

const framesWhileTyping = (page: Page) => framesFor(page, () => page.keyboard.type("and then we agreed on who does what, ".repeat(2), { delay: 60 }));

for (const [name, words, tags] of sizes) {
  test(`workspace: ${name}`, async ({ page }) => {
    const made = discussion(words, tags);
    const { server, address } = await serve(folder, made);
    try {
      await page.goto(`${address}/plain`);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send("Performance.enable");
      const plainOpen = await page.evaluate(async () => {
        const text = await (await fetch("/plain.json")).text();
        const begin = performance.now();
        const box = document.getElementById("text");
        for (const line of JSON.parse(text) as string[]) { const p = document.createElement("p"); p.textContent = line; box?.append(p); }
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begin;
      });
      await page.locator("textarea").focus();
      const plainTyping = await costOf(page, cdp, ["a", "b", "c", " "]);
      const plainFrames = await framesWhileTyping(page);

      await page.addInitScript((last) => {
        const look = () => {
          if (document.getElementById(`w${last}`) === null) { requestAnimationFrame(look); return; }
          requestAnimationFrame(() => setTimeout(() => { Object.assign(window, { drawnAt: performance.now() }); }));
        };
        requestAnimationFrame(look);
      }, made.lastWord);
      await page.goto(`${address}/recordings/long`);
      await page.waitForFunction(() => "drawnAt" in window, undefined, { timeout: 120_000 });
      const open = await page.evaluate(() => {
        const arrived = performance.getEntriesByType("resource").find((one) => one.name.endsWith("/transcript")) as PerformanceResourceTiming;
        return (window as unknown as { drawnAt: number }).drawnAt - arrived.responseEnd;
      });
      row(`${name}, ${tags} tags: from arrival to all words drawn`, `${Math.round(open)} ms`, words <= 27_000 ? "1,000 ms" : "", "plain paragraphs", `${Math.round(plainOpen)} ms`, (open / plainOpen).toFixed(1));
      // all words are in the page: the browser's own search finds the last line
      const last = made.lines.at(-1) ?? "";
      expect(await page.evaluate((text) => document.querySelector(".turns")?.textContent.includes(text) === true, last)).toBe(true);
      expect(await page.evaluate((text) => (window as unknown as { find: (text: string) => boolean }).find(text), last.split(" ").slice(0, 4).join(" "))).toBe(true);
      await page.evaluate(() => window.getSelection()?.removeAllRanges());

      await page.locator(".transcript").focus();
      const keys: readonly (readonly [string, readonly string[]])[] = [["next word", ["ArrowRight"]], ["next turn", ["ArrowDown"]], ["choose to the next word", ["Shift+ArrowRight"]]];
      for (const [what, press] of keys) row(`${name}: a key, ${what}`, `${(await costOf(page, cdp, press)).toFixed(2)} ms`, "3 ms");
      await page.keyboard.press("Escape");
      await page.keyboard.press("e");
      await expect(page.locator(".transcript textarea")).toBeFocused();
      await page.keyboard.press("End");
      const typing = await costOf(page, cdp, ["a", "b", "c", " "]);
      row(`${name}: a letter typed into a turn`, `${typing.toFixed(2)} ms`, "3 ms", "plain field beside the text", `${plainTyping.toFixed(2)} ms`, (typing / Math.max(0.01, plainTyping)).toFixed(1));
      await page.keyboard.press("F8");
      const frames = await framesWhileTyping(page);
      row(`${name}: frames in a second, typing while it plays`, frames.perSecond.toFixed(0), "50", "plain field", plainFrames.perSecond.toFixed(0), (frames.perSecond / plainFrames.perSecond).toFixed(2));
      row(`${name}: frames in the worst second of it`, String(frames.worst), "50", "plain field", String(plainFrames.worst), (frames.worst / plainFrames.worst).toFixed(2));
      row(`${name}: 95 of 100 frames come within`, `${frames.slow.toFixed(0)} ms`, "20 ms", "plain field", `${plainFrames.slow.toFixed(0)} ms`, (frames.slow / plainFrames.slow).toFixed(2));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}
