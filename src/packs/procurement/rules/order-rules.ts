// What must hold in requests, offers, orders, delivery notes and bills of quantities.

import type { ValidationRule } from '../../../pipeline/pack.ts';
import { findIncoterms } from '../extract/terms/find-incoterms.ts';
import { type Finding, lineNumber, numberAt, textAt } from './common.ts';
import { linesMissing } from './line-rules.ts';

export const hasLines: ValidationRule = {
  id: 'procurement/no-lines',
  severity: 'warning',
  source: 'Requests, offers, orders and delivery notes name what they are about.',
  check: (view) =>
    view.lines.length > 0
      ? []
      : [
          {
            path: 'lines',
            message: 'No line item was found. The items may stand in an annex, or the table was not read.',
          },
        ],
};

export const orderedQuantities: ValidationRule = {
  id: 'procurement/quantity-above-zero',
  severity: 'error',
  source: 'What is asked for, offered, ordered or delivered is more than nothing.',
  check: (view) =>
    view.lines.flatMap((line, i): Finding[] => {
      const quantity = lineNumber(line, 'quantity');
      return quantity !== undefined && quantity <= 0
        ? [{ path: `lines[${i}].quantity`, message: `The quantity ${quantity} is not above zero.` }]
        : [];
    }),
};

export const quantitiesGiven: ValidationRule = {
  id: 'procurement/quantity-missing',
  severity: 'warning',
  source: 'A supplier cannot price, pick or deliver a line without its quantity.',
  check: (view) => {
    const without = view.lines.flatMap((line, i) => (lineNumber(line, 'quantity') === undefined ? [i] : []));
    // No quantity anywhere is a price list or another kind of table; one without among others is misread.
    if (without.length === view.lines.length) return [];
    return without.map((i) => ({ path: `lines[${i}].quantity`, message: `Line ${i + 1} has no quantity.` }));
  },
};

function notBefore(path: string, issued: string, value: unknown): Finding[] {
  return typeof value === 'string' && value < issued
    ? [{ path, message: `The delivery ${value} is before the issue date ${issued}.` }]
    : [];
}

export const deliveryAfterIssue: ValidationRule = {
  id: 'procurement/delivery-before-issue',
  severity: 'warning',
  source: 'Goods are delivered after they were asked for.',
  check: (view) => {
    const issued = textAt(view, 'issueDate');
    if (issued === undefined) return [];
    return [
      ...notBefore('deliveryDate', issued, textAt(view, 'deliveryDate')),
      ...view.lines.flatMap((line, i) =>
        notBefore(`lines[${i}].deliveryDate`, issued, isoOf(line.deliveryDate?.value)),
      ),
    ];
  },
};

const isoOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

/** Rules that later editions withdrew: still valid when the paper names the edition, worth a question when it does not. */
const WITHDRAWN = new Set(['DAF', 'DES', 'DEQ', 'DDU', 'DAT', 'CNF', 'C&F']);

export const incotermsComplete: ValidationRule = {
  id: 'procurement/incoterms-place',
  severity: 'info',
  source: 'Incoterms 2020, Introduction: a rule is only complete with its named place.',
  check: (view) => {
    const value = textAt(view, 'incoterms');
    const found = value === undefined ? undefined : findIncoterms(value);
    if (!found) return [];
    if (WITHDRAWN.has(found.rule))
      return [
        { path: 'incoterms', message: `${found.rule} is not among the Incoterms 2020. Ask which edition is meant.` },
      ];
    return found.value.length > found.rule.length
      ? []
      : [
          {
            path: 'incoterms',
            message: `${found.rule} names no place. Who bears cost and risk up to where stays open.`,
          },
        ];
  },
};

export const weightsSumUp: ValidationRule = {
  id: 'procurement/weights-sum',
  severity: 'warning',
  source: 'Award criteria are weighed against each other: together they make 100.',
  check: (view) => {
    let sum = 0;
    let count = 0;
    for (; count < 40; count++) {
      const weight = numberAt(view, `evaluation[${count}].weight`);
      if (weight === undefined) break;
      sum += weight;
    }
    return count === 0 || Math.abs(sum - 100) < 0.6
      ? []
      : [
          {
            path: 'evaluation[].weight',
            message: `The ${count} weights sum to ${sum}, not to 100. A criterion may be missing.`,
          },
        ];
  },
};

/** Days an offer may reasonably be held open; more is mostly a misread year or number. */
const LONGEST_VALIDITY = 365;

export const validityPlausible: ValidationRule = {
  id: 'procurement/validity-plausible',
  severity: 'warning',
  source: 'Offers are held for days or months, not for years.',
  check: (view) => {
    const days = numberAt(view, 'validityDays');
    return days === undefined || (days >= 1 && days <= LONGEST_VALIDITY)
      ? []
      : [{ path: 'validityDays', message: `A validity of ${days} days is unusual. It may be misread.` }];
  },
};

export const stagesSumUp: ValidationRule = {
  id: 'procurement/payment-stages-sum',
  severity: 'warning',
  source: 'The stages of a payment make up the whole.',
  check: (view) => {
    let sum = 0;
    let count = 0;
    for (; count < 20; count++) {
      const percent = numberAt(view, `milestones[${count}].percent`);
      if (percent === undefined) break;
      sum += percent;
    }
    return count < 2 || sum <= 100.5
      ? []
      : [{ path: 'milestones[].percent', message: `The ${count} stages of payment sum to ${sum} %.` }];
  },
};

const goods = [hasLines, orderedQuantities, quantitiesGiven];
const commercial = [...goods, deliveryAfterIssue, incotermsComplete, stagesSumUp];

export const orderRules: readonly ValidationRule[] = commercial;
export const quotationRules: readonly ValidationRule[] = commercial;
export const rfqRules: readonly ValidationRule[] = [
  ...goods,
  linesMissing,
  deliveryAfterIssue,
  weightsSumUp,
  validityPlausible,
];
export const boqRules: readonly ValidationRule[] = goods;
export const deliveryNoteRules: readonly ValidationRule[] = [...goods, linesMissing];
