import { expect, type Page } from "@playwright/test";

/** What a person does on each page, in their words. Journeys are written with these. */

export async function setUpCentre(page: Page, address: string, account: { centre: string; name: string; email: string; password: string }): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Set up your centre" }).click();
  await page.getByLabel("Name of the centre").fill(account.centre);
  await page.getByLabel("Your name").fill(account.name);
  await page.getByLabel("E-mail address").fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Set up and go in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hello");
}

export async function openSampleCentre(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Open the sample centre" }).click();
  await page.getByRole("button", { name: "Open the sample centre" }).click();
  await expect(page.getByRole("heading", { name: "The sample centre is open" })).toBeVisible();
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

/** Pastes the text of a unit, looks at what was understood, saves. Answers the page's address, /units/ID. */
export async function importUnit(page: Page, text: string): Promise<string> {
  await page.goto("/units/import");
  await page.getByLabel("Text of the unit").fill(text);
  await page.getByRole("button", { name: "Read the text" }).click();
  await expect(page.getByRole("heading", { name: "Check what was understood" })).toBeVisible();
  await page.getByRole("button", { name: "Save the unit" }).click();
  await page.waitForURL(/\/units\/(?!import)[^/]+$/);
  return page.url();
}

/** Adds a learner and enrols them on the only unit, or on the one whose title is given. Ends on the enrolment's page. */
export async function enrolNewLearner(page: Page, name: string, unitTitle?: string): Promise<void> {
  await page.goto("/learners?add=learner");
  await page.getByLabel("Name", { exact: true }).fill(name);
  if (unitTitle !== undefined) {
    const option = page.getByLabel("Unit").locator("option", { hasText: unitTitle });
    await page.getByLabel("Unit").selectOption((await option.getAttribute("value")) ?? "");
  }
  await page.getByRole("button", { name: "Add and enrol" }).click();
  await page.waitForURL(/\/enrolments\//);
}

/** From the enrolment's page: plans a session with questions, each with the numbers of its criteria. Ends on the session's page. */
export async function planSession(page: Page, questions: { text: string; criteria: string[] }[]): Promise<void> {
  await page.getByRole("link", { name: "Plan a session" }).first().click();
  for (const [index, question] of questions.entries()) {
    await page.getByRole("button", { name: "Add a question" }).click();
    await page.getByLabel(`Question ${index + 1}`, { exact: true }).fill(question.text);
    const picker = page.getByRole("combobox", { name: `Criteria of question ${index + 1}` });
    for (const number of question.criteria) {
      await picker.fill(number);
      await picker.press("Enter");
    }
    await picker.press("Escape");
  }
  await page.getByRole("button", { name: "Save the session" }).click();
  await page.waitForURL(/\/sessions\/(?!new)[^/]+$/);
}

/** From the session's page: records with the (fake) microphone for a while, finishes, waits until everything is stored. Ends on the session's page. */
export async function record(page: Page, seconds: number): Promise<void> {
  await page.getByRole("link", { name: "Record now" }).first().click();
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("timer")).toHaveText(clockAtLeast(seconds), { timeout: seconds * 1000 + 15_000 });
  await page.getByRole("button", { name: "Finish" }).click();
  await page.waitForURL(/\/sessions\/[^/]+$/, { timeout: 30_000 });
}

/** From the session's page: adds files. */
export async function addFiles(page: Page, files: string[]): Promise<void> {
  await page.getByLabel("Add sound or video files").setInputFiles(files);
}

/** From the session's page: waits until the first transcript is there, and opens it. */
export async function openTranscript(page: Page, timeout = 240_000): Promise<void> {
  const link = page.getByRole("link", { name: "Open the transcript" }).first();
  await expect(link).toBeVisible({ timeout });
  await link.click();
  await page.waitForURL(/\/recordings\//);
}

/** "0:07" or anything later within the next minutes. */
function clockAtLeast(seconds: number): RegExp {
  const times = Array.from({ length: 240 }, (_, index) => seconds + index).map((each) => `${Math.floor(each / 60)}:${String(each % 60).padStart(2, "0")}`);
  return new RegExp(`^(${times.join("|")})$`);
}
