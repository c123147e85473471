import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type Rules = "all" | "colours";

/** WCAG 2.2 AA as far as axe can tell; "colours": only what another theme can change in a page that was looked at before. */
export async function axeFindsNothing(page: Page, when: string, rules: Rules = "all"): Promise<void> {
  // what is half scrolled under the bar of pages would count as a small target
  await page.evaluate(() => window.scrollTo(0, 0));
  const axe = new AxeBuilder({ page });
  await lighten(page);
  const result = await (rules === "all" ? axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]) : axe.withRules(["color-contrast", "link-in-text-block"])).analyze();
  await restore(page);
  expect.soft(result.violations.map((each) => `${when}: ${each.id}: ${each.nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary?.replace(/\s+/g, " ").slice(0, 160) ?? ""}`).join(" | ")}`)).toEqual([]);
}

/** So many turns at either end of a transcript are always looked at. */
const turnsAtEnds = 6;

/**
 * Takes out of a transcript what is like something that axe sees anyway, for as long as it looks: its time grows with the
 * elements of a page, and every word is one (minutes, at three hours of talk). The first turn of every kind stays (what it
 * holds, by element and class), those at both ends, and those in which something is open; a run of the others gives way to a
 * space of its height. Of the words of a turn the first of every kind stays, and of the others the text, where it stood.
 */
async function lighten(page: Page): Promise<void> {
  await page.evaluate((ends) => {
    const back: (() => void)[] = [];
    const kindOf = (each: Element) => `${each.localName} ${[...each.attributes].filter((one) => !/^(id|title|aria-label|style|data-(place|speaker))$/.test(one.name)).map((one) => `${one.name}=${one.value}`).join(" ")}`;
    const turns = [...document.querySelectorAll<HTMLElement>(".turns .turn")];
    const heights: readonly number[] = turns.map((turn) => turn.getBoundingClientRect().height);
    const known = new Set<string>();
    let space: HTMLElement | null = null;
    for (const [at, turn] of turns.entries()) {
      const kind = [...new Set([turn, ...turn.querySelectorAll("*")].map(kindOf))].sort().join("|");
      const stays = at < ends || at >= turns.length - ends || !known.has(kind) || turn.contains(document.activeElement) || turn.querySelector("textarea") !== null;
      known.add(kind);
      if (stays) { space = null; continue; }
      const place = document.createComment("");
      turn.replaceWith(place);
      back.push(() => { place.replaceWith(turn); });
      if (space === null) {
        const fresh = document.createElement("div");
        fresh.style.height = "0px";
        place.before(fresh);
        back.push(() => { fresh.remove(); });
        space = fresh;
      }
      space.style.height = `${Number.parseFloat(space.style.height) + (heights[at] ?? 0)}px`;
    }
    for (const text of document.querySelectorAll(".turns .turn-text")) {
      const words = new Set<string>();
      for (const word of text.querySelectorAll(":scope > span[id^=w]")) {
        const kind = kindOf(word);
        if (words.has(kind)) {
          const plain = document.createTextNode(word.textContent);
          word.replaceWith(plain);
          back.push(() => { plain.replaceWith(word); });
        }
        words.add(kind);
      }
    }
    // what is not drawn until it is scrolled to keeps the colours of the theme before
    const drawn = document.createElement("style");
    drawn.textContent = "* { content-visibility: visible !important; }";
    document.head.append(drawn);
    back.push(() => { drawn.remove(); });
    Object.assign(window, { putBack: () => { for (const each of back.reverse()) each(); } });
  }, turnsAtEnds);
}

async function restore(page: Page): Promise<void> {
  await page.evaluate(() => { (window as unknown as { putBack: () => void }).putBack(); });
}

/** Nothing to scroll sideways, nothing to press that is smaller than 24 px, no word of a button or heading cut off. */
export async function fits(page: Page, when: string): Promise<void> {
  const wrong = await page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) {
      const widest = [...document.querySelectorAll("main *, header *")].filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1).at(-1);
      found.push(`scrolls sideways by ${wide}: ${widest?.outerHTML.slice(0, 100) ?? ""}`);
    }
    const shown = (each: Element) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && each.closest("[aria-hidden=true], .sr, .skip, [inert]") === null;
    for (const each of document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, audio, [role=option], [role=tab], [role=slider]")) {
      if (!shown(each)) continue;
      // a tick or a choice is pressed by its label as well
      const target = each.closest("label") ?? each;
      const box = target.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      // in a sentence a link is as high as its line (WCAG 2.5.8, inline)
      const parent = target.parentElement;
      const inSentence = getComputedStyle(target).display.startsWith("inline") && parent !== null && [...parent.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "");
      if (!inSentence && (box.width < 23.5 || box.height < 23.5)) found.push(`${Math.round(box.width)}×${Math.round(box.height)}: ${target.outerHTML.slice(0, 110)}`);
    }
    for (const each of document.querySelectorAll<HTMLElement>("button, h1, h2, h3, label, legend, th, .hint, .chip, summary")) {
      const style = getComputedStyle(each);
      if (shown(each) && style.overflowX !== "visible" && style.overflowX !== "auto" && each.scrollWidth > each.clientWidth + 1 && each.querySelector("[dir=auto]") === null && each.dir !== "auto") found.push(`cut off: ${each.outerHTML.slice(0, 110)}`);
    }
    // many of one kind are one thing to mend
    const kinds = new Map(found.map((each) => [each.replace(/(href|title|data-[a-z]+)=\\?"[^"]*"?|\d+/g, ""), each]));
    return [...kinds.values()];
  });
  expect.soft(wrong.map((each) => `${when}: ${each}`)).toEqual([]);
}

/** Until what the screen was asked to be is drawn: an element may keep the colours of the theme before for a frame. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function inTheme(page: Page, theme: Parameters<Page["emulateMedia"]>[0]): Promise<void> {
  await page.emulateMedia(theme);
  await drawn(page);
}

const sizes = [["phone", 390, 844], ["narrowest", 320, 640], ["twice as large", 720, 450], ["desk", 1440, 900]] as const;

/** Every look of a page as it stands: four widths, light, dark, forced colours. */
export async function looksRight(page: Page): Promise<void> {
  await inTheme(page, { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
  for (const [name, width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await drawn(page);
    await fits(page, name);
    if (name === "phone") await axeFindsNothing(page, "light, phone");
  }
  await inTheme(page, { colorScheme: "dark", forcedColors: "none", reducedMotion: "no-preference" });
  await axeFindsNothing(page, "dark, desk");
  // the same elements in the same places: only their colours are others
  await inTheme(page, { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
  await axeFindsNothing(page, "light, desk", "colours");
  await inTheme(page, { colorScheme: "dark", forcedColors: "active", reducedMotion: "reduce" });
  await axeFindsNothing(page, "forced colours, desk", "colours");
}

/** What goes to the printer: upright and across, black on white whatever the screen shows; nothing wider than the paper. */
export async function printsRight(page: Page): Promise<void> {
  for (const [name, width, height] of [["upright", 688, 971], ["across", 1016, 642]] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"] as const) {
      await inTheme(page, { media: "print", colorScheme });
      await fits(page, `${name}, ${colorScheme}`);
      await axeFindsNothing(page, `${name}, ${colorScheme}`, name === "upright" && colorScheme === "light" ? "all" : "colours");
    }
  }
}
