// UBL documents around an order: request for quotation, quotation, order, its change and response, despatch and receipt
// advice, catalogue.

import type { XmlElement } from '../../../../document/xml-element.ts';
import type { StructuredContent } from '../../../../pipeline/structured-syntax.ts';
import { readAddress } from './address.ts';
import { toAdjustment, toCurrency, toDate, toIdentifier, toNumber, toText } from './convert.ts';
import { type FieldRow, type Found, joinTexts, readRows, toCandidate } from './field-map.ts';
import { ublProfile } from './profile.ts';
import { elementAt, type Steps } from './select.ts';
import { readUblTotals } from './ubl-bills.ts';
import { readUblLines } from './ubl-lines.ts';
import { readUblParty, ublAddress } from './ubl-party.ts';

/** What a kind of document is and where its parts stand. */
interface OrderShape {
  type: string;
  rows: readonly FieldRow[];
  seller: readonly Steps[];
  buyer: readonly Steps[];
  total?: Steps;
  lines?: readonly [steps: Steps, inner?: Steps];
  /** Further values that no row can say. */
  more?: (root: XmlElement) => Found[];
}

const SELLER = ['SellerSupplierParty/Party', 'SupplierParty/Party', 'DespatchSupplierParty/Party', 'ProviderParty'];
const BUYER = [
  'BuyerCustomerParty/Party',
  'OriginatorCustomerParty/Party',
  'CustomerParty/Party',
  'DeliveryCustomerParty/Party',
  'ReceiverParty',
];

const head: readonly FieldRow[] = [
  ['number', ['ID'], toIdentifier],
  ['issueDate', ['IssueDate'], toDate],
];

const terms: readonly FieldRow[] = [
  [
    'deliveryDate',
    [
      'Delivery/RequestedDeliveryPeriod/EndDate',
      'Delivery/RequestedDeliveryPeriod/StartDate',
      'Delivery/PromisedDeliveryPeriod/EndDate',
      'Delivery/LatestDeliveryDate',
      'RequestedDeliveryPeriod/EndDate',
    ],
    toDate,
  ],
  ['incoterms', ['DeliveryTerms/ID', 'TransactionConditions/ID'], toIncoterms],
];

/** "DAP", "FCA Hamburg", "Incoterms 2020: EXW": a term of Incoterms among whatever else such an element holds. */
function toIncoterms(text: string): string | undefined {
  return /\b(?:EXW|FCA|CPT|CIP|DAP|DPU|DDP|DAT|FAS|FOB|CFR|CIF)\b/.test(text) ? toText(text) : undefined;
}

function currencyRow(total: string, line: string): FieldRow {
  return [
    'currency',
    [
      'DocumentCurrencyCode',
      'PricingCurrencyCode',
      `${total}/PayableAmount/@currencyID`,
      `${line}/LineItem/LineExtensionAmount/@currencyID`,
      `${line}/LineItem/Price/PriceAmount/@currencyID`,
      `${line}/RequiredItemLocationQuantity/Price/PriceAmount/@currencyID`,
    ],
    toCurrency,
  ];
}

const ORDER_TOTAL = 'AnticipatedMonetaryTotal|LegalMonetaryTotal';

const orderRows: readonly FieldRow[] = [
  ...head,
  ...terms,
  currencyRow(ORDER_TOTAL, 'OrderLine'),
  ['revision', ['SequenceNumberID'], toIdentifier],
  ['quotationNumber', ['QuotationDocumentReference/ID'], toIdentifier],
  ['rfqNumber', ['RequestForQuotationDocumentReference/ID'], toIdentifier],
  ['projectName', ['ProjectReference/ID'], toText],
  ['purchaseOrderNumber', ['OrderReference/ID'], toIdentifier],
  ['grossTotal', [`${ORDER_TOTAL}/TaxInclusiveAmount`], toNumber],
  ['discountTotal', [`${ORDER_TOTAL}/AllowanceTotalAmount`], toAdjustment],
  ['chargeTotal', [`${ORDER_TOTAL}/ChargeTotalAmount`], toAdjustment],
];

/** An order's total is stated like a bill's, or only as what is to be paid. */
const order: OrderShape = {
  type: 'purchase_order',
  rows: orderRows,
  seller: SELLER,
  buyer: BUYER,
  total: ORDER_TOTAL,
  lines: ['OrderLine', 'LineItem'],
  more: (root) => [...deliveryAddress(root), ...joinTexts(root, 'paymentTerms', ['PaymentTerms/Note'], toText)],
};

const QUOTED = 'QuotedMonetaryTotal|LegalMonetaryTotal';

const quotation: OrderShape = {
  type: 'quotation',
  rows: [
    ...head,
    ...terms,
    currencyRow(QUOTED, 'QuotationLine'),
    ['validUntil', ['ValidityPeriod/EndDate'], toDate],
    ['rfqNumber', ['RequestForQuotationDocumentReference/ID'], toIdentifier],
    ['grossTotal', [`${QUOTED}/TaxInclusiveAmount`], toNumber],
    ['discountTotal', [`${QUOTED}/AllowanceTotalAmount`], toAdjustment],
    ['chargeTotal', [`${QUOTED}/ChargeTotalAmount`], toAdjustment],
  ],
  seller: SELLER,
  buyer: BUYER,
  total: QUOTED,
  lines: ['QuotationLine', 'LineItem'],
  more: (root) => joinTexts(root, 'paymentTerms', ['PaymentTerms/Note'], toText),
};

const rfq: OrderShape = {
  type: 'rfq',
  rows: [
    ...head,
    ...terms,
    currencyRow('none', 'RequestForQuotationLine'),
    ['submissionDeadline', ['SubmissionDueDate', 'RequestedValidityPeriod/EndDate'], toDate],
    ['projectName', ['ProjectReference/ID'], toText],
  ],
  seller: [],
  buyer: ['BuyerCustomerParty/Party', 'OriginatorCustomerParty/Party'],
  lines: ['RequestForQuotationLine', 'LineItem'],
  more: (root) => joinTexts(root, 'scope', ['Note'], toText),
};

const advice: Omit<OrderShape, 'lines'> = {
  type: 'delivery_note',
  rows: [
    ['number', ['ID'], toIdentifier],
    ['date', ['IssueDate'], toDate],
    [
      'purchaseOrderNumber',
      ['OrderReference/ID', 'DespatchLine|ReceiptLine/OrderLineReference/OrderReference/ID'],
      toIdentifier,
    ],
    [
      'carrier',
      [
        'Shipment/Consignment/CarrierParty/PartyName/Name',
        'Shipment/ShipmentStage/CarrierParty/PartyName/Name',
        'Shipment/ShipmentStage/CarrierParty/PartyLegalEntity/RegistrationName',
      ],
      toText,
    ],
  ],
  seller: SELLER,
  buyer: ['BuyerCustomerParty/Party', 'DeliveryCustomerParty/Party', 'OriginatorCustomerParty/Party'],
};

const catalogue: OrderShape = {
  type: 'item_list',
  rows: [
    ['title', ['Name', 'Description', 'ID'], toText],
    ['number', ['ID'], toIdentifier],
    ['date', ['IssueDate'], toDate],
    currencyRow('none', 'CatalogueLine'),
  ],
  seller: [],
  buyer: [],
  lines: ['CatalogueLine'],
};

export const readUblOrder = readerOf(order);
export const readUblQuotation = readerOf(quotation);
export const readUblRfq = readerOf(rfq);
export const readUblDespatch = readerOf({ ...advice, lines: ['DespatchLine'] });
export const readUblReceipt = readerOf({ ...advice, lines: ['ReceiptLine'] });
export const readUblCatalogue = readerOf(catalogue);

function readerOf(shape: OrderShape): (root: XmlElement) => StructuredContent {
  return (root) => ({
    type: shape.type,
    profile: ublProfile(root),
    candidates: [
      ...readRows(root, shape.rows),
      ...readUblParty(root, 'seller', shape.seller),
      ...readUblParty(root, 'buyer', shape.buyer),
      ...(shape.total ? readUblTotals(root, shape.total) : []),
      ...(shape.more?.(root) ?? []),
    ].map(toCandidate),
    lines: shape.lines ? readUblLines(root, ...shape.lines) : [],
  });
}

function deliveryAddress(root: XmlElement): Found[] {
  const address = elementAt(root, 'Delivery/DeliveryAddress') ?? elementAt(root, 'Delivery/DeliveryLocation/Address');
  return readAddress(address, 'deliveryAddress', ublAddress);
}
