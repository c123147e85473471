import { says } from "./fake/says.ts";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { listenForKeys, useCommands } from "../src/commands/keys";
import { useModal } from "../src/commands/modal";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CoverageList } from "../src/parts/CoverageList";
import { CriteriaPicker } from "../src/parts/CriteriaPicker";
import { RecordingCard } from "../src/parts/RecordingCard";
import { ReadLines } from "../src/parts/ReadLines";
import { Strip } from "../src/parts/Strip";
import { UnitEditor } from "../src/parts/UnitEditor";
import { SignIn } from "../src/pages/SignIn";
import { draftOf } from "../src/state/draft";
import { coverage, enrolments, recordings, sessionOf, unit } from "./fake-data";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("Strip", () => {
  it("says in words what its cells show", () => {
    render(<Strip criteria={enrolments[0]!.criteria} />);
    const strip = screen.getByRole("img", { name: "5 of 10 criteria have a passage" });
    expect(strip.querySelectorAll(".none")).toHaveLength(5);
  });
});

describe("CriteriaPicker", () => {
  it("is used with the keyboard alone", () => {
    let chosen: string[] = [];
    const draw = () => <CriteriaPicker label="Criteria" outcomes={unit.outcomes} chosen={chosen} set={(next) => { chosen = next; }} />;
    const { rerender } = render(draw());
    const box = screen.getByRole("combobox");
    fireEvent.input(box, { target: { value: "2" } });
    fireEvent.keyDown(box, { key: "ArrowDown" });
    fireEvent.keyDown(box, { key: "Enter" });
    expect(chosen).toEqual(["ac-2.2"]);
    rerender(draw());
    screen.getByRole("button", { name: "Take away criterion 2.2" });
    fireEvent.keyDown(box, { key: "Backspace" });
    expect(chosen).toEqual([]);
  });
});

describe("CoverageList", () => {
  it("leads from a passage to its word, playing", () => {
    render(<CoverageList coverage={coverage(enrolments[0]!)} />);
    const link = screen.getByRole("link", { name: /nobody had money/ });
    expect(link.getAttribute("href")).toBe("/recordings/r1?word=12&play=1");
  });

  it("can show only what is missing", () => {
    render(<CoverageList coverage={coverage(enrolments[0]!)} />);
    fireEvent.click(screen.getByRole("checkbox"));
    expect(screen.queryByRole("link")).toBeNull();
    expect(screen.getAllByText("No passage yet")).toHaveLength(5);
  });
});

describe("RecordingCard", () => {
  const card = (index: number) => render(<RecordingCard recording={recordings["s2"]![index]!} session={sessionOf("s2")} changed={() => Promise.resolve()} />);

  it("shows progress and time left", () => {
    card(0);
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("34");
    screen.getByText("34 %, about 4 minutes left");
  });

  it("shows why it failed and offers to try again", () => {
    card(1);
    expect(screen.getByRole("alert").textContent).toMatch(/out of memory.*The recording itself is kept/);
    screen.getByRole("button", { name: "Try again" });
  });

  it("offers to go on with what broke off", () => {
    card(3);
    screen.getByRole("button", { name: "Go on with the same file" });
    screen.getByRole("button", { name: "Close it with what is stored" });
  });
});

describe("UnitEditor", () => {
  it("changes wording and removes criteria", () => {
    let draft = draftOf(unit);
    render(<UnitEditor draft={draft} set={(next) => { draft = next; }} />);
    fireEvent.input(screen.getByLabelText("Criterion 1 of outcome 1, wording"), { target: { value: "New wording" } });
    expect(draft.outcomes[0]?.criteria[0]?.text).toBe("New wording");
    fireEvent.click(screen.getByRole("button", { name: "Remove Criterion 2 of outcome 3" }));
    expect(draft.outcomes[2]?.criteria).toHaveLength(2);
  });
});

describe("ReadLines", () => {
  it("marks the lines that have a problem", () => {
    render(<ReadLines preview={{ draft: draftOf(unit), problems: [{ line: 2, message: says("twice") }], lines: [{ number: 1, text: "A unit", became: says("title") }, { number: 2, text: "1.1 x", became: says("criterion 1.1") }] }} />);
    within(document.getElementById("line-2")!).getByText("look here");
    expect(document.getElementById("line-1")!.className).not.toContain("trouble");
  });
});

describe("SignIn", () => {
  it("shows the server's sentence when the password does not fit", async () => {
    vi.stubGlobal("fetch", (path: string) => Promise.resolve(path === "/api/setup"
      ? Response.json({ needed: false, sampleOpen: false, centreName: "Riverside", version: "1" })
      : Response.json({ kind: "not-signed-in", message: "They do not fit together." }, { status: 401 })));
    render(<SignIn />);
    fireEvent.input(screen.getByLabelText("E-mail address"), { target: { value: "a@b.example" } });
    fireEvent.input(screen.getByLabelText("Password"), { target: { value: "x" } });
    fireEvent.submit(screen.getByRole("button", { name: "Sign in" }).closest("form")!);
    expect((await screen.findByRole("alert")).textContent).toBe("They do not fit together.");
    await screen.findByRole("heading", { name: "Riverside" });
  });
});

describe("keys under an open dialog", () => {
  function Page({ leave }: { leave: () => void }) {
    useCommands({ leave });
    return null;
  }

  function Over() {
    return <dialog ref={useModal()} />;
  }

  it("leaves Escape to the dialog and gives it back afterwards", () => {
    listenForKeys();
    const leave = vi.fn();
    render(<Page leave={leave} />);
    const over = render(<Over />);
    const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(leave).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(false);
    over.unmount();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    expect(leave).toHaveBeenCalledOnce();
  });
});
