// Peppol despatch advice (T16).

import { first, has } from '../../tree/navigate.ts';
import { test } from '../rule.ts';
import * as shared from './shared.ts';

const id = (number: string) => `PEPPOL-T16-${number}`;

export const despatchAdviceRules: readonly shared.TreeRule[] = [
  ...shared.namesSpecification(id('R011'), 'urn:fdc:peppol.eu:poacc:trns:despatch_advice:3'),
  ...shared.rulesAt(shared.atRoot, [
    test(id('R002'), 'The despatch advice names no order.', (root) => has(root, 'OrderReference/ID'), 'warning'),
  ]),
  ...shared.rulesAt('BuyerCustomerParty', [
    test(id('R008'), 'The buyer has neither name nor identifier.', shared.hasNameOrId),
  ]),
  ...shared.rulesAt('SellerSupplierParty', [
    test(id('R009'), 'The seller has neither name nor identifier.', shared.hasNameOrId),
  ]),
  ...shared.rulesAt('OriginatorCustomerParty', [
    test(id('R010'), 'The originator has neither name nor identifier.', shared.hasNameOrId),
  ]),
  ...shared.rulesAt('DespatchLine', [
    test(id('R003'), 'The item has neither seller’s nor standard identifier.', (line) => {
      const item = first(line, 'Item');
      return item !== undefined && shared.isItemIdentified(item);
    }),
    test(id('R004'), 'The item has no name.', (line) => has(line, 'Item/Name')),
    test(id('R005'), 'The line has no delivered quantity.', (line) => has(line, 'DeliveredQuantity'), 'warning'),
    test(
      id('R006'),
      'The delivered quantity is negative or missing.',
      (line) => !shared.isNegative(first(line, 'DeliveredQuantity')),
    ),
    test(
      id('R007'),
      'An outstanding quantity has no reason.',
      (line) => !has(line, 'OutstandingQuantity') || has(line, 'OutstandingReason'),
      'warning',
    ),
  ]),
];
