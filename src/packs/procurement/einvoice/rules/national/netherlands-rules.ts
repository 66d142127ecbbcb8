import type { XmlElement } from '../../../../../document/xml-element.ts';
import { compare, zero } from '../../decimal.ts';
import type { Invoice, Party, PaymentInstruction } from '../../model/invoice.ts';
import { select } from '../../tree/indexed-tree.ts';
import { filled, has, plain } from '../../tree/navigate.ts';
import { amountOf } from '../en16931/amounts.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { addressCountry, only } from './countries.ts';

const source = 'Peppol BIS Billing 3, the Netherlands';
const isDutch = ({ seller }: Invoice) => addressCountry(seller) === 'NL';
const isDutchToo = (i: Invoice, party: Party | undefined) => isDutch(i) && addressCountry(party) === 'NL';

function isWhole(address: XmlElement): boolean {
  const ubl = has(address, 'StreetName') && has(address, 'PostalZone');
  const cii = has(address, 'LineOne') && has(address, 'PostcodeCode');
  return (ubl || cii) && has(address, 'CityName');
}

/** KVK or OIN. */
function isDutchRegistration(id: XmlElement): boolean {
  return ['0106', '0190'].includes((id.attributes.schemeID ?? '').trim()) && plain(id) !== '';
}

const creditNoteTypes = new Set(['81', '83', '381', '396', '532']);

function creditNoteCode({ syntax, tree, typeCode }: Invoice): XmlElement | undefined {
  if (syntax === 'ubl') return select(tree, 'CreditNoteTypeCode')[0];
  return creditNoteTypes.has(plain(typeCode)) ? typeCode : undefined;
}

const partyRules = [
  ...rulesFor<XmlElement, Invoice>((i) => only(creditNoteCode(i), isDutch(i)), source, [
    test('NL-R-001', 'The credit note refers to no invoice.', (_, i) =>
      i.precedingInvoices.some(({ id }) => id !== undefined),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => only(i.seller?.address?.at, isDutch(i)), source, [
    test('NL-R-002', 'The seller’s address lacks street, city or post code.', isWhole),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => only(i.seller?.legalId, isDutch(i)), source, [
    test('NL-R-003', 'The seller’s legal registration is no KVK or OIN number (0106, 0190).', isDutchRegistration),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => only(i.buyer?.address?.at, isDutchToo(i, i.buyer)), source, [
    test('NL-R-004', 'The Dutch buyer’s address lacks street, city or post code.', isWhole),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => only(i.buyer?.legalId, isDutchToo(i, i.buyer)), source, [
    test('NL-R-005', 'The Dutch buyer’s legal registration is no KVK or OIN number (0106, 0190).', isDutchRegistration),
  ]),
  ...rulesFor<XmlElement, Invoice>(
    (i) => only(i.taxRepresentative?.address?.at, isDutchToo(i, i.taxRepresentative)),
    source,
    [test('NL-R-006', 'The Dutch tax representative’s address lacks street, city or post code.', isWhole)],
  ),
];

const allowedMeans = new Set(['30', '48', '49', '57', '58', '59']);

const paymentRules = [
  ...rulesFor((i: Invoice) => (isDutch(i) ? i.totals : []), source, [
    test(
      'NL-R-007',
      'The buyer is to pay, but no means of payment is named.',
      ({ due }, i: Invoice) => i.payments.length > 0 || !buyerPays(i, due),
    ),
  ]),
  ...rulesFor<PaymentInstruction, Invoice>((i) => (isDutch(i) ? i.payments : []), source, [
    test('NL-R-008', 'The payment means is not one of 30, 48, 49, 57, 58 and 59.', ({ code }) =>
      allowedMeans.has(plain(code)),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(orderLines, source, [
    test('NL-R-009', 'A line refers to an order line, the invoice to no order.', (_, { syntax, tree }) =>
      filled(
        select(
          tree,
          syntax === 'ubl'
            ? '/OrderReference/ID'
            : 'ApplicableHeaderTradeAgreement/BuyerOrderReferencedDocument/IssuerAssignedID',
        )[0],
      ),
    ),
  ]),
];

function buyerPays(invoice: Invoice, due: XmlElement | undefined): boolean {
  const amount = amountOf(due);
  if (!amount) return true;
  const sign = compare(amount, zero);
  const credit = invoice.at.name === 'CreditNote' || (invoice.syntax === 'cii' && plain(invoice.typeCode) === '381');
  return credit ? sign < 0 : sign > 0;
}

function orderLines(invoice: Invoice): readonly XmlElement[] {
  if (!isDutch(invoice)) return [];
  const { syntax, tree } = invoice;
  return select(
    tree,
    syntax === 'ubl' ? 'OrderLineReference/LineID' : 'SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID',
  );
}

export const netherlandsRules: readonly Rule<Invoice>[] = [...partyRules, ...paymentRules];
