// What must hold of one field by itself: a term says a term, a label is no value, an item's code is not the paper's number.

import { unionBox } from '../../document/box.ts';
import type { Evidence, LineItem } from '../../document/value.ts';
import type { Constraint } from '../../pipeline/pack.ts';
import { findIbans } from '../../recognize/iban.ts';
import { labelLikeness } from '../../recognize/labels/label-words.ts';
import { findPhones } from '../../recognize/phones.ts';
import { findVatIds } from '../../recognize/vat-ids.ts';
import { findIncoterms } from './extract/terms/find-incoterms.ts';
import { saysPaymentTerms } from './extract/terms/says-payment-terms.ts';

/** Outweighs any label: the candidate may be dropped, but nothing else changes. */
const VETO = 6;

/** A condition on the value of one field that only ever speaks against it. */
function refuse(id: string, path: string, wrong: (value: string, lines: readonly LineItem[]) => boolean): Constraint {
  return {
    id,
    paths: [path],
    weight: VETO,
    holds: (assignment, lines) => {
      const value = assignment[path]?.value;
      return typeof value === 'string' && wrong(value, lines) ? false : undefined;
    },
  };
}

/** Above this a short text is a label that we may not know. */
const LABEL_LIKE = 0.75;
const CONTACT = /@|\bwww\.|https?:|^\+?\d[\d\s()/-]{7,}$/i;

const noLabel = (path: string): Constraint =>
  refuse(
    `${path}-is-no-label`,
    path,
    (value) => labelLikeness(value) >= LABEL_LIKE || !/[\p{L}\d]{2}/u.test(value) || CONTACT.test(value),
  );

export const paymentTermsSaySo = refuse('payment-terms-say-terms', 'paymentTerms', (value) => !saysPaymentTerms(value));
const incotermsAreListed = refuse('incoterms-are-listed', 'incoterms', (value) => findIncoterms(value) === undefined);

const CODE_COLUMNS = ['sku', 'buyerSku', 'gtin', 'number'] as const;
const bare = (value: string): string => value.replace(/[\s.-]/g, '').toLowerCase();

/**
 * Inside the box of the items on its page. A sidebar beside them is outside: left and right are those of the narrowest item, as
 * the words of others may have been drawn from beside the table.
 */
function insideItems(place: Evidence | undefined, lines: readonly LineItem[]): boolean {
  if (!place) return false;
  const rows = lines.flatMap(({ specification: _, ...columns }) => {
    const cells = Object.values(columns).flatMap((cell) => cell.evidence);
    const boxes = cells.filter((cell) => cell.page === place.page).map((cell) => cell.box);
    return boxes.length > 0 ? [boxes.reduce((all, box) => unionBox(all, box))] : [];
  });
  if (rows.length === 0) return false;
  const top = Math.min(...rows.map((box) => box[1]));
  const bottom = Math.max(...rows.map((box) => box[3]));
  if (place.box[1] < top - 1 || place.box[3] > bottom + 1) return false;
  const middle = (place.box[0] + place.box[2]) / 2;
  return middle > Math.max(...rows.map((box) => box[0])) && middle < Math.min(...rows.map((box) => box[2]));
}

/** What stands among the items speaks of an item, not of the paper. */
const outsideItems = (path: string): Constraint => ({
  id: `${path}-outside-items`,
  paths: [path],
  weight: VETO,
  holds: (assignment, lines) => (insideItems(assignment[path]?.evidence[0], lines) ? false : undefined),
});

/** The paper's number is none of its items' codes, nobody's phone, tax id or account. */
export const numberIsOwn = refuse('number-is-no-other-number', 'number', (value, lines) => {
  const code = bare(value);
  const isItem = lines.some((line) => CODE_COLUMNS.some((column) => bare(String(line[column]?.value ?? '')) === code));
  if (isItem && lines.length > 1) return true;
  if (findIbans(value).some((one) => one.certainty >= 0.9)) return true;
  // Eight digits behind two letters are too few to tell: "SI-2024-7397" is a sales invoice, not Slovenian.
  const digits = value.replace(/\D/g, '').length;
  if (digits > 8 && findVatIds(value).some((one) => one.checked && one.end - one.start === value.length)) return true;
  return (
    /^(?:\+|0)\d*[\s./-]\d/.test(value) && findPhones(value).some((one) => one.end - one.start >= value.length - 1)
  );
});

const partOfGross = (path: string): Constraint => ({
  id: `${path}-is-part-of-gross`,
  paths: [path, 'grossTotal'],
  weight: 1.5,
  holds: (assignment) => {
    const part = assignment[path]?.value;
    const gross = assignment.grossTotal?.value;
    if (typeof part !== 'number' || typeof gross !== 'number' || gross === 0) return undefined;
    return Math.abs(part) < Math.abs(gross) ? undefined : false;
  },
});

/** Freight and discount of the whole paper are smaller than its total, and stand outside its items. */
export const adjustmentsArePart: readonly Constraint[] = [
  partOfGross('shippingTotal'),
  partOfGross('discountTotal'),
  ...['shippingTotal', 'discountTotal'].map(outsideItems),
];

/** A revision is a letter, a number or both; a word is something else. */
const revisionIsCode = refuse(
  'revision-is-code',
  'revision',
  (value) => !/^(?:(?:rev|version|v|r)\.?\s?)?(?:\p{Lu}{1,2}|\p{Lu}{0,2}\d{1,3}(?:[.-]\d{1,2})?)$/iu.test(value),
);

/** A trade is named in words: "Lot B4711" is a batch, "3 units" a quantity. */
const disciplineIsWords = refuse('discipline-is-words', 'discipline', (value) => /\d{3}|^\d/.test(value));

export const orderTexts: readonly Constraint[] = [
  revisionIsCode,
  numberIsOwn,
  paymentTermsSaySo,
  incotermsAreListed,
  noLabel('projectName'),
  ...['number', 'projectName', 'deliveryDate', 'revision', 'paymentTerms'].map(outsideItems),
  ...adjustmentsArePart,
];
export const quotationTexts: readonly Constraint[] = [
  numberIsOwn,
  paymentTermsSaySo,
  incotermsAreListed,
  ...['leadTime', 'warranty', 'deviations', 'exclusions'].map(noLabel),
  ...['number', 'leadTime', 'warranty', 'paymentTerms', 'validUntil'].map(outsideItems),
  ...adjustmentsArePart,
];
export const rfqTexts: readonly Constraint[] = [
  numberIsOwn,
  disciplineIsWords,
  ...['projectName', 'discipline', 'scope'].map(noLabel),
  ...['number', 'projectName', 'discipline', 'scope', 'deliveryDate', 'submissionDeadline'].map(outsideItems),
];
export const boqTexts: readonly Constraint[] = [
  numberIsOwn,
  disciplineIsWords,
  noLabel('projectName'),
  noLabel('discipline'),
  ...['number', 'projectName', 'discipline'].map(outsideItems),
];
export const deliveryTexts: readonly Constraint[] = [
  numberIsOwn,
  noLabel('carrier'),
  refuse('carrier-is-name', 'carrier', (value) => /^\d|^\p{Ll}{1,3}$/u.test(value)),
  ...['number', 'date', 'carrier'].map(outsideItems),
];
export const invoiceTexts: readonly Constraint[] = [
  numberIsOwn,
  paymentTermsSaySo,
  ...['number', 'paymentTerms', 'customerNumber', 'taxTotal'].map(outsideItems),
  ...adjustmentsArePart,
];
