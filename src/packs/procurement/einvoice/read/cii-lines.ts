// UN/CEFACT line items, of invoices (ZUGFeRD 1 and 2, Factur-X) and orders.

import type { LineItem } from '../../../../document/value.ts';
import type { XmlElement } from '../../../../document/xml-element.ts';
import { pricePerUnit, sumDecimals, toDate, toGtin, toIdentifier, toNumber, toText } from './convert.ts';
import { type FieldRow, type Found, readFirst, readRows, toLineItems } from './field-map.ts';
import { elementAt, elementsAt, placesAt } from './select.ts';

const AGREEMENT = 'SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement';
const DELIVERY = 'SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery';
const SETTLEMENT = 'SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement';
const QUANTITY = `${DELIVERY}/BilledQuantity|RequestedQuantity|AgreedQuantity|DespatchedQuantity`;
const SUMMATION = `${SETTLEMENT}/SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation`;
const PRODUCT = 'SpecifiedTradeProduct';

const lineRows: readonly FieldRow[] = [
  ['number', ['AssociatedDocumentLineDocument/LineID'], toText],
  ['quantity', [QUANTITY], toNumber],
  ['unit', [`${QUANTITY}/@unitCode`], toText],
  ['netAmount', [`${SUMMATION}/LineTotalAmount`], toNumber],
  ['taxRate', [`${SETTLEMENT}/ApplicableTradeTax/RateApplicablePercent|ApplicablePercent`], toNumber],
  ['taxAmount', [`${SUMMATION}/TaxTotalAmount`, `${SETTLEMENT}/ApplicableTradeTax/CalculatedAmount`], toNumber],
  [
    'deliveryDate',
    [
      `${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`,
      `${DELIVERY}/RequestedDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`,
      `${DELIVERY}/RequestedDeliverySupplyChainEvent/OccurrenceSpecifiedPeriod/EndDateTime/DateTimeString`,
    ],
    toDate,
  ],
  ['purchaseOrderLine', [`${AGREEMENT}/BuyerOrderReferencedDocument/LineID`], toIdentifier],
  ['sku', [`${PRODUCT}/SellerAssignedID`], toIdentifier],
  ['buyerSku', [`${PRODUCT}/BuyerAssignedID`], toIdentifier],
  ['gtin', [`${PRODUCT}/GlobalID[@schemeID=0160|GTIN]`], toGtin],
  ['brand', [`${PRODUCT}/BrandName`], toText],
];

/** Lines that only hold a note, and lines that belong to another line, are none. */
export function readCiiLines(trade: XmlElement): LineItem[] {
  return elementsAt(trade, 'IncludedSupplyChainTradeLineItem').flatMap((line) => {
    if (placesAt(line, 'AssociatedDocumentLineDocument/ParentLineID').length > 0) return [];
    const values = [...readRows(line, lineRows), ...readItemTexts(line), ...readPrice(line), ...readDiscount(line)];
    return values.some(({ path }) => path !== 'number') ? toLineItems(values) : [];
  });
}

function readItemTexts(line: XmlElement): Found[] {
  const name = readFirst(line, [`${PRODUCT}/Name`], toText);
  const more = readFirst(line, [`${PRODUCT}/Description`], toText);
  if (!name) return more ? [{ path: 'description', value: more.value, places: [more.place] }] : [];
  return [
    { path: 'description', value: name.value, places: [name.place] },
    ...(more && more.value !== name.value ? [{ path: 'specification', value: more.value, places: [more.place] }] : []),
  ];
}

function readPrice(line: XmlElement): Found[] {
  const holder =
    elementAt(line, `${AGREEMENT}/NetPriceProductTradePrice`) ??
    elementAt(line, `${AGREEMENT}/GrossPriceProductTradePrice[!AppliedTradeAllowanceCharge/ActualAmount]`);
  const amount = holder && readFirst(holder, ['ChargeAmount'], toNumber);
  if (!amount) return [];
  const basis = readFirst(holder, ['BasisQuantity'], toNumber)?.value as number | undefined;
  return [{ path: 'unitPrice', value: pricePerUnit(amount.value as number, basis), places: [amount.place] }];
}

function readDiscount(line: XmlElement): Found[] {
  const allowances = elementsAt(line, `${SETTLEMENT}/SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false]`);
  const places = allowances.flatMap((one) => placesAt(one, 'ActualAmount').slice(0, 1));
  const value = places.length > 0 ? sumDecimals(places.map((place) => place.text)) : undefined;
  return value === undefined ? [] : [{ path: 'discount', value, places, computed: places.length > 1 }];
}
