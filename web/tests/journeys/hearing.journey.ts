import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import type { Recording, SampleCentre, Transcript } from "../../src/api/types";
import { Server } from "./server";

/**
 * Who speaks, and hearing a part again, in the sample centre on a real server: what a person does with few keys, and what the
 * server keeps of it.
 */
test.describe("speakers and a second hearing", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(240_000);

  let server: Server;
  let page: Page;
  let sample: SampleCentre;
  const wrong: string[] = [];

  const api = (): APIRequestContext => page.request;
  const read = async <T>(path: string): Promise<T> => await (await api().get(server.origin + path)).json() as T;
  const recording = () => read<Recording>(`/api/recordings/${sample.recordingId}`);
  const transcript = () => read<Transcript>(`/api/recordings/${sample.recordingId}/transcript`);
  const said = async () => (await transcript()).turns.map((turn) => `${turn.speaker}: ${turn.words.map((word) => word.text).join(" ")}`);
  const words = () => page.locator(".turns span[id^=w]");
  const presses = async (...keys: string[]) => { for (const key of keys) await page.keyboard.press(key); };

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000);
    server = await Server.start();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error") wrong.push(message.text()); });
    const opened = await api().post(`${server.origin}/api/setup/sample`, { data: { key: server.printed.searchParams.get("key") } });
    sample = await opened.json() as SampleCentre;
    await expect.poll(async () => (await recording()).transcriptId, { timeout: 180_000 }).not.toBeNull();
    await page.goto(`${server.origin}/recordings/${sample.recordingId}`);
    await expect(words().nth(20)).toBeVisible();
  });

  test.afterAll(async () => {
    await page.close();
    await server.stop();
  });

  test("a speaker is named once for the whole recording", async () => {
    await words().nth(1).click();
    await presses("s");
    await page.getByLabel("Name in the whole recording").fill("Amara");
    await presses("Enter");
    await expect(page.getByText("Speaker 1", { exact: true })).toHaveCount(0);
    expect((await transcript()).speakers.map((one) => one.name)).toEqual(["Amara", "Speaker 2"]);
  });

  test("one key gives the chosen words to another speaker, and one takes it back", async () => {
    const before = await said();
    await presses("Escape");
    await words().nth(3).click();
    await presses("Shift+ArrowRight", "Shift+ArrowRight", "2");
    await expect(page.getByText(/words are Speaker 2’s now/)).toBeVisible();
    expect((await said()).slice(0, 3).map((line) => line[0])).toEqual(["1", "2", "1"]);
    expect((await said()).join(" ").replace(/\d: /g, "")).toBe(before.join(" ").replace(/\d: /g, ""));
    await presses("Control+z");
    await expect.poll(said).toEqual(before);
  });

  test("one key gives a turn to another speaker, and given back it is as the machine had it", async () => {
    const before = await transcript();
    await presses("Escape");
    await words().nth(0).click();
    await presses("2");
    await expect(page.getByText("This turn is Speaker 2’s now.")).toBeVisible();
    await presses("Control+z");
    await expect.poll(async () => (await transcript()).turns).toEqual(before.turns);
  });

  test("one key repairs a swapped pair", async () => {
    const before = (await transcript()).turns.map((turn) => turn.speaker);
    await presses("w");
    await expect(page.getByText("Swapped Amara and Speaker 2 everywhere.")).toBeVisible();
    expect((await transcript()).turns.map((turn) => turn.speaker)).toEqual(before.map((one) => (one === 1 ? 2 : 1)));
    await presses("Control+z");
    await expect.poll(async () => (await transcript()).turns.map((turn) => turn.speaker)).toEqual(before);
  });

  test("a part is heard again, compared and accepted; everything else stays", async () => {
    const before = await transcript();
    const all = before.turns.flatMap((turn) => turn.words);
    const [first, last] = [all[0]?.id ?? 0, all.at(-1)?.id ?? 0];
    await presses("Escape");
    await words().nth(20).click();
    for (let more = 0; more < 12; more++) await presses("Shift+ArrowRight");
    await presses("v");
    await page.getByRole("button", { name: "Transcribe this part again" }).click();
    await page.getByRole("link", { name: "See what would change" }).click({ timeout: 180_000 });
    const compared = page.getByRole("region", { name: "What would change" });
    await expect(compared.getByRole("heading", { level: 2 })).toHaveText(/would read differently|read the same|same words/i);
    await expect(compared).toContainText("1 speaker");
    await compared.getByRole("button", { name: "Accept all of it" }).click();
    await expect(page.getByText("The new hearing is the transcript now.")).toBeVisible();
    const after = await transcript();
    expect(after.id).not.toBe(before.id);
    expect(after.speakers).toEqual(before.speakers);
    const kept = after.turns.flatMap((turn) => turn.words);
    expect(kept[0]?.id).toBe(first);
    expect(kept.at(-1)?.id).toBe(last);
    await presses("v");
    await expect(page.getByText("What the machine heard")).toBeVisible();
  });

  test("a second opinion says what it needs where there is no second engine", async () => {
    await presses("Escape", "q");
    await expect(page.getByText(/no Vosk model for English is installed here/)).toBeVisible();
  });

  test("nothing went wrong in the console on the way", () => {
    expect(wrong.filter((line) => !line.includes("404"))).toEqual([]);
  });
});
