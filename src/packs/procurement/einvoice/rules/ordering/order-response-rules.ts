// Peppol order response (T76), and the one of advanced ordering (T116).

import type { Severity } from '../../../../../document/value.ts';
import { parentOf } from '../../tree/indexed-tree.ts';
import { all, first, has, plain } from '../../tree/navigate.ts';
import { test } from '../rule.ts';
import * as shared from './shared.ts';

interface Transaction {
  key: string;
  specification: string;
  /** How grave lines are that an accepted or rejected order does not need. */
  needlessLines: Severity;
}

function rulesOf({ key, specification, needlessLines }: Transaction): shared.TreeRule[] {
  const id = (number: string) => `${key}-${number}`;
  return [
    ...shared.namesSpecification(id('R006'), specification),
    ...shared.rulesAt('PriceAmount', [
      test(
        id('R005'),
        'The price is not in the document’s currency.',
        ({ attributes }, { root }) =>
          attributes.currencyID !== undefined && attributes.currencyID === plain(first(root, 'DocumentCurrencyCode')),
      ),
    ]),
    ...shared.rulesAt('BuyerCustomerParty/Party', [
      test(id('R001'), 'The buyer has neither official name nor identifier.', isIdentified),
    ]),
    ...shared.rulesAt('SellerSupplierParty/Party', [
      test(id('R002'), 'The seller has neither official name nor identifier.', isIdentified),
    ]),
    ...shared.rulesAt('PromisedDeliveryPeriod', [
      test(id('R004'), 'The promised delivery ends before it starts.', (at) => {
        const start = first(at, 'StartDate');
        const end = first(at, 'EndDate');
        return !start || !end || plain(end) >= plain(start);
      }),
    ]),
    ...shared.rulesAt('OrderLine/LineItem', [shared.lineIdTest(id('R003'))]),
    ...shared.rulesAt('OrderResponseCode', [
      lines(id('R007'), 'CA', true, 'error'),
      lines(id('R008'), 'AP', false, needlessLines),
      lines(id('R009'), 'RE', false, needlessLines),
      lines(id('R010'), 'AB', false, 'error'),
    ]),
  ];
}

type Party = Parameters<typeof has>[0];

function isIdentified(party: Party): boolean {
  return has(party, 'PartyLegalEntity/RegistrationName') || has(party, 'PartyIdentification/ID');
}

function lines(id: string, response: string, wanted: boolean, severity: Severity): shared.TreeTest {
  const message = `A response ${response} ${wanted ? 'has no' : 'has'} order lines.`;
  return test(
    id,
    message,
    (code, tree) => plain(code) !== response || all(parentOf(tree, code), 'OrderLine').length > 0 === wanted,
    severity,
  );
}

export const orderResponseRules = rulesOf({
  key: 'PEPPOL-T76',
  specification: 'urn:fdc:peppol.eu:poacc:trns:order_response:3',
  needlessLines: 'warning',
});

export const advancedOrderResponseRules = rulesOf({
  key: 'PEPPOL-T116',
  specification: 'urn:fdc:peppol.eu:poacc:trns:order_response_advanced:3',
  needlessLines: 'error',
});
