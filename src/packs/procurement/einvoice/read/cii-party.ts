// UN/CEFACT trade parties, in the names of all versions.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { type AddressParts, readAddress } from './address.ts';
import { toCountry, toEmail, toIdentifier, toText, toVatId } from './convert.ts';
import { type FieldRow, type Found, readRows } from './field-map.ts';
import { elementAt, type Steps } from './select.ts';

export const ciiAddress: AddressParts = {
  lines: [['LineOne'], ['LineTwo'], ['LineThree'], ['StreetName']],
  houseNumber: 'BuildingNumber',
  postalCode: 'PostcodeCode',
  city: 'CityName',
  region: 'CountrySubDivisionName',
  country: 'CountryID',
};

const partyRows: readonly FieldRow[] = [
  ['name', ['Name', 'SpecifiedLegalOrganization/TradingBusinessName', 'DefinedTradeContact/PersonName'], toText],
  ['vatId', ['SpecifiedTaxRegistration/ID[@schemeID=VA]'], toVatId],
  ['taxId', ['SpecifiedTaxRegistration/ID[@schemeID=FC]'], toIdentifier],
  ['registrationId', ['SpecifiedLegalOrganization/ID'], toIdentifier],
  ['country', ['PostalTradeAddress/CountryID'], toCountry],
  [
    'email',
    [
      'DefinedTradeContact/EmailURIUniversalCommunication/URIID|CompleteNumber',
      'URIUniversalCommunication/URIID[@schemeID=EM]',
    ],
    toEmail,
  ],
  ['phone', ['DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber'], toText],
];

export function readCiiParty(root: XmlElement, role: 'seller' | 'buyer', from: Steps): Found[] {
  const party = elementAt(root, from);
  if (!party) return [];
  const address = readAddress(elementAt(party, 'PostalTradeAddress'), 'address', ciiAddress);
  return [...readRows(party, partyRows), ...address].map((one) => ({ ...one, path: `${role}.${one.path}` }));
}
