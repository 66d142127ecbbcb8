// How the shop is reached and registered for tax: the first phone and tax number that are its own.

import type { Line } from '../../../../document/parsed-document.ts';
import type { Candidate } from '../../../../document/value.ts';
import { candidateAt } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { findPhones } from '../../../../recognize/phones.ts';
import { findTaxIds } from '../../../../recognize/tax-ids.ts';
import { findVatIds } from '../../../../recognize/vat-ids.ts';
import { countryOfDocument } from '../country.ts';
import { TAX_ROW } from './head.ts';
import { receiptRows } from './rows.ts';

/** A labelled number that no national plan knows: a short local one, or one misread. */
const LABELLED_PHONE =
  /(?<!\p{L})(?:te[l1i]|t[eé]l[eé]?(?:phone|fono|foon|fon)?|phone|ph|h\/?p|mob(?:ile)?|hotline|fon|^t(?=[\s.:]+[\d+(]))[\s.:#()no-]{0,8}(?<number>\+?\(?\d[\d\s().\-–/]{5,16}\d)/iu;
const LABELLED_TAX = /(?<value>(?:[A-Z]{2,3}[\s-]?)?\d[\dA-Z./-]*(?:[\s.-]\d[\dA-Z./-]*){0,5}(?:\s?MWST)?)\W*$/u;

/** Digits of these rows are no phone, however long. */
const NUMBER_ROW =
  /(?:gst|vat|tax|reg|inv|doc|trans|trx|receipt|bill|order|card|auth|ref|chk|ticket|store|member)[\w. ]{0,12}[#:=]|^\W*\d{6,12}\s?-\s?[A-Z]\W*$/iu;

export const merchantContacts: Extractor = {
  id: 'receipt/merchant-contacts',
  writes: ['merchant.phone', 'merchant.taxId'],
  extract: (reading) => {
    const country = countryOfDocument(reading);
    const rows = receiptRows(reading);
    const candidates: Candidate[] = [];
    for (const row of rows) {
      const depth = rows.length > 12 && row.index > rows.length / 2 ? -0.7 : 0.3;
      for (const line of row.lines) {
        const owned = TAX_ROW.test(line.text) || NUMBER_ROW.test(line.text);
        const phones = owned ? [] : findPhones(line.text, country ? { country } : {}).filter((phone) => !phone.fax);
        for (const [i, phone] of phones.slice(0, 2).entries())
          candidates.push(
            candidate('merchant.phone', phone.value, line, phone, {
              form: 3 * (phone.certainty - 0.5),
              depth,
              first: -0.04 * row.index - 0.5 * i,
            }),
          );
        const labelled = phones.length === 0 ? LABELLED_PHONE.exec(line.text) : null;
        if (labelled) {
          const number = labelled.groups!.number!;
          const start = labelled.index + labelled[0].length - number.length;
          candidates.push(
            candidate(
              'merchant.phone',
              number.replace(/[^\d+]/g, ''),
              line,
              { start, end: start + number.length },
              { label: 0.6, depth, first: -0.04 * row.index },
            ),
          );
        }
        candidates.push(...taxIds(line, depth - 0.04 * row.index));
      }
    }
    return candidates;
  },
};

function taxIds(line: Line, depth: number): Candidate[] {
  const known = [...findVatIds(line.text), ...findTaxIds(line.text)];
  if (known.length > 0)
    return known.map((id) =>
      // As printed: on receipts the prefix of a VAT id is often left out, and adding it would be a guess.
      candidate('merchant.taxId', id.raw.replace(/\s/g, ''), line, id, { form: 3 * (id.certainty - 0.5), depth }),
    );
  const label = TAX_ROW.exec(line.text);
  if (!label) return [];
  const rest = line.text.slice(label.index + label[0].length);
  const value = LABELLED_TAX.exec(rest)?.groups?.value;
  if (!value || value.replace(/\D/g, '').length < 6) return [];
  const start = label.index + label[0].length + rest.indexOf(value);
  return [
    candidate(
      'merchant.taxId',
      value.replace(/[\s]/g, ''),
      line,
      { start, end: start + value.length },
      { label: 0.7, depth },
    ),
  ];
}

function candidate(
  path: string,
  value: string,
  line: Line,
  span: { start: number; end: number },
  signals: Record<string, number>,
): Candidate {
  return candidateAt({ path, value, source: merchantContacts.id, signals }, line, span.start, span.end);
}
