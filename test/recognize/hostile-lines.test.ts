import { expect, test } from 'vitest';
import { addressLineScore, findAddresses, readAddressBlock } from '../../src/recognize/addresses.ts';
import { findBics } from '../../src/recognize/bic.ts';
import { companyNameScore, findCompanyNames } from '../../src/recognize/company-names.ts';
import { normalizeCompanyName } from '../../src/recognize/company-names-compare.ts';
import { isContactLine } from '../../src/recognize/contact.ts';
import { findCountries } from '../../src/recognize/countries.ts';
import { findEmails } from '../../src/recognize/emails.ts';
import { findGtins } from '../../src/recognize/gtin.ts';
import { findIbans } from '../../src/recognize/iban.ts';
import { findRegistrationIds } from '../../src/recognize/identifiers-registration.ts';
import { personNameScore } from '../../src/recognize/person-names.ts';
import { findPhones } from '../../src/recognize/phones.ts';
import { findJurisdictions } from '../../src/recognize/places.ts';
import { findPostalCity } from '../../src/recognize/postal-codes.ts';
import { findTaxIds } from '../../src/recognize/tax-ids.ts';
import { findUrls } from '../../src/recognize/urls.ts';
import { findVatIds } from '../../src/recognize/vat-ids.ts';

const recognizers: Record<string, (text: string) => unknown> = {
  findIbans,
  findBics,
  findVatIds,
  findGtins,
  findEmails,
  findUrls,
  findTaxIds,
  findRegistrationIds,
  findPhones,
  findCountries,
  findJurisdictions,
  findCompanyNames,
  companyNameScore,
  personNameScore,
  addressLineScore,
  findAddresses,
  findPostalCity,
  isContactLine,
  normalizeCompanyName,
  readAddressBlock: (text) => readAddressBlock([text, text]),
};

const seeds = [
  'a',
  'A',
  '1',
  ' ',
  '1 ',
  'A ',
  'a@',
  '@',
  'a.',
  'a-',
  'A1',
  'DE12 ',
  'DE',
  'www.',
  'http://',
  'tel 123456 ',
  '+1(',
  '((',
  '12/',
  'Acme Inc ',
  'Foo Bar ',
  'Co & ',
  'GmbH ("',
  'laws of the State of ',
  'New York ',
  '1, A, ',
  'BIC SWIFT ',
  'RCS a b c ',
  'VAT no ',
  'NIP ',
  'USt-IdNr. ',
  'Registered in England ',
  'IBAN ',
  'Recht ',
  '\n',
  '.,;',
  'É',
  '12345 Ab ',
];

for (const [name, recognize] of Object.entries(recognizers)) {
  // Quadratic behaviour on 100 kB takes minutes; the bound leaves room for a slow, shared machine.
  test(`${name} stays linear on 100 kB of hostile text`, () => {
    for (const seed of seeds) {
      const text = seed.repeat(Math.ceil(100_000 / seed.length));
      const start = performance.now();
      recognize(text);
      expect(performance.now() - start, `repeating ${JSON.stringify(seed)}`).toBeLessThan(1500);
    }
  });
}
