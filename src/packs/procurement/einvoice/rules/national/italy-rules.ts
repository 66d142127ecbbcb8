import type { XmlElement } from '../../../../../document/xml-element.ts';
import type { Invoice } from '../../model/invoice.ts';
import { all, has, plain, says } from '../../tree/navigate.ts';
import { rulesFor, test } from '../rule.ts';
import { only, partyElement, sellerCountry } from './countries.ts';

const source = 'Peppol BIS Billing 3, Italy';
const seller = (i: Invoice) => only(partyElement(i.seller), sellerCountry(i) === 'IT');

function taxRegistrations(invoice: Invoice): XmlElement[] {
  return seller(invoice).flatMap((party) => [
    ...all(party, 'PartyTaxScheme').filter(
      (scheme) => has(scheme, 'TaxScheme/ID') && !says(scheme, 'TaxScheme/ID', 'VAT'),
    ),
    ...all(party, 'SpecifiedTaxRegistration/ID').filter(({ attributes }) => attributes.schemeID === 'FC'),
  ]);
}

export const italyRules = [
  ...rulesFor<XmlElement, Invoice>(taxRegistrations, source, [
    test('IT-R-001', 'The seller’s tax registration (BT-32) does not have 11 to 16 letters and digits.', (at) =>
      /^[A-Z0-9]{11,16}$/.test(plain(all(at, 'CompanyID')[0] ?? at)),
    ),
  ]),
  ...rulesFor<XmlElement, Invoice>(seller, source, [
    test(
      'IT-R-002',
      'The seller’s address has no street (BT-35).',
      (at) => has(at, 'PostalAddress/StreetName') || has(at, 'PostalTradeAddress/LineOne'),
    ),
    test(
      'IT-R-003',
      'The seller’s address has no city (BT-37).',
      (at) => has(at, 'PostalAddress/CityName') || has(at, 'PostalTradeAddress/CityName'),
    ),
    test(
      'IT-R-004',
      'The seller’s address has no post code (BT-38).',
      (at) => has(at, 'PostalAddress/PostalZone') || has(at, 'PostalTradeAddress/PostcodeCode'),
    ),
  ]),
];
