// UBL Invoice, CreditNote, DebitNote and their self-billed and freight forms → invoice or credit note (EN 16931 by its terms).

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { StructuredContent } from '../../../../pipeline/structured-syntax.ts';
import {
  sumDecimals,
  toAdjustment,
  toBic,
  toCurrency,
  toDate,
  toIban,
  toIdentifier,
  toNumber,
  toText,
} from './convert.ts';
import { isCreditNoteCode } from './document-codes.ts';
import { type FieldRow, type Found, joinTexts, readGroup, readRows, toCandidate } from './field-map.ts';
import { freightCharges } from './freight.ts';
import { ublProfile } from './profile.ts';
import { elementsAt, placesAt, textAt } from './select.ts';
import { readUblLines } from './ubl-lines.ts';
import { readUblParty } from './ubl-party.ts';

const MEANS = 'PaymentMeans';
const TOTAL = 'LegalMonetaryTotal|RequestedMonetaryTotal';

const headRows: readonly FieldRow[] = [
  ['number', ['ID'], toIdentifier],
  ['issueDate', ['IssueDate'], toDate],
  ['dueDate', ['DueDate', `${MEANS}/PaymentDueDate`, 'PaymentTerms/PaymentDueDate'], toDate],
  ['currency', ['DocumentCurrencyCode', 'InvoiceCurrencyCode', `${TOTAL}/PayableAmount/@currencyID`], toCurrency],
  ['purchaseOrderNumber', ['OrderReference/ID'], toIdentifier],
  ['contractNumber', ['ContractDocumentReference/ID'], toIdentifier],
  [
    'customerNumber',
    [
      'AccountingCustomerParty/SupplierAssignedAccountID',
      'AccountingCustomerParty/Party/PartyIdentification/ID[!@schemeID]',
    ],
    toIdentifier,
  ],
  ['deliveryDate', ['Delivery/ActualDeliveryDate'], toDate],
  ['periodStart', ['InvoicePeriod/StartDate'], toDate],
  ['periodEnd', ['InvoicePeriod/EndDate'], toDate],
  ['seller.iban', [`${MEANS}/PayeeFinancialAccount/ID`], toIban],
  [
    'seller.bic',
    [
      `${MEANS}/PayeeFinancialAccount/FinancialInstitutionBranch/ID`,
      `${MEANS}/PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/ID`,
    ],
    toBic,
  ],
  ['grossTotal', [`${TOTAL}/TaxInclusiveAmount`], toNumber],
  ['discountTotal', [`${TOTAL}/AllowanceTotalAmount`], toAdjustment],
  ['chargeTotal', [`${TOTAL}/ChargeTotalAmount`], toAdjustment],
  ['paidAmount', [`${TOTAL}/PrepaidAmount`], toAdjustment],
  ['rounding', [`${TOTAL}/PayableRoundingAmount`], toAdjustment],
  ['amountDue', [`${TOTAL}/PayableAmount`], toNumber],
  [
    'precedingInvoiceNumber',
    ['BillingReference/InvoiceDocumentReference/ID', 'BillingReference/CreditNoteDocumentReference/ID'],
    toIdentifier,
  ],
];

const taxRows: readonly FieldRow[] = [
  ['rate', ['TaxCategory/Percent', 'Percent'], toNumber],
  ['category', ['TaxCategory/ID'], toText],
  ['base', ['TaxableAmount'], toNumber],
  ['amount', ['TaxAmount'], toNumber],
];

export function readUblBill(root: XmlElement): StructuredContent {
  const credits =
    /CreditNote$/.test(root.name) || isCreditNoteCode(textAt(root, 'InvoiceTypeCode', 'CreditNoteTypeCode'));
  return {
    type: credits ? 'credit_note' : 'invoice',
    profile: ublProfile(root),
    candidates: [
      ...readRows(root, headRows),
      ...joinTexts(root, 'paymentTerms', ['PaymentTerms/Note'], toText),
      ...readUblParty(root, 'seller', ['AccountingSupplierParty/Party', 'SellerSupplierParty/Party']),
      ...readUblParty(root, 'buyer', ['AccountingCustomerParty/Party', 'BuyerCustomerParty/Party']),
      ...readUblTotals(root, TOTAL),
      ...freightCharges(elementsAt(root, 'AllowanceCharge[ChargeIndicator=true]'), {
        code: 'AllowanceChargeReasonCode',
        reason: 'AllowanceChargeReason',
        amount: 'Amount',
      }),
      ...readGroup(elementsAt(root, 'TaxTotal/TaxSubtotal'), 'taxes', taxRows),
    ].map(toCandidate),
    lines: readUblLines(root, 'InvoiceLine|CreditNoteLine|DebitNoteLine'),
  };
}

/**
 * Net and tax. OIOUBL (Denmark) writes the tax where everybody else writes the net (its TaxExclusiveAmount is "the sum of
 * taxes"): there the net is the sum of the lines with allowances and charges.
 */
export function readUblTotals(root: XmlElement, total: string): Found[] {
  const net = placesAt(root, `${total}/TaxExclusiveAmount`).slice(0, 1);
  if (/^OIOUBL/i.test(textAt(root, 'CustomizationID') ?? '')) return readOioublTotals(root, total);
  const value = net[0] && toNumber(net[0].text);
  return [...(value === undefined ? [] : [{ path: 'netTotal', value, places: net }]), ...readUblTax(root)];
}

function readOioublTotals(root: XmlElement, total: string): Found[] {
  const lines = placesAt(root, `${total}/LineExtensionAmount`).slice(0, 1);
  const charges = placesAt(root, `${total}/ChargeTotalAmount`).slice(0, 1);
  const allowances = placesAt(root, `${total}/AllowanceTotalAmount`).slice(0, 1);
  const places = [...lines, ...charges, ...allowances];
  const net =
    lines.length === 0
      ? undefined
      : sumDecimals([...lines, ...charges].map(({ text }) => text).concat(allowances.map(({ text }) => `-${text}`)));
  const tax = readUblTax(root);
  const stated = placesAt(root, `${total}/TaxExclusiveAmount`).slice(0, 1);
  const amount = stated[0] && toNumber(stated[0].text);
  return [
    ...(net === undefined ? [] : [{ path: 'netTotal', value: net, places, computed: places.length > 1 }]),
    ...(tax.length > 0 || amount === undefined ? tax : [{ path: 'taxTotal', value: amount, places: stated }]),
  ];
}

/** In the document's currency; a second total in the currency of accounting is another figure (BT-111). */
function readUblTax(root: XmlElement): Found[] {
  const currency = textAt(root, 'DocumentCurrencyCode');
  const all = elementsAt(root, 'TaxTotal').flatMap((one) => {
    const amount = placesAt(one, 'TaxAmount')[0];
    return amount ? [{ amount, currency: textAt(one, 'TaxAmount/@currencyID') }] : [];
  });
  const own = all.filter((one) => currency === undefined || one.currency === undefined || one.currency === currency);
  const places = own.map(({ amount }) => amount);
  const value = places.length > 0 ? sumDecimals(places.map(({ text }) => text)) : undefined;
  return value === undefined ? [] : [{ path: 'taxTotal', value, places, computed: places.length > 1 }];
}
