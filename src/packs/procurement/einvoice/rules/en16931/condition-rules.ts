// EN 16931-1, 6.4.2: conditions between terms (BR-CO-03 … BR-CO-26), with exact sums.

import { vatPrefixes } from '../../code-lists/countries.ts';
import { absolute, round } from '../../decimal.ts';
import type { Invoice, Period, Totals, VatBreakdown } from '../../model/invoice.ts';
import { plain } from '../../tree/navigate.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { amountOf, equals, isAbove, isNought, isWithinOne, minus, nought, percentage, plus, sumOf } from './amounts.ts';

const source = 'EN 16931-1, 6.4.2';

const documentConditions = rulesFor((i: Invoice) => [i], source, [
  test(
    'BR-CO-03',
    'Both a VAT point date (BT-7) and a code for it (BT-8) are given.',
    (i) => i.vatPoint === undefined || !i.periods.some((period) => period.pointCode !== undefined),
  ),
  test('BR-CO-15', 'Total with VAT (BT-112) is not total without VAT (BT-109) + VAT (BT-110).', addsUpWithVat),
  test('BR-CO-18', 'The invoice has no VAT breakdown (BG-23).', (i) =>
    i.taxTotals.some((total) => total.breakdown.length > 0),
  ),
]);

function addsUpWithVat({ currency, taxTotals, totals, syntax }: Invoice): boolean {
  if (!currency) return true;
  const code = plain(currency);
  const withVat = amountOf(totals[0]?.withVat);
  const withoutVat = amountOf(totals[0]?.withoutVat);
  // CII may leave the VAT total out where there is none.
  if (syntax === 'cii' && equals(withVat, withoutVat)) return true;
  const inCurrency = taxTotals.filter(({ amount }) => amount?.attributes.currencyID === code);
  if (inCurrency.length !== 1) return false;
  const sum = plus(withoutVat, amountOf(inCurrency[0]!.amount));
  return equals(withVat, sum && round(sum));
}

const lineConditions = rulesFor((i: Invoice) => i.lines, source, [
  test('BR-CO-04', 'The line has no VAT category (BT-151).', (line) =>
    line.categories.some((category) => category.vat && category.code !== ''),
  ),
]);

const identifierConditions = [
  ...rulesFor(
    (i: Invoice) => [i.seller, i.buyer, i.payee, i.taxRepresentative].flatMap((party) => party?.vatIds ?? []),
    source,
    [
      test('BR-CO-09', 'The VAT identifier does not begin with the code of a country.', (id) =>
        vatPrefixes.has(plain(id).slice(0, 2)),
      ),
    ],
  ),
  ...rulesFor((i: Invoice) => (i.seller ? [i.seller] : []), source, [
    test(
      'BR-CO-26',
      'The seller has none of identifier (BT-29), legal registration (BT-30) and VAT identifier (BT-31).',
      (seller) => seller.vatIds.length > 0 || seller.identifiers.length > 0 || seller.legalId !== undefined,
    ),
  ]),
];

const totalConditions = rulesFor<Totals, Invoice>((i) => i.totals, source, [
  test('BR-CO-10', 'The sum of line amounts (BT-106) is not what the lines add up to.', (t, invoice) =>
    equals(amountOf(t.lines), sumOf(invoice.lines.map((line) => line.net))),
  ),
  test('BR-CO-11', 'The sum of allowances (BT-107) is not what the allowances add up to.', (t, invoice) =>
    isSumOf(t.allowances, invoice, false),
  ),
  test('BR-CO-12', 'The sum of charges (BT-108) is not what the charges add up to.', (t, invoice) =>
    isSumOf(t.charges, invoice, true),
  ),
  test(
    'BR-CO-13',
    'Total without VAT (BT-109) is not lines (BT-106) − allowances (BT-107) + charges (BT-108).',
    (t) => {
      let sum = amountOf(t.lines);
      if (t.allowances) sum = minus(sum, amountOf(t.allowances));
      if (t.charges) sum = plus(sum, amountOf(t.charges));
      return equals(amountOf(t.withoutVat), sum && (t.allowances || t.charges ? round(sum) : sum));
    },
  ),
  test('BR-CO-16', 'Amount due (BT-115) is not total with VAT (BT-112) − paid (BT-113) + rounding (BT-114).', (t) => {
    let due = amountOf(t.due);
    let owed = amountOf(t.withVat);
    if (t.rounding) due = minus(due, amountOf(t.rounding));
    if (t.paid) owed = minus(owed, amountOf(t.paid));
    return equals(due && (t.rounding ? round(due) : due), owed && (t.paid ? round(owed) : owed));
  }),
]);

function isSumOf(stated: Totals['allowances'], { allowancesAndCharges }: Invoice, charge: boolean): boolean {
  const parts = allowancesAndCharges.filter((one) => one.charge === charge);
  if (!stated) return parts.length === 0;
  return equals(amountOf(stated), sumOf(parts.map((part) => part.amount)));
}

const taxConditions = [
  ...rulesFor((i: Invoice) => i.taxTotals.filter((total) => total.amount || i.syntax === 'ubl'), source, [
    test(
      'BR-CO-14',
      'The VAT total (BT-110) is not what the breakdown adds up to.',
      (total) =>
        total.breakdown.length === 0 || equals(amountOf(total.amount), sumOf(total.breakdown.map((part) => part.tax))),
    ),
  ]),
  ...rulesFor<VatBreakdown, Invoice>((i) => i.taxTotals.flatMap((total) => total.breakdown), source, [
    test('BR-CO-17', 'The VAT of a category (BT-117) is not its base (BT-116) × its rate (BT-119).', isRateOfBase),
  ]),
];

function isRateOfBase({ base, tax, category }: VatBreakdown, { syntax }: Invoice): boolean {
  const rate = category?.vat ? amountOf(category.rate) : undefined;
  const taxed = amountOf(tax);
  if (!rate || isNought(round(rate, 0))) return taxed !== undefined && isNought(round(taxed, 0));
  const based = amountOf(base);
  if (!taxed || !based) return false;
  return isWithinOne(absolute(taxed), percentage(absolute(based), rate), syntax === 'cii');
}

function hasLimits({ start, end }: Period): boolean {
  return start !== undefined || end !== undefined;
}

const periodConditions = [
  ...rulesFor<Period, Invoice>((i) => i.periods, source, [
    test(
      'BR-CO-19',
      'The invoicing period has neither start (BT-73) nor end (BT-74).',
      (period) => hasLimits(period) || period.pointCode !== undefined,
    ),
  ]),
  ...rulesFor<Period, Invoice>((i) => i.lines.flatMap((line) => line.periods), source, [
    test('BR-CO-20', 'The line’s period has neither start (BT-134) nor end (BT-135).', hasLimits),
  ]),
];

const paymentConditions = rulesFor(
  (i: Invoice) => (i.credit ? [] : i.totals.flatMap((t) => (t.due ? [t.due] : []))),
  source,
  [
    test(
      'BR-CO-25',
      'An amount is due, but neither a due date (BT-9) nor payment terms (BT-20) are given.',
      (due, i: Invoice) => !isAbove(amountOf(due), nought) || i.dueDateOrTerms !== undefined,
    ),
  ],
);

export const conditionRules: readonly Rule<Invoice>[] = [
  ...documentConditions,
  ...lineConditions,
  ...identifierConditions,
  ...totalConditions,
  ...taxConditions,
  ...periodConditions,
  ...paymentConditions,
];
