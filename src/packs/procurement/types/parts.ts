// What several document types of the pack share.

import type { DocumentType } from '../../../pipeline/pack.ts';
import { currencyByUse } from '../extract/currency.ts';
import { lineItemReader } from '../extract/line-items.ts';
import { partyDetails } from '../extract/parties/party-details.ts';
import { partyNames } from '../extract/parties/party-names.ts';
import { stackedTotals } from '../extract/stacked-totals.ts';
import { totalsByArithmetic } from '../extract/totals.ts';
import { countryFromIds } from '../infer/countries.ts';
import { countedOnly } from '../lines/proof-plans.ts';
import { lineProver } from '../lines/prove-lines.ts';
import { lineFields } from '../schema/common-fields.ts';

export const none = {
  lineFields: [],
  extractors: [],
  constraints: [],
  inferences: [],
  rules: [],
} satisfies Partial<DocumentType>;
export const withLines = {
  lineFields,
  lineItems: lineItemReader,
  proveLines: lineProver(countedOnly),
} satisfies Partial<DocumentType>;
export const partyCountries = [countryFromIds('seller', ['vatId', 'iban']), countryFromIds('buyer', ['vatId'])];
/** A mapping of each name to itself, for tables of totals whose kinds are named like the fields. */
export const same = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));
/** Extractors of a paper that the selling side sends out. */
export const sellerIssues = [
  partyNames('seller'),
  partyDetails('seller'),
  currencyByUse,
  totalsByArithmetic,
  stackedTotals,
];
/** Extractors of a paper that the buying side sends out. */
export const buyerIssues = [
  partyNames('buyer'),
  partyDetails('buyer'),
  currencyByUse,
  totalsByArithmetic,
  stackedTotals,
];
