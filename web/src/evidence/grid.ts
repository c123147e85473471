/** A place in the matrix: row and column, from 0. Column 0 is the criterion itself. */
export interface Place { readonly row: number; readonly column: number }

/** Where a key leads in a grid of so many rows and columns; null where the key is none of the grid's. */
export function moved({ row, column }: Place, key: string, ctrl: boolean, rows: number, columns: number): Place | null {
  const to = (next: Place): Place => ({ row: Math.max(0, Math.min(rows - 1, next.row)), column: Math.max(0, Math.min(columns - 1, next.column)) });
  switch (key) {
    case "ArrowRight": return to({ row, column: column + 1 });
    case "ArrowLeft": return to({ row, column: column - 1 });
    case "ArrowDown": return to({ row: row + 1, column });
    case "ArrowUp": return to({ row: row - 1, column });
    case "PageDown": return to({ row: row + 10, column });
    case "PageUp": return to({ row: row - 10, column });
    case "Home": return to({ row: ctrl ? 0 : row, column: 0 });
    case "End": return to({ row: ctrl ? rows - 1 : row, column: columns - 1 });
    default: return null;
  }
}
