import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { account, json } from "../journeys/centre";
import { Server } from "../journeys/server";
import type { PassageList } from "../../src/api/types";
import { framesFor } from "./frames";

/**
 * The passages page with 300 tags in each of 50 sessions of one assessor, on the real server: what the list costs to ask for (time, bytes), how long the page takes to be
 * ready, and to show what a filter leaves, and how many frames come while passages are played one after the other. COLLOQUY_JAVA: the Java that runs it; BENCH_ROWS: the
 * file that rows go to. The passages are made by `org.colloquy.bench.MakePassages` from target/test-classes.
 */
const target = resolve(import.meta.dirname, "../../../target");
const rows = resolve(process.env["BENCH_ROWS"] ?? resolve(target, "bench/passages.tsv"));
const sessions = 50;
const tags = 300;
const times = 15;

mkdirSync(dirname(rows), { recursive: true });
writeFileSync(rows, "");
function row(what: string, figure: string, aim = ""): void {
  const line = [what, figure, aim, "", "", ""].join("\t");
  appendFileSync(rows, `${line}\n`);
  process.stdout.write(`${line}\n`);
}
const middle = (all: readonly number[]) => [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;

/** Milliseconds from the press on something until the list was drawn that it asked for; and of these, those after the answer had come. */
async function until(page: Page, press: () => Promise<void>): Promise<{ all: number; after: number }> {
  await page.evaluate(() => {
    performance.clearResourceTimings();
    const before = document.querySelector(".passages [role=status]")?.textContent;
    Object.assign(window, { begun: 0, drawn: 0 });
    addEventListener("click", () => { Object.assign(window, { begun: performance.now() }); }, { capture: true, once: true });
    const look = () => {
      if (document.querySelector(".passages [role=status]")?.textContent === before) { requestAnimationFrame(look); return; }
      requestAnimationFrame(() => setTimeout(() => { Object.assign(window, { drawn: performance.now() }); }));
    };
    requestAnimationFrame(look);
  });
  await press();
  await page.waitForFunction(() => (window as unknown as { drawn: number }).drawn > 0);
  return page.evaluate(() => {
    const { begun, drawn } = window as unknown as { begun: number; drawn: number };
    const answer = performance.getEntriesByType("resource").filter((one) => one.name.includes("/api/passages")).at(-1) as PerformanceResourceTiming;
    return { all: drawn - begun, after: drawn - answer.responseEnd };
  });
}

test(`passages: ${tags} tags in each of ${sessions} sessions`, async ({ page, context }) => {
  const server = await Server.start();
  try {
    const setup = await context.request.post(`${server.origin}/api/setup`, {
      data: { key: server.printed.searchParams.get("key"), centre: { name: "Riverside Training", number: null, timeZone: "Europe/London" }, account },
    });
    const me = await setup.json() as { person: { id: string } };
    execFileSync(process.env["COLLOQUY_JAVA"] ?? "java", [
      "--enable-native-access=ALL-UNNAMED", "-cp", `${target}/test-classes:${target}/colloquy.jar`, "org.colloquy.bench.MakePassages", server.data, me.person.id, String(sessions), String(tags),
    ], { stdio: ["ignore", "inherit", "inherit"] });

    const ask = async (query: string) => {
      const taken: number[] = [];
      let bytes = 0;
      for (let at = 0; at < times; at += 1) {
        const begun = performance.now();
        const answer = await context.request.get(`${server.origin}/api/passages?size=100${query}`);
        bytes = (await answer.body()).length;
        taken.push(performance.now() - begun);
      }
      return { first: taken[0] ?? 0, usual: middle(taken), bytes };
    };
    const all = await json<PassageList>(context.request, `${server.origin}/api/passages?size=100`);
    expect(all.total).toBe(sessions * tags);
    const value = (facet: keyof PassageList["facets"]) => all.facets[facet][0]?.value ?? "";
    const plain = await ask("");
    row(`${all.total.toLocaleString("en")} passages: the server's answer for a page of 100`, `${Math.round(plain.usual)} ms, ${Math.round(plain.bytes / 1024)} KB`, "500 ms, 2 MB");
    for (const [name, query] of [["of one criterion", `&criterion=${value("criterion")}`], ["of one speaker", "&speaker=Speaker%201"], ["with a word said", "&q=word12"], ["the last page", `&page=${all.pages}`]] as const) {
      const answer = await ask(query);
      row(`The same, ${name}`, `${Math.round(answer.usual)} ms, ${Math.round(answer.bytes / 1024)} KB`, "500 ms, 2 MB");
    }

    const opened: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      await page.goto("about:blank");
      await page.goto(`${server.origin}/passages`, { waitUntil: "commit" });
      await expect(page.locator(".passage").first()).toBeVisible();
      opened.push(await page.evaluate(() => new Promise<number>((done) => { requestAnimationFrame(() => setTimeout(() => done(performance.now()))); })));
    }
    row("The page, from its address to the passages drawn", `${Math.round(middle(opened))} ms`, "1,000 ms");

    const filters: { all: number; after: number }[] = [];
    for (let at = 0; at < 4; at += 1) {
      filters.push(await until(page, () => page.locator(".facets .facet").first().locator("a").nth(at).click()));
      filters.push(await until(page, () => page.locator(".chosen a").first().click()));
    }
    row("A filter, from the press to the passages drawn", `${Math.round(middle(filters.map((one) => one.all)))} ms`, "1,000 ms");
    row("Of these, after the answer had come", `${Math.round(middle(filters.map((one) => one.after)))} ms`, "100 ms");

    await page.getByRole("radio", { name: "10 seconds" }).check();
    await page.getByRole("button", { name: "Play all" }).click();
    await expect(page.getByText(/^Passage 1 of/)).toBeVisible();
    const frames = await framesFor(page, async () => {
      // from one to the next, as a person skips, with what is heard in between
      for (let at = 0; at < 10; at += 1) {
        await page.keyboard.press("j");
        await page.waitForTimeout(400);
      }
      await expect(page.getByText(/^Passage 11 of/)).toBeVisible();
    });
    row("Frames in a second while it plays through", frames.perSecond.toFixed(0), "50");
    row("Frames in the worst second of it", String(frames.worst), "50");
  } finally {
    await server.stop();
  }
});
