import { expect, type Page, test } from "@playwright/test";

/** By the keyboard alone: to the button of this command. */
async function add(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: `Add a key for: ${title}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(`Press the key for: ${title}`)).toBeFocused();
}

const row = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

test("a person gives things other keys, and they hold at once, in the help and after a reload", async ({ page }) => {
  await page.goto("/keys");
  await expect(page.getByRole("heading", { name: "Keys", exact: true })).toBeVisible();

  await add(page, "Go to units");
  await page.keyboard.press("F9");
  await expect(page.getByLabel("Press the key for: Go to units")).toHaveValue("F9");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "F9 does this now: Go to units" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a key for: Go to units" })).toBeFocused();

  // a key that is taken: it says by whom, and asks
  await add(page, "Go home");
  await page.keyboard.press("n");
  await expect(page.getByText(/^n now does something else: “Add a new one on this page”/)).toBeVisible();
  await page.getByRole("button", { name: "Take it for this" }).click();
  await expect(row(page, "Add a new one on this page")).toContainText("No key");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(row(page, "Add a new one on this page").locator("kbd")).toHaveText("n");

  // what a field needs is refused with a sentence; Escape leaves
  await add(page, "Save this page");
  await page.keyboard.press("s");
  await expect(page.getByText("This works while you type as well, so it needs Ctrl, Alt or one of the keys F1 to F12.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use this key" })).toBeDisabled();
  await page.getByLabel("Press the key for: Save this page").focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add a key for: Save this page" })).toBeFocused();

  // two letters one after the other
  await add(page, "Go to learners");
  await page.keyboard.press("g");
  await page.keyboard.press("y");
  await expect(page.getByLabel("Press the key for: Go to learners")).toHaveValue("g then y");
  await page.getByRole("button", { name: "Use this key" }).click();

  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
  await page.reload();
  await page.getByRole("heading", { name: "Keys", exact: true }).click();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(help.locator("dt").filter({ hasText: "F9" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("link", { name: "Units", exact: true })).toHaveAttribute("title", /F9|g then u/);
  await page.keyboard.press("F9");
  await expect(page).toHaveURL(/\/units$/);
  await page.keyboard.press("g");
  await page.keyboard.press("y");
  await expect(page).toHaveURL(/\/learners$/);

  // off as a whole, and on again
  await page.goto("/keys");
  await page.getByLabel("Keys of one letter, digit or sign work").uncheck();
  await page.keyboard.press("g");
  await page.keyboard.press("y");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/\/keys$/);
  await page.getByRole("button", { name: "All as at first" }).click();
  await expect(page.getByLabel("Keys of one letter, digit or sign work")).toBeChecked();
  await page.keyboard.press("F9");
  await expect(page).toHaveURL(/\/keys$/);
});

test("where the server does not take them, keys hold here, and are sent again", async ({ page }) => {
  await page.goto("/keys");
  await page.getByRole("button", { name: "All as at first" }).or(page.getByText("Saved")).first().waitFor();
  await add(page, "Go to units");
  await page.keyboard.press("F1");
  await page.getByRole("button", { name: "Use this key" }).click();
  await expect(page.getByText("Your keys hold in this browser, but the server does not have them yet.")).toBeVisible();
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await page.getByRole("button", { name: "All as at first" }).click();
  await expect(page.getByText("Your keys hold in this browser")).toHaveCount(0);
});
