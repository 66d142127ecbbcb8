// Printed rows with their amounts and percentages: what the totals and tax readers look at.

import { evidenceOfSpan } from '../../../document/line-span.ts';
import type { Line } from '../../../document/parsed-document.ts';
import type { Evidence } from '../../../document/value.ts';
import { type KindValue, readKind } from '../../../pipeline/kinds.ts';
import type { FieldSpec } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';

export interface RowValue {
  value: number;
  raw: string;
  line: Line;
  certainty: number;
  evidence: Evidence;
}

export interface PrintedRow {
  lines: Line[];
  money: RowValue[];
  percents: RowValue[];
}

const MONEY: FieldSpec = { path: 'row.money', kind: 'money', title: '', labels: [] };
const PERCENT: FieldSpec = { path: 'row.percent', kind: 'percent', title: '', labels: [] };

/** All rows of all pages that show an amount, top to bottom. */
export function rowsWithMoney(reading: Reading): PrintedRow[] {
  return reading.derive('procurement/rows-with-money', () => {
    const rows: PrintedRow[] = [];
    for (const page of reading.doc.pages) {
      let current: Line[] = [];
      for (const line of page.lines) {
        if (current.length > 0 && current[0]!.row !== line.row) {
          addRow(rows, reading, current);
          current = [];
        }
        current.push(line);
      }
      if (current.length > 0) addRow(rows, reading, current);
    }
    return rows;
  });
}

function addRow(rows: PrintedRow[], reading: Reading, lines: Line[]): void {
  const money = lines.flatMap((line) => valuesOf(reading, line, MONEY).filter((value) => value.certainty >= 0.5));
  if (money.length === 0) return;
  rows.push({ lines, money, percents: lines.flatMap((line) => valuesOf(reading, line, PERCENT)) });
}

function valuesOf(reading: Reading, line: Line, field: FieldSpec): RowValue[] {
  return readKind(reading, line, 0, line.text.length, field).map((found: KindValue) => ({
    value: Number(found.value),
    raw: found.raw,
    line,
    certainty: found.certainty,
    evidence: evidenceOfSpan(line, found.start, found.end),
  }));
}

/** Equal to the cent. Amounts are compared in hundredths so that no float sum decides. */
export function sameAmount(a: number, b: number, toleranceCents = 1): boolean {
  return Math.abs(Math.round(a * 100) - Math.round(b * 100)) <= toleranceCents;
}
