import { useSignal } from "@preact/signals";
import { api } from "../api/calls";
import type { UnitDraft, UnitPreview } from "../api/types";
import { useCommands } from "../commands/keys";
import { tip } from "../commands/table";
import { Notice, PageHead } from "../parts/basics";
import { DropZone } from "../parts/DropZone";
import { jumpToLine, ReadLines } from "../parts/ReadLines";
import { UnitEditor } from "../parts/UnitEditor";
import { count } from "../parts/words";
import { address, go } from "../router";
import { useAct } from "../state/act";
import { draftProblems, emptyDraft } from "../state/draft";
import { useLeaveGuard } from "../state/leave";
import { plural, said, t } from "../texts/texts";

/** Brings a unit in: paste or drop its text, look at what was understood beside it, correct, save. */
export function UnitImport() {
  const byHand = address.value.searchParams.get("by") === "hand";
  const text = useSignal("");
  const preview = useSignal<UnitPreview | null>(null);
  const draft = useSignal<UnitDraft | null>(byHand ? emptyDraft() : null);
  const touched = useSignal(false);
  const { busy, problem, act } = useAct();
  useLeaveGuard(touched.value);

  const read = (body: BodyInit, mediaType: string, fileName: string | null) => void act(async () => {
    const answer = await api.previewUnit(body, mediaType, fileName);
    preview.value = answer;
    draft.value = answer.draft;
    touched.value = true;
  });
  const readText = () => { if (text.value.trim() !== "") read(text.value, "text/plain; charset=utf-8", null); };
  const readFile = (files: File[]) => {
    const [file] = files;
    if (file !== undefined) read(file, file.name.toLowerCase().endsWith(".csv") ? "text/csv" : "application/octet-stream", file.name);
  };
  const save = () => void act(async () => {
    if (draft.value === null || draftProblems(draft.value).length > 0) return;
    const unit = await api.saveUnit(draft.value);
    go(`/units/${unit.id}`, { saved: true });
  });
  useCommands(draft.value === null ? {} : { save });

  if (draft.value === null) {
    return (
      <div class="page">
        <PageHead title={t("Import a unit")} trail={[{ to: "/units", text: t("Units") }]} under={t("Copy the unit from the awarding body’s specification, all of it, and paste it here. Nothing is saved before you have seen what was understood.")} />
        <div class="stack">
          {problem !== null && <Notice kind="problem">{problem}</Notice>}
          <DropZone drop={readFile} accept=".txt,.csv,.html,.htm,.md,text/plain,text/csv" label={t("Or choose a text or CSV file")} note={t("or drop it anywhere here. CSV: one row a criterion, with the columns outcome, criterion, text")}>
            <textarea class="input paste" dir="auto" autofocus aria-label={t("Text of the unit")} placeholder={t("Paste the text of the unit here")} value={text.value}
              onInput={(event) => { text.value = event.currentTarget.value; }}
              onPaste={(event) => { const field = event.currentTarget; setTimeout(() => { text.value = field.value; readText(); }); }} />
          </DropZone>
          <div class="actions">
            <button class="button primary" disabled={busy || text.value.trim() === ""} onClick={readText}>{busy ? t("Reading…") : t("Read the text")}</button>
            <button class="button quiet" onClick={() => { draft.value = emptyDraft(); preview.value = null; }}>{t("Type the unit in by hand")}</button>
          </div>
        </div>
      </div>
    );
  }

  const problems = draftProblems(draft.value);
  const criteria = draft.value.outcomes.reduce((sum, each) => sum + each.criteria.length, 0);
  return (
    <div class={`page${preview.value === null ? "" : " wide"}`}>
      <PageHead title={preview.value === null ? t("Type a unit in") : t("Check what was understood")} trail={[{ to: "/units", text: t("Units") }]}
        under={preview.value === null ? undefined : t("{outcomes} and {criteria} found. Not saved yet.", { outcomes: count(draft.value.outcomes.length, "outcome"), criteria: count(criteria, "criterion", "criteria") })}>
        <button class="button" onClick={() => { draft.value = null; preview.value = null; touched.value = false; }}>{preview.value === null ? t("Import from text instead") : t("Back to the text")}</button>
        <button class="button primary" title={tip("save")} disabled={busy || problems.length > 0} onClick={save}>{busy ? t("Saving…") : t("Save the unit")}</button>
      </PageHead>
      <div class="stack">
        {problem !== null && <Notice kind="problem">{problem}</Notice>}
        {touched.value && problems.length > 0 && <Notice kind="warning">{t("Before it can be saved:")}{" "}<ul class="plain">{problems.map((each) => <li key={each}>{each}</li>)}</ul></Notice>}
        {preview.value !== null && preview.value.problems.length > 0 && <Found preview={preview.value} />}
        <div class={preview.value === null ? "" : "import"}>
          {preview.value !== null && <section class="panel import-text" aria-label={t("The text, line by line")} tabIndex={0}><ReadLines preview={preview.value} /></section>}
          <section class="panel pad" aria-label={t("What was understood")}><UnitEditor draft={draft.value} set={(next) => { draft.value = next; touched.value = true; }} /></section>
        </div>
      </div>
    </div>
  );
}

function Found({ preview }: { preview: UnitPreview }) {
  return (
    <Notice kind="warning">
      <p class="strong">{plural(preview.problems.length, "One place to look at", "{count} places to look at")}</p>
      <ul class="found">
        {preview.problems.map((each) => {
          const { line } = each;
          return <li key={`${line}${each.message.message}`}>{line !== null && <button class="button small" onClick={() => jumpToLine(line)}>{t("Line {line}", { line })}</button>} <span>{said(each.message)}</span></li>;
        })}
      </ul>
    </Notice>
  );
}
