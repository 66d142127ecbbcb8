// What Peppol's transactions around orders have in common: each asks it under a number of its own.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { vatPrefixes } from '../../code-lists/countries.ts';
import { allowanceReasonCodes, chargeReasonCodes } from '../../code-lists/small-lists.ts';
import { compare, type Decimal, zero } from '../../decimal.ts';
import { type IndexedTree, isInside, parentOf, select, selectAny } from '../../tree/indexed-tree.ts';
import { all, first, has, plain, says, textAt } from '../../tree/navigate.ts';
import { amountOf, isAbove, nought, sumOf } from '../en16931/amounts.ts';
import { type Rule, rulesFor, type Test, test } from '../rule.ts';

export type TreeRule = Rule<IndexedTree>;
export type TreeTest = Test<XmlElement, IndexedTree>;

export const source = 'Peppol BIS 3, post-award';

export function rulesAt(
  places: string | readonly string[] | ((tree: IndexedTree) => readonly XmlElement[]),
  tests: readonly TreeTest[],
): TreeRule[] {
  const find =
    typeof places === 'function'
      ? places
      : (tree: IndexedTree) => selectAny(tree, typeof places === 'string' ? [places] : places);
  return rulesFor<XmlElement, IndexedTree>(find, source, tests);
}

export const atRoot = (tree: IndexedTree) => [tree.root];

/** The value of an amount; nought when it is not stated. */
export function stated(from: XmlElement, name: string): Decimal | undefined {
  const element = first(from, name);
  return element ? amountOf(element) : zero;
}

export function isNegative(element: XmlElement | undefined): boolean {
  const value = amountOf(element);
  return value === undefined || compare(value, nought) < 0;
}

export function sumAllowances(root: XmlElement, charge: 'true' | 'false'): Decimal | undefined {
  const parts = all(root, 'AllowanceCharge').filter((one) => textAt(one, 'ChargeIndicator') === charge);
  return sumOf(parts.map((one) => first(one, 'Amount')));
}

export function namesSpecification(id: string, start: string): TreeRule[] {
  return rulesAt('/CustomizationID', [
    test(id, `The specification is not ${start}.`, (at) => plain(at).startsWith(start)),
  ]);
}

export function namesProcess(id: string, processes: readonly string[]): TreeRule[] {
  return rulesAt('ProfileID', [
    test(id, 'The process is not one of the transaction.', (at) => processes.includes(plain(at))),
  ]);
}

/** One currency, and two decimals but in prices. */
export function amountRules(
  currencyId: string,
  decimalsId: string,
  names: readonly string[],
  totals: string,
): TreeRule[] {
  const places = (tree: IndexedTree) => [
    ...selectAny(tree, names),
    ...select(tree, totals).flatMap(({ children }) => children),
  ];
  const unique = (tree: IndexedTree) => [...new Set(places(tree))];
  return rulesAt(unique, [
    test(
      currencyId,
      'The amount is not in the document’s currency.',
      ({ attributes }, { root }) =>
        attributes.currencyID === undefined || attributes.currencyID === plain(first(root, 'DocumentCurrencyCode')),
    ),
    test(
      decimalsId,
      'The amount has more than two decimals.',
      (amount, tree) => isInside(tree, amount, 'Price') || amount.name === 'Price' || decimalsOf(amount) <= 2,
    ),
  ]);
}

function decimalsOf({ text }: XmlElement): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

export function reasonRules(allowanceId: string, chargeId: string): TreeRule[] {
  const reasons = (charge: string) => (tree: IndexedTree) =>
    select(tree, 'AllowanceCharge/AllowanceChargeReasonCode').filter((code) =>
      says(parentOf(tree, code), 'ChargeIndicator', charge),
    );
  return [
    ...rulesAt(reasons('false'), [
      test(allowanceId, 'The reason of the allowance is not in UNTDID 5189.', (code) =>
        allowanceReasonCodes.has(plain(code)),
      ),
    ]),
    ...rulesAt(reasons('true'), [
      test(chargeId, 'The reason of the charge is not in UNTDID 7161.', (code) => chargeReasonCodes.has(plain(code))),
    ]),
  ];
}

/** A rate for every category but O, above nought for S. */
export function rateTests(missingId: string, standardId: string): TreeTest[] {
  return [
    test(missingId, 'The tax category has no rate.', (at) => has(at, 'Percent') || textAt(at, 'ID') === 'O'),
    test(
      standardId,
      'The standard rate is not above 0.',
      (at) => textAt(at, 'ID') !== 'S' || isAbove(amountOf(first(at, 'Percent')), nought),
    ),
  ];
}

export function vatPrefixRules(id: string): TreeRule[] {
  return rulesAt(
    (tree) => select(tree, 'PartyTaxScheme').filter((scheme) => says(scheme, 'TaxScheme/ID', 'VAT')),
    [
      test(id, 'The VAT identifier does not begin with the code of a country.', (scheme) =>
        vatPrefixes.has(textAt(scheme, 'CompanyID').slice(0, 2)),
      ),
    ],
  );
}

export function lineIdTest(id: string): TreeTest {
  return test(id, 'The line has no identifier of its own.', (line, tree) => {
    const own = textAt(line, 'ID');
    return own !== '' && countsOfLineIds(tree).get(own) === 1;
  });
}

const counted = new WeakMap<IndexedTree, Map<string, number>>();

/** Counted once a file: there are as many questions as lines. */
function countsOfLineIds(tree: IndexedTree): Map<string, number> {
  let counts = counted.get(tree);
  if (!counts) {
    counts = new Map();
    for (const line of select(tree, 'OrderLine/LineItem')) {
      const id = textAt(line, 'ID');
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    counted.set(tree, counts);
  }
  return counts;
}

export function hasNameOrId(party: XmlElement | undefined): boolean {
  return has(party, 'Party/PartyName/Name') || has(party, 'Party/PartyIdentification/ID');
}

export function isItemIdentified(item: XmlElement): boolean {
  return has(item, 'StandardItemIdentification/ID') || has(item, 'SellersItemIdentification/ID');
}
