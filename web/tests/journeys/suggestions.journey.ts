import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import type { Likely, Recording, SampleCentre, Suggestions, Tag, Transcript } from "../../src/api/types";
import { Server } from "./server";

/**
 * Tagging and suggestions in the sample centre on a real server and its real speech, with the keyboard alone: what few keys
 * do, what the server keeps of it, and that all of it can be taken back.
 */
test.describe("tags and suggestions by keys", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(240_000);

  let server: Server;
  let page: Page;
  let sample: SampleCentre;
  const wrong: string[] = [];

  const api = (): APIRequestContext => page.request;
  const read = async <T>(path: string): Promise<T> => await (await api().get(server.origin + path)).json() as T;
  const transcript = () => read<Transcript>(`/api/recordings/${sample.recordingId}/transcript`);
  const tags = async () => (await read<Tag[]>(`/api/recordings/${sample.recordingId}/tags`)).filter((tag) => tag.state !== "withdrawn");
  const suggestions = () => read<Suggestions>(`/api/recordings/${sample.recordingId}/suggestions`);
  const presses = async (...keys: string[]) => { for (const key of keys) await page.keyboard.press(key); };
  const status = () => page.locator(".undo");

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    server = await Server.start();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => wrong.push(String(error)));
    const opened = await api().post(`${server.origin}/api/setup/sample`, { data: { key: server.printed.searchParams.get("key") } });
    sample = await opened.json() as SampleCentre;
    await expect.poll(async () => (await read<Recording>(`/api/recordings/${sample.recordingId}`)).transcriptId, { timeout: 200_000 }).not.toBeNull();
    await expect.poll(async () => (await suggestions()).state, { timeout: 100_000 }).toBe("ready");
    await page.goto(`${server.origin}/recordings/${sample.recordingId}`);
    await expect(page.locator(".turns span[id^=w]").nth(20)).toBeVisible();
    await page.locator(".transcript").focus();
  });

  test.afterAll(async () => {
    await page.close();
    await server.stop();
  });

  test("two keys tag this turn to the likeliest criterion, and one takes it back", async () => {
    const before = await tags();
    await presses("ArrowRight", "ArrowDown", "t", "Enter");
    await expect(status()).toContainText("Tagged to");
    const made = (await tags()).filter((tag) => !before.some((one) => one.id === tag.id));
    expect(made).toHaveLength(1);
    const { transcriptId, firstWord, lastWord, criterion, strength, suggested } = made[0]!;
    const likely = await read<Likely[]>(`/api/transcripts/${transcriptId}/likely?first=${firstWord}&last=${lastWord}`);
    const had = new Set(before.filter((tag) => tag.firstWord === firstWord && tag.lastWord === lastWord).map((tag) => tag.criterion.id));
    expect(criterion.id).toBe(likely.find((one) => !had.has(one.criterionId))?.criterionId);
    expect([strength, suggested]).toEqual(["fully", false]);
    await presses("Control+z");
    await expect.poll(async () => (await tags()).map((tag) => tag.id).sort()).toEqual(before.map((tag) => tag.id).sort());
    await presses("Control+Shift+Z");
    await expect.poll(async () => (await tags()).length).toBe(before.length + 1);
  });

  test("a sentence is tagged to a criterion typed by its number, partly and with a reason; the tag is changed and moved", async () => {
    const before = await tags();
    const number = (await read<Likely[]>(`/api/transcripts/${(await transcript()).id}/likely?first=${(await transcript()).turns[0]?.words[0]?.id}&last=${(await transcript()).turns[0]?.words.at(-1)?.id}`)).length;
    expect(number).toBeGreaterThan(3);
    await presses("Escape", "ArrowDown", "A", "t");
    await page.keyboard.type("1.2");
    await presses("F2", "Tab");
    await page.keyboard.type("Names what each side is for.");
    await presses("Enter");
    await expect(status()).toContainText("Tagged to 1.2");
    const made = (await tags()).find((tag) => !before.some((one) => one.id === tag.id))!;
    expect([made.criterion.number, made.strength, made.reason]).toEqual(["1.2", "partly", "Names what each side is for."]);
    await presses("T");
    const form = page.getByRole("group", { name: "Change the tag on 1.2" });
    await expect(form).toBeVisible();
    await presses("End");
    await page.keyboard.type(" And how.");
    await form.getByRole("button", { name: "Ends: a word later" }).focus();
    await presses("Enter");
    await form.getByRole("button", { name: "Store" }).focus();
    await presses("Enter");
    await expect(form).toHaveCount(0);
    const changed = (await tags()).find((tag) => tag.id === made.id)!;
    expect(changed.reason).toBe("Names what each side is for. And how.");
    expect(changed.quote.startsWith(made.quote)).toBe(true);
    expect(changed.quote.split(" ")).toHaveLength(made.quote.split(" ").length + 1);
    await page.locator(".transcript").focus();
    await presses("Control+z");
    await expect.poll(async () => (await tags()).find((tag) => tag.id === made.id)?.quote).toBe(made.quote);
  });

  test("a suggestion is accepted with one key and refused with one, and both can be taken back", async () => {
    const before = await tags();
    await page.locator(".transcript").focus();
    await presses("Escape", "Home");
    await page.reload();
    await expect(page.locator(".hints")).toContainText("goes to the next of");
    await page.locator(".transcript").focus();
    await presses("n");
    const row = page.locator(".hint-row.active");
    await expect(row).toBeVisible();
    const number = await row.locator("b").innerText();
    await presses("Y");
    await expect(status()).toContainText(`Tagged to ${number}, as suggested.`);
    const made = (await tags()).filter((tag) => !before.some((one) => one.id === tag.id));
    expect(made.map((tag) => [tag.criterion.number, tag.suggested])).toEqual([[number, true]]);
    await presses("Control+z");
    await expect.poll(async () => (await tags()).length).toBe(before.length);
    await expect(page.locator(".hint-row b", { hasText: number }).first()).toBeVisible();
    const offered = async () => (await suggestions()).passages.flatMap((passage) => passage.criteria.map((one) => `${passage.id} ${one.criterionId}`)).sort();
    const all = await offered();
    await presses("X");
    await expect(status()).toContainText("will not be suggested for this passage again");
    expect(all.length - (await offered()).length).toBeGreaterThan(0);
    expect((await tags()).length).toBe(before.length);
    await presses("Control+z");
    await expect.poll(offered).toEqual(all);
  });

  test("suggestions are switched off with one key, and stay so over a reload", async () => {
    await expect(page.locator(".bracket.hint").first()).toBeAttached();
    await presses("h");
    await expect(page.locator(".bracket.hint")).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("button", { name: "Show suggestions" })).toBeVisible();
    await page.locator(".transcript").focus();
    await presses("h");
    await expect(page.locator(".bracket.hint").first()).toBeAttached();
  });

  test("nothing went wrong in the page on the way", () => {
    expect(wrong).toEqual([]);
  });
});
