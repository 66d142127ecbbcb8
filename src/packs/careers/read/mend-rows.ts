// Rows as they were meant: periods that a narrow column broke over two or three rows stand in one again, and the label in the first
// column of a form stands before what it labels.

import { findPeriods } from '../../../recognize/periods.ts';
import { isEntryLabel, isTableHead } from './entry-labels.ts';
import { joinPieces, type Piece, subPiece, wordsOf } from './piece.ts';
import { isBullet, type Row } from './row.ts';

export function mendRows(rows: readonly Row[]): Row[] {
  return joinPeriods(rows)
    .filter((row) => !isTableHead(row.cells.map(({ text }) => text)))
    .map(joinLabel);
}

const MOST_ROWS = 3;
const MOST_CHARACTERS = 28;

function joinPeriods(printed: readonly Row[]): Row[] {
  const rows: (Row | undefined)[] = [...printed];
  for (let i = 0; i < rows.length; i++) {
    for (const side of ['last', 'first'] as const) {
      const row = rows[i];
      if (!row || row.loose || (side === 'last' && row.cells.length < 2)) continue;
      const count = rowsOfPeriod(rows, i, side);
      if (count < 2) continue;
      const own = row.cells.length - 1;
      const at = side === 'last' ? own : 0;
      const parts = [row.cells[at]!];
      for (let k = 1; k < count; k++) {
        const below = rows[i + k]!;
        const place = side === 'last' ? below.cells.length - 1 : 0;
        parts.push(below.cells[place]!);
        const rest = below.cells.filter((_, cell) => cell !== place);
        rows[i + k] = rest.length > 0 ? withCells(below, rest) : undefined;
      }
      rows[i] = withCells(
        row,
        row.cells.map((cell, place) => (place === at ? joinPieces(parts) : cell)),
      );
    }
  }
  return rows.filter((row) => row !== undefined);
}

/** Over how many rows the cell at that side is one period; 0 when it is none, or whole by itself. */
function rowsOfPeriod(rows: readonly (Row | undefined)[], i: number, side: 'first' | 'last'): number {
  const texts: string[] = [];
  let whole = 0;
  let left = 0;
  for (let k = 0; k < MOST_ROWS; k++) {
    const row = rows[i + k];
    const first = rows[i]!;
    if (!row || row.flow !== first.flow || row.page !== first.page || (k > 0 && row.gap > 0.9)) break;
    const cell = side === 'last' ? row.cells.at(-1)! : row.cells[0]!;
    if (cell.text.length > MOST_CHARACTERS) break;
    const x = leftOf(cell);
    if (k === 0) left = x;
    else if (Math.abs(x - left) > 4) break;
    // Rows that lie alone in a column are rows of it.
    if (k > 0 && side === 'first' && row.cells.length < 2 && rows[i]!.cells.length < 2) break;
    texts.push(cell.text);
    if (isRange(cell.text)) return k === 0 ? 0 : whole;
    if (k > 0 && isRange(texts.join(' '))) whole = k + 1;
  }
  return whole;
}

const leftOf = (piece: Piece): number => wordsOf(piece)[0]!.box[0];

/** Nothing but a period that begins and ends, or goes on. */
function isRange(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return findPeriods(text).some(
    ({ start, end, value }) => !value.single && start < 2 && end > text.replace(/[\s.,)]+$/u, '').length - 2,
  );
}

function withCells(row: Row, cells: Piece[]): Row {
  const first = wordsOf(cells[0]!);
  return {
    ...row,
    cells,
    text: cells.map(({ text }) => text).join(' '),
    bold: first.filter((word) => word.bold).length / Math.max(1, first.length),
    bullet: isBullet(cells),
  };
}

/** "Employer   Acme": as if it were printed "Employer: Acme". */
function joinLabel(row: Row): Row {
  const [label, value] = row.cells;
  if (row.cells.length !== 2 || row.bullet || !label || !value || !isEntryLabel(label.text)) return row;
  const name = subPiece(label, 0, label.text.replace(/\s*:$/u, '').length);
  const text = `${name.text}: ${value.text}`;
  const shift = name.text.length + 2;
  const parts = [...name.parts, ...value.parts.map((part) => ({ ...part, at: part.at + shift }))];
  return withCells(row, [{ text, parts }]);
}
