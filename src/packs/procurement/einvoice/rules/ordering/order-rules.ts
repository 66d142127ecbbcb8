// Peppol order (T01) and order change (T114): the same rules under two names.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { add, subtract } from '../../decimal.ts';
import type { IndexedTree } from '../../tree/indexed-tree.ts';
import { parentOf } from '../../tree/indexed-tree.ts';
import { all, first, has, textAt } from '../../tree/navigate.ts';
import { amountOf, equals, isAtLeast, minus, nought, plus, sumOf } from '../en16931/amounts.ts';
import { isLineSum, isNetPrice, isPercentage } from '../peppol/price-sums.ts';
import { test } from '../rule.ts';
import * as shared from './shared.ts';

interface Transaction {
  /** `PEPPOL-T01` */
  key: string;
  specification: string;
  processes: readonly string[];
}

const adjustments = ['/AllowanceCharge', 'OrderLine/LineItem/AllowanceCharge'];
const amountNames = ['Amount', 'TaxAmount', 'LineExtensionAmount', 'PriceAmount', 'BaseAmount'];

function rulesOf({ key, specification, processes }: Transaction): shared.TreeRule[] {
  const id = (number: string) => `${key}-${number}`;
  return [
    ...shared.namesProcess(id('R031'), processes),
    ...shared.namesSpecification(id('R034'), specification),
    ...shared.amountRules(id('R003'), id('R028'), amountNames, 'AnticipatedMonetaryTotal'),
    ...shared.rulesAt(shared.atRoot, [
      test(
        id('R002'),
        'The end of the validity is not given.',
        (root) => has(root, 'ValidityPeriod/EndDate'),
        'warning',
      ),
    ]),
    ...shared.rulesAt('OriginatorCustomerParty', [
      test(id('R014'), 'The originator has neither name nor identifier.', shared.hasNameOrId),
    ]),
    ...shared.vatPrefixRules(id('R026')),
    ...shared.rulesAt('AnticipatedMonetaryTotal', totalTests(id)),
    ...shared.rulesAt('AllowanceCharge', [
      test(
        id('R020'),
        'A percentage is given without the base it is of.',
        (at) => !has(at, 'MultiplierFactorNumeric') || has(at, 'BaseAmount'),
      ),
    ]),
    ...shared.rulesAt(adjustments, allowanceTests(id)),
    ...shared.rulesAt(['TaxCategory', 'ClassifiedTaxCategory'], shared.rateTests(id('R029'), id('R030'))),
    ...shared.rulesAt('OrderLine/LineItem', lineTests(id)),
    ...shared.rulesAt('Price/AllowanceCharge', [
      test(id('R019'), 'The net price is not gross price − discount.', (at, tree) =>
        isNetPrice(at, parentOf(tree, at)),
      ),
    ]),
    ...shared.rulesAt('Price', priceTests(id)),
    ...shared.reasonRules(id('CL001'), id('CL002')),
  ];
}

type Numbered = (number: string) => string;

function allowanceTests(id: Numbered): shared.TreeTest[] {
  return [
    test(
      id('R021'),
      'A base is given without its percentage.',
      (at) => !has(at, 'BaseAmount') || has(at, 'MultiplierFactorNumeric'),
    ),
    test(id('R022'), 'The amount is not base × percentage.', (at) => {
      const base = first(at, 'BaseAmount');
      const percent = first(at, 'MultiplierFactorNumeric');
      return !base || !percent || isPercentage(first(at, 'Amount'), base, percent);
    }),
    test(
      id('R023'),
      'No reason is given, by text or code.',
      (at) => has(at, 'AllowanceChargeReason') || has(at, 'AllowanceChargeReasonCode'),
    ),
    test(
      id('R032'),
      'The allowance or charge is negative or missing.',
      (at) => !shared.isNegative(first(at, 'Amount')),
    ),
  ];
}

function priceTests(id: Numbered): shared.TreeTest[] {
  const isFine = (at: XmlElement, path: string) => !has(at, path) || !shared.isNegative(first(at, path));
  return [
    test(id('R005'), 'The net price is negative or missing.', (at) => !shared.isNegative(first(at, 'PriceAmount'))),
    test(id('R027'), 'The gross price is negative.', (at) => isFine(at, 'AllowanceCharge/BaseAmount')),
    test(id('R033'), 'The discount of the price is negative.', (at) => isFine(at, 'AllowanceCharge/Amount')),
  ];
}

function lineTests(id: Numbered): shared.TreeTest[] {
  return [
    test(
      id('R024'),
      'The line’s net amount is not quantity × price / base quantity + charges − allowances.',
      isOrderLineSum,
    ),
    test(id('R025'), 'The base quantity of the price is not above 0.', (line) => {
      const base = first(line, 'Price/BaseQuantity');
      const value = amountOf(base);
      return !base || (value !== undefined && value.digits > 0n);
    }),
    shared.lineIdTest(id('R001')),
    test(
      id('R004'),
      'The ordered quantity is negative or missing.',
      (line) => !shared.isNegative(first(line, 'Quantity')),
    ),
    test(id('R013'), 'The line has no ordered quantity.', (line) => has(line, 'Quantity'), 'warning'),
  ];
}

function isOrderLineSum(line: XmlElement): boolean {
  const amounts = (charge: string) =>
    all(line, 'AllowanceCharge')
      .filter((one) => textAt(one, 'ChargeIndicator') === charge)
      .map((one) => first(one, 'Amount'));
  return isLineSum({
    net: first(line, 'LineExtensionAmount'),
    quantity: first(line, 'Quantity'),
    price: first(line, 'Price/PriceAmount'),
    baseQuantity: first(line, 'Price/BaseQuantity'),
    allowances: amounts('false'),
    charges: amounts('true'),
  });
}

function totalTests(id: Numbered): shared.TreeTest[] {
  const read = (at: XmlElement) => ({
    lines: amountOf(first(at, 'LineExtensionAmount')),
    payable: amountOf(first(at, 'PayableAmount')),
    withTax: amountOf(first(at, 'TaxInclusiveAmount')),
    allowances: shared.stated(at, 'AllowanceTotalAmount'),
    charges: shared.stated(at, 'ChargeTotalAmount'),
  });
  const fromLines = (at: XmlElement) => {
    const { lines, allowances, charges } = read(at);
    return plus(minus(lines, allowances), charges);
  };
  const withoutTax = (at: XmlElement) =>
    has(at, 'TaxExclusiveAmount') ? amountOf(first(at, 'TaxExclusiveAmount')) : fromLines(at);
  return [
    test(id('R006'), 'The amount expected to be paid is negative or missing.', (at) =>
      isAtLeast(read(at).payable, nought),
    ),
    test(id('R007'), 'The sum of line amounts is negative or missing.', (at) => isAtLeast(read(at).lines, nought)),
    test(id('R008'), 'The sum of line amounts is not what the lines add up to.', (at, { root }) =>
      equals(read(at).lines, sumOf(all(root, 'OrderLine/LineItem/LineExtensionAmount'))),
    ),
    test(id('R009'), 'The sum of allowances is not what the allowances add up to.', (at, { root }) =>
      equals(read(at).allowances, shared.sumAllowances(root, 'false')),
    ),
    test(id('R010'), 'The sum of charges is not what the charges add up to.', (at, { root }) =>
      equals(read(at).charges, shared.sumAllowances(root, 'true')),
    ),
    test(id('R011'), 'The total without tax is not lines − allowances + charges.', (at) =>
      equals(withoutTax(at), fromLines(at)),
    ),
    test(id('R016'), 'The amount to be paid is not total with tax − prepaid + rounding.', (at) => {
      const { withTax, payable } = read(at);
      if (!withTax || withTax.digits === 0n) return true;
      const prepaid = shared.stated(at, 'PrepaidAmount');
      const rounding = shared.stated(at, 'PayableRoundingAmount');
      return (
        prepaid !== undefined && rounding !== undefined && equals(payable, add(subtract(withTax, prepaid), rounding))
      );
    }),
    test(id('R017'), 'The total with tax is not total without tax + tax.', (at, { root }: IndexedTree) => {
      const { withTax } = read(at);
      if (!withTax || withTax.digits === 0n || !has(root, 'TaxTotal')) return true;
      return equals(withTax, plus(withoutTax(at), shared.stated(root, 'TaxTotal/TaxAmount')));
    }),
  ];
}

export const orderRules = rulesOf({
  key: 'PEPPOL-T01',
  specification: 'urn:fdc:peppol.eu:poacc:trns:order:3',
  processes: [
    'urn:fdc:peppol.eu:poacc:bis:order_only:3',
    'urn:fdc:peppol.eu:poacc:bis:ordering:3',
    'urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3',
  ],
});

export const orderChangeRules = rulesOf({
  key: 'PEPPOL-T114',
  specification: 'urn:fdc:peppol.eu:poacc:trns:order_change:3',
  processes: ['urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3'],
});

export const orderCancellationRules = [
  ...shared.namesProcess('PEPPOL-T115-R031', ['urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3']),
  ...shared.namesSpecification('PEPPOL-T115-R034', 'urn:fdc:peppol.eu:poacc:trns:order_cancellation:3'),
];
