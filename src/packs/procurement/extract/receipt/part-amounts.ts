// Subtotal, tax and tip: by their labels, by the table of tax rates, as the sum of several rates.

import type { Candidate } from '../../../../document/value.ts';
import { amountCandidate, computedAmount } from './amount-candidate.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import { cents } from './total-facts.ts';

export function otherCandidates(all: readonly LabelledAmount[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const one of all) {
    if (!one.label || one.amount.form === 'whole' || one.inTaxTable) continue;
    const { kind, strength } = one.label;
    if (kind === 'subtotal')
      candidates.push(
        amountCandidate('subtotal', one.amount.value, one, { label: strength, first: one.rowAmounts > 1 ? -0.8 : 0 }),
      );
    else if (one.label.also === 'subtotal')
      candidates.push(amountCandidate('subtotal', one.amount.value, one, { label: -0.3 }));
    else if (kind === 'tip') candidates.push(amountCandidate('tip', one.amount.value, one, { label: strength }));
    else if (kind === 'service')
      candidates.push(amountCandidate('tip', one.amount.value, one, { label: strength - 0.4 }));
  }
  return candidates;
}

export function taxCandidates(all: readonly LabelledAmount[]): Candidate[] {
  const lone: LabelledAmount[] = [];
  const candidates: Candidate[] = [];
  for (const one of all) {
    if (one.amount.form === 'whole') continue;
    const { label } = one;
    if (label?.kind === 'tax' && one.rowAmounts === 1 && !one.inTaxTable) {
      lone.push(one);
      candidates.push(
        amountCandidate('tax', one.amount.value, one, {
          label: label.strength,
          zero: one.amount.value === 0 ? -0.4 : 0,
        }),
      );
    } else if (label?.also === 'tax' && one.rowAmounts === 1)
      candidates.push(amountCandidate('tax', one.amount.value, one, { label: -1.2 }));
  }
  candidates.push(...tableTaxes(all), ...sumOfTaxes(lone));
  return candidates;
}

/** Rows "base, tax" or "base, tax, gross" of a tax table. */
function tableTaxes(all: readonly LabelledAmount[]): Candidate[] {
  const rows = new Map<number, LabelledAmount[]>();
  for (const one of all) {
    if (one.amount.form !== 'cents' || one.rowAmounts < 2 || !(one.inTaxTable || one.label?.kind === 'tax')) continue;
    rows.set(one.row.index, [...(rows.get(one.row.index) ?? []), one]);
  }
  const found = [...rows.values()].flatMap((members) => {
    const sorted = [...members].sort((a, b) => Math.abs(a.amount.value) - Math.abs(b.amount.value));
    if (sorted.length < 2) return [];
    const tax = sorted[0]!;
    const rest = sorted[1]!;
    const ratio = rest.amount.value === 0 ? 1 : tax.amount.value / rest.amount.value;
    return ratio >= 0 && ratio < 0.3 ? [tax] : [];
  });
  const single = found.map((tax) =>
    amountCandidate('tax', tax.amount.value, tax, { table: 0.5, zero: tax.amount.value === 0 ? -0.4 : 0 }),
  );
  return [...single, ...sumOfTaxes(found)];
}

/** Two rates, two taxes: the tax is their sum. */
function sumOfTaxes(taxes: readonly LabelledAmount[]): Candidate[] {
  const distinct = taxes.filter(
    (tax, i) =>
      tax.amount.value !== 0 &&
      taxes.findIndex((other) => other.amount.value === tax.amount.value && other.row.text === tax.row.text) === i,
  );
  if (distinct.length < 2 || distinct.length > 4) return [];
  const value = cents(distinct.reduce((sum, tax) => sum + tax.amount.value, 0));
  return [computedAmount('tax', value, { source: 'receipt/sum-of-taxes', signals: { sum: 0.2 }, from: distinct })];
}
