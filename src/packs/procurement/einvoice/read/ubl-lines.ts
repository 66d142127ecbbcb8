// UBL lines: of invoices and credit notes as they stand, of orders and offers one element deeper, of despatch and receipt
// advices with their own quantities.

import type { LineItem } from '../../../../document/value.ts';
import type { XmlElement } from '../../../../document/xml-element.ts';
import { pricePerUnit, sumDecimals, toDate, toGtin, toIdentifier, toNumber, toText } from './convert.ts';
import { type FieldRow, type Found, readFirst, readRows, toLineItems } from './field-map.ts';
import { elementAt, elementsAt, placesAt, type Steps } from './select.ts';

const QUANTITIES = 'InvoicedQuantity|CreditedQuantity|DebitedQuantity|Quantity|DeliveredQuantity|ReceivedQuantity';

/** The element's own texts; those of the item, shared by all documents, follow. */
const lineRows: readonly FieldRow[] = [
  ['number', ['ID'], toText],
  ['quantity', [QUANTITIES], toNumber],
  ['unit', [`${QUANTITIES}/@unitCode`], toText],
  ['netAmount', ['LineExtensionAmount'], toNumber],
  ['taxRate', ['Item/ClassifiedTaxCategory/Percent', 'TaxTotal/TaxSubtotal/TaxCategory/Percent'], toNumber],
  ['taxAmount', ['TaxTotal/TaxAmount', 'TotalTaxAmount'], toNumber],
  [
    'deliveryDate',
    [
      'Delivery/ActualDeliveryDate',
      'Delivery/PromisedDeliveryPeriod/EndDate',
      'Delivery/RequestedDeliveryPeriod/EndDate',
      'Delivery/RequestedDeliveryPeriod/StartDate',
      'Delivery/LatestDeliveryDate',
    ],
    toDate,
  ],
  ['purchaseOrderLine', ['OrderLineReference/LineID'], toIdentifier],
];

const itemRows: readonly FieldRow[] = [
  ['sku', ['SellersItemIdentification/ID'], toIdentifier],
  ['buyerSku', ['BuyersItemIdentification/ID'], toIdentifier],
  [
    'gtin',
    ['StandardItemIdentification/ID[@schemeID=0160|GTIN|GTIN-13|EAN]', 'StandardItemIdentification/ID[!@schemeID]'],
    toGtin,
  ],
  ['brand', ['BrandName'], toText],
];

/**
 * `steps` lead to the lines; `inner` to the element with their values when that is another. `answering`: an advice or a
 * response names the line of the order that it answers.
 */
export function readUblLines(root: XmlElement, steps: Steps, inner?: Steps): LineItem[] {
  return elementsAt(root, steps).flatMap((outer) => {
    const line = (inner && elementAt(outer, inner)) || outer;
    const item = elementAt(line, 'Item') ?? elementAt(outer, 'Item');
    const own = readRows(line, lineRows);
    const values = [
      ...own,
      // The line itself is numbered where the element inside it is not.
      ...(line === outer
        ? []
        : readRows(outer, [
            ['number', ['ID'], toText],
            ['purchaseOrderLine', ['OrderLineReference/LineID'], toIdentifier],
          ])),
      ...(item ? [...readRows(item, itemRows), ...readItemTexts(item)] : []),
      ...readPrice(line, outer),
      ...readDiscount(line),
    ];
    return toLineItems(values);
  });
}

/** The name says what it is (BT-153), the description more of it (BT-154); an item that has only one is called by it. */
function readItemTexts(item: XmlElement): Found[] {
  const name = readFirst(item, ['Name'], toText);
  const descriptions = placesAt(item, 'Description');
  const description = toText(descriptions.map((place) => place.text).join(' '));
  if (name) {
    const more = description !== undefined && description !== name.value;
    return [
      { path: 'description', value: name.value, places: [name.place] },
      ...(more ? [{ path: 'specification', value: description, places: descriptions }] : []),
    ];
  }
  return description === undefined ? [] : [{ path: 'description', value: description, places: descriptions }];
}

/** BT-146 counts for BT-149 pieces. */
function readPrice(line: XmlElement, outer: XmlElement): Found[] {
  const holder =
    elementAt(line, 'Price') ?? elementAt(outer, 'Price') ?? elementAt(outer, 'RequiredItemLocationQuantity/Price');
  const amount = holder && readFirst(holder, ['PriceAmount'], toNumber);
  if (!amount) return [];
  const basis = readFirst(holder, ['BaseQuantity'], toNumber)?.value as number | undefined;
  return [{ path: 'unitPrice', value: pricePerUnit(amount.value as number, basis), places: [amount.place] }];
}

/** All allowances of the line, as an amount. */
function readDiscount(line: XmlElement): Found[] {
  const places = elementsAt(line, 'AllowanceCharge[ChargeIndicator=false]').flatMap((one) => placesAt(one, 'Amount'));
  const value = places.length > 0 ? sumDecimals(places.map((place) => place.text)) : undefined;
  return value === undefined ? [] : [{ path: 'discount', value, places, computed: places.length > 1 }];
}
