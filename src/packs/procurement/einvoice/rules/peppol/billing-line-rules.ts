// Peppol BIS Billing 3: the rules of lines and their prices, for both syntaxes.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Decimal } from '../../decimal.ts';
import type { Invoice, InvoiceLine } from '../../model/invoice.ts';
import { all, first, has, says, textAt } from '../../tree/navigate.ts';
import { amountOf } from '../en16931/amounts.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { places } from './invoice-places.ts';
import { isLineSum, isNetPrice } from './price-sums.ts';

const source = 'Peppol BIS Billing 3';

const lineRules = rulesFor<InvoiceLine, Invoice>((i) => i.lines, source, [
  test(
    'PEPPOL-EN16931-R120',
    'The line’s net amount is not quantity × price / base quantity + charges − allowances.',
    addsUp,
  ),
  test(
    'PEPPOL-EN16931-R100',
    'The line names more than one invoiced object (BT-128).',
    ({ at }) =>
      all(at, 'DocumentReference').length <= 1 &&
      all(at, 'SpecifiedLineTradeSettlement/AdditionalReferencedDocument').filter((one) => says(one, 'TypeCode', '130'))
        .length <= 1,
  ),
  test('PEPPOL-EN16931-R101', 'The line refers to a document that is no invoiced object (130).', ({ at }) => {
    const [documents, code] = has(at, 'DocumentReference')
      ? ['DocumentReference', 'DocumentTypeCode']
      : ['SpecifiedLineTradeSettlement/AdditionalReferencedDocument', 'TypeCode'];
    return !has(at, documents) || says(at, `${documents}/${code}`, '130');
  }),
]);

const baseQuantityPath = {
  ubl: 'Price/BaseQuantity',
  cii: 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity',
} as const;

function addsUp(line: InvoiceLine, { syntax }: Invoice): boolean {
  return isLineSum({
    net: line.net,
    quantity: line.quantity,
    price: line.price,
    baseQuantity: first(line.at, baseQuantityPath[syntax]),
    allowances: line.allowancesAndCharges.filter(({ charge }) => charge === false).map(({ amount }) => amount),
    charges: line.allowancesAndCharges.filter(({ charge }) => charge === true).map(({ amount }) => amount),
  });
}

const priceRules = [
  ...rulesFor<XmlElement, Invoice>(
    places({
      ubl: ['InvoiceLine/Price/BaseQuantity', 'CreditNoteLine/Price/BaseQuantity'],
      cii: ['NetPriceProductTradePrice/BasisQuantity', 'GrossPriceProductTradePrice/BasisQuantity'],
    }),
    source,
    [
      test('PEPPOL-EN16931-R121', 'The base quantity of the price (BT-149) is not above 0.', (quantity) =>
        isPositive(amountOf(quantity)),
      ),
    ],
  ),
  ...rulesFor<XmlElement, Invoice>(places({ ubl: ['Price/AllowanceCharge'] }), source, [
    test('PEPPOL-EN16931-R044', 'A charge stands on the price.', (at) => textAt(at, 'ChargeIndicator') === 'false'),
    test('PEPPOL-EN16931-R046', 'The net price is not gross price − discount.', (at, i) =>
      isNetPrice(at, i.tree.parents.get(at)),
    ),
  ]),
  ...rulesFor<InvoiceLine, Invoice>((i) => i.lines, source, [
    test(
      'PEPPOL-EN16931-R130',
      'The unit of the price’s base quantity is not that of the quantity.',
      ({ at, quantity }, { syntax }) => {
        const bases =
          syntax === 'ubl'
            ? all(at, 'Price/BaseQuantity')
            : [
                ...all(at, baseQuantityPath.cii),
                ...all(at, 'SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/BasisQuantity'),
              ];
        return bases.every(({ attributes }) => {
          if (attributes.unitCode === undefined) return true;
          return quantity === undefined ? syntax === 'ubl' : attributes.unitCode === quantity.attributes.unitCode;
        });
      },
    ),
  ]),
];

function isPositive(value: Decimal | undefined): boolean {
  return value !== undefined && value.digits > 0n;
}

export const billingLineRules: readonly Rule<Invoice>[] = [...lineRules, ...priceRules];
