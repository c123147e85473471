import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { api } from "../api/calls";
import { isConflict } from "../api/problem";
import type { PassageRow, Strength } from "../api/types";
import { useCommands } from "../commands/keys";
import { AreaField, Segments } from "../parts/fields";
import { strengths, strengthWords } from "../parts/Strength";
import { type DraftedTag, seenOf, TagDraft } from "../parts/TagDraft";
import { Theirs } from "../parts/Theirs";
import { useAct } from "../state/act";
import { useLoad } from "../state/load";
import { t } from "../texts/texts";

/** Tags a passage again where it is listed: to another criterion of its unit, further or less far, for another reason. */
export function Retag({ row, close }: { row: PassageRow; close: (stored: boolean) => void }) {
  const unit = useLoad((signal) => api.unit(row.unit.id, signal), [row.unit.id]);
  const draft = useMemo(() => new TagDraft<DraftedTag>(row), [row.id]);
  const { criterion, strength, reason } = draft;
  const { busy, problem, act } = useAct();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => { form.current?.querySelector<HTMLElement>("select")?.focus(); }, []);
  useCommands({ leave: () => close(false) });
  const store = async () => {
    const stored = await act(async () => {
      const { base } = draft;
      try {
        await api.changeTag(row.id, {
          firstWord: base.firstWord, lastWord: base.lastWord, reason: reason.value.trim(), reviewed: true, strength: strength.value, criterionId: criterion.value, seen: seenOf(base),
        });
      } catch (failure) {
        const now = isConflict(failure) ? (await api.tags(row.recordingId)).find((tag) => tag.id === row.id) : undefined;
        if (now !== undefined) draft.meet(now);
        throw failure;
      }
    });
    if (stored) close(true);
  };
  return (
    <form class="retag" ref={form} aria-label={t("Tag the passage for {number} again", { number: row.criterion.number })} onSubmit={(event) => { event.preventDefault(); void store(); }}>
      <label class="field"><span class="label">{t("Criterion")}</span>
        <select class="input" value={criterion.value} onChange={(event) => { criterion.value = event.currentTarget.value; }}>
          {unit.value === undefined ? <option value={row.criterion.id}>{`${row.criterion.number} ${row.criterion.text}`}</option>
            : unit.value.outcomes.flatMap((outcome) => outcome.criteria).map((one) => <option key={one.id} value={one.id} selected={one.id === criterion.value}>{`${one.number} ${one.text}`}</option>)}
        </select>
      </label>
      <Segments<Strength> label={t("How far")} value={strength.value} set={(value) => { strength.value = value; }} choices={strengths.map((one) => [one, strengthWords[one]] as const)} />
      <AreaField label={t("Why it meets the criterion")} optional rows={2} value={reason.value} set={(value) => { reason.value = value; }} />
      <Theirs draft={draft} />
      {(problem ?? unit.problem) !== null && <p class="wrong-text small" role="alert">{problem ?? unit.problem}</p>}
      <div class="row tight"><button class="button small primary" disabled={busy}>{busy ? t("Storing…") : t("Store")}</button><button type="button" class="button small quiet" onClick={() => close(false)}>{t("Leave it")}</button></div>
    </form>
  );
}
