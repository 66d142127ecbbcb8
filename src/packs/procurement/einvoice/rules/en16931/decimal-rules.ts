// EN 16931-1, 6.5.2: amounts have two decimals at most (BR-DEC-*; those of allowances and charges stand with them).

import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice } from '../../model/invoice.ts';
import { plain } from '../../tree/navigate.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { hasTwoDecimals } from './amounts.ts';

type Terms = (invoice: Invoice) => readonly (XmlElement | undefined)[];

const limits: readonly (readonly [string, string, Terms])[] = [
  ['BR-DEC-09', 'sum of line amounts (BT-106)', (i) => i.totals.map((t) => t.lines)],
  ['BR-DEC-10', 'sum of allowances (BT-107)', (i) => i.totals.map((t) => t.allowances)],
  ['BR-DEC-11', 'sum of charges (BT-108)', (i) => i.totals.map((t) => t.charges)],
  ['BR-DEC-12', 'total without VAT (BT-109)', (i) => i.totals.map((t) => t.withoutVat)],
  ['BR-DEC-13', 'VAT total (BT-110)', (i) => taxTotalsIn(i, i.currency)],
  ['BR-DEC-14', 'total with VAT (BT-112)', (i) => i.totals.map((t) => t.withVat)],
  ['BR-DEC-15', 'VAT total in the accounting currency (BT-111)', (i) => taxTotalsIn(i, i.taxCurrency)],
  ['BR-DEC-16', 'paid amount (BT-113)', (i) => i.totals.map((t) => t.paid)],
  ['BR-DEC-17', 'rounding amount (BT-114)', (i) => i.totals.map((t) => t.rounding)],
  ['BR-DEC-18', 'amount due (BT-115)', (i) => i.totals.map((t) => t.due)],
  ['BR-DEC-19', 'base of a VAT category (BT-116)', (i) => breakdownOf(i).map((part) => part.base)],
  ['BR-DEC-20', 'VAT of a category (BT-117)', (i) => breakdownOf(i).map((part) => part.tax)],
  ['BR-DEC-23', 'net amount of a line (BT-131)', (i) => i.lines.map((line) => line.net)],
];

function taxTotalsIn({ taxTotals }: Invoice, currency: XmlElement | undefined) {
  if (!currency) return [];
  const code = plain(currency);
  return taxTotals.map((total) => total.amount).filter((amount) => amount?.attributes.currencyID === code);
}

function breakdownOf({ taxTotals }: Invoice) {
  return taxTotals.flatMap((total) => total.breakdown);
}

export const decimalRules: readonly Rule<Invoice>[] = limits.flatMap(([id, what, terms]) =>
  rulesFor<XmlElement, Invoice>(
    (invoice: Invoice) => terms(invoice).filter((term): term is XmlElement => term !== undefined),
    'EN 16931-1, 6.5.2',
    [test(id, `The ${what} has more than two decimals.`, hasTwoDecimals)],
  ),
);
