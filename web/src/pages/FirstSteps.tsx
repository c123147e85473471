import type { EnrolmentSummary } from "../api/types";
import { Icon } from "../parts/Icon";
import { Link } from "../router";
import { hasRole } from "../state/me";
import { t } from "../texts/texts";

/** What to do first, in order; done steps are ticked, the next one has the button. */
export function FirstSteps({ units, enrolments }: { units: number; enrolments: readonly EnrolmentSummary[] }) {
  const enrolment = enrolments[0];
  const steps = [
    { done: units > 0, title: t("Import a unit"), text: t("Paste the text of its published specification. You see what was understood before anything is saved."), action: t("Import a unit"), to: "/units/import" },
    { done: enrolment !== undefined, title: t("Add a learner and enrol them"), text: t("A name is enough. Choose the unit, its assessor and, if you know already, the internal quality assurer."), action: t("Add a learner"), to: "/learners?add=learner" },
    { done: (enrolment?.sessionCount ?? 0) > 0, title: t("Plan a session"), text: t("The method, the date, and the questions you want to ask, each with its criteria."), action: t("Plan a session"), to: !hasRole("assessor") ? "" : enrolment === undefined ? "/learners" : `/sessions/new?enrolment=${enrolment.id}` },
    { done: false, title: t("Record it, or add a recording"), text: t("With this machine's microphone, or any sound or video file you have. It is transcribed here, on this machine."), action: "", to: "" },
  ];
  const next = steps.findIndex((step) => !step.done);
  return (
    <section class="panel" aria-labelledby="first-steps">
      <div class="panel-head"><h2 id="first-steps">{t("From nothing to the first evidence")}</h2></div>
      <ol class="steps">
        {steps.map((step, index) => (
          <li key={step.title} class={step.done ? "done" : index === next ? "next" : ""} aria-current={index === next ? "step" : undefined}>
            <span class="mark" aria-hidden="true">{step.done ? <Icon name="check" /> : index + 1}</span>
            <div class="grow"><h3>{step.title}{step.done && <span class="sr">{" "}{t("(done)")}</span>}</h3><p class="quiet-text">{step.text}</p></div>
            {index === next && step.to !== "" && <Link class="button primary" to={step.to}>{step.action}</Link>}
          </li>
        ))}
      </ol>
    </section>
  );
}
