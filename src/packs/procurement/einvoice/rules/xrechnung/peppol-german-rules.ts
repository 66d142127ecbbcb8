// Peppol's rules for Germany (DE-R-*): asked when seller and buyer are both there.

import type { Invoice } from '../../model/invoice.ts';
import { isDomestic } from '../national/countries.ts';
import type { Rule } from '../rule.ts';
import { germanRules } from './german-rules.ts';
import { type GermanTerms, readGermanTerms } from './german-terms.ts';

const read = new WeakMap<Invoice, GermanTerms>();

function termsOf(invoice: Invoice): GermanTerms {
  let terms = read.get(invoice);
  if (!terms) {
    terms = readGermanTerms(invoice);
    read.set(invoice, terms);
  }
  return terms;
}

export const peppolGermanRules: readonly Rule<Invoice>[] = germanRules.flatMap(({ peppol, rule }) => {
  if (peppol === undefined) return [];
  const { severity, message, brokenAt } = rule;
  return [
    {
      id: peppol,
      severity,
      source: 'Peppol BIS Billing 3, Germany',
      message,
      brokenAt: (invoice: Invoice) => (isDomestic(invoice, 'DE') ? brokenAt(termsOf(invoice)) : []),
    },
  ];
});
