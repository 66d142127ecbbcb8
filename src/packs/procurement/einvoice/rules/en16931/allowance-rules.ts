// Allowances and charges of the document and of lines: BR-31 … BR-44, BR-CO-21 … BR-CO-24.

import type { AllowanceOrCharge, Invoice } from '../../model/invoice.ts';
import { type Rule, rulesFor, type Test, test } from '../rule.ts';
import { hasTwoDecimals } from './amounts.ts';

type AllowanceTest = Test<AllowanceOrCharge, Invoice>;

interface Family {
  what: string;
  amount: string;
  category?: string;
  reason: readonly [string, string];
  decimals: readonly [string, string];
  places(invoice: Invoice): AllowanceOrCharge[];
}

const ofDocument = (charge: boolean) => (invoice: Invoice) =>
  invoice.allowancesAndCharges.filter((one) => one.charge === charge);
const ofLines = (charge: boolean) => (invoice: Invoice) =>
  invoice.lines.flatMap((line) => line.allowancesAndCharges.filter((one) => one.charge === charge));

const families: readonly Family[] = [
  {
    what: 'document level allowance',
    amount: 'BR-31',
    category: 'BR-32',
    reason: ['BR-33', 'BR-CO-21'],
    decimals: ['BR-DEC-01', 'BR-DEC-02'],
    places: ofDocument(false),
  },
  {
    what: 'document level charge',
    amount: 'BR-36',
    category: 'BR-37',
    reason: ['BR-38', 'BR-CO-22'],
    decimals: ['BR-DEC-05', 'BR-DEC-06'],
    places: ofDocument(true),
  },
  {
    what: 'line allowance',
    amount: 'BR-41',
    reason: ['BR-42', 'BR-CO-23'],
    decimals: ['BR-DEC-24', 'BR-DEC-25'],
    places: ofLines(false),
  },
  {
    what: 'line charge',
    amount: 'BR-43',
    reason: ['BR-44', 'BR-CO-24'],
    decimals: ['BR-DEC-27', 'BR-DEC-28'],
    places: ofLines(true),
  },
];

function rulesOf({ what, amount, category, reason, decimals, places }: Family): Rule<Invoice>[] {
  const tests: AllowanceTest[] = [test(amount, `The ${what} has no amount.`, (one) => one.amount !== undefined)];
  if (category) tests.push(test(category, `The ${what} has no VAT category.`, hasVatCategory));
  for (const id of reason) tests.push(test(id, `The ${what} gives no reason, by text or code.`, givesReason));
  tests.push(
    test(decimals[0], `The amount of the ${what} has more than two decimals.`, (one) => hasTwoDecimals(one.amount)),
  );
  tests.push(
    test(decimals[1], `The base of the ${what} has more than two decimals.`, (one) => hasTwoDecimals(one.base)),
  );
  return rulesFor(places, 'EN 16931-1, 6.4.1 to 6.4.3', tests);
}

function hasVatCategory({ category }: AllowanceOrCharge): boolean {
  return category?.vat === true && category.code !== '';
}

function givesReason({ reason, reasonCode }: AllowanceOrCharge): boolean {
  return reason !== undefined || reasonCode !== undefined;
}

export const allowanceRules: readonly Rule<Invoice>[] = families.flatMap(rulesOf);
