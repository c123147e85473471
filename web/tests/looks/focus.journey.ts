import { expect, type Page, test } from "@playwright/test";

/** WCAG 2.4.3, 2.4.7, 2.4.11: with Tab through a page and back, the focus is always on something, always seen, and never under the player or the bar at the top. */
interface Stop { what: string; hidden: boolean; unmarked: boolean; body: boolean }

async function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return { what: "", hidden: false, unmarked: false, body: true };
    // a tick that is drawn by what stands beside it is seen there
    const shown = at.matches("input[type=radio], input[type=checkbox], input[type=range], input[type=file]") ? at.closest("label") ?? at.parentElement ?? at : at;
    const box = shown.getBoundingClientRect();
    const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]].map(([x = 0, y = 0]) => [box.left + box.width * x, box.top + Math.min(box.height, 400) * y] as const);
    const seen = points.some(([x, y]) => {
      const top = x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight ? null : document.elementFromPoint(x, y);
      return top !== null && (shown.contains(top) || top.contains(shown));
    });
    const covered = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return (top?.closest(".player, .shell-bar-frame") ?? null) !== null && shown.closest(".player, .shell-bar-frame") === null;
    });
    const style = getComputedStyle(at);
    const marked = at.matches("input[type^=date], input[type=time]") /* the browser marks a part of it */ || style.outlineStyle !== "none" || style.boxShadow !== "none" || shown !== at || at.closest(":has(:focus-visible)") !== null && at.matches(".skip, [tabindex='-1']");
    return { what: at.outerHTML.slice(0, 120), hidden: !seen || covered, unmarked: !marked, body: false };
  });
}

async function walk(page: Page, key: "Tab" | "Shift+Tab", most: number): Promise<string[]> {
  const wrong: string[] = [];
  let stops = 0;
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key);
    const here = await stop(page);
    if (here.body) break;
    stops++;
    if (here.hidden) wrong.push(`covered: ${here.what}`);
    if (here.unmarked) wrong.push(`not marked: ${here.what}`);
  }
  expect(stops).toBeGreaterThan(8);
  return wrong;
}

for (const [width, height] of [[1440, 900], [390, 844], [720, 450]] as const) {
  for (const address of ["/recordings/talk", "/enrolments/e1", "/sessions/s2", "/keys"]) {
    test(`the focus is seen on ${address}, ${width} by ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(address);
      await expect(page.locator("h1").first()).toBeVisible();
      await expect(page.locator(".bones")).toHaveCount(0);
      const most = address === "/keys" ? 60 : 150;
      expect([...new Set([...await walk(page, "Tab", most), ...await walk(page, "Shift+Tab", most)])]).toEqual([]);
    });
  }
}

test("the words one moves to are never under the player", async ({ page }) => {
  for (const [width, height] of [[1440, 900], [390, 844], [720, 450]] as const) {
    await page.setViewportSize({ width, height });
    await page.goto("/recordings/talk");
    await expect(page.locator(".turn").first()).toBeVisible();
    for (let count = 0; count < 12; count++) {
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => page.evaluate(() => {
        const box = document.querySelector(".turn [data-now], .turn[data-now], [aria-current=true]")?.getBoundingClientRect();
        const player = document.querySelector(".player")?.getBoundingClientRect();
        return box === undefined || player === undefined || (box.top >= 0 && box.top <= player.top - 24);
      })).toBe(true);
    }
  }
});

test("what comes after the words does not push the one under the player to which one went meanwhile", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let come: () => void = () => undefined;
  const held = new Promise<void>((done) => { come = done; });
  await page.route(/\/api\/recordings\/talk\/(tags|marks|suggestions)$/, async (route) => { await held; await route.continue(); });
  await page.goto("/recordings/talk");
  await expect(page.locator(".turn").first()).toBeVisible();
  for (let count = 0; count < 11; count++) await page.keyboard.press("ArrowDown");
  await expect(page.locator(".turns span[data-now]")).toHaveCount(1);
  come();
  await expect(page.locator(".turn-margin").nth(5)).toBeAttached();
  await expect.poll(() => page.evaluate(() => {
    const word = document.querySelector(".turns span[data-now]")?.getBoundingClientRect();
    const room = document.querySelector(".transcript")?.getBoundingClientRect();
    return word !== undefined && room !== undefined && word.top >= room.top && word.bottom + word.height <= room.bottom;
  }), { timeout: 8000 }).toBe(true);
});
