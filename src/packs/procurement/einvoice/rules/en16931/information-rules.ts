// EN 16931-1, 6.4.1: what an invoice must state (BR-01 … BR-67).

import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Address, Invoice, InvoiceLine, Period } from '../../model/invoice.ts';
import { attribute, filled, plain } from '../../tree/navigate.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { amountOf, isAtLeast, nought } from './amounts.ts';

const source = 'EN 16931-1, 6.4.1';
const whole = (invoice: Invoice) => [invoice];
const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
const hasCountry = ({ country }: Address) => filled(country);

const documentRules = rulesFor<Invoice, Invoice>(whole, source, [
  test('BR-01', 'The invoice names no specification (BT-24).', (i) => filled(i.specification)),
  test('BR-02', 'The invoice has no number (BT-1).', (i) => filled(i.number)),
  test('BR-03', 'The invoice has no issue date (BT-2).', (i) => filled(i.issueDate)),
  test('BR-04', 'The invoice has no type code (BT-3).', (i) => filled(i.typeCode)),
  test('BR-05', 'The invoice has no currency (BT-5).', (i) => filled(i.currency)),
  test('BR-06', 'The seller has no name (BT-27).', (i) => filled(i.seller?.name)),
  test('BR-07', 'The buyer has no name (BT-44).', (i) => filled(i.buyer?.name)),
  test('BR-08', 'The seller has no postal address (BG-5).', (i) => i.seller?.address !== undefined),
  test('BR-10', 'The buyer has no postal address (BG-8).', (i) => i.buyer?.address !== undefined),
  test('BR-16', 'The invoice has no line (BG-25).', (i) => i.lines.length > 0),
  test('BR-53', 'The VAT total in the accounting currency (BT-111) is missing.', hasTotalInTaxCurrency),
  test('BR-66', 'More than one payment card is named (BG-18).', (i) => countCards(i) <= 1),
]);

function hasTotalInTaxCurrency({ taxCurrency, taxTotals }: Invoice): boolean {
  if (!taxCurrency) return true;
  return taxTotals.some(({ amount }) => attribute(amount, 'currencyID') === plain(taxCurrency));
}

function countCards({ payments }: Invoice): number {
  return payments.reduce((count, payment) => count + payment.cardNumbers.length, 0);
}

const addressRules = [
  ...rulesFor<Address, Invoice>((i) => present(i.seller?.address), source, [
    test('BR-09', 'The seller’s address has no country (BT-40).', hasCountry),
  ]),
  ...rulesFor<Address, Invoice>((i) => present(i.buyer?.address), source, [
    test('BR-11', 'The buyer’s address has no country (BT-55).', hasCountry),
  ]),
  ...rulesFor<Address, Invoice>((i) => present(i.taxRepresentative?.address), source, [
    test('BR-20', 'The tax representative’s address has no country (BT-69).', hasCountry),
  ]),
  ...rulesFor<Address, Invoice>((i) => present(i.delivery.address), source, [
    test('BR-57', 'The address delivered to has no country (BT-80).', ({ country }) => country !== undefined),
  ]),
];

const partyRules = [
  ...rulesFor((i: Invoice) => present(i.payee), source, [
    test('BR-17', 'The payee has no name (BT-59), or is the seller.', (payee, { seller }: Invoice) => {
      if (!payee.name) return false;
      return !shareText([payee.name], seller?.tradingNames) && !shareText(payee.identifiers, seller?.identifiers);
    }),
  ]),
  ...rulesFor((i: Invoice) => present(i.taxRepresentative), source, [
    test('BR-18', 'The tax representative has no name (BT-62).', (party) => filled(party.name)),
    test('BR-19', 'The tax representative has no postal address (BG-12).', (party) => party.address !== undefined),
    test('BR-56', 'The tax representative has no VAT identifier (BT-63).', (party) => party.vatIds.length > 0),
  ]),
  ...rulesFor((i: Invoice) => i.seller?.electronicAddresses ?? [], source, [
    test('BR-62', 'The seller’s electronic address (BT-34) names no scheme.', (id) => filledAttribute(id, 'schemeID')),
  ]),
  ...rulesFor((i: Invoice) => i.buyer?.electronicAddresses ?? [], source, [
    test('BR-63', 'The buyer’s electronic address (BT-49) names no scheme.', (id) => filledAttribute(id, 'schemeID')),
  ]),
];

function shareText(some: readonly XmlElement[], others: readonly XmlElement[] | undefined): boolean {
  return some.some((one) => others?.some((other) => plain(one) === plain(other)));
}

function filledAttribute(element: XmlElement, name: string): boolean {
  return (attribute(element, name) ?? '').trim() !== '';
}

const totalRules = rulesFor((i: Invoice) => i.totals, source, [
  test('BR-12', 'The sum of line amounts (BT-106) is missing.', (t) => t.lines !== undefined),
  test('BR-13', 'The total without VAT (BT-109) is missing.', (t) => t.withoutVat !== undefined),
  test('BR-14', 'The total with VAT (BT-112) is missing.', (t) => t.withVat !== undefined),
  test('BR-15', 'The amount due (BT-115) is missing.', (t) => t.due !== undefined),
]);

const lineRules = rulesFor<InvoiceLine, Invoice>((i) => i.lines, source, [
  test('BR-21', 'The line has no identifier (BT-126).', (line) => filled(line.id)),
  test('BR-22', 'The line has no quantity (BT-129).', (line) => line.quantity !== undefined),
  test(
    'BR-23',
    'The line’s quantity has no unit (BT-130).',
    (line) => attribute(line.quantity, 'unitCode') !== undefined,
  ),
  test('BR-24', 'The line has no net amount (BT-131).', (line) => line.net !== undefined),
  test('BR-25', 'The line’s item has no name (BT-153).', (line) => line.itemName !== undefined),
  test('BR-26', 'The line has no net price (BT-146).', (line) => line.price !== undefined),
  test('BR-27', 'The net price (BT-146) is negative.', (line) => isAtLeast(amountOf(line.price), nought)),
  test(
    'BR-28',
    'The gross price (BT-148) is negative.',
    (line) => line.grossPrice === undefined || isAtLeast(amountOf(line.grossPrice), nought),
  ),
]);

/** ISO dates and those of format 102 sort as text. */
function endsAfterStart({ start, end }: Period): boolean {
  return !start || !end || plain(end) >= plain(start);
}

const periodRules = [
  ...rulesFor<Period, Invoice>((i) => i.periods, source, [
    test('BR-29', 'The invoicing period ends (BT-74) before it starts (BT-73).', endsAfterStart),
  ]),
  ...rulesFor<Period, Invoice>((i) => i.lines.flatMap((line) => line.periods), source, [
    test('BR-30', 'The line’s period ends (BT-135) before it starts (BT-134).', endsAfterStart),
  ]),
];

const paymentRules = [
  ...rulesFor((i: Invoice) => i.payments, source, [
    test('BR-49', 'The payment instruction has no means code (BT-81).', (payment) => payment.code !== undefined),
    test(
      'BR-61',
      'A credit transfer names no account (BT-84).',
      (payment) => !isTransfer(plain(payment.code)) || payment.accounts.some((account) => account.id !== undefined),
    ),
  ]),
  ...rulesFor((i: Invoice) => i.payments.filter((p) => isTransfer(plain(p.code))).flatMap((p) => p.accounts), source, [
    test('BR-50', 'The account paid to has no identifier (BT-84).', (account) => filled(account.id)),
  ]),
  ...rulesFor((i: Invoice) => i.payments.flatMap((payment) => payment.cardNumbers), source, [
    test('BR-51', 'More of the card number (BT-87) is shown than may be.', (n) => plain(n).length <= 10, 'warning'),
  ]),
];

function isTransfer(code: string): boolean {
  return code === '30' || code === '58';
}

const otherRules = [
  ...rulesFor((i: Invoice) => i.documents, source, [
    test('BR-52', 'The supporting document has no reference (BT-122).', (document) => filled(document.id)),
  ]),
  ...rulesFor((i: Invoice) => i.attributes, source, [
    test(
      'BR-54',
      'The item attribute lacks its name (BT-160) or value (BT-161).',
      (a) => a.name !== undefined && a.value !== undefined,
    ),
  ]),
  ...rulesFor((i: Invoice) => i.precedingInvoices, source, [
    test('BR-55', 'The preceding invoice has no number (BT-25).', (preceding) => preceding.id !== undefined),
  ]),
  ...rulesFor((i: Invoice) => i.lines.flatMap((line) => line.standardIds), source, [
    test('BR-64', 'The item’s standard identifier (BT-157) names no scheme.', (id) => filledAttribute(id, 'schemeID')),
  ]),
  ...rulesFor((i: Invoice) => i.lines.flatMap((line) => line.classifications), source, [
    test('BR-65', 'The item’s classification (BT-158) names no scheme.', (id) => filledAttribute(id, 'listID')),
  ]),
];

export const informationRules: readonly Rule<Invoice>[] = [
  ...documentRules,
  ...addressRules,
  ...partyRules,
  ...totalRules,
  ...lineRules,
  ...periodRules,
  ...paymentRules,
  ...otherRules,
];
