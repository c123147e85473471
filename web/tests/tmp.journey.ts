import { readFileSync } from "node:fs";
import { test } from "@playwright/test";
import * as on from "./page-objects";

test.use({ baseURL: process.env["BASE"] });
test("main", async ({ page }) => {
  page.on("pageerror", (e) => console.log("ERROR", e.message));
  page.on("console", (m) => { if (m.type() === "error") console.log("console", m.text()); });
  await on.setUpCentre(page, process.env["SETUP"]!, { centre: "Riverside Training", name: "Margaret Holloway", email: "m@centre.example", password: "plum harbour window" });
  await page.screenshot({ path: "/tmp/shots/real-home.png", fullPage: true });
  await page.goto("/units/import");
  await page.getByLabel("Text of the unit").fill(readFileSync("/work/shared/units/ocr-unit-23-negotiate-and-maintain-service-agreements.txt", "utf8"));
  await page.getByRole("button", { name: "Read the text" }).click();
  await page.waitForTimeout(700);
  await page.screenshot({ path: "/tmp/shots/real-import.png", fullPage: true });
  await page.getByRole("button", { name: "Save the unit" }).click();
  await page.waitForURL(/\/units\/(?!import)[^/]+$/);
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/shots/real-unit.png", fullPage: true });
  await on.enrolNewLearner(page, "Adaeze Okonkwo");
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/shots/real-enrolment.png", fullPage: true });
  await on.planSession(page, [{ text: "How did you decide who to talk to?", criteria: ["1.1"] }, { text: "Who does what?", criteria: ["2.1", "2.2"] }]);
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/shots/real-session.png", fullPage: true });
  await on.record(page, 6);
  await page.waitForTimeout(3000);
  await page.screenshot({ path: "/tmp/shots/real-recorded.png", fullPage: true });
});
