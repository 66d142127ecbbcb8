import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContacts, isContactLine } from '../../src/recognize/contact.ts';
import { findEmails } from '../../src/recognize/emails.ts';
import { findPhones } from '../../src/recognize/phones.ts';
import { findUrls } from '../../src/recognize/urls.ts';

describe('findEmails', () => {
  test.each([
    ['mail: john.doe@Acme-Corp.CO.UK.', ['john.doe@acme-corp.co.uk']],
    ['x.y@z.com,foo@bar.org', ['x.y@z.com', 'foo@bar.org']],
    ['<müller@bücher.example>', ['müller@bücher.example']],
    ['mailto:a+b@c.io', ['a+b@c.io']],
    ['info @ acme.de', ['info@acme.de']],
    ['info(at)firma.de', ['info@firma.de']],
    ['info [at] firma [dot] com', ['info@firma.com']],
    ['a@b', []],
    ['@handle only', []],
    ['3 @ 4.50 each', []],
    ['a..b@c.de', []],
    ['price@', []],
  ])('%s', (text, values) => {
    expect(findEmails(text).map((mention) => mention.value)).toEqual(values);
  });

  test('finds a plain address wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/),
        fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/),
        fc.stringMatching(/^[ ,;(]{0,4}$/),
        (local, host, before) => {
          const text = `${before}${local}@${host}.com `;
          const [mention] = findEmails(text);
          expect(mention?.value).toBe(`${local}@${host}.com`);
          expect(text.slice(mention!.start, mention!.end)).toBe(mention!.raw);
        },
      ),
    );
  });
});

describe('findUrls', () => {
  test.each([
    ['Visit https://www.acme.com/a?b=c. Now', ['https://www.acme.com/a?b=c']],
    ['www.acme-corp.de, info@acme.com', ['www.acme-corp.de']],
    ['acme.de', ['acme.de']],
    ['ACME.COM', ['acme.com']],
    ['see shop.acme.com/x', ['shop.acme.com/x']],
    ['(http://x.org)', ['http://x.org']],
    ['www.foo.it', ['www.foo.it']],
    ['https://a.de/Pfad_(x)', ['https://a.de/Pfad_(x)']],
    ['Tel.No 123', []],
    ['e.g. this, i.e. that', []],
    ['Co.KG', []],
    ['report.pdf', []],
    ['finished.The next', []],
    ['S.A.de C.V.', []],
    ['1.234.eu', []],
    ['z.B. Muster', []],
    ['Ref.Id 5', []],
  ])('%s', (text, values) => {
    expect(findUrls(text).map((mention) => mention.value)).toEqual(values);
  });

  test('gives the host without www', () => {
    expect(findUrls('http://www.Acme.com/Path')[0]).toMatchObject({
      host: 'acme.com',
      value: 'http://www.acme.com/Path',
    });
  });
});

describe('findPhones', () => {
  test.each([
    ['Tel.: +49 (0)30 1234567', undefined, '+49301234567', false],
    ['Fax: 030/1234568', 'DE', '+49301234568', true],
    ['Phone: (415) 555-2671', undefined, '+14155552671', false],
    ['415-555-2671', undefined, '+14155552671', false],
    ['T: 0171 234 5678', 'DE', '+491712345678', false],
    ['Tél. +33 1 42 68 53 00', undefined, '+33142685300', false],
    ['HP : 012-345 6789', 'MY', '+60123456789', false],
    ['+60 3-8943 1234', undefined, '+60389431234', false],
    ['Telefax 0030 21 0123 4567', 'DE', '+302101234567', true],
    ['info@a.de 030 1234567', 'DE', '+49301234567', false],
  ])('reads %s', (text, country, value, fax) => {
    const [mention] = findPhones(text, country ? { country } : {});
    expect(mention).toMatchObject({ value, fax, valid: true });
    expect(text.slice(mention!.start, mention!.end)).toBe(mention!.raw);
  });

  test('tells telephone and fax on one line apart, and reads two numbers behind one label', () => {
    const line = 'Tel: 030 1234567 / 030 1234569  Fax: 030 1234568';
    expect(findPhones(line, { country: 'DE' }).map(({ value, fax }) => [value, fax])).toEqual([
      ['+49301234567', false],
      ['+49301234569', false],
      ['+49301234568', true],
    ]);
  });

  test('keeps the digits of a labelled number it cannot place', () => {
    expect(findPhones('Tel: 03-1234 5678')[0]).toMatchObject({ value: '0312345678', valid: false, certainty: 0.75 });
  });

  test.each([
    'Invoice 2023-01-02 12345678',
    '2024-01-02 - 2024-02-03',
    '1 234 567,89',
    'P.O. 123456789',
    'Total: 1 234 567',
    'DE89 3704 0044 0532 0130 00',
    '4006381333931',
  ])('sees none in %s', (text) => {
    expect(findPhones(text, { country: 'DE' })).toEqual([]);
  });
});

test('findContacts gathers all of a footer line', () => {
  const { emails, urls, phones } = findContacts('Tel. 030 1234567 · info@muster.de · www.muster.de', { country: 'DE' });
  expect([emails.length, urls.length, phones.length]).toEqual([1, 1, 1]);
});

test.each([
  ['E-Mail: x', true],
  ['Tel 030 1234567', true],
  ['Muster GmbH', false],
  ['12345 Berlin', false],
])('isContactLine(%s) is %s', (text, expected) => {
  expect(isContactLine(text)).toBe(expected);
});
