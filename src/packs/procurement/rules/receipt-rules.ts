// Arithmetic of receipts: subtotal, tax and tip against the total, goods against the sums. Cash totals are rounded to five cents.

import type { ValidationRule } from '../../../pipeline/pack.ts';
import { sameAmount } from '../extract/rows.ts';
import { receiptProof } from '../lines/proof-plans.ts';
import { proveSum } from '../lines/prove-lines.ts';
import { money, numberAt, textAt } from './common.ts';
import { linesMissing, sumMessage } from './line-rules.ts';

const ROUNDING_CENTS = 5;

export const receiptAddsUp: ValidationRule = {
  id: 'procurement/receipt-adds-up',
  severity: 'warning',
  source: 'Subtotal + tax + tip = total; where prices include tax, subtotal (+ tip) = total.',
  check: (view) => {
    const subtotal = numberAt(view, 'subtotal');
    const total = numberAt(view, 'total');
    if (subtotal === undefined || total === undefined) return [];
    const tax = numberAt(view, 'tax') ?? 0;
    const tip = numberAt(view, 'tip') ?? 0;
    const sums = [subtotal, subtotal + tax, subtotal + tip, subtotal + tax + tip];
    // A discount may stand between subtotal and total.
    if (total < subtotal || sums.some((sum) => sameAmount(sum, total, ROUNDING_CENTS))) return [];
    return [
      {
        path: 'total',
        message: `Subtotal ${money(subtotal)}, tax ${money(tax)} and tip ${money(tip)} do not make the total of ${money(total)}. One of them may be misread.`,
      },
    ];
  },
};

export const receiptTaxPlausible: ValidationRule = {
  id: 'procurement/receipt-tax-plausible',
  severity: 'warning',
  source: 'No sales tax or VAT rate is above 27 %; the tax is at most that share of the total.',
  check: (view) => {
    const tax = numberAt(view, 'tax');
    const total = numberAt(view, 'total');
    if (tax === undefined || total === undefined || total <= 0 || tax <= 0.27 * total) return [];
    return [{ path: 'tax', message: `The tax of ${money(tax)} is more than 27 % of ${money(total)}.` }];
  },
};

export const receiptLinesAddUp: ValidationRule = {
  id: 'procurement/receipt-lines-add-up',
  severity: 'warning',
  source: 'The goods add up to the subtotal or the total.',
  check: (view) => {
    const proof = view.record.lineProof ?? proveSum(view, receiptProof, NOTHING_SEEN);
    return proof.agrees === false ? [{ path: 'lines', message: sumMessage(proof, 'receipt') }] : [];
  },
};

const NOTHING_SEEN = { rowsSeen: 0, excluded: [], printedSum: null };

export const receiptDatePlausible: ValidationRule = {
  id: 'procurement/receipt-date-plausible',
  severity: 'warning',
  source: 'Tills with a date of before 1990 or beyond 2050 have a wrong clock, or the date is misread.',
  check: (view) => {
    const date = textAt(view, 'date');
    if (date === undefined) return [];
    const year = Number(date.slice(0, 4));
    return year >= 1990 && year <= 2050 ? [] : [{ path: 'date', message: `The date ${date} is out of the ordinary.` }];
  },
};

export const receiptRules: readonly ValidationRule[] = [
  receiptAddsUp,
  receiptTaxPlausible,
  receiptLinesAddUp,
  linesMissing,
  receiptDatePlausible,
];
