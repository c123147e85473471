import { useSignal } from "@preact/signals";
import type { Matrix } from "../api/types";
import { Check } from "../parts/fields";
import { go } from "../router";
import { plural, said, t } from "../texts/texts";

/** What is still wanted, criterion by criterion, and the way to ask about it next time. */
export function Missing({ matrix, mayPlan }: { matrix: Matrix; mayPlan: boolean }) {
  const left = useSignal<ReadonlySet<string>>(new Set());
  const { missing, rows } = matrix;
  const chosen = missing.filter((one) => !left.value.has(one.criterion.id));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(left.value);
    if (on) next.delete(id);
    else next.add(id);
    left.value = next;
  };
  if (rows.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="missing-title">
      <div class="panel-head"><h2 id="missing-title">{t("What is still missing")}</h2></div>
      <div class="pad-2 stack">
        {missing.length === 0 ? <p role="status">{t("Nothing: every criterion is fully met by evidence that somebody checked.")}</p> : (
          <ul class="missing">
            {missing.map(({ criterion, text }) => (
              <li key={criterion.id}>
                {mayPlan
                  ? <Check checked={!left.value.has(criterion.id)} set={(on) => toggle(criterion.id, on)}><b>{criterion.number}</b> <span dir="auto">{criterion.text}</span></Check>
                  : <p><b>{criterion.number}</b> <span dir="auto">{criterion.text}</span></p>}
                <p class="small quiet-text" dir="auto">{said(text)}</p>
              </li>
            ))}
          </ul>
        )}
        {mayPlan && missing.length > 0 && (
          <button class="button primary" disabled={chosen.length === 0}
            onClick={() => go(`/sessions/new?enrolment=${encodeURIComponent(matrix.enrolmentId)}&criteria=${chosen.map((one) => encodeURIComponent(one.criterion.id)).join(",")}`)}>
            {chosen.length === 0 ? t("Choose what to ask about") : plural(chosen.length, "Plan the next session with this one", "Plan the next session with these {count}")}
          </button>
        )}
      </div>
    </section>
  );
}
