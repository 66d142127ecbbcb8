import { isValidBIC, isValidIBAN } from 'ibantools';
import { stdnum } from 'stdnum';
import { describe, expect, test } from 'vitest';
import { drawBic, drawGtin, drawIban, drawTaxNumber } from '../../synth/check-digits.ts';
import { createRandom } from '../../synth/random.ts';

const random = createRandom('check-digits');
const draws = <T>(draw: () => T): T[] => Array.from({ length: 60 }, draw);
const validators: Record<string, (value: string) => boolean> = {
  DE: (value) => stdnum.DE!.vat!.validate(value).isValid,
  AT: (value) => stdnum.AT!.uid!.validate(value).isValid,
  CH: (value) => stdnum.CH!.uid!.validate(value).isValid,
  FR: (value) => stdnum.FR!.tva!.validate(value).isValid,
  BE: (value) => stdnum.BE!.vat!.validate(value).isValid,
  ES: (value) => stdnum.ES!.cif!.validate(value).isValid,
  IT: (value) => stdnum.IT!.iva!.validate(value).isValid,
  PT: (value) => stdnum.PT!.nif!.validate(value).isValid,
  NL: (value) => stdnum.NL!.btw!.validate(value).isValid,
  GB: (value) => stdnum.GB!.vat!.validate(value).isValid,
  IE: (value) => stdnum.IE!.vat!.validate(value).isValid,
  MX: (value) => stdnum.MX!.rfc!.validate(value).isValid,
  BR: (value) => stdnum.BR!.cnpj!.validate(value).isValid,
  US: (value) => stdnum.US!.ein!.validate(value).isValid,
};

describe.each(Object.keys(validators))('%s', (country) => {
  test('tax numbers have the check digits their authority asks for', () => {
    for (const value of draws(() => drawTaxNumber(country, random)))
      expect([value, validators[country]!(value)]).toEqual([value, true]);
  });
});

test.each(['DE', 'AT', 'CH', 'FR', 'BE', 'ES', 'IT', 'PT', 'NL', 'GB', 'IE'])(
  'IBANs of %s are valid, the account inside as well',
  (country) => {
    for (const bic of draws(() => drawBic(country, random))) {
      expect([bic, isValidBIC(bic)]).toEqual([bic, true]);
      const iban = drawIban(country, bic, random)!;
      expect([iban, isValidIBAN(iban)]).toEqual([iban, true]);
    }
  },
);

test('countries without IBAN have none, and unknown countries no tax number', () => {
  expect(drawIban('US', 'ABCDUS33', random)).toBeUndefined();
  expect(() => drawTaxNumber('XX', random)).toThrow(RangeError);
});

test('GTINs are valid', () => {
  for (const gtin of draws(() => drawGtin(random))) {
    const sum = [...gtin].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
    expect([gtin, gtin.length, sum % 10]).toEqual([gtin, 13, 0]);
  }
});
