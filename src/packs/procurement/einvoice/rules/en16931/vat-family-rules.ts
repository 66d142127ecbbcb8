// EN 16931-1, 6.4.3: ten rules for each VAT category. The categories differ in rate, in who must be identified and in
// whether an exemption is explained; the table below says how.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import { absolute } from '../../decimal.ts';
import type { AllowanceOrCharge, Invoice, InvoiceLine, VatCategory } from '../../model/invoice.ts';
import { readUblCategory, readUblIndicator } from '../../model/read-ubl-invoice.ts';
import { select } from '../../tree/indexed-tree.ts';
import { first } from '../../tree/navigate.ts';
import { type Rule, rulesFor, type Test, test } from '../rule.ts';
import {
  amountOf,
  equals,
  isAbove,
  isAtLeast,
  isNought,
  isWithinOne,
  minus,
  nought,
  percentage,
  plus,
  sumOf,
} from './amounts.ts';

/** Who must be identified where the category is used. */
type Identified = 'seller by tax' | 'seller by VAT' | 'seller by VAT, buyer by VAT' | 'seller by tax, buyer' | 'nobody';

interface Family {
  /** Middle of the rules’ ids: BR-S-01. */
  key: string;
  /** UNTDID 5305 */
  code: string;
  name: string;
  identified: Identified;
  rate: 'above nought' | 'nought' | 'at least nought' | 'none';
  exemption: 'explained' | 'absent';
}

const families: readonly Family[] = [
  {
    key: 'S',
    code: 'S',
    name: 'standard rated',
    identified: 'seller by tax',
    rate: 'above nought',
    exemption: 'absent',
  },
  { key: 'Z', code: 'Z', name: 'zero rated', identified: 'seller by tax', rate: 'nought', exemption: 'absent' },
  { key: 'E', code: 'E', name: 'exempt', identified: 'seller by tax', rate: 'nought', exemption: 'explained' },
  {
    key: 'AE',
    code: 'AE',
    name: 'reverse charge',
    identified: 'seller by tax, buyer',
    rate: 'nought',
    exemption: 'explained',
  },
  {
    key: 'IC',
    code: 'K',
    name: 'intra-community supply',
    identified: 'seller by VAT, buyer by VAT',
    rate: 'nought',
    exemption: 'explained',
  },
  { key: 'G', code: 'G', name: 'export', identified: 'seller by VAT', rate: 'nought', exemption: 'explained' },
  { key: 'O', code: 'O', name: 'not subject to VAT', identified: 'nobody', rate: 'none', exemption: 'explained' },
  { key: 'AF', code: 'L', name: 'IGIC', identified: 'seller by tax', rate: 'at least nought', exemption: 'absent' },
  { key: 'AG', code: 'M', name: 'IPSI', identified: 'seller by tax', rate: 'at least nought', exemption: 'absent' },
];

const source = 'EN 16931-1, 6.4.3';

/** Categories that are charged by rate: their base is summed rate by rate. */
function isByRate({ rate }: Family): boolean {
  return rate === 'above nought' || rate === 'at least nought';
}

function lineCategories(invoice: Invoice, { code }: Family): VatCategory[] {
  return invoice.lines.flatMap((line) => line.categories.filter((category) => category.vat && category.code === code));
}

/** Allowances or charges of any level, as the standard’s own tests look at them. */
function adjustmentCategories(invoice: Invoice, { code }: Family, charge: boolean): VatCategory[] {
  return adjustmentsOf(invoice)
    .filter((one) => one.charge === charge)
    .flatMap(({ category }) => (category?.vat && category.code === code ? [category] : []));
}

function adjustmentsOf(invoice: Invoice): Pick<AllowanceOrCharge, 'charge' | 'category'>[] {
  if (invoice.syntax === 'cii')
    return [...invoice.allowancesAndCharges, ...invoice.lines.flatMap((line) => line.allowancesAndCharges)];
  return select(invoice.tree, 'AllowanceCharge').map((at) => {
    const category = first(at, 'TaxCategory');
    return { charge: readUblIndicator(at), category: category && readUblCategory(category) };
  });
}

interface BreakdownPlace {
  at: XmlElement;
  category: VatCategory;
  base: XmlElement | undefined;
  tax: XmlElement | undefined;
}

function breakdownOf(invoice: Invoice, { code }: Family): BreakdownPlace[] {
  return invoice.taxTotals.flatMap((total) =>
    total.breakdown.flatMap(({ category, base, tax }) =>
      category?.vat && category.code === code ? [{ at: category.at, category, base, tax }] : [],
    ),
  );
}

function isUsed(invoice: Invoice, family: Family): boolean {
  return (
    lineCategories(invoice, family).length > 0 ||
    adjustmentCategories(invoice, family, false).length > 0 ||
    adjustmentCategories(invoice, family, true).length > 0
  );
}

/** -01: what is used stands in the breakdown, once where it has but one rate. */
function isBrokenDown(invoice: Invoice, family: Family): boolean {
  const used = isUsed(invoice, family);
  const count = breakdownOf(invoice, family).length;
  if (isByRate(family)) return used === count > 0;
  if (invoice.syntax === 'cii') return used ? count === 1 : count === 0;
  return used || count > 0 ? count === 1 : true;
}

function areIdentified({ seller, buyer, taxRepresentative }: Invoice, identified: Identified): boolean {
  const sellerByVat = (seller?.vatIds.length ?? 0) > 0 || (taxRepresentative?.vatIds.length ?? 0) > 0;
  const sellerByTax = sellerByVat || (seller?.taxIds.length ?? 0) > 0;
  const buyerByVat = (buyer?.vatIds.length ?? 0) > 0;
  switch (identified) {
    case 'seller by tax':
      return sellerByTax;
    case 'seller by VAT':
      return sellerByVat;
    case 'seller by VAT, buyer by VAT':
      return sellerByVat && buyerByVat;
    case 'seller by tax, buyer':
      return sellerByTax && (buyerByVat || buyer?.legalId !== undefined);
    case 'nobody':
      return !sellerByVat && !buyerByVat;
  }
}

const wanted: Readonly<Record<Identified, string>> = {
  'seller by tax': 'the seller’s VAT or tax identifier (BT-31, BT-32) or its representative’s (BT-63) is missing',
  'seller by VAT': 'the seller’s VAT identifier (BT-31) or its representative’s (BT-63) is missing',
  'seller by VAT, buyer by VAT': 'the VAT identifiers of seller (BT-31, BT-63) and buyer (BT-48) are not both given',
  'seller by tax, buyer': 'seller (BT-31, BT-32, BT-63) and buyer (BT-47, BT-48) are not both identified',
  nobody: 'VAT identifiers (BT-31, BT-48, BT-63) are given',
};

const rateTests: Readonly<Record<Family['rate'], { wrong: string; holds(category: VatCategory): boolean }>> = {
  'above nought': { wrong: 'is not above 0', holds: ({ rate }) => isAbove(amountOf(rate), nought) },
  'at least nought': { wrong: 'is below 0 or missing', holds: ({ rate }) => isAtLeast(amountOf(rate), nought) },
  nought: { wrong: 'is not 0', holds: ({ rate }) => isNought(amountOf(rate)) },
  none: { wrong: 'is given', holds: ({ rate }) => rate === undefined },
};

/** -08: the base is what lines, charges and allowances of the category (and rate) come to. */
function isSumOfParts({ category, base }: BreakdownPlace, invoice: Invoice, family: Family): boolean {
  const byRate = isByRate(family);
  if (byRate && category.rate === undefined) return true;
  const rate = amountOf(category.rate);
  const belongs = (one: VatCategory | undefined) =>
    one?.code === family.code && (!byRate || equals(amountOf(one.rate), rate));
  const lines = invoice.lines.filter((line: InvoiceLine) => line.categories.some(belongs));
  const adjustments = invoice.allowancesAndCharges.filter((one) => belongs(one.category));
  if (invoice.syntax === 'ubl') {
    const anything = family.key === 'S' ? lines.length + adjustments.length : invoice.lines.length;
    if (anything === 0) return false;
  }
  const amounts = (charge: boolean) => adjustments.filter((one) => one.charge === charge).map((one) => one.amount);
  const sum = minus(plus(sumOf(lines.map((line) => line.net)), sumOf(amounts(true))), sumOf(amounts(false)));
  const stated = amountOf(base);
  // The standard's tests leave room for rounding: by rate in both syntaxes, else in CII only.
  return byRate || invoice.syntax === 'cii' ? isWithinOne(stated, sum) : equals(stated, sum);
}

/** -09 */
function isTaxed({ category, base, tax }: BreakdownPlace, family: Family): boolean {
  const stated = amountOf(tax);
  if (!isByRate(family)) return isNought(stated);
  const based = amountOf(base);
  if (!stated || !based) return false;
  return isWithinOne(absolute(stated), percentage(absolute(based), amountOf(category.rate)));
}

function isExplained({ reason, reasonCode }: VatCategory): boolean {
  return reason !== undefined || reasonCode !== undefined;
}

function rulesOf(family: Family): Rule<Invoice>[] {
  const { key, name, identified, exemption } = family;
  const id = (number: string) => `BR-${key}-${number}`;
  const rate = rateTests[family.rate];
  const rateRule = (number: string, where: string, places: (invoice: Invoice) => VatCategory[]) =>
    rulesFor(places, source, [test(id(number), `The VAT rate of a ${where} (${name}) ${rate.wrong}.`, rate.holds)]);
  const identity = (number: string, where: string, uses: (invoice: Invoice) => boolean): Test<Invoice, Invoice> =>
    test(
      id(number),
      `A ${where} is ${name}, but ${wanted[identified]}.`,
      (i) => !uses(i) || areIdentified(i, identified),
    );
  return [
    ...rulesFor<Invoice, Invoice>((invoice) => [invoice], source, [
      test(id('01'), `The VAT breakdown does not match the use of the category “${name}”.`, (i) =>
        isBrokenDown(i, family),
      ),
      identity('02', 'line', (i) => lineCategories(i, family).length > 0),
      identity('03', 'document level allowance', (i) => adjustmentCategories(i, family, false).length > 0),
      identity('04', 'document level charge', (i) => adjustmentCategories(i, family, true).length > 0),
    ]),
    ...rateRule('05', 'line', (i) => lineCategories(i, family)),
    ...rateRule('06', 'document level allowance', (i) => adjustmentCategories(i, family, false)),
    ...rateRule('07', 'document level charge', (i) => adjustmentCategories(i, family, true)),
    ...rulesFor<BreakdownPlace, Invoice>((i) => breakdownOf(i, family), source, [
      test(id('08'), `The taxable amount (${name}) is not what lines, charges and allowances come to.`, (place, i) =>
        isSumOfParts(place, i, family),
      ),
      test(id('09'), `The tax amount (${name}) is not what base and rate come to.`, (place) => isTaxed(place, family)),
      test(
        id('10'),
        exemption === 'explained'
          ? `No reason is given for the category “${name}”.`
          : `A reason for exemption is given for “${name}”.`,
        ({ category }) => isExplained(category) === (exemption === 'explained'),
      ),
    ]),
  ];
}

export const vatFamilyRules: readonly Rule<Invoice>[] = families.flatMap(rulesOf);
