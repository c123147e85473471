import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { account } from "./centre";
import type { Server } from "./server";

/** A browser with a profile that outlives it, as a person's does; its microphone plays a file over and over. */
export async function openBrowser(profile: string, microphone: string): Promise<BrowserContext> {
  const options = test.info().project.use.launchOptions;
  return chromium.launchPersistentContext(profile, {
    ...options, args: [...(options?.args ?? []), `--use-file-for-fake-audio-capture=${microphone}`], viewport: { width: 1280, height: 900 }, permissions: ["microphone"],
    // the browser is killed by the test, in the hard way, and not by the harness on its way out
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  });
}

export async function signIn(context: BrowserContext, server: Server): Promise<void> {
  const answer = await context.request.post(`${server.origin}/api/sign-in`, { data: { email: account.email, password: account.password } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Records, with or without everybody's answer to the notice. */
export async function record(page: Page, button = "Record"): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click({ timeout: 30_000 });
  const anyway = page.getByRole("button", { name: "Record anyway" });
  await anyway.or(page.getByRole("button", { name: "Finish" })).first().waitFor({ timeout: 30_000 });
  if (await anyway.isVisible()) await anyway.click();
}

/** SIGKILL to the browser of this profile and all its children at once, as when the machine stops. Answers the moment, in milliseconds. */
export function killBrowser(profile: string): number {
  const all = processes();
  const roots = all.filter((each) => each.command.includes(`--user-data-dir=${profile}`) && !each.command.includes("--type="));
  const doomed = new Set(roots.map((each) => each.id));
  for (let grown = true; grown;) {
    grown = false;
    for (const each of all) {
      if (!doomed.has(each.id) && doomed.has(each.parent)) { doomed.add(each.id); grown = true; }
    }
  }
  expect(doomed.size, "the browser is there to be killed").toBeGreaterThan(0);
  const at = Date.now();
  execFileSync("kill", ["-KILL", ...[...doomed].map(String)], { stdio: "ignore" });
  return at;
}

function processes(): { id: number; parent: number; command: string }[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const parent = Number(/^\d+ \(.*\) \S+ (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, "utf8"))?.[1] ?? 0);
      return [{ id: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ") }];
    } catch {
      return []; // it ended while it was looked at
    }
  });
}
