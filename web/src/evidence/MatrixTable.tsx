import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import "./matrix.css";
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow } from "../api/types";
import { StrengthSign } from "../parts/Strength";
import { dateWords, positionWords } from "../parts/words";
import type { Clips } from "../player/useClips";
import { Link } from "../router";
import { cellWords, columnWords, rowWords } from "./cells";
import { moved } from "./grid";
import { t, tx } from "../texts/texts";

interface Props {
  matrix: Matrix;
  clips: Clips;
  /** the session one came from: its column is called "this session" */
  session: string | null;
  learner: string;
}

/** What a cell plays, and where it is opened; null for other evidence. */
export function soundOf(cell: MatrixCell): { key: string; recordingId: string; start: number; end: number } | null {
  if (cell.tagId === null || cell.recordingId === null || cell.start === null || cell.end === null) return null;
  return { key: cell.tagId, recordingId: cell.recordingId, start: cell.start, end: cell.end };
}

/** Criteria by evidence. Arrows move over it, Enter hears the strongest passage of a cell. On a narrow screen: a list by criterion. */
export function MatrixTable({ matrix, clips, session, learner }: Props) {
  const at = useSignal({ row: 0, column: 0 });
  const frame = useRef<HTMLTableElement>(null);
  const { columns, rows } = matrix;
  const cellOf = (row: MatrixRow, column: MatrixColumn) => row.cells.find((cell) => cell.column === column.id);
  const focus = (row: number, column: number) => {
    at.value = { row, column };
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const hear = (cell: MatrixCell | undefined) => {
    const sound = cell === undefined ? null : soundOf(cell);
    if (sound !== null) clips.toggle(sound);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || !(event.target instanceof HTMLElement) || event.target.dataset["cell"] === undefined) return;
    if (event.key === "Enter" || event.key === " ") {
      const column = columns[at.value.column - 1];
      const row = rows[at.value.row];
      if (column === undefined || row === undefined) return;
      hear(cellOf(row, column));
    } else {
      const to = moved(at.value, event.key, event.ctrlKey, rows.length, columns.length + 1);
      if (to === null) return;
      focus(to.row, to.column);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const held = (row: number, column: number) => ({
    "data-cell": `${row}-${column}`, tabIndex: at.value.row === row && at.value.column === column ? 0 : -1,
    onFocus: () => { at.value = { row, column }; },
  });
  return (
    <>
      <div class="matrix-frame">
        <table class="matrix" role="grid" aria-label={t("Criteria and the evidence of {learner}", { learner })} ref={frame} onKeyDown={onKey}>
          <thead>
            <tr>
              <th scope="col">{t("Criterion")}</th>
              {columns.map((column) => <th key={column.id} scope="col"><ColumnHead column={column} current={column.id === session} /></th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowAt) => (
              <tr key={row.criterion.id} class={`state-${row.state}`}>
                <th scope="row" {...held(rowAt, 0)}>
                  <span class="matrix-criterion"><b>{row.criterion.number}</b><span dir="auto" title={row.criterion.text}>{row.criterion.text}</span></span>
                  <RowState row={row} />
                </th>
                {columns.map((column, columnAt) => {
                  const cell = cellOf(row, column);
                  const sound = cell === undefined ? null : soundOf(cell);
                  const on = sound !== null && clips.playing === sound.key;
                  return (
                    <td key={column.id} role="gridcell" class={on ? "playing" : undefined} aria-label={`${cellWords(row, column, cell)}${sound === null ? "" : on ? t(". Playing; Enter stops") : t(". Enter plays it")}`}
                      title={cellWords(row, column, cell)} {...held(rowAt, columnAt + 1)} onClick={() => hear(cell)}>
                      {cell === undefined ? <span class="nothing" aria-hidden="true">–</span> : <CellSigns cell={cell} on={on} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MatrixList matrix={matrix} clips={clips} />
      <Heard matrix={matrix} clips={clips} />
    </>
  );
}

function ColumnHead({ column, current }: { column: MatrixColumn; current: boolean }) {
  return (
    <>
      {column.kind === "session" ? <Link to={`/sessions/${encodeURIComponent(column.id)}`} dir="auto">{columnWords(column)}</Link> : <span dir="auto">{column.title}</span>}
      <small>{current ? t("This session") : column.date === null || column.kind === "session" ? "" : dateWords(column.date)}</small>
      {column.location !== null && <small dir="auto" title={column.location}>{column.location}</small>}
    </>
  );
}

function RowState({ row }: { row: MatrixRow }) {
  return (
    <span class="matrix-state small">
      {row.state !== "none" && <StrengthSign strength={row.state} />}
      <span>{rowWords(row)}</span>
    </span>
  );
}

function CellSigns({ cell, on }: { cell: MatrixCell; on: boolean }) {
  return (
    <span class="matrix-cell" aria-hidden="true">
      <StrengthSign strength={cell.strength} words />
      {cell.passages > 1 && <span class="times">×{cell.passages}</span>}
      {cell.unchecked > 0 && <small>{t("unchecked")}</small>}
      {cell.review > 0 && <small class="review">{t("look again")}</small>}
      {on && <small>{t("playing")}</small>}
    </span>
  );
}

/** The same by criterion, for a narrow screen. */
function MatrixList({ matrix, clips }: { matrix: Matrix; clips: Clips }) {
  return (
    <ul class="matrix-list">
      {matrix.rows.map((row) => (
        <li key={row.criterion.id} class={`state-${row.state}`}>
          <p dir="auto"><b>{row.criterion.number}</b> {row.criterion.text}</p>
          <RowState row={row} />
          {row.cells.map((cell) => {
            const column = matrix.columns.find((one) => one.id === cell.column);
            const sound = soundOf(cell);
            if (column === undefined) return null;
            return sound === null
              ? <span key={column.id} class="matrix-piece"><StrengthSign strength={cell.strength} words /> <span dir="auto">{columnWords(column)}</span></span>
              : <button key={column.id} class="matrix-piece" aria-pressed={clips.playing === sound.key} onClick={() => clips.toggle(sound)}><StrengthSign strength={cell.strength} words /> <span dir="auto">{columnWords(column)}, {positionWords(sound.start)}</span></button>;
          })}
        </li>
      ))}
    </ul>
  );
}

/** What is heard from the matrix, and where to read on. */
function Heard({ matrix, clips }: { matrix: Matrix; clips: Clips }) {
  const key = clips.playing ?? clips.failing;
  const found = key === null ? undefined : matrix.rows.flatMap((row) => row.cells.map((cell) => ({ row, cell }))).find(({ cell }) => cell.tagId === key);
  if (found === undefined) return <p class="matrix-heard small quiet-text" role="status">{t("Choose a cell to hear its strongest passage.")}</p>;
  const { row, cell } = found;
  const column = matrix.columns.find((one) => one.id === cell.column);
  return (
    <p class="matrix-heard" role="status">
      <span>{tx("{number} {which}, {position} to {position2}", { number: <b>{row.criterion.number}</b>, which: <span dir="auto">{column === undefined ? "" : columnWords(column)}</span>, position: positionWords(cell.start ?? 0), position2: positionWords(cell.end ?? 0) })}</span>
      {clips.failing === key && <span class="wrong-text">{t("The sound could not be fetched. Try again.")}</span>}
      <Link to={`/recordings/${encodeURIComponent(cell.recordingId ?? "")}?word=${cell.firstWord ?? 0}&play=1`}>{t("Open the transcript there")}</Link>
      <Link to={`/passages?enrolment=${encodeURIComponent(matrix.enrolmentId)}&criterion=${encodeURIComponent(row.criterion.id)}`}>{t("All passages for {number}", { number: row.criterion.number })}</Link>
    </p>
  );
}
