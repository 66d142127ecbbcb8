// Totals that follow from other totals. Every value is marked as computed, with the evidence of what it was computed from.

import type { Candidate } from '../../../document/value.ts';
import type { Assignment, Inference } from '../../../pipeline/pack.ts';
import { sumOfLines } from '../constraints.ts';

function amount(assignment: Assignment, path: string): number | undefined {
  const value = assignment[path]?.value;
  return typeof value === 'number' ? value : undefined;
}

/** In hundredths, so that no float sum decides a cent. */
const cents = (value: number): number => Math.round(value * 100);

function computed(
  path: string,
  valueCents: number,
  source: string,
  from: readonly (Candidate | undefined)[],
  score: number,
): Candidate {
  return {
    path,
    value: valueCents / 100,
    raw: '',
    origin: 'computed',
    evidence: from.flatMap((candidate) => candidate?.evidence.slice(0, 1) ?? []),
    score,
    source,
    signals: { computed: score },
  };
}

const grossFromNetAndTax: Inference = {
  id: 'infer/gross-from-net-and-tax',
  reads: ['netTotal', 'taxTotal'],
  writes: ['grossTotal'],
  infer: (a) => {
    const net = amount(a, 'netTotal');
    const tax = amount(a, 'taxTotal');
    if (net === undefined || tax === undefined) return [];
    const sum = cents(net) + cents(tax);
    const due = amount(a, 'amountDue');
    // A gross that was read stays, unless it was read faintly or the amount due says otherwise.
    const read = a.grossTotal;
    if (read && read.score >= 1 && (due === undefined || cents(due) !== sum)) return [];
    return [computed('grossTotal', sum, 'infer/gross-from-net-and-tax', [a.netTotal, a.taxTotal], 0.6)];
  },
};

const netFromGrossAndTax: Inference = {
  id: 'infer/net-from-gross-and-tax',
  reads: ['grossTotal', 'taxTotal'],
  writes: ['netTotal'],
  infer: (a) => {
    const gross = amount(a, 'grossTotal');
    const tax = amount(a, 'taxTotal');
    if (gross === undefined || tax === undefined || tax >= gross || amount(a, 'netTotal') !== undefined) return [];
    return [
      computed('netTotal', cents(gross) - cents(tax), 'infer/net-from-gross-and-tax', [a.grossTotal, a.taxTotal], 0.5),
    ];
  },
};

/** Rates of one paper, at most. */
const MOST_RATES = 5;

/** Several rates printed without their sum: the sum is the tax when it carries the net to the gross, or when no total of taxes stands there. */
const taxFromRates: Inference = {
  id: 'infer/tax-from-rates',
  reads: ['netTotal', 'grossTotal', 'taxes[].amount'],
  writes: ['taxTotal'],
  infer: (a) => {
    const rows = Array.from({ length: MOST_RATES }, (_, i) => a[`taxes[${i}].amount`]).filter(
      (row) => row !== undefined,
    );
    const amounts = rows.map((row) => row.value).filter((value) => typeof value === 'number');
    if (rows.length < 2 || amounts.length < rows.length) return [];
    const sum = amounts.reduce((total, value) => total + cents(value), 0);
    const net = amount(a, 'netTotal');
    const gross = amount(a, 'grossTotal');
    const fits = net !== undefined && gross !== undefined && Math.abs(cents(net) + sum - cents(gross)) <= rows.length;
    const printed = amount(a, 'taxTotal');
    // The best so far is one of the rows: no total of taxes is printed.
    const open = printed === undefined || amounts.includes(printed);
    return open ? [computed('taxTotal', sum, 'infer/tax-from-rates', rows, fits ? 1.8 : 0.6)] : [];
  },
};

const grossFromAmountDue: Inference = {
  id: 'infer/gross-from-amount-due',
  reads: ['amountDue'],
  writes: ['grossTotal'],
  infer: (a) => {
    const due = amount(a, 'amountDue');
    if (due === undefined || amount(a, 'grossTotal') !== undefined) return [];
    const paid = Math.abs(amount(a, 'paidAmount') ?? 0);
    return [
      computed('grossTotal', cents(due) + cents(paid), 'infer/gross-from-amount-due', [a.amountDue, a.paidAmount], 0.5),
    ];
  },
};

const dueFromPaid: Inference = {
  id: 'infer/amount-due-from-paid',
  reads: ['grossTotal', 'paidAmount'],
  writes: ['amountDue'],
  infer: (a) => {
    const gross = amount(a, 'grossTotal');
    const paid = amount(a, 'paidAmount');
    if (gross === undefined || paid === undefined || amount(a, 'amountDue') !== undefined) return [];
    return [
      computed(
        'amountDue',
        cents(gross) - cents(Math.abs(paid)),
        'infer/amount-due-from-paid',
        [a.grossTotal, a.paidAmount],
        0.4,
      ),
    ];
  },
};

const netFromLines: Inference = {
  id: 'infer/net-from-lines',
  reads: [],
  writes: ['netTotal'],
  infer: (a, _reading, lines) => {
    const sum = sumOfLines(lines);
    if (sum === undefined || amount(a, 'netTotal') !== undefined || amount(a, 'grossTotal') !== undefined) return [];
    return [computed('netTotal', cents(sum), 'infer/net-from-lines', [], 0.3)];
  },
};

export const invoiceTotals: readonly Inference[] = [
  taxFromRates,
  grossFromNetAndTax,
  grossFromAmountDue,
  netFromGrossAndTax,
  netFromLines,
  dueFromPaid,
];
export const orderTotals: readonly Inference[] = [grossFromNetAndTax, netFromGrossAndTax, netFromLines];
