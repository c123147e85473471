import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2 AA as far as axe can tell. */
export async function axeFindsNothing(page: Page, when: string): Promise<void> {
  // what is half scrolled under the bar of pages would count as a small target
  await page.evaluate(() => window.scrollTo(0, 0));
  const result = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect.soft(result.violations.map((each) => `${when}: ${each.id}: ${each.nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary?.replace(/\s+/g, " ").slice(0, 160) ?? ""}`).join(" | ")}`)).toEqual([]);
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

const sizes = [["phone", 390, 844], ["narrowest", 320, 640], ["twice as large", 720, 450], ["desk", 1440, 900]] as const;

/** Every look of a page as it stands: four widths, light, dark, forced colours. */
export async function looksRight(page: Page): Promise<void> {
  for (const [name, width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await fits(page, name);
    if (name === "phone") {
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
      await axeFindsNothing(page, "light, phone");
    }
  }
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "none", reducedMotion: "no-preference" });
  await axeFindsNothing(page, "dark, desk");
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active", reducedMotion: "reduce" });
  await axeFindsNothing(page, "forced colours, desk");
}
