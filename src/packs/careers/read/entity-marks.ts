// What the entity model marked in the rows of a résumé: candidates like any other, found again by where they stand.

import type { Line } from '../../../document/parsed-document.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { mendMarkBorders } from './mark-borders.ts';
import type { MarkLabel } from './mark-label.ts';
import { joinPieces, type Piece, subPiece } from './piece.ts';
import type { Row } from './row.ts';
import { resumeRows } from './rows.ts';

export interface Mark {
  label: MarkLabel;
  piece: Piece;
  /** Where it begins. */
  row: Row;
  /** Characters of the row before it. */
  at: number;
  /** 0–1. */
  score: number;
}

export interface EntityMarks {
  all: readonly Mark[];
  /** Label → share of the piece that is marked so. */
  sharesOf(piece: Piece): Partial<Record<MarkLabel, number>>;
}

const LABELS: ReadonlySet<string> = new Set<MarkLabel>([
  'NAME',
  'DESIGNATION',
  'COMPANY',
  'COLLEGE',
  'DEGREE',
  'LOCATION',
]);

/** What the model is given: one row a line. */
export function resumeText(reading: Reading): string {
  return resumeRows(reading)
    .map(({ text }) => text)
    .join('\n');
}

export function entityMarks(reading: Reading): EntityMarks {
  return reading.derive('careers/entity-marks', () => readMarks(reading));
}

function readMarks(reading: Reading): EntityMarks {
  const marked = reading.entities.filter(({ head, label }) => head === 'resume' && LABELS.has(label));
  const spans = mendMarkBorders(
    resumeText(reading),
    marked.map(({ label, start, end, score }) => ({ label: label as MarkLabel, start, end, score })),
  );
  const all: Mark[] = [];
  let at = 0;
  const rows = resumeRows(reading);
  const ends: number[] = rows.map(({ text }) => (at += text.length + 1));
  for (const { label, start, end, score } of spans) {
    const first = ends.findIndex((rowEnd) => rowEnd > start);
    const pieces: Piece[] = [];
    for (let i = first; i >= 0 && i < rows.length; i++) {
      const rowStart = ends[i]! - rows[i]!.text.length - 1;
      if (rowStart >= end) break;
      pieces.push(...piecesWithin(rows[i]!, start - rowStart, end - rowStart));
    }
    if (pieces.length === 0) continue;
    const before = start - (ends[first]! - rows[first]!.text.length - 1);
    all.push({ label, piece: joinPieces(pieces), row: rows[first]!, at: before, score });
  }
  const lines = byLine(all);
  return { all, sharesOf: (piece) => sharesOf(piece, lines) };
}

function piecesWithin({ cells }: Row, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const cell of cells) {
    const [a, b] = [Math.max(0, from - offset), Math.min(cell.text.length, to - offset)];
    if (a < b) {
      const piece = subPiece(cell, a, b);
      if (piece.text !== '') pieces.push(piece);
    }
    offset += cell.text.length + 1;
  }
  return pieces;
}

interface Range {
  label: MarkLabel;
  start: number;
  end: number;
}

function byLine(marks: readonly Mark[]): ReadonlyMap<Line, Range[]> {
  const lines = new Map<Line, Range[]>();
  for (const { label, piece } of marks) {
    for (const { line, start, end } of piece.parts) {
      const ranges = lines.get(line);
      if (ranges) ranges.push({ label, start, end });
      else lines.set(line, [{ label, start, end }]);
    }
  }
  return lines;
}

function sharesOf(piece: Piece, lines: ReadonlyMap<Line, readonly Range[]>): Partial<Record<MarkLabel, number>> {
  const marked: Partial<Record<MarkLabel, number>> = {};
  let length = 0;
  for (const part of piece.parts) {
    length += part.end - part.start;
    for (const { label, start, end } of lines.get(part.line) ?? []) {
      const shared = Math.min(end, part.end) - Math.max(start, part.start);
      if (shared > 0) marked[label] = (marked[label] ?? 0) + shared;
    }
  }
  for (const label of Object.keys(marked) as MarkLabel[]) marked[label] = marked[label]! / Math.max(1, length);
  return marked;
}

/** Whether two pieces share a place. */
export function overlaps(a: Piece, b: Piece): boolean {
  return a.parts.some((one) =>
    b.parts.some((two) => one.line === two.line && one.start < two.end && two.start < one.end),
  );
}
