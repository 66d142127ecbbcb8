// Texts and web pages have no sheet of their own: who stands at the top of one still is its letterhead.

import { expect, it } from 'vitest';
import { packs } from '../../../../src/packs/index.ts';
import { readBytes } from '../../../../src/pipeline/read-bytes.ts';
import { createTypeCatalogue } from '../../../../src/pipeline/type-catalogue.ts';

const catalogue = createTypeCatalogue(packs);
const letter = [
  'Bakkerij Jansen B.V.',
  'Dorpsstraat 12',
  '1234 AB Utrecht',
  'BTW NL001234567B01',
  '',
  'VERKOOPFACTUUR',
  '',
  'Factuurnummer: 2026-118',
  'Factuurdatum: 12-03-2026',
  '',
  'Totaal  € 96,80',
];

async function partiesOf(content: string, name: string) {
  const parse = { name, sha256: '0'.repeat(64) };
  const { run } = await readBytes(Buffer.from(content), catalogue, { parse, clock: () => 0 }, () => {});
  const [record] = run.documents;
  const value = (path: string) => record?.fields[path]?.value;
  return [record?.type, value('seller.name'), value('seller.address'), value('buyer.name')];
}

const expected = ['invoice', 'Bakkerij Jansen B.V.', 'Dorpsstraat 12, 1234 AB Utrecht', undefined];

it('the letterhead of a short text is the seller', async () => {
  expect(await partiesOf(letter.join('\n'), 'a.txt')).toEqual(expected);
});

it('the letterhead of a short web page is the seller', async () => {
  const html = `<!doctype html><html><body>${letter.map((line) => `<div>${line || '&nbsp;'}</div>`).join('')}</body></html>`;
  expect(await partiesOf(html, 'a.html')).toEqual(expected);
});
