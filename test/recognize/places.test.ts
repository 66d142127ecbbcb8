import { describe, expect, test } from 'vitest';
import {
  countryByName,
  countryName,
  findCountries,
  foldPlace,
  regionByCode,
  regionByName,
} from '../../src/recognize/countries.ts';
import { findJurisdictions, jurisdictionByName } from '../../src/recognize/places.ts';

test.each([
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['Alemania', 'DE'],
  ['Germania', 'DE'],
  ['Alemanha', 'DE'],
  ['Duitsland', 'DE'],
  ['Niemcy', 'DE'],
  ['France', 'FR'],
  ['Frankreich', 'FR'],
  ['Francia', 'FR'],
  ['Frankrijk', 'FR'],
  ['Francja', 'FR'],
  ['Österreich', 'AT'],
  ['Oesterreich', undefined],
  ['Suisse', 'CH'],
  ['Schweiz', 'CH'],
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['United States of America', 'US'],
  ['Stany Zjednoczone', 'US'],
  ['États-Unis', 'US'],
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['England', 'GB'],
  ['Nederland', 'NL'],
  ['The Netherlands', 'NL'],
  ['Holland', 'NL'],
  ['Pays-Bas', 'NL'],
  ['Hong Kong', 'HK'],
  ['UAE', 'AE'],
  ['P.R. China', 'CN'],
  ['South Korea', 'KR'],
  ['DE', 'DE'],
  ['NLD', 'NL'],
  ['XX', undefined],
  ['Bavaria', undefined],
  ['de', undefined],
  ['', undefined],
])('countryByName(%s) is %s', (name, code) => {
  expect(countryByName(name)).toBe(code);
});

test('every alpha-2 with an English name reads back from it', () => {
  for (const code of [
    'AR',
    'AU',
    'BR',
    'CA',
    'CZ',
    'DK',
    'EG',
    'GR',
    'IE',
    'IN',
    'JP',
    'KE',
    'MX',
    'MY',
    'NG',
    'NZ',
    'PT',
    'SE',
    'SG',
    'ZA',
  ]) {
    expect(countryByName(countryName(code)!)).toBe(code);
  }
});

describe('findCountries', () => {
  test.each([
    ['10115 Berlin, Germany', ['DE']],
    ['Made in China and Vietnam', ['CN', 'VN']],
    ['made by turkey farmers in chad', []],
    ['New York, United States of America', ['US']],
    ['Bosnia and Herzegovina', ['BA']],
    ['Côte d’Ivoire', ['CI']],
    ['GB', ['GB']],
    ['us', []],
    ['We deliver it to you', []],
  ])('%s', (text, codes) => {
    expect(findCountries(text).map((mention) => mention.value)).toEqual(codes);
  });

  test('believes names that are also something else less', () => {
    expect(findCountries('Jordan Smith')[0]!.certainty).toBeLessThan(findCountries('Portugal')[0]!.certainty);
  });
});

test('regions are found by name and by printed code', () => {
  expect(regionByName('new york')).toMatchObject({ country: 'US', code: 'NY' });
  expect(regionByName('Selangor Darul Ehsan')).toMatchObject({ country: 'MY' });
  expect(regionByCode('TX', 'US')?.name).toBe('Texas');
  expect(regionByCode('TX', 'CA')).toBeUndefined();
  expect(foldPlace('  Baden-Württemberg ')).toBe('baden wurttemberg');
});

describe('findJurisdictions', () => {
  test.each([
    ['governed by the laws of the State of New York', 'New York', 'law', 'US-NY'],
    ['laws of England and Wales', 'England and Wales', 'law', 'GB-EAW'],
    ['the laws of the\nState of\nNew Jersey', 'New Jersey', 'law', 'US-NJ'],
    ['Commonwealth of Massachusetts', 'Massachusetts', 'state-of', 'US-MA'],
    ['a Delaware corporation', 'Delaware', 'incorporation', 'US-DE'],
    ['a Nevada limited liability company', 'Nevada', 'incorporation', 'US-NV'],
    ['governed by Delaware law', 'Delaware', 'law', 'US-DE'],
    ['the internal laws of the State of Washington', 'Washington', 'law', 'US-WA'],
    ['Governing Law: Texas', 'Texas', 'law', 'US-TX'],
    ['the laws of Ontario', 'Ontario', 'law', 'CA-ON'],
    ['under the laws of Israel', 'Israel', 'law', 'IL'],
    ['the laws of the Republic of Ireland', 'Ireland', 'law', 'IE'],
    ['Es gilt deutsches Recht unter Ausschluss', 'Germany', 'law', 'DE'],
    ['Recht der Bundesrepublik Deutschland', 'Germany', 'law', 'DE'],
    ['soumis au droit français', 'France', 'law', 'FR'],
    ['regolato dalla legge italiana', 'Italy', 'law', 'IT'],
    ['se rige por la ley española', 'Spain', 'law', 'ES'],
    ['Nederlands recht is van toepassing', 'Netherlands', 'law', 'NL'],
    ['English law applies', 'England and Wales', 'law', 'GB-EAW'],
    ['the courts of Singapore', 'Singapore', 'court', 'SG'],
    ['federal courts located in San Diego, California', 'California', 'court', 'US-CA'],
    ['Austin, Texas 78701', 'Texas', 'bare', 'US-TX'],
  ])('%s', (text, value, context, code) => {
    const mention = findJurisdictions(text).at(-1);
    expect(mention).toMatchObject({ value, context, code });
    expect(text.slice(mention!.start, mention!.end)).toBe(mention!.raw);
  });

  test('the law clause outweighs where a party is incorporated', () => {
    const text = 'Acme, a Delaware corporation. This Agreement is governed by the laws of the State of Ohio.';
    const best = findJurisdictions(text).sort((a, b) => b.certainty - a.certainty)[0];
    expect(best!.value).toBe('Ohio');
  });

  test.each(['The supplier delivers', 'no law applies', 'in georgia'])('sees none in %s', (text) => {
    expect(findJurisdictions(text)).toEqual([]);
  });
});

test.each([
  ['the State of Delaware', 'Delaware'],
  ['England', 'England'],
  ['Deutschland', 'Germany'],
  ['Republic of Singapore', 'Singapore'],
  ['nowhere', undefined],
])('jurisdictionByName(%s) is %s', (text, name) => {
  expect(jurisdictionByName(text)).toBe(name);
});
