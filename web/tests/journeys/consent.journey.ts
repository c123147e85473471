import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import type { PersonThere, Session, SessionConsents, Unit } from "../../src/api/types";
import { Server } from "./server";

/** The notice in the centre's own words, everybody's answer to it, and what follows where somebody withdraws: with two people in two browsers. */
test.describe("notice and consent", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(120_000);

  let server: Server;
  let browser: Browser;
  let page: Page;
  let verifier: Page;
  let session: Session;
  const at = (path: string) => server.origin + path;
  const post = async <T>(path: string, data: object): Promise<T> => {
    const answer = await page.request.post(at(path), { data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return await answer.json() as T;
  };
  const consents = async () => await (await page.request.get(at(`/api/sessions/${session.id}/consents`))).json() as SessionConsents;

  test.beforeAll(async () => {
    server = await Server.start();
    browser = await chromium.launch(test.info().project.use.launchOptions);
    page = await (await browser.newContext({ permissions: ["microphone"] })).newPage();
    page.setDefaultTimeout(20_000);
    const ada = await post<{ person: { id: string } }>("/api/setup", {
      key: server.printed.searchParams.get("key"), centre: { name: "Riverside", number: null, timeZone: "Europe/London" }, account: { name: "Ada Assessor", email: "ada@test.example", password: "a long enough one" },
    });
    const person = (name: string, email: string | null, role: string) => post<{ id: string }>("/api/people", { name, email, learnerNumber: null, roles: [role], password: email === null ? null : "a long enough one", disabled: false });
    const learner = await person("Lena Learner", null, "learner");
    const ira = await person("Ira Quality", "ira@test.example", "iqa");
    const unit = await post<Unit>("/api/units", {
      title: "Any unit", number: null, reference: null, level: null, creditValue: null, guidedLearningHours: null, purpose: null, simulationAllowed: false, evidenceRequirements: null,
      outcomes: [{ number: "1", text: "Any", criteria: [{ number: "1.1", text: "Any" }] }], methods: [],
    });
    const enrolment = await post<{ id: string }>("/api/enrolments", { learnerId: learner.id, unitId: unit.id, assessorId: ada.person.id, iqaId: ira.id });
    const people: PersonThere[] = [{ name: "Ada Assessor", role: "Assessor" }, { name: "Lena Learner", role: "Learner" }];
    session = await post<Session>("/api/sessions", { enrolmentId: enrolment.id, method: "professional-discussion", date: "2026-11-25", startTime: null, place: null, mode: "face-to-face", language: "en", notes: "", people, questions: [] });
    const { id } = await post<{ id: string }>(`/api/sessions/${session.id}/recordings`, { fileName: "tone.wav", mediaType: "audio/wav", source: "file" });
    await page.request.put(at(`/api/recordings/${id}/chunks/0`), { data: tone(), headers: { "Content-Type": "application/octet-stream" } });
    await post(`/api/recordings/${id}/complete`, { lengthBytes: null, sha256: null, transcribe: null });
    verifier = await (await browser.newContext()).newPage();
    const signedIn = await verifier.request.post(at("/api/sign-in"), { data: { email: "ira@test.example", password: "a long enough one" } });
    expect(signedIn.ok()).toBe(true);
  });

  test.afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("the administrator writes the notice", async () => {
    await page.goto(at("/centre"));
    await page.getByRole("textbox", { name: /Notice of recording/ }).fill("We record this talk for your qualification. Say so if you mind.");
    await page.keyboard.press("Control+s");
    await expect(page.getByText("Saved by Ada Assessor")).toBeVisible();
  });

  test("before recording it is shown, and who has not answered is asked for once", async () => {
    await page.goto(at(`/sessions/${session.id}/record`));
    await expect(page.getByText("We record this talk for your qualification.")).toBeVisible();
    await expect(page.getByText("Simulation is not allowed for this unit")).toBeVisible();
    await page.getByRole("button", { name: "Acknowledged: Ada Assessor" }).click();
    await expect(page.getByText("No answer yet from Lena Learner")).toBeVisible();
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await expect(page.getByText("Lena Learner has not answered to the notice.")).toBeVisible();
    await page.getByRole("button", { name: "Ask them first" }).click();
    await page.getByRole("radio", { name: "In writing" }).check();
    await page.getByRole("radio", { name: "They agreed" }).check();
    await page.getByRole("group", { name: "What Lena Learner was told of" }).getByLabel("Use for standardisation").check();
    await page.getByRole("button", { name: "Agreed: Lena Learner" }).click();
    await expect(page.getByText("Everybody has answered to the notice")).toBeVisible();
    await page.getByRole("radio", { name: "Another way" }).check();
    await page.getByLabel("How it was confirmed").fill("Her manager vouched for her");
    await page.getByRole("button", { name: "Note it" }).click();
    await expect(page.getByText("Identity noted")).toBeVisible();
    await page.getByRole("radio", { name: "Remote" }).check();
    const state = await consents();
    const lena = state.consents.filter((each) => each.person.name === "Lena Learner");
    expect(lena.map((each) => each.scope).sort()).toEqual(["record", "standardise", "transcribe", "verify"]);
    expect(lena.every((each) => each.how === "written" && each.basis === "consent" && each.noticeVersion === 1)).toBe(true);
    expect(state.identity.map((each) => each.note)).toEqual(["Her manager vouched for her"]);
    await expect.poll(async () => (await (await page.request.get(at(`/api/sessions/${session.id}`))).json() as Session).mode).toBe("remote");
  });

  test("what is withdrawn is no longer shown to the verifier, until it is given again", async () => {
    await verifier.goto(at(`/sessions/${session.id}`));
    await expect(verifier.getByRole("article", { name: "tone.wav" })).toBeVisible();
    await page.goto(at(`/sessions/${session.id}`));
    await page.getByRole("button", { name: "More about Lena Learner" }).click();
    await page.getByRole("button", { name: "Withdraw showing it to IQA and EQA: Lena Learner" }).click();
    const form = page.getByRole("form", { name: /Withdraw showing it/ });
    await form.getByLabel("Note").fill("By telephone, after the talk");
    await form.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText("By telephone, after the talk")).toBeVisible();
    await verifier.reload();
    await expect(verifier.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(verifier.getByRole("article", { name: "tone.wav" })).toHaveCount(0);
    await page.getByRole("button", { name: "Given again, showing it to IQA and EQA: Lena Learner" }).click();
    await expect(page.getByText("By telephone, after the talk")).toBeHidden();
    await verifier.reload();
    await expect(verifier.getByRole("article", { name: "tone.wav" })).toBeVisible();
  });

  test("nothing is recorded while somebody has withdrawn from that", async () => {
    const record = (await consents()).consents.find((each) => each.person.name === "Lena Learner" && each.scope === "record");
    await post(`/api/consents/${record?.id ?? ""}/withdraw`, { how: "spoken", note: null });
    await page.goto(at(`/sessions/${session.id}/record`));
    await expect(page.getByText("It can be given again in step 2.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Record", exact: true })).toBeDisabled();
    await page.getByRole("button", { name: "More about Lena Learner" }).click();
    await page.getByRole("button", { name: "Given again, recording: Lena Learner" }).click();
    await expect(page.getByRole("button", { name: "Record", exact: true })).toBeEnabled();
  });
});

/** A second of a tone: 8 kHz, 16 bit, mono. */
function tone(): Buffer {
  const samples = 8000;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++) wav.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 440 * at) / 8000)), 44 + at * 2);
  return wav;
}
