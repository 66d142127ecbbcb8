// A receipt as a till prints it: rows from the top down, each with the texts that stand in it and its amounts.

import { type Box, boxHeight, unionBox } from '../../../../document/box.ts';
import { evidenceOfSpan } from '../../../../document/line-span.ts';
import type { Line } from '../../../../document/parsed-document.ts';
import type { Evidence } from '../../../../document/value.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { findAmounts, type PrintedAmount } from './amounts.ts';

export interface RowAmount extends PrintedAmount {
  line: Line;
}

export interface ReceiptRow {
  index: number;
  page: number;
  box: Box;
  /** Left to right. */
  lines: Line[];
  /** Texts of the lines joined by two spaces. */
  text: string;
  readonly amounts: readonly RowAmount[];
  /** Mean confidence of the words, 1 where the file has its own text. */
  confidence: number;
}

/** Rows of all pages, top to bottom. */
export function receiptRows(reading: Reading): readonly ReceiptRow[] {
  return reading.derive('receipt/rows', () => {
    const rows: ReceiptRow[] = [];
    for (const page of reading.doc.pages) {
      let lines: Line[] = [];
      const flush = (): void => {
        if (lines.length > 0) rows.push(toRow(lines, rows.length));
        lines = [];
      };
      for (const line of page.lines) {
        if (lines.length > 0 && lines[0]!.row !== line.row) flush();
        lines.push(line);
      }
      flush();
    }
    return rows;
  });
}

function toRow(lines: Line[], index: number): ReceiptRow {
  const box = lines.map((line) => line.box).reduce(unionBox);
  const words = lines.flatMap((line) => line.words);
  const confidence = words.reduce((sum, word) => sum + (word.confidence ?? 1), 0) / Math.max(1, words.length);
  let amounts: RowAmount[] | undefined;
  return {
    index,
    page: lines[0]!.page,
    box,
    lines,
    text: lines.map((line) => line.text).join('  '),
    // Most documents are no receipts, which shows before their amounts are read.
    get amounts() {
      amounts ??= lines.flatMap((line) => findAmounts(line.text).map((amount) => ({ ...amount, line })));
      return amounts;
    },
    confidence,
  };
}

/** Height that most rows have, in points. */
export function usualHeight(reading: Reading): number {
  return reading.derive('receipt/usual-height', () => {
    const heights = receiptRows(reading)
      .map((row) => textHeight(row))
      .sort((a, b) => a - b);
    return heights[heights.length >> 1] ?? 10;
  });
}

/** Height of the tallest line of a row. */
export function textHeight(row: ReceiptRow): number {
  return Math.max(...row.lines.map((line) => line.words[0]?.size ?? boxHeight(line.box)));
}

export function evidenceOfAmount(amount: RowAmount): Evidence {
  return evidenceOfSpan(amount.line, amount.start, amount.end);
}

export function evidenceOfRow(row: ReceiptRow): Evidence {
  return { page: row.page, box: row.box, text: row.text };
}
