import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import type { History, Person, Recording, SampleCentre, Transcript } from "../../src/api/types";
import { Server } from "./server";

/**
 * Reading and correcting on real speech and a real server: the sample discussion. Correct as one types, split, join, move a
 * border, check, take back and do again over a reload; two people at once; the connection goes and comes; once by keys alone.
 */
test.describe("the transcript workspace", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(240_000);

  let server: Server;
  let page: Page;
  let sample: SampleCentre;
  const wrong: string[] = [];

  const api = (): APIRequestContext => page.request;
  const read = async <T>(path: string): Promise<T> => await (await api().get(server.origin + path)).json() as T;
  const transcript = () => read<Transcript>(`/api/recordings/${sample.recordingId}/transcript`);
  const history = () => read<History>(`/api/recordings/${sample.recordingId}/history`);
  const textOf = (turn: Transcript["turns"][number] | undefined) => turn?.words.map((word) => word.text).join(" ") ?? "";
  const said = async () => (await transcript()).turns.map(textOf);
  const words = (on = page) => on.locator(".turns span[id^=w]");
  const presses = async (...keys: string[]) => { for (const key of keys) await page.keyboard.press(key); };
  const editor = () => page.getByLabel("The text of this turn");
  const stored = () => expect(page.locator(".turn-editor [role=status]")).toHaveText("Stored");
  /** To the first word of a turn, by keys. */
  const toTurn = async (place: number) => {
    await page.locator(".transcript").focus();
    await presses("Escape", "ArrowRight");
    const pause = page.getByRole("button", { name: "Pause", exact: true });
    if (await pause.count() > 0) await pause.click();
    await page.locator(".transcript").focus();
    const { turns } = await transcript();
    const top = page.locator(`#w${turns[0]?.words[0]?.id ?? 0}[data-now]`);
    for (let steps = 0; steps < 2 * turns.length + 4 && await top.count() === 0; steps += 1) await presses("ArrowUp");
    for (let steps = 0; steps < place; steps += 1) await presses("ArrowDown");
    await expect(page.locator(`#w${turns[place]?.words[0]?.id ?? 0}`)).toHaveAttribute("data-now", "");
  };
  const watch = (one: Page) => {
    one.setDefaultTimeout(30_000);
    one.on("pageerror", (error) => wrong.push(String(error)));
  };
  const open = async (one: Page) => {
    await one.goto(`${server.origin}/recordings/${sample.recordingId}`);
    await expect(words(one).nth(20)).toBeVisible();
  };

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000);
    server = await Server.start();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    watch(page);
    const opened = await api().post(`${server.origin}/api/setup/sample`, { data: { key: server.printed.searchParams.get("key") } });
    sample = await opened.json() as SampleCentre;
    await expect.poll(async () => (await read<Recording>(`/api/recordings/${sample.recordingId}`)).transcriptId, { timeout: 180_000 }).not.toBeNull();
    await open(page);
  });

  test.afterAll(async () => {
    await page.close();
    await server.stop();
    expect(wrong).toEqual([]);
  });

  test("what is typed is stored while one types, as one step", async () => {
    const before = await said();
    await toTurn(0);
    await presses("e");
    await expect(editor()).toBeFocused();
    await page.keyboard.type("Well, ");
    await stored();
    expect((await said())[0]).toBe(`Well, ${before[0] ?? ""}`);
    await page.keyboard.type("now, ");
    await stored();
    await presses("Control+Enter");
    await expect(editor()).toHaveCount(0);
    expect((await said())[0]).toBe(`Well, now, ${before[0] ?? ""}`);
    const steps = (await history()).changes.filter((change) => change.kind === "correct");
    expect(steps).toHaveLength(1);
    await presses("Control+z");
    await expect(page.getByText(/^Taken back: /)).toBeVisible();
    expect(await said()).toEqual(before);
    await presses("Control+Shift+z");
    await expect(page.getByText(/^Done again: /)).toBeVisible();
    expect((await said())[0]).toBe(`Well, now, ${before[0] ?? ""}`);
  });

  test("a step is taken back after the page was loaded anew", async () => {
    await page.reload();
    await expect(words().nth(20)).toBeVisible();
    await page.locator(".transcript").focus();
    await presses("Control+z");
    await expect(page.getByText(/^Taken back: /)).toBeVisible();
    expect((await said())[0]).not.toContain("Well, now,");
  });

  test("a turn is split, its border moved, and joined again", async () => {
    const before = await said();
    await toTurn(1);
    await presses("ArrowRight", "ArrowRight", "ArrowRight", "b");
    await expect.poll(async () => (await said()).length).toBe(before.length + 1);
    const cut = await said();
    expect(cut[1]?.split(" ")).toHaveLength(3);
    await presses("ArrowRight", "<");
    await expect.poll(async () => (await said())[1]?.split(" ").length).toBe(4);
    await presses("ArrowUp", "ArrowUp", "J");
    await expect.poll(said).not.toHaveLength(before.length + 1);
    await presses("Control+z", "Control+z");
    await expect.poll(async () => (await said())[1]).toBe(cut[1]);
    await presses("Control+z");
    await expect.poll(said).toEqual(before);
  });

  test("Enter splits where the cursor is, Backspace joins what was split", async () => {
    const before = await said();
    await toTurn(2);
    await presses("e");
    await expect(editor()).toBeFocused();
    await presses("Control+ArrowRight", "Control+ArrowRight", "Enter");
    await expect.poll(async () => (await said()).length).toBe(before.length + 1);
    await expect(editor()).toBeFocused();
    await expect(editor()).toHaveValue((await said())[3] ?? "");
    await presses("Backspace");
    await expect.poll(said).toEqual(before);
    await expect(editor()).toBeFocused();
    await presses("Escape");
    await expect(editor()).toHaveCount(0);
  });

  test("turns are checked with one key each, the header counts, and the learner's word is noted", async () => {
    await toTurn(0);
    await presses(";");
    await expect(page.locator(".turn").nth(0).locator(".state-sign")).toHaveAccessibleName(/^Checked by /);
    await presses(";", ";");
    await expect(page.locator(".turn").nth(2).locator(".state-sign")).toHaveAccessibleName(/^Checked by /);
    await expect(page.getByRole("button", { name: /^checked [1-9]\d* %$/ })).toBeVisible();
    // what is checked already is no step: the page does not offer to take back something older instead
    const { latest } = await history();
    await toTurn(0);
    await presses(";");
    await expect(page.getByText("Nothing changed: it was like that already.")).toBeVisible();
    await expect(page.locator(".undo").getByRole("button", { name: "Undo" })).toHaveCount(0);
    expect((await history()).latest).toBe(latest);
    await toTurn(1);
    await presses("K");
    await expect(page.locator(".turn").nth(1).locator(".state-sign")).toHaveAccessibleName(/^Confirmed by the learner, noted by /);
    await presses("Control+z");
    await expect(page.locator(".turn").nth(1).locator(".state-sign")).toHaveAccessibleName(/^Checked by /);
    await toTurn(2);
    await presses("H");
    await expect(page.locator(".turn").nth(2).locator(".state-sign")).toHaveCount(0);
  });

  test("two people at once: each sees the other's work, and nothing typed is lost", async ({ browser }: { browser: Browser }) => {
    const people = await read<Person[]>("/api/people?role=assessor");
    const enrolments = await read<{ id: string; assessor: { id: string } }[]>("/api/enrolments");
    expect(people.length + enrolments.length).toBeGreaterThan(0);
    // the same account on another machine: the second page knows nothing of the first
    const context = await browser.newContext({ storageState: await page.context().storageState(), viewport: { width: 1440, height: 900 } });
    const second = await context.newPage();
    watch(second);
    await open(second);
    const all = (await transcript()).turns;
    const third = all[3];
    await second.locator(`#w${third?.words[0]?.id ?? 0}`).dblclick();
    await second.getByLabel("The text of this turn").fill("This was typed on the other machine.");
    await expect(second.locator(".turn-editor [role=status]")).toHaveText("Stored");
    // it comes into the first page by itself
    await expect(page.locator(".turn").nth(3)).toContainText("This was typed on the other machine.");
    // both have the turn open; the later one is shown what changed
    await page.locator(".turn").nth(3).locator("span[id^=w]").first().dblclick();
    await expect(editor()).toBeFocused();
    await second.getByLabel("The text of this turn").fill("This was typed first.");
    await expect.poll(async () => (await said())[3]).toBe("This was typed first.");
    await editor().fill("And this was typed later.");
    await expect(page.getByText("Somebody else changed this turn while you were typing.")).toBeVisible();
    await expect(editor()).toHaveValue("And this was typed later.");
    expect((await said())[3]).toBe("This was typed first.");
    await page.getByRole("button", { name: "Store mine instead" }).click();
    await expect.poll(async () => (await said())[3]).toBe("And this was typed later.");
    await context.close();
  });

  test("without a connection the typed text is kept in the browser over a reload, and sent when it is back", async () => {
    await toTurn(4);
    await page.route("**/api/transcripts/**", (route) => route.abort());
    await presses("e");
    await expect(editor()).toBeFocused();
    await presses("Control+a");
    await page.keyboard.type("Typed while the server was away.");
    await expect(page.locator(".turn-editor [role=status]")).toContainText("kept in this browser");
    await presses("Escape");
    await expect(page.locator(".turn-waits")).toContainText("Typed while the server was away.");
    expect((await said())[4]).not.toContain("Typed while");
    await page.unroute("**/api/transcripts/**");
    await page.reload();
    await expect.poll(async () => (await said())[4]).toBe("Typed while the server was away.");
    await expect(page.locator(".turn-waits")).toHaveCount(0);
  });

  test("the list of changes says what, who and when, and takes one back", async () => {
    await page.locator(".transcript").focus();
    await presses("L");
    const row = page.locator(".change").filter({ hasText: "Typed while the server was away." }).first();
    await expect(row).toContainText(/\d\d Nov|\d Nov|20\d\d/);
    await row.getByRole("button", { name: "Take it back" }).click();
    await expect.poll(async () => (await said())[4]).not.toContain("Typed while");
    await expect(page.locator(".change.undone").first()).toContainText("Taken back");
  });

  test("all of it by keys alone", async () => {
    const before = await said();
    await page.reload();
    await expect(words().nth(20)).toBeVisible();
    for (let tabs = 0; tabs < 60 && !(await page.locator(".transcript").evaluate((node) => node === document.activeElement)); tabs += 1) await presses("Tab");
    await expect(page.locator(".transcript")).toBeFocused();
    // the third turn: nobody says that its words are right, so that checking them is a step
    await presses("ArrowRight", "ArrowDown", "ArrowDown", "e");
    await expect(editor()).toBeFocused();
    await page.keyboard.type("Yes. ");
    await stored();
    await presses("Control+Enter");
    await expect(page.locator(".transcript")).toBeFocused();
    await presses("ArrowRight", "b");
    await expect.poll(async () => (await said()).length).toBe(before.length + 1);
    await presses(";");
    await expect(page.getByText(/^Checked: /)).toBeVisible();
    await presses("Control+z", "Control+z", "Control+z");
    await expect(page.getByText(/^Taken back: Corrected a turn/)).toBeVisible();
    expect(await said()).toEqual(before);
    await presses("Control+y");
    await expect(page.getByText(/^Done again: Corrected a turn/)).toBeVisible();
    expect((await said())[2]).toBe(`Yes. ${before[2] ?? ""}`);
    await presses("Control+z");
    await expect(page.getByText(/^Taken back: Corrected a turn/)).toBeVisible();
    expect(await said()).toEqual(before);
  });

  const accountOf = (role: "iqa" | "learner") => {
    const account = sample.accounts.find((one) => one.role === role);
    if (account === undefined) throw new Error(`the sample centre has an account for ${role}`);
    return account;
  };
  /** A page of somebody else, signed in as a person of their own. */
  const pageOf = async (browser: Browser, { email, password }: { email: string; password: string }): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const signedIn = await context.request.post(`${server.origin}/api/sign-in`, { data: { email, password } });
    expect(signedIn.ok()).toBe(true);
    const other = await context.newPage();
    watch(other);
    await open(other);
    return other;
  };
  /** The loudest sample between two times, of the sound as this person gets it. */
  const loudest = (on: Page, start: number, end: number) => on.evaluate(async ({ address, from, to }) => {
    const bytes = await (await fetch(address, { cache: "no-store" })).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes);
    const samples = sound.getChannelData(0).subarray(Math.round(from * sound.sampleRate), Math.round(to * sound.sampleRate));
    return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  }, { address: `/api/recordings/${sample.recordingId}/audio`, from: start, to: end });

  test("what is redacted is hidden from the internal verifier in text and sound, at once, and not from the assessor", async ({ browser }) => {
    const verifier = await pageOf(browser, accountOf("iqa"));
    await toTurn(0);
    const turn = (await transcript()).turns[0];
    const [first, second] = turn?.words ?? [];
    if (turn === undefined || first === undefined || second === undefined) throw new Error("the sample has a first turn of words");
    const middle = (turn.start + turn.end) / 2;
    const around = [turn.start + (turn.end - turn.start) * 0.2, middle + (turn.end - turn.start) * 0.3] as const;
    expect(await loudest(verifier, ...around)).toBeGreaterThan(0.01);
    await presses("a", "R");
    await page.keyboard.type("names a client");
    await presses("Enter");
    await expect(page.getByText(/^Redacted: \d+ words?, in text and sound\.$/)).toBeVisible();
    // it comes by itself into the page that is open
    await expect(verifier.locator(".turn").first()).toContainText("█");
    await expect(verifier.locator(".turn").first()).not.toContainText(second.text);
    expect(await loudest(verifier, ...around)).toBeLessThan(0.001);
    await expect(page.locator(`#w${second.id}`)).toContainText(second.text);
    expect(await loudest(page, ...around)).toBeGreaterThan(0.01);
    await presses("Escape");
    await page.locator(".transcript").focus();
    await presses("Control+z");
    await expect(verifier.locator(".turn").first()).toContainText(second.text);
    expect(await loudest(verifier, ...around)).toBeGreaterThan(0.01);
    await verifier.context().close();
  });

  test("what the learner confirms on their own page is seen on the assessor's", async ({ browser }) => {
    const learner = accountOf("learner");
    const own = await pageOf(browser, learner);
    await own.locator(".transcript").focus();
    await own.keyboard.press("ArrowRight");
    await own.keyboard.press("K");
    const sign = (on: Page) => on.locator(".turn").first().locator(".state-sign");
    await expect(sign(own)).toHaveAccessibleName(/^Confirmed by /);
    await expect(sign(page)).toHaveAccessibleName(new RegExp(`^Confirmed by ${learner.name}`));
    await expect(sign(page)).toContainText("✓✓");
    await own.context().close();
  });
});
