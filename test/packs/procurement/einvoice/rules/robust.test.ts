// Whatever stands in a file, rules judge it: none throws, none takes long.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { validCii, validUbl } from '../../../../support/valid-invoices.ts';
import { firedOn, ublFragment } from './fired-by.ts';

const order = ublFragment(
  'Order',
  '<cbc:ID>1</cbc:ID><cac:ValidityPeriod><cbc:EndDate>2026-04-01</cbc:EndDate></cac:ValidityPeriod><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity>2</cbc:Quantity><cac:Price><cbc:PriceAmount currencyID="EUR">1</cbc:PriceAmount></cac:Price></cac:LineItem></cac:OrderLine>',
);
const texts = [validUbl(), validUbl({ credit: true }), validCii(), order];
const oddText = fc.constantFrom(
  '',
  ' ',
  '-',
  '1e999',
  '9'.repeat(70),
  '-0',
  '2026-99-99',
  '#SKONTO#',
  '|||||',
  'ÄÖ',
  '.',
  'NaN',
  '0'.repeat(500),
  '@'.repeat(400),
);

/** One text element emptied, replaced, removed or doubled. */
function mutate(text: string, at: number, how: string, odd: string): string {
  const leaves = [...text.matchAll(/<(\w+:\w+)((?: [^>]*)?)>([^<]*)<\/\1>/g)];
  const leaf = leaves[at % leaves.length]!;
  const [whole, name, attributes] = leaf;
  const next =
    how === 'remove'
      ? ''
      : how === 'double'
        ? whole + whole
        : how === 'strip'
          ? `<${name}>${leaf[3]}</${name}>`
          : `<${name}${attributes}>${odd}</${name}>`;
  return text.slice(0, leaf.index) + next + text.slice(leaf.index + whole.length);
}

it('judges what is odd, doubled, missing', () => {
  const change = fc.tuple(fc.nat(200), fc.constantFrom('remove', 'double', 'strip', 'odd'), oddText);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 8 }), (text, changes) => {
      const changed = changes.reduce((before, [at, how, odd]) => mutate(before, at, how, odd), text);
      for (const { id, path } of firedOn(changed))
        expect([id, path]).toEqual([expect.any(String), expect.stringMatching(/^\//)]);
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['lines of an invoice', () => validUbl({ lines: 5000 })],
  ['lines of an order', () => order.replace(/<cac:OrderLine>.*<\/cac:OrderLine>/, (line) => line.repeat(5000))],
  ['specifications', () => validUbl({ specification: 'xrechnung'.repeat(40_000) })],
  ['specifications of Factur-X', () => validCii({ specification: 'factur-x'.repeat(40_000) })],
  [
    'reasons',
    () =>
      validUbl()
        .replaceAll('Code>FR<', 'Code>DK<')
        .replace(
          '<cac:TaxTotal>',
          `<cac:AllowanceCharge><cbc:AllowanceChargeReasonCode>ZZZ</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>a${'#'.repeat(300_000)}</cbc:AllowanceChargeReason></cac:AllowanceCharge><cac:TaxTotal>`,
        ),
  ],
  [
    'links',
    () =>
      validUbl({ specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0' }).replace(
        '<cac:AccountingSupplierParty>',
        `<cac:AdditionalDocumentReference><cac:Attachment><cac:ExternalReference><cbc:URI>${'a'.repeat(300_000)}</cbc:URI></cac:ExternalReference></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`,
      ),
  ],
])('takes no longer than there is to judge: %s', (_, text) => {
  const started = performance.now();
  firedOn(text());
  expect(performance.now() - started).toBeLessThan(8000);
});
