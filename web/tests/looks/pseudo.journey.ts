import { expect, type Page, test } from "@playwright/test";
import { pseudo } from "../../src/texts/pseudo";

/**
 * All pages in the language of the tests: every letter that the page says itself has an accent, and is a third longer. A plain letter is a text that no translator would see;
 * what people wrote stands between isolates or in an element with a direction of its own, and what the server said is known by its answers.
 */
const addresses: [address: string, scene: string, ...keys: string[]][] = [
  ["/setup?key=k", "new"], ["/setup", "new"], ["/sign-in", "out"], ["/", "full"], ["/", "empty"], ["/learners", "full"], ["/learners", "empty"], ["/learners?add=learner", "full"],
  ["/enrolments/e1", "full"], ["/enrolments/e3", "full"], ["/units", "full"], ["/units", "failing"], ["/units/u1", "full"], ["/units/u2?edit=1", "full"], ["/units/import", "full"],
  ["/sessions/new?enrolment=e1", "full"], ["/sessions/s1/plan", "full"], ["/sessions/s2", "full"], ["/sessions/s4", "full"], ["/sessions/s1/record", "full"], ["/sessions/s1/record", "full", "r", "r"],
  ["/recordings/talk", "full"], ["/recordings/working", "full"], ["/recordings/broken", "full"], ["/recordings/talk", "full", "ArrowDown", "a", "t"], ["/recordings/talk", "full", "ArrowDown", "e"], ["/recordings/talk", "full", "?"],
  ["/search", "full"], ["/search?q=agency", "full"], ["/search?q=zzzzz", "full"], ["/glossary", "full"], ["/models", "full"], ["/centre", "full"], ["/people", "full"], ["/password", "full"], ["/keys", "full"], ["/nowhere", "full"],
];

/** Everything the server's answers contain, as one text. */
function listen(page: Page): { text: string } {
  const heard = { text: "" };
  page.on("response", (response) => {
    if (!response.url().includes("/api/") || !(response.headers()["content-type"] ?? "").includes("json")) return;
    response.json().then((json: unknown) => { heard.text += `\n${strings(json).join("\n")}`; }, () => undefined);
  });
  return heard;
}

/** A sentence of the server is not in it: the page says that in its own language. What stands in its places is. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (isSaid(value)) return Object.entries(value).flatMap(([name, each]) => (name === "message" || name === "text" ? [] : strings(each)));
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

function isSaid(value: unknown): value is { message: string; text: string } {
  return typeof value === "object" && value !== null && "message" in value && "text" in value && typeof value.message === "string" && typeof value.text === "string";
}

/** The texts of the page, and those it says to a screen reader, that hold a word in plain letters. */
async function plain(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    // what stands between isolates was put in by people; they may stand in one another
    const own = (text: string) => {
      let depth = 0;
      let out = "";
      for (const character of text) {
        if (character === "\u2068" || character === "\u2066") depth++;
        else if (character === "\u2069") depth = Math.max(0, depth - 1);
        else if (depth === 0) out += character;
      }
      return out;
    };
    const apart = "[dir=auto], kbd, code, pre, script, style, noscript, textarea, option, time, vite-error-overlay, [translate=no]";
    const look = (text: string | null) => { if (text !== null && /[A-Za-z]{2,}/.test(own(text))) found.add(own(text).trim()); };
    for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode();) {
      const node = walker.currentNode;
      if (node.parentElement?.closest(apart) === null) look(node.textContent);
    }
    for (const each of document.body.querySelectorAll("[title], [aria-label], [placeholder], [alt]")) {
      if (each.matches("[dir=auto][title]")) continue;
      for (const name of ["title", "aria-label", "placeholder", "alt"]) look(each.getAttribute(name));
    }
    return [...found];
  });
}

/** Names of things and measures that are the same in every language. */
const same = /^(?:Colloquy|Vosk|Whisper|SHA-256|CSV|kB|MB|GB|TB|RIDDOR|English|whisper|Space|Enter|Escape|Delete|Backspace|Shift|Ctrl|Alt|Esc|(?:Ctrl|Alt|Shift)[+\w]*|[A-Za-z]*-?\d[\w.-]*|ID)$/;

test.use({ viewport: { width: 390, height: 844 }, permissions: ["microphone"] });
for (const [address, scene, ...keys] of addresses) {
  test(`in another language: ${address} ${scene}${keys.length === 0 ? "" : `, ${keys.join(" ")}`}`, async ({ page, context, baseURL }, info) => {
    await context.addCookies([{ name: "fake", value: scene, url: baseURL ?? "" }]);
    await page.addInitScript(() => { localStorage.setItem("colloquy.language", "pseudo"); });
    const heard = listen(page);
    await page.goto(address);
    await expect(page.locator("h1, h2, h3").first()).toBeAttached();
    await expect(page.locator(".bones")).toHaveCount(0);
    if (address.endsWith("/record")) await expect(page.locator(".button.large.primary")).toBeEnabled();
    if (keys.length > 0) await page.keyboard.press("Shift");
    for (const key of keys) await page.keyboard.press(key);
    // a transcript asks every few seconds for what others changed, and never is idle for long
    await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
    // piece by piece: what the page says stands in brackets, what the server said is known, and names and keys are the same everywhere
    const found = (await plain(page)).filter((text) => !heard.text.includes(text) && !text.replace(/\[[^\][]*\]/g, "").split(/\n|[.:,()] |[()]/).map((piece) => piece.trim().replace(/^\d+(?:\.\d+)* /, ""))
      .every((piece) => piece === "" || heard.text.includes(piece) || piece.split(/[\s,.:;()·“”/]+/).filter((word) => /[A-Za-z]{2,}/.test(word)).every((word) => same.test(word))));
    expect.soft(found).toEqual([]);
    const cut = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>("button, a, h1, h2, h3, label, legend, summary, .hint, .chip, th, p")].filter((each) => each.checkVisibility() && each.closest(".sr, .skip") === null);
      const clipped = shown.filter((each) => getComputedStyle(each).overflowX !== "visible" && getComputedStyle(each).overflowX !== "auto" && each.scrollWidth > each.clientWidth + 1 && each.closest("[dir=auto]") === null && each.querySelector("[dir=auto]") === null);
      return [...clipped.map((each) => each.outerHTML.slice(0, 140)), ...(document.documentElement.scrollWidth > window.innerWidth ? [`sideways by ${document.documentElement.scrollWidth - window.innerWidth}`] : [])];
    });
    expect.soft(cut).toEqual([]);
    if (process.env["SCREENSHOTS"] !== undefined) await page.screenshot({ path: `${process.env["SCREENSHOTS"]}/${info.title.replace(/\W+/g, "-")}.png`, fullPage: true });
  });
}

test("why work failed, as the server says it, is said in another language", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "fake", value: "full", url: baseURL ?? "" }]);
  await page.addInitScript(() => { localStorage.setItem("colloquy.language", "pseudo"); });
  await page.goto("/recordings/broken");
  const [before = "", after = ""] = pseudo("The recording could not be transcribed. {why} The recording itself is safe; try again, or with another model.").split("{why}");
  const why = pseudo("The worker process failed (exit code {code}).").replace("{code}", "3");
  await expect(page.getByText(`${before}${why}${after}`)).toBeVisible();
  await expect(page.locator("body")).not.toContainText("could not be transcribed");
});
