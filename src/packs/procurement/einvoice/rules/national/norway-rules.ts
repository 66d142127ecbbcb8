import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice } from '../../model/invoice.ts';
import { all, plain, says } from '../../tree/navigate.ts';
import { isNorwegianOrganisation } from '../peppol/identifier-checks.ts';
import { rulesFor, test } from '../rule.ts';
import { only, partyElement, sellerCountry, vatNumbers } from './countries.ts';

export const norwayRules = rulesFor<XmlElement, Invoice>(
  (i) => only(partyElement(i.seller), sellerCountry(i) === 'NO'),
  'Peppol BIS Billing 3, Norway',
  [
    test(
      'NO-R-002',
      'The seller is not said to stand in the register of enterprises (“Foretaksregisteret”).',
      isRegistered,
      'warning',
    ),
    test('NO-R-001', 'The VAT number is not NO, nine digits of an organisation and MVA.', (_, { seller }) => {
      const numbers = vatNumbers(seller).filter((number) => number.startsWith('NO'));
      return numbers.length === 0 || numbers.some(isNorwegianVat);
    }),
  ],
);

function isNorwegianVat(number: string): boolean {
  return /^NO\d{9}MVA$/.test(number) && isNorwegianOrganisation(number.slice(2, 11));
}

function isRegistered(seller: XmlElement): boolean {
  const ubl = all(seller, 'PartyTaxScheme').filter((scheme) => says(scheme, 'TaxScheme/ID', 'TAX'));
  const cii = all(seller, 'SpecifiedTaxRegistration/ID').filter(({ attributes }) => attributes.schemeID === 'FC');
  return [...ubl.flatMap((scheme) => all(scheme, 'CompanyID')), ...cii].some(
    (id) => plain(id) === 'Foretaksregisteret',
  );
}
