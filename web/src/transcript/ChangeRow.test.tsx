import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { ProposalChange } from "../api/types";
import { says } from "../../tests/fake/says";
import { speak } from "../texts/texts";
import { ChangeRow } from "./ChangeRow";

afterEach(() => { cleanup(); speak("en", null); });

const change: ProposalChange = {
  start: 3, end: 5, kind: "speaker", speaker: "Speaker 2", unnamed: 2, contextBefore: "", before: "Nobody named: and then", after: "Speaker 2: and then", contextAfter: "",
  voices: { before: says("Nobody named"), after: says("Speaker 2", "Speaker {number}", { number: "2" }) }, tagIds: [],
};
const show = (shown: ProposalChange) => render(<ChangeRow change={shown} here={false} tags={[]} choose={() => undefined} hear={() => undefined} />);

it("says in the language of the page who speaks before and after", () => {
  speak("cy", { "Speaker {number}": "Siaradwr {number}", "Nobody named": "Neb a enwyd" });
  show(change);
  expect(screen.getByText("Siaradwr 2")).toBeTruthy();
  expect(document.querySelector("del")?.textContent).toContain("Neb a enwyd: and then");
  expect(document.querySelector("ins")?.textContent).toContain("Siaradwr 2: and then");
});

it("leaves a name that people gave, and what is hidden", () => {
  speak("cy", { "Speaker {number}": "Siaradwr {number}" });
  show({ ...change, speaker: "Ann", unnamed: null, before: "█████ █ ███ ████", after: "Ann: and then", voices: { before: says("Speaker 1", "Speaker {number}", { number: "1" }), after: says("Ann", "") } });
  expect(screen.getByText("Ann")).toBeTruthy();
  expect(document.querySelector("del")?.textContent).toContain("█████ █ ███ ████");
  expect(document.querySelector("ins")?.textContent).toContain("Ann: and then");
});
