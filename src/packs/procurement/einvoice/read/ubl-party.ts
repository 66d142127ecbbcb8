// UBL parties: one table for either side of every document.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { type AddressParts, readAddress } from './address.ts';
import { toCountry, toEmail, toIdentifier, toText, toVatId } from './convert.ts';
import { type FieldRow, type Found, readRows } from './field-map.ts';
import { elementAt, type Steps, textAt } from './select.ts';

/** "63" is what Denmark's OIOUBL calls its VAT ("Moms"). */
const VAT = 'PartyTaxScheme[TaxScheme/ID=VAT|63|GST|MOMS|UK VAT]';

export const ublAddress: AddressParts = {
  lines: [['StreetName'], ['AdditionalStreetName'], ['BuildingName'], ['AddressLine/Line']],
  houseNumber: 'BuildingNumber',
  postalCode: 'PostalZone',
  city: 'CityName',
  region: 'CountrySubentity',
  country: 'Country/IdentificationCode',
};

/** BT-27 and BT-44 are the registered name; the trading name stands in where there is none. */
const partyRows: readonly FieldRow[] = [
  ['name', ['PartyLegalEntity/RegistrationName', 'PartyName/Name', 'PartyTaxScheme/RegistrationName'], toText],
  ['vatId', [`${VAT}/CompanyID`], toVatId],
  ['taxId', ['PartyTaxScheme[TaxScheme/ID!=VAT|63|GST|MOMS|UK VAT]/CompanyID'], toIdentifier],
  ['registrationId', ['PartyLegalEntity/CompanyID'], toIdentifier],
  [
    'country',
    ['PostalAddress/Country/IdentificationCode', 'PartyLegalEntity/RegistrationAddress/Country/IdentificationCode'],
    toCountry,
  ],
  ['email', ['Contact/ElectronicMail', 'EndpointID[@schemeID=EM]'], toEmail],
  ['phone', ['Contact/Telephone'], toText],
  ['website', ['WebsiteURI'], toText],
];

/** `from`: elements that may hold the party, the likelier first. A person without a company is its own name. */
export function readUblParty(root: XmlElement, role: 'seller' | 'buyer', from: readonly Steps[]): Found[] {
  const party = from.map((steps) => elementAt(root, steps)).find((element) => element !== undefined);
  if (!party) return [];
  const values = readRows(party, partyRows);
  const withName = values.some(({ path }) => path === 'name') ? values : [...values, ...personName(party)];
  const address = readAddress(elementAt(party, 'PostalAddress'), 'address', ublAddress);
  return [...withName, ...address].map((one) => ({ ...one, path: `${role}.${one.path}` }));
}

function personName(party: XmlElement): Found[] {
  const person = elementAt(party, 'Person');
  if (!person) return [];
  const parts = ['FirstName', 'MiddleName', 'FamilyName'].flatMap((name) => textAt(person, name) ?? []);
  const value = toText(parts.join(' '));
  return value === undefined ? [] : [{ path: 'name', value, places: [{ text: value, path: person.path }] }];
}
