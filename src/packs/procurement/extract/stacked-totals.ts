// Totals one under the other: an amount, taxes of it, and their sum. Whatever the first and the last are called, the arithmetic
// and the tax between them say what they are.

import type { Candidate } from '../../../document/value.ts';
import { candidateOf } from '../../../pipeline/candidate.ts';
import type { Extractor } from '../../../pipeline/pack.ts';
import { type PrintedRow, type RowValue, rowsWithMoney, sameAmount } from './rows.ts';
import { itemAreas, readTotalLabel } from './total-rows.ts';

/** Points by which right edges of one column may differ. */
const ALIGNED = 4;
/** Line heights between rows of one block. */
const FAR = 4;
/** Rates that a document states one under the other. */
const MOST_TAXES = 4;

interface Footed {
  net: RowValue;
  taxes: RowValue[];
  gross: RowValue;
  /** Each tax is the printed percentage of the net amount; with several, it cannot be told. */
  fitsRate: boolean;
}

export const stackedTotals: Extractor = {
  id: 'procurement/stacked-totals',
  writes: ['netTotal', 'taxTotal', 'grossTotal'],
  extract: (reading) => {
    const insideItems = itemAreas(reading);
    const rows = rowsWithMoney(reading).filter((row) => !insideItems(row.lines[0]!));
    return rows.flatMap((_, i) => {
      const footed = findFooted(rows, i);
      if (!footed) return [];
      const { net, taxes, gross, fitsRate } = footed;
      const signals = { arithmetic: 0.6, tax: 0.9, rate: fitsRate ? 0.9 : 0 };
      const one = (path: string, from: RowValue): Candidate =>
        candidateOf({ path, value: from.value, raw: from.raw, source: stackedTotals.id, signals }, [from.evidence]);
      const tax = taxes.length === 1 ? [one('taxTotal', taxes[0]!)] : [];
      return [one('netTotal', net), ...tax, one('grossTotal', gross)];
    });
  },
};

/** The block that begins with row `i`. */
function findFooted(rows: readonly PrintedRow[], i: number): Footed | undefined {
  const net = rows[i]!.money.at(-1)!;
  const taxes: RowValue[] = [];
  let fitsRate = true;
  let previous = net;
  for (const row of rows.slice(i + 1, i + 2 + MOST_TAXES)) {
    const value = row.money.at(-1)!;
    if (!follows(previous, value)) return undefined;
    const sum = taxes.reduce((total, tax) => total + tax.value, net.value);
    if (taxes.length > 0 && sameAmount(sum, value.value)) return { net, taxes, gross: value, fitsRate };
    const rate = row.percents.find((one) => sameAmount((net.value * one.value) / 100, value.value));
    if (!rate && !isTax(row)) return undefined;
    if (value.value === 0 || Math.abs(value.value) >= Math.abs(net.value)) return undefined;
    fitsRate &&= rate !== undefined;
    taxes.push(value);
    previous = value;
  }
  return undefined;
}

/** The next amount of the same column. */
function follows(above: RowValue, below: RowValue): boolean {
  const [a, b] = [above.evidence, below.evidence];
  const height = Math.max(6, b.box[3] - b.box[1]);
  const gap = b.box[1] - a.box[3];
  return a.page === b.page && Math.abs(a.box[2] - b.box[2]) < ALIGNED && gap > -0.5 * height && gap < FAR * height;
}

function isTax(row: PrintedRow): boolean {
  return row.lines.some((line) => readTotalLabel(line.text.replace(/[\d.,]+\s*(?:%|€|$)/g, ' '))?.path === 'taxTotal');
}
