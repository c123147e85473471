import { expect, type Page, test } from "@playwright/test";

/**
 * How many key presses ten passages take: counted in the page, from the real keys, and printed for src/bench/timing-sheet.md.
 * The fake server stands in for the real one: what it finds likely may differ, the keys do not.
 */

declare global {
  interface Window { pressed: number }
}

async function open(page: Page, recording: string): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.pressed = 0;
    // a key held down with another (Shift, Control) is pressed too
    document.addEventListener("keydown", (event) => { if (!event.repeat) window.pressed += 1; }, true);
  });
  await page.goto(`/recordings/${recording}`);
  await expect(page.locator(".turns span[id^=w]").first()).toBeVisible();
  await page.getByRole("group", { name: "Words of the transcript" }).focus();
  await page.keyboard.press("Home");
  return page.evaluate(() => { window.pressed = 0; }).then(() => () => page.evaluate(() => window.pressed));
}

const palette = (page: Page) => page.getByRole("region", { name: "Tag the chosen words" });
const marks = async (page: Page) => Number(/\d+/.exec((await page.getByRole("tab", { name: /^Tags/ }).textContent()) ?? "")?.[0] ?? "0");

/** Goes on to the next turn and tags all of it: with what is likeliest, or with what is typed. */
async function tagTurn(page: Page, typed: string): Promise<void> {
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("t");
  await expect(page.getByRole("combobox", { name: "Criteria" })).toBeFocused();
  await expect(palette(page).locator("[data-active]")).toHaveCount(1);
  for (const key of typed) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
}

for (const [name, typed, most] of [["the likeliest criterion", "", 30], ["a criterion whose number is typed", "2.3", 60]] as const) {
  test(`ten turns are tagged to ${name}`, async ({ page }) => {
    const pressed = await open(page, "busy");
    const before = await marks(page);
    for (let at = 0; at < 10; at += 1) await tagTurn(page, typed);
    expect(await marks(page)).toBe(before + 10);
    const keys = await pressed();
    process.stdout.write(`ten passages, whole turns, ${name}: ${keys} key presses, of which 10 go to the next turn\n`);
    expect(keys).toBe(most);
  });
}

test("ten passages of five words are chosen by word, and tagged to the likeliest criterion", async ({ page }) => {
  const pressed = await open(page, "busy");
  const before = await marks(page);
  for (let at = 0; at < 10; at += 1) {
    await page.keyboard.press("ArrowDown");
    // Shift stays down, as a hand keeps it
    await page.keyboard.down("Shift");
    for (let word = 0; word < 5; word += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.up("Shift");
    await page.keyboard.press("t");
    await expect(palette(page).locator("[data-active]")).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expect(palette(page)).toBeHidden();
  }
  expect(await marks(page)).toBe(before + 10);
  const keys = await pressed();
  process.stdout.write(`ten passages of five words, the likeliest criterion: ${keys} key presses, of which 70 go there and choose the words\n`);
  expect(keys).toBe(90);
});
