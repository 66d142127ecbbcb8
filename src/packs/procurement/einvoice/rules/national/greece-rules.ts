import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice, Party } from '../../model/invoice.ts';
import { all, plain, says, textAt } from '../../tree/navigate.ts';
import { isGreekTin } from '../peppol/identifier-checks.ts';
import { type Rule, rulesFor, test } from '../rule.ts';
import { addressCountry, buyerCountry, only, partyElement, sellerCountry, vatNumbers } from './countries.ts';

const source = 'Peppol BIS Billing 3, Greece';
const isGreek = (country: string) => country === 'GR' || country === 'EL';
const bySeller = (i: Invoice) => i.syntax === 'ubl' && isGreek(sellerCountry(i));
const byBoth = (i: Invoice) => bySeller(i) && isGreek(buyerCountry(i));

/** The number has six parts: TIN|date|branch|type|series|number. */
const part = (number: XmlElement, index: number): string => number.text.split('|')[index] ?? '';
const documentTypes = new Set(['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2.1', '2.2', '2.3', '2.4', '5.1', '5.2']);

const numberRules = rulesFor<XmlElement, Invoice>((i) => only(i.number, bySeller(i)), source, [
  test(
    'GR-R-001-1',
    'The invoice number (BT-1) does not have six parts.',
    (number) => number.text.split('|').length === 6,
  ),
  test('GR-R-001-2', 'The first part of the number is not the seller’s or representative’s TIN.', (number, i) => {
    const tin = part(number, 0);
    const known = [...vatNumbers(i.seller), ...vatNumbers(i.taxRepresentative)].map((id) => id.slice(2, 11));
    return tin.trim().length === 9 && isGreekTin(tin) && known.includes(tin);
  }),
  test('GR-R-001-3', 'The second part of the number is not the issue date (BT-2).', (number, i) => {
    const [year, month, day] = plain(i.issueDate).split('-');
    return part(number, 1) !== '' && part(number, 1) === `${day}/${month}/${year}`;
  }),
  test('GR-R-001-4', 'The third part of the number is no positive whole number.', (number) =>
    /^\s*\+?\d+\s*$/.test(part(number, 2)),
  ),
  test('GR-R-001-5', 'The fourth part of the number is no Greek document type.', (number) =>
    documentTypes.has(part(number, 3)),
  ),
  test('GR-R-001-6', 'The fifth part of the number is empty.', (number) => part(number, 4) !== ''),
  test('GR-R-001-7', 'The sixth part of the number is empty.', (number) => part(number, 5) !== ''),
]);

const hasName = (party: XmlElement) => textAt(party, 'PartyName/Name') !== '';

/** One VAT number, of the form EL and TIN. */
function isGreekVat(party: Party | undefined): boolean {
  const numbers = vatNumbers(party);
  return numbers.length === 1 && numbers[0]!.startsWith('EL') && isGreekTin(numbers[0]!.slice(2));
}

const partyRules = [
  ...rulesFor<XmlElement, Invoice>((i) => only(partyElement(i.seller), bySeller(i)), source, [
    test('GR-R-002', 'The seller’s full name (BT-28) is missing.', hasName),
    test('GR-S-011', 'The seller’s VAT number is not EL and a valid TIN.', (_, i) => isGreekVat(i.seller), 'warning'),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => (bySeller(i) ? (i.seller?.vatIds ?? []) : []), source, [
    test(
      'GR-R-003',
      'The seller’s VAT number is not EL and a valid TIN.',
      (id) => plain(id).startsWith('EL') && isGreekTin(plain(id).slice(2)),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => only(partyElement(i.buyer), bySeller(i)), source, [
    test('GR-R-005', 'The buyer’s full name (BT-45) is missing.', hasName),
  ]),
  ...rulesFor<XmlElement, Invoice>((i) => only(partyElement(i.buyer), byBoth(i)), source, [
    test('GR-R-006', 'The Greek buyer’s VAT number is not EL and a valid TIN.', (_, i) => isGreekVat(i.buyer)),
  ]),
];

const isGreekAddress = (id: XmlElement) => id.attributes.schemeID === '9933' && isGreekTin(plain(id));

const addressRules = [
  ...rulesFor<XmlElement, Invoice>(
    (i) => (i.syntax === 'ubl' && isGreek(ownCountry(i)) ? (i.seller?.electronicAddresses ?? []) : []),
    source,
    [test('GR-R-009', 'The seller’s electronic address is not a TIN under the scheme 9933.', isGreekAddress)],
  ),
  ...rulesFor<XmlElement, Invoice>((i) => (byBoth(i) ? (i.buyer?.electronicAddresses ?? []) : []), source, [
    test('GR-R-010', 'The Greek buyer’s electronic address is not a TIN under the scheme 9933.', isGreekAddress),
  ]),
];

/** The seller's own country, whoever represents it. */
function ownCountry({ seller }: Invoice): string {
  return vatNumbers(seller)[0]?.slice(0, 2).toUpperCase() || addressCountry(seller);
}

const MARK = '##M.AR.K##';
const URL = '##INVOICE|URL##';

function references({ at }: Invoice, description: string): XmlElement[] {
  return all(at, 'AdditionalDocumentReference').filter((one) => says(one, 'DocumentDescription', description));
}

const fromGreece = (i: Invoice) => bySeller(i) && addressCountry(i.seller) === 'GR';

const referenceRules = [
  ...rulesFor<XmlElement, Invoice>((i) => only(i.at, fromGreece(i)), source, [
    test('GR-R-004-1', 'There is not exactly one MARK number.', (_, i) => references(i, MARK).length === 1),
    test(
      'GR-S-008-1',
      'There is not exactly one address of the invoice.',
      (_, i) => references(i, URL).length === 1,
      'warning',
    ),
    test('GR-R-008-2', 'There is more than one address of the invoice.', (_, i) => references(i, URL).length <= 1),
  ]),
  ...rulesFor<XmlElement, Invoice>(
    (i) => (fromGreece(i) ? references(i, MARK).flatMap((one) => all(one, 'ID')) : []),
    source,
    [test('GR-R-004-2', 'The MARK number is no positive whole number.', (id) => /^[1-9][0-9]*/.test(id.text))],
  ),
  ...rulesFor<XmlElement, Invoice>((i) => (bySeller(i) ? references(i, URL) : []), source, [
    test(
      'GR-R-008-3',
      'The reference to the invoice’s address has no URI.',
      (one) => textAt(one, 'Attachment/ExternalReference/URI') !== '',
    ),
  ]),
];

export const greeceRules: readonly Rule<Invoice>[] = [
  ...numberRules,
  ...partyRules,
  ...addressRules,
  ...referenceRules,
];
