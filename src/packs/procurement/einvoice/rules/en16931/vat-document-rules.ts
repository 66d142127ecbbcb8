// What single VAT categories ask of the whole invoice: delivery within the Union, nothing beside “not subject to VAT”, split
// payment in Italy.

import type { Invoice } from '../../model/invoice.ts';
import { select } from '../../tree/indexed-tree.ts';
import { plain } from '../../tree/navigate.ts';
import { type Rule, rulesFor, test } from '../rule.ts';

const source = 'EN 16931-1, 6.4.3';

function breakdownCodes({ taxTotals }: Invoice): string[] {
  return taxTotals.flatMap((total) =>
    total.breakdown.flatMap(({ category }) => (category?.vat ? [category.code] : [])),
  );
}

function lineCodes({ lines }: Invoice): string[] {
  return lines.flatMap((line) => line.categories.filter((category) => category.vat).map((category) => category.code));
}

function adjustmentCodes({ allowancesAndCharges, lines }: Invoice, charge: boolean): string[] {
  return [...allowancesAndCharges, ...lines.flatMap((line) => line.allowancesAndCharges)]
    .filter((one) => one.charge === charge)
    .flatMap(({ category }) => (category?.vat ? [category.code] : []));
}

const onlyO = (codes: readonly string[]) => codes.every((code) => code === 'O');
const onlyWithO = (codes: (invoice: Invoice) => string[]) => (i: Invoice) =>
  !breakdownCodes(i).includes('O') || onlyO(codes(i));

function isDelivered({ delivery, periods }: Invoice): boolean {
  return plain(delivery.date).length > 1 || periods.some(({ at }) => at.children.length > 0);
}

/** Every category code in the file, of lines, breakdown, allowances and charges. */
function allCodes({ tree, syntax }: Invoice): string[] {
  const chains = syntax === 'ubl' ? ['TaxCategory/ID', 'ClassifiedTaxCategory/ID'] : ['CategoryCode'];
  return chains.flatMap((chain) => select(tree, chain).map(plain));
}

function countries({ tree, syntax }: Invoice): string[] {
  return select(tree, syntax === 'ubl' ? 'IdentificationCode' : 'CountryID').map(plain);
}

export const vatDocumentRules: readonly Rule<Invoice>[] = rulesFor<Invoice, Invoice>((i) => [i], source, [
  test(
    'BR-IC-11',
    'An intra-community supply has neither delivery date (BT-72) nor invoicing period (BG-14).',
    (i) => !breakdownCodes(i).includes('K') || isDelivered(i),
  ),
  test(
    'BR-IC-12',
    'An intra-community supply names no country delivered to (BT-80).',
    (i) => !breakdownCodes(i).includes('K') || plain(i.delivery.address?.country).length > 1,
  ),
  test('BR-O-11', 'The VAT breakdown has other categories beside “not subject to VAT”.', onlyWithO(breakdownCodes)),
  test('BR-O-12', 'A line is subject to VAT though the invoice is not.', onlyWithO(lineCodes)),
  test(
    'BR-O-13',
    'An allowance is subject to VAT though the invoice is not.',
    onlyWithO((i) => adjustmentCodes(i, false)),
  ),
  test(
    'BR-O-14',
    'A charge is subject to VAT though the invoice is not.',
    onlyWithO((i) => adjustmentCodes(i, true)),
  ),
  test(
    'BR-B-01',
    'Split payment (B) is for domestic invoices of Italy.',
    (i) => !allCodes(i).includes('B') || countries(i).every((country) => country === 'IT'),
  ),
  test('BR-B-02', 'Split payment (B) stands beside the standard rate (S).', (i) => {
    const codes = allCodes(i);
    return !codes.includes('B') || !codes.includes('S');
  }),
]);
