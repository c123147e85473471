import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { SampleCentre } from "../api/types";
import { Notice, useTitle, Waiting } from "../parts/basics";
import { address, Link } from "../router";
import { useLoad } from "../state/load";
import { SetupCentre } from "./SetupCentre";
import { SampleAccounts, SetupSample } from "./SetupSample";
import { t } from "../texts/texts";

/** The first visit, at the address the console printed: `/setup?key=...`. */
export function Setup() {
  useTitle(t("Set up"));
  const state = useLoad(() => api.setupState(), []);
  const road = useSignal<"choose" | "centre" | "sample">("choose");
  const sample = useSignal<SampleCentre | null>(null);
  const key = address.value.searchParams.get("key") ?? "";
  if (sample.value !== null) return <SampleAccounts sample={sample.value} />;
  return (
    <div class="door wide">
      <img src="/icon.svg" width="40" height="40" alt="" />
      <h1>{t("Welcome to Colloquy")}</h1>
      <p class="lead">{t("Record a professional discussion, read it as text, tag the passages that show each criterion. Everything stays on this machine.")}</p>
      {state.value === undefined ? <Waiting problem={state.problem} reload={state.reload} what={t("the state of this centre")} />
        : !state.value.needed ? <Notice action={<Link class="button primary small" to="/sign-in">{t("Sign in")}</Link>}>{t("{centreName} is set up already. The set-up key works only once.", { centreName: state.value.centreName ?? t("This centre") })}</Notice>
        : key === "" ? <Notice kind="warning">{t("This address has no set-up key. Copy the whole address that Colloquy printed when it was started, from “http” to its end.")}</Notice>
        : road.value === "centre" ? <SetupCentre setupKey={key} back={() => { road.value = "choose"; }} />
        : road.value === "sample" ? <SetupSample setupKey={key} back={() => { road.value = "choose"; }} opened={(opened) => { sample.value = opened; }} />
        : <Choices choose={(next) => { road.value = next; }} />}
    </div>
  );
}

function Choices({ choose }: { choose: (road: "centre" | "sample") => void }) {
  return (
    <div class="choices">
      <button class="choice" onClick={() => choose("centre")}>
        <h2>{t("Set up your centre")}</h2>
        <p>{t("Name the centre and make the first account. Then bring in a unit, add a learner and record.")}</p>
        <span class="button primary">{t("Set up your centre")}</span>
      </button>
      <button class="choice" onClick={() => choose("sample")}>
        <h2>{t("Open the sample centre")}</h2>
        <p>{t("Look round first: a small unit, an assessor, two learners and a two-minute discussion, transcribed before your eyes.")}</p>
        <span class="button">{t("Open the sample centre")}</span>
      </button>
    </div>
  );
}
