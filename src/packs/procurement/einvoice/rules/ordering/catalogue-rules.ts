// Peppol catalogue (T19), shopping cart (T77) and catalogue response (T58).

import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { IndexedTree } from '../../tree/indexed-tree.ts';
import { all, attribute, first, has, says, textAt } from '../../tree/navigate.ts';
import { amountOf, isAbove, isAtLeast, nought } from '../en16931/amounts.ts';
import { test } from '../rule.ts';
import * as shared from './shared.ts';

const id = (number: string) => `PEPPOL-T19-${number}`;

/** ISO dates sort as text; what is open counts as always. */
interface Span {
  start: string;
  end: string;
}

const always: Span = { start: '0000-00-00', end: '9999-99-99' };

function spanOf(period: XmlElement | undefined, otherwise: Span): Span {
  return {
    start: textAt(period, 'StartDate') || otherwise.start,
    end: textAt(period, 'EndDate') || otherwise.end,
  };
}

const isWithin = (inner: Span, outer: Span) =>
  inner.start >= outer.start && inner.start <= outer.end && inner.end <= outer.end && inner.end >= outer.start;

const catalogueSpan = ({ root }: IndexedTree) => spanOf(first(root, 'ValidityPeriod'), always);
const lineSpan = (line: XmlElement, tree: IndexedTree) =>
  spanOf(first(line, 'LineValidityPeriod'), catalogueSpan(tree));

/** Validity of each price of the line. */
function priceSpans(line: XmlElement, tree: IndexedTree): Span[] {
  const own = lineSpan(line, tree);
  return all(line, 'RequiredItemLocationQuantity/Price').map((price) => spanOf(first(price, 'ValidityPeriod'), own));
}

function isFine(line: XmlElement, name: string): boolean {
  return !has(line, name) || !shared.isNegative(first(line, name));
}

export const catalogueRules: readonly shared.TreeRule[] = [
  ...shared.namesProcess(id('R017'), [
    'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3',
    'urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3',
  ]),
  ...shared.rulesAt('/ValidityPeriod', [
    test(
      id('R001'),
      'The catalogue’s validity ends before it starts.',
      (_, tree) => catalogueSpan(tree).end >= catalogueSpan(tree).start,
    ),
  ]),
  ...shared.rulesAt('SellerSupplierParty', [
    test(id('R004'), 'The supplier has neither name nor identifier.', shared.hasNameOrId),
  ]),
  ...shared.rulesAt('ContractorCustomerParty', [
    test(id('R005'), 'The customer has neither name nor identifier.', shared.hasNameOrId),
  ]),
  ...shared.rulesAt('RequiredItemLocationQuantity/Price', [
    test(id('R006'), 'The price is negative or missing.', (price) => !shared.isNegative(first(price, 'PriceAmount'))),
  ]),
  ...shared.rulesAt('CatalogueLine', [
    test(id('R007'), 'The line’s validity is not within the catalogue’s.', (line, tree) =>
      isWithin(lineSpan(line, tree), catalogueSpan(tree)),
    ),
    test(id('R008'), 'The maximum quantity is negative.', (line) => isFine(line, 'MaximumOrderQuantity')),
    test(id('R009'), 'The minimum quantity is negative.', (line) => isFine(line, 'MinimumOrderQuantity')),
    test(id('R010'), 'The maximum quantity is below the minimum.', (line) => {
      if (!has(line, 'MaximumOrderQuantity') || !has(line, 'MinimumOrderQuantity')) return true;
      return isAtLeast(amountOf(first(line, 'MaximumOrderQuantity')), amountOf(first(line, 'MinimumOrderQuantity')));
    }),
    test(id('R011'), 'The price’s validity is not within the line’s.', (line, tree) =>
      priceSpans(line, tree).every((span) => isWithin(span, lineSpan(line, tree))),
    ),
    test(
      id('R013'),
      'The line’s validity ends before it starts.',
      (line, tree) => lineSpan(line, tree).start <= lineSpan(line, tree).end,
    ),
    test(id('R016'), 'The price’s validity ends before it starts.', (line, tree) =>
      priceSpans(line, tree).every(({ start, end }) => start <= end),
    ),
  ]),
  ...shared.rulesAt('ClassifiedTaxCategory', shared.rateTests(id('R014'), id('R015'))),
  ...shared.rulesAt('Item', [
    test(id('R012'), 'The item has neither seller’s nor standard identifier.', shared.isItemIdentified),
  ]),
];

const cart = (number: string) => `PEPPOL-T77-${number}`;

function bothStated(at: XmlElement, holds: (base: XmlElement, batch: XmlElement) => boolean): boolean {
  const base = first(at, 'Price/BaseQuantity');
  const batch = first(at, 'DeliveryUnit/BatchQuantity');
  return !base || !batch || holds(base, batch);
}

export const shoppingCartRules: readonly shared.TreeRule[] = [
  ...shared.rulesAt(shared.atRoot, [
    test(cart('R001'), 'The validity ends before the cart was issued, or has no end.', (root) => {
      const end = textAt(root, 'ValidityPeriod/EndDate');
      return end !== '' && textAt(root, 'IssueDate') !== '' && end >= textAt(root, 'IssueDate');
    }),
  ]),
  ...shared.rulesAt('RequiredItemLocationQuantity/Price', [
    test(cart('R003'), 'The price is negative or missing.', (price) => !shared.isNegative(first(price, 'PriceAmount'))),
  ]),
  ...shared.rulesAt('Item', [
    test(cart('R004'), 'The item has neither seller’s nor standard identifier.', shared.isItemIdentified),
    test(
      cart('R005'),
      'The item has more than one main image.',
      (item) =>
        all(item, 'ItemSpecificationDocumentReference').filter((one) => says(one, 'DocumentTypeCode', 'PRODUCT_IMAGE'))
          .length <= 1,
    ),
  ]),
  ...shared.rulesAt('CatalogueLine/RequiredItemLocationQuantity', [
    test(cart('R002'), 'A quantity is not above 0.', (at) =>
      bothStated(at, (base, batch) => isAbove(amountOf(base), nought) && isAbove(amountOf(batch), nought)),
    ),
    test(cart('R006'), 'The units of base quantity and batch quantity differ.', (at) =>
      bothStated(
        at,
        (base, batch) =>
          attribute(base, 'unitCode') !== undefined && attribute(base, 'unitCode') === attribute(batch, 'unitCode'),
      ),
    ),
  ]),
  ...shared.rulesAt(
    (tree) => (tree.byName.get('AdditionalItemProperty') ?? []).filter((one) => says(one, 'Name', 'ServiceIndicator')),
    [
      test(cart('R007'), 'The service indicator is neither “true” nor “false”.', (one) =>
        ['true', 'false'].includes(textAt(one, 'Value')),
      ),
    ],
  ),
  ...shared.rulesAt('ClassifiedTaxCategory', shared.rateTests(cart('R008'), cart('R009'))),
];
