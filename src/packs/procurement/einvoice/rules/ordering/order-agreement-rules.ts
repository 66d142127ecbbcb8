// Peppol order agreement (T110): an order response that states what was agreed.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { add, round, subtract } from '../../decimal.ts';
import { type IndexedTree, select } from '../../tree/indexed-tree.ts';
import { all, first, has, textAt } from '../../tree/navigate.ts';
import { amountOf, equals, isAtLeast, isNought, minus, nought, percentage, plus, sumOf } from '../en16931/amounts.ts';
import { isPercentage } from '../peppol/price-sums.ts';
import { test } from '../rule.ts';
import * as shared from './shared.ts';

const id = (number: string) => `PEPPOL-T110-${number}`;
const amountNames = ['Amount', 'TaxAmount', 'TaxableAmount', 'LineExtensionAmount', 'PriceAmount', 'BaseAmount'];
const usedCategories = ['AllowanceCharge/TaxCategory', 'Item/ClassifiedTaxCategory'];
const unexplained = new Set(['S', 'Z', 'L', 'M']);
const explained = new Set(['E', 'AE', 'O', 'K', 'G']);

function documentCategories({ root }: IndexedTree): readonly XmlElement[] {
  return all(root, 'TaxTotal/TaxSubtotal/TaxCategory');
}

function sameRate(a: XmlElement, b: XmlElement): boolean {
  const rates = [a, b].map((category) => amountOf(first(category, 'Percent')));
  return textAt(a, 'ID') === textAt(b, 'ID') && equals(rates[0], rates[1]);
}

const taxRules = [
  ...shared.rulesAt('TaxTotal/TaxSubtotal', [
    test(id('R024'), 'The tax of the category is not its base × its rate.', (at) => {
      const rate = amountOf(first(at, 'TaxCategory/Percent'));
      const tax = amountOf(first(at, 'TaxAmount'));
      if (!rate || isNought(round(rate, 0))) return tax !== undefined && isNought(round(tax, 0));
      return equals(tax, percentage(amountOf(first(at, 'TaxableAmount')), rate));
    }),
  ]),
  ...shared.rulesAt(
    (tree) => select(tree, '/TaxTotal').filter((total) => has(total, 'TaxSubtotal')),
    [
      test(id('R025'), 'The tax total is not what the categories add up to.', (at) =>
        equals(amountOf(first(at, 'TaxAmount')), sumOf(all(at, 'TaxSubtotal').map((part) => first(part, 'TaxAmount')))),
      ),
    ],
  ),
  ...shared.rulesAt('TaxSubtotal/TaxCategory', [
    test(
      id('R028'),
      'No reason is given for the exemption.',
      (at) => has(at, 'TaxExemptionReason') || unexplained.has(textAt(at, 'ID')),
    ),
    test(
      id('R029'),
      'A reason for an exemption is given where there is none.',
      (at) => !has(at, 'TaxExemptionReason') || explained.has(textAt(at, 'ID')),
    ),
  ]),
  ...shared.rulesAt(usedCategories, [
    test(
      id('R026'),
      'The tax category and rate are not among those of the document.',
      (at, tree) => !has(at, 'Percent') || documentCategories(tree).some((one) => sameRate(one, at)),
    ),
    test(id('R027'), 'The tax category is not among those of the document.', (at, tree) =>
      documentCategories(tree).some((one) => textAt(one, 'ID') === textAt(at, 'ID')),
    ),
    ...shared.rateTests(id('R019'), id('R020')),
  ]),
];

const read = shared.stated;

const totalRules = shared.rulesAt('LegalMonetaryTotal', [
  test(
    id('R014'),
    'Totals are given, but not the amount of every line.',
    (_, tree) => select(tree, 'OrderLine').length === select(tree, 'LineItem/LineExtensionAmount').length,
  ),
  test(
    id('R005'),
    'The amount to be paid is negative.',
    (at) => !has(at, 'PayableAmount') || !shared.isNegative(first(at, 'PayableAmount')),
  ),
  test(id('R006'), 'The sum of line amounts is negative.', (at) => isAtLeast(read(at, 'LineExtensionAmount'), nought)),
  test(
    id('R007'),
    'The sum of line amounts is not what the lines add up to.',
    (at, tree) =>
      !has(at, 'LineExtensionAmount') ||
      equals(read(at, 'LineExtensionAmount'), sumOf(select(tree, 'OrderLine/LineItem/LineExtensionAmount'))),
  ),
  test(
    id('R008'),
    'The sum of charges is not what the charges add up to.',
    (at, { root }) =>
      !has(at, 'ChargeTotalAmount') || equals(read(at, 'ChargeTotalAmount'), shared.sumAllowances(root, 'true')),
  ),
  test(
    id('R009'),
    'The sum of allowances is not what the allowances add up to.',
    (at, { root }) =>
      !has(at, 'AllowanceTotalAmount') || equals(read(at, 'AllowanceTotalAmount'), shared.sumAllowances(root, 'false')),
  ),
  test(
    id('R010'),
    'The total without tax is not lines + charges − allowances.',
    (at) =>
      !has(at, 'TaxExclusiveAmount') ||
      equals(
        read(at, 'TaxExclusiveAmount'),
        minus(plus(read(at, 'LineExtensionAmount'), read(at, 'ChargeTotalAmount')), read(at, 'AllowanceTotalAmount')),
      ),
  ),
  test(id('R011'), 'The total with tax is not total without tax + tax.', (at, { root }) =>
    equals(read(at, 'TaxInclusiveAmount'), plus(read(at, 'TaxExclusiveAmount'), read(root, 'TaxTotal/TaxAmount'))),
  ),
  test(id('R012'), 'The amount to be paid is not total with tax − prepaid + rounding.', (at) => {
    if (!has(at, 'PayableAmount')) return true;
    const [withTax, prepaid, rounding] = ['TaxInclusiveAmount', 'PrepaidAmount', 'PayableRoundingAmount'].map((name) =>
      read(at, name),
    );
    return (
      withTax !== undefined &&
      prepaid !== undefined &&
      rounding !== undefined &&
      equals(read(at, 'PayableAmount'), add(subtract(withTax, prepaid), rounding))
    );
  }),
]);

const allowanceRules = shared.rulesAt('/AllowanceCharge', [
  test(
    id('R015'),
    'A percentage is given without the base it is of.',
    (at) => !has(at, 'MultiplierFactorNumeric') || has(at, 'BaseAmount'),
  ),
  test(
    id('R016'),
    'A base is given without its percentage.',
    (at) => !has(at, 'BaseAmount') || has(at, 'MultiplierFactorNumeric'),
  ),
  test(id('R017'), 'The amount is not base × percentage.', (at) => {
    const base = first(at, 'BaseAmount');
    const percent = first(at, 'MultiplierFactorNumeric');
    return !base || !percent || isPercentage(first(at, 'Amount'), base, percent);
  }),
  test(
    id('R018'),
    'No reason is given, by text or code.',
    (at) => has(at, 'AllowanceChargeReason') || has(at, 'AllowanceChargeReasonCode'),
  ),
  test(id('R021'), 'The allowance or charge is negative or missing.', (at) => !shared.isNegative(first(at, 'Amount'))),
]);

const priceRules = shared.rulesAt('Price', [
  test(id('R001'), 'The net price is negative or missing.', (at) => !shared.isNegative(first(at, 'PriceAmount'))),
  test(id('R022'), 'The gross price is negative.', (at) => isFine(at, 'AllowanceCharge/BaseAmount')),
  test(id('R023'), 'The discount of the price is negative.', (at) => isFine(at, 'AllowanceCharge/Amount')),
]);

function isFine(at: XmlElement, path: string): boolean {
  return !has(at, path) || !shared.isNegative(first(at, path));
}

export const orderAgreementRules: readonly shared.TreeRule[] = [
  ...shared.rulesAt('Item', [
    test(id('R002'), 'The item has neither seller’s nor standard identifier.', shared.isItemIdentified),
    test(id('R003'), 'The item has no name.', (item) => has(item, 'Name')),
  ]),
  ...shared.amountRules(id('R004'), id('R013'), amountNames, 'LegalMonetaryTotal'),
  ...taxRules,
  ...totalRules,
  ...allowanceRules,
  ...priceRules,
  ...shared.reasonRules(id('CL001'), id('CL002')),
];
