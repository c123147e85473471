import { expect, type Page } from "@playwright/test";

/** A page in one state: where it is, what the fake server's scene is, what is done there, and whose eyes see it. */
export type State = [name: string, address: string, scene: string, then?: (page: Page) => Promise<void>, role?: string];

/** Keys, once the page is there to take them. */
export const press = (...keys: string[]) => async (page: Page): Promise<void> => {
  await expect(page.locator("main").locator("h1").first()).toBeVisible();
  for (const key of keys) await page.keyboard.press(key);
};

/** Keys in a transcript, whose heading comes before its words. */
export const work = (...keys: string[]) => async (page: Page): Promise<void> => {
  await expect(page.locator(".turn").first()).toBeVisible();
  for (const key of keys) await page.keyboard.press(key);
};
