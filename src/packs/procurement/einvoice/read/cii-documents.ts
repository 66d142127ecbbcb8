// UN/CEFACT Cross Industry Invoice (Factur-X, ZUGFeRD 1 and 2, XRechnung) → invoice or credit note; Order-X → order.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { StructuredContent } from '../../../../pipeline/structured-syntax.ts';
import { readAddress } from './address.ts';
import { readCiiLines } from './cii-lines.ts';
import { ciiAddress, readCiiParty } from './cii-party.ts';
import { toAdjustment, toBic, toCurrency, toDate, toIban, toIdentifier, toNumber, toText } from './convert.ts';
import { isCreditNoteCode } from './document-codes.ts';
import { type FieldRow, type Found, joinTexts, readGroup, readRows, toCandidate } from './field-map.ts';
import { freightCharges } from './freight.ts';
import { profileNamed } from './profile.ts';
import { elementAt, elementsAt, placesAt, textAt } from './select.ts';

const DOCUMENT = 'ExchangedDocument|HeaderExchangedDocument';
const TRADE = 'SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction';
const AGREEMENT = `${TRADE}/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement`;
const DELIVERY = `${TRADE}/ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery`;
const SETTLEMENT = `${TRADE}/ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement`;
const TOTALS = `${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation`;
const TERMS = `${SETTLEMENT}/SpecifiedTradePaymentTerms`;
const MEANS = `${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans`;
const ID = 'IssuerAssignedID|ID';
/** The release candidate of 2013 has the date in the element itself. */
const dateAt = (steps: string): string[] => [`${steps}/DateTimeString|DateTime`, steps];
const CURRENCY = 'InvoiceCurrencyCode|OrderCurrencyCode';

/** What invoices and orders share. */
const headRows: readonly FieldRow[] = [
  ['number', [`${DOCUMENT}/ID`], toIdentifier],
  ['issueDate', dateAt(`${DOCUMENT}/IssueDateTime`), toDate],
  ['currency', [`${SETTLEMENT}/${CURRENCY}`, `${TOTALS}/GrandTotalAmount/@currencyID`], toCurrency],
  ['netTotal', [`${TOTALS}/TaxBasisTotalAmount`], toNumber],
  ['grossTotal', [`${TOTALS}/GrandTotalAmount`], toNumber],
  ['discountTotal', [`${TOTALS}/AllowanceTotalAmount`], toAdjustment],
  ['chargeTotal', [`${TOTALS}/ChargeTotalAmount`], toAdjustment],
];

const invoiceRows: readonly FieldRow[] = [
  ...headRows,
  ['dueDate', dateAt(`${TERMS}/DueDateDateTime`), toDate],
  ['purchaseOrderNumber', [`${AGREEMENT}/BuyerOrderReferencedDocument/${ID}`], toIdentifier],
  ['contractNumber', [`${AGREEMENT}/ContractReferencedDocument/${ID}`], toIdentifier],
  ['customerNumber', [`${AGREEMENT}/BuyerTradeParty/ID`], toIdentifier],
  ['deliveryDate', dateAt(`${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime`), toDate],
  ['periodStart', dateAt(`${SETTLEMENT}/BillingSpecifiedPeriod/StartDateTime`), toDate],
  ['periodEnd', dateAt(`${SETTLEMENT}/BillingSpecifiedPeriod/EndDateTime`), toDate],
  ['seller.iban', [`${MEANS}/PayeePartyCreditorFinancialAccount/IBANID|ProprietaryID`], toIban],
  ['seller.bic', [`${MEANS}/PayeeSpecifiedCreditorFinancialInstitution/BICID`], toBic],
  ['paidAmount', [`${TOTALS}/TotalPrepaidAmount`], toAdjustment],
  ['rounding', [`${TOTALS}/RoundingAmount`], toAdjustment],
  ['amountDue', [`${TOTALS}/DuePayableAmount`], toNumber],
  ['precedingInvoiceNumber', [`${SETTLEMENT}/InvoiceReferencedDocument/${ID}`], toIdentifier],
];

const taxRows: readonly FieldRow[] = [
  ['rate', ['RateApplicablePercent|ApplicablePercent'], toNumber],
  ['category', ['CategoryCode'], toText],
  ['base', ['BasisAmount'], toNumber],
  ['amount', ['CalculatedAmount'], toNumber],
];

export function readCiiInvoice(root: XmlElement): StructuredContent {
  const credits = isCreditNoteCode(textAt(root, `${DOCUMENT}/TypeCode`));
  return {
    type: credits ? 'credit_note' : 'invoice',
    profile: ciiProfile(root),
    candidates: [
      ...readRows(root, invoiceRows),
      ...joinTexts(root, 'paymentTerms', [`${TERMS}/Description`], toText),
      ...readCiiParty(root, 'seller', `${AGREEMENT}/SellerTradeParty`),
      ...readCiiParty(root, 'buyer', `${AGREEMENT}/BuyerTradeParty`),
      ...readTaxTotal(root),
      ...readFreight(root),
      ...readGroup(elementsAt(root, `${SETTLEMENT}/ApplicableTradeTax`), 'taxes', taxRows),
    ].map(toCandidate),
    lines: readCiiLines(elementAt(root, TRADE) ?? root),
  };
}

const orderRows: readonly FieldRow[] = [
  ...headRows,
  ['quotationNumber', [`${AGREEMENT}/QuotationReferencedDocument/${ID}`], toIdentifier],
  ['purchaseOrderNumber', [`${AGREEMENT}/BuyerOrderReferencedDocument/${ID}`], toIdentifier],
  ['projectName', [`${AGREEMENT}/SpecifiedProcuringProject/Name`, `${AGREEMENT}/SpecifiedProcuringProject/ID`], toText],
  ['incoterms', [`${AGREEMENT}/ApplicableTradeDeliveryTerms/DeliveryTypeCode`], toText],
  [
    'deliveryDate',
    [
      ...dateAt(`${DELIVERY}/RequestedDeliverySupplyChainEvent/OccurrenceDateTime`),
      ...dateAt(`${DELIVERY}/RequestedDeliverySupplyChainEvent/OccurrenceSpecifiedPeriod/EndDateTime`),
    ],
    toDate,
  ],
];

/** Order, change of an order and response to one: all of them say what is ordered. */
export function readOrderX(root: XmlElement): StructuredContent {
  return {
    type: 'purchase_order',
    profile: ciiProfile(root),
    candidates: [
      ...readRows(root, orderRows),
      ...joinTexts(root, 'paymentTerms', [`${TERMS}/Description`], toText),
      ...readCiiParty(root, 'seller', `${AGREEMENT}/SellerTradeParty`),
      ...readCiiParty(root, 'buyer', `${AGREEMENT}/BuyerTradeParty`),
      ...readAddress(elementAt(root, `${DELIVERY}/ShipToTradeParty/PostalTradeAddress`), 'deliveryAddress', ciiAddress),
      ...readTaxTotal(root),
      ...readFreight(root),
    ].map(toCandidate),
    lines: readCiiLines(elementAt(root, TRADE) ?? root),
  };
}

function ciiProfile(root: XmlElement): string | null {
  const context = 'ExchangedDocumentContext|SpecifiedExchangedDocumentContext';
  return profileNamed(textAt(root, `${context}/GuidelineSpecifiedDocumentContextParameter/ID`));
}

/** In the document's currency; a second total in the currency of accounting is another figure (BT-111). */
function readTaxTotal(root: XmlElement): Found[] {
  const currency = textAt(root, `${SETTLEMENT}/${CURRENCY}`);
  const own = elementsAt(root, `${TOTALS}/TaxTotalAmount`).filter(
    ({ attributes }) =>
      attributes.currencyID === undefined || currency === undefined || attributes.currencyID === currency,
  );
  const value = own[0] && toNumber(own[0].text);
  return value === undefined ? [] : [{ path: 'taxTotal', value, places: [{ text: own[0]!.text, path: own[0]!.path }] }];
}

/** Freight stands as a charge of its own kind (EXTENDED), or as a charge whose reason says so. */
function readFreight(root: XmlElement): Found[] {
  const logistics = elementsAt(root, `${SETTLEMENT}/SpecifiedLogisticsServiceCharge`);
  const places = logistics.flatMap((charge) => placesAt(charge, 'AppliedAmount').slice(0, 1));
  const value = places.length === 1 ? toNumber(places[0]!.text) : undefined;
  if (value !== undefined) return [{ path: 'shippingTotal', value, places }];
  return freightCharges(
    elementsAt(root, `${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true]`),
    { code: 'ReasonCode', reason: 'Reason', amount: 'ActualAmount' },
  );
}
