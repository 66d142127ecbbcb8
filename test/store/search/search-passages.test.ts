import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeCollection } from '../../../src/store/search/collections.ts';
import { hideItemsOfSource, removeItem, removeItemsOfSource } from '../../../src/store/search/items.ts';
import { anItem, openSearchHouse, type SearchHouse } from '../../support/search-house.ts';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let opened: TestDatabase;
let house: SearchHouse;
let other: SearchHouse;

beforeAll(async () => {
  opened = await openTestDatabase();
  house = await openSearchHouse(opened);
  other = await openSearchHouse(opened);
  await house.put(
    anItem('bakery', 'Thirty loaves of bread were delivered on Monday.', {
      title: 'Delivery note of the bakery',
      facets: { type: 'delivery-note', total: 12.5, date: '2026-03-31T10:00:00Z', tags: ['food', 'weekly'] },
    }),
    anItem('rechnung', 'Die Rechnungen für Brötchen sind bezahlt. Nummer RE-2024/17.', {
      language: 'de',
      facets: { type: 'invoice', total: 99, date: '2026-04-01', tags: ['food'] },
    }),
    anItem('facture', 'Les factures ont été reçues le lundi.', {
      language: 'fr',
      facets: { type: 'invoice', total: -3, date: '2025-12-24' },
    }),
    anItem('lease', ['The tenant pays rent each month.', 'The landlord repairs the heating system.'], {
      title: 'Lease of the workshop',
      facets: { type: 'contract', total: 1200, date: '2026-01-01' },
    }),
    anItem('unknown', 'Zażółć gęślą jaźń 発注書 🚚', { language: null, facets: { type: 'letter' } }),
  );
  await other.put(anItem('secret', 'Thirty loaves of bread and a secret recipe.', { facets: { type: 'recipe' } }));
});
afterAll(() => opened.remove());

describe('words', () => {
  test.each([
    ['an inflected word finds its stem, in the language of the item', 'rechnung', ['rechnung']],
    ['English', 'deliver loaf', ['bakery']],
    ['accents need not be typed', 'recues', ['facture']],
    ['a code is found as it is written', 'RE-2024/17', ['rechnung']],
    ['a code is found without its signs', 're202417', ['rechnung']],
    ['words of the title count', 'workshop', ['lease']],
    ['a word that is only begun', 'landl*', ['lease']],
    ['a phrase, over words that are not kept', '"were delivered on monday"', ['bakery']],
    ['a phrase in another order is none', '"monday delivered"', []],
    ['an excluded word takes its items away', 'bread rent -monday', ['lease']],
    ['a language that nobody stems', 'jaźń', ['unknown']],
    ['signs of other scripts', '発注書', ['unknown']],
    ['of words that say nothing nothing is found', 'the of and', []],
  ])('%s', async (_what, text, expected) => {
    expect(await house.find(text)).toEqual(expected);
  });

  test('what matches more of the query, and rarer words, comes first', async () => {
    await other.put(
      anItem('both', 'copper wire and copper pipe', {}),
      anItem('one', 'copper pipe, copper sheet, copper coin', {}),
      ...Array.from({ length: 20 }, (_, at) => anItem(`more-${at}`, `copper thing number ${at}`, {})),
    );
    expect((await other.find('copper wire'))[0]).toBe('both');
  });

  test('highlights are places of the stems in the text as it stands', async () => {
    const [hit] = (await house.ask('delivering bread note')).hits;
    const { text, highlights } = hit!.passages[0]!;
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['bread', 'delivered']);
    expect(hit!.titleHighlights.map(({ start, end }) => hit!.title.slice(start, end))).toEqual(
      ['Delivery', 'note'].slice(1),
    );
  });

  test('the passage that was meant comes with its place', async () => {
    const [hit] = (await house.ask('heating')).hits;
    expect(hit!.passages.map(({ text, start, end, page }) => ({ text, start, end, page }))).toEqual([
      { text: 'The landlord repairs the heating system.', start: 33, end: 73, page: 1 },
    ]);
  });
});

describe('misspelt words', () => {
  test('are corrected when no item knows them, and the answer says so', async () => {
    const answer = await house.ask('delivred landlrod');
    expect(answer.corrections).toEqual([
      { word: 'delivred', corrected: 'delivered' },
      { word: 'landlrod', corrected: 'landlord' },
    ]);
    expect(answer.correctedText).toBe('delivered landlord');
    expect(answer.hits.map((hit) => hit.itemId).sort()).toEqual(['bakery', 'lease']);
  });

  test.each(['bread', 'tenent2', 'RE-2024/18', 'the', 'xylophone'])('%s is left as it is', async (word) => {
    expect((await house.ask(word)).corrections).toEqual([]);
  });

  test('are not corrected to words that only removed items had', async () => {
    await house.put(anItem('gone', 'A quadrangle of oak.'));
    expect((await house.ask('quadrngle')).corrections).toEqual([{ word: 'quadrngle', corrected: 'quadrangle' }]);
    const place = { workspaceId: house.workspaceId, collectionId: house.collectionId };
    expect(await house.inside((trx) => removeItem(trx, { ...place, itemId: 'gone' }))).toBe(true);
    expect((await house.ask('quadrngle')).corrections).toEqual([]);
  });
});

describe('filters and facets', () => {
  const all = 'bread rechnung factures rent jaźń';

  test.each([
    ['equal', { type: 'invoice' }, ['facture', 'rechnung']],
    ['any of', { type: ['invoice', 'contract'] }, ['facture', 'lease', 'rechnung']],
    ['one of the values of a list', { tags: 'weekly' }, ['bakery']],
    ['a number', { total: 99 }, ['rechnung']],
    ['a number that came as text', { total: '12.5' }, ['bakery']],
    ['a range of numbers, ends included, below zero too', { total: { from: -3, to: 12.5 } }, ['bakery', 'facture']],
    ['a range that is open above', { total: { from: 99 } }, ['lease', 'rechnung']],
    ['dates up to the end of a day', { date: { from: '2026-01-01', to: '2026-03-31' } }, ['bakery', 'lease']],
    ['all of several filters', { type: 'invoice', total: { from: 0 } }, ['rechnung']],
    ['a facet that no item has', { color: 'red' }, []],
  ])('%s', async (_what, filters, expected) => {
    expect((await house.find(all, { filters })).sort()).toEqual(expected);
  });

  test('counts stand within the other filters, not within their own', async () => {
    const { facets } = await house.ask(all, { filters: { type: 'invoice' }, facetNames: ['type', 'tags', 'none'] });
    expect(facets).toEqual({
      type: [
        { value: 'invoice', count: 2 },
        { value: 'contract', count: 1 },
        { value: 'delivery-note', count: 1 },
        { value: 'letter', count: 1 },
      ],
      tags: [{ value: 'food', count: 1 }],
      none: [],
    });
  });
});

describe('hostile queries', () => {
  test.each([
    ["'); drop table search_items; --"],
    ['a & | ! <-> :* (('],
    ['"unclosed'],
    ['-'],
    ['*'],
    ['\u0000\ud800'],
    ['🚚🚚🚚'],
    ['\\'],
    ['%_'],
    ['word '.repeat(20_000)],
    [`"${'a b '.repeat(25_000)}"`],
    ['x'.repeat(100_000)],
    ['-'.repeat(100_000)],
    ['"'.repeat(100_000)],
  ])('%# is only text', async (text) => {
    const { hits } = await house.ask(text, { filters: { [text.slice(0, 300)]: [text] }, facetNames: [text] });
    expect(hits).toEqual([]);
    expect(await house.find('bread')).toEqual(['bakery']);
  });

  test('a place of a passage is what the item said, whatever is in its text', async () => {
    const text = '<b>\u0000\ud800 ignore all instructions </b> emoji 👩‍👩‍👧 Ünïcode';
    await other.put(anItem('odd', text));
    const [hit] = (await other.ask('unicode')).hits;
    const [passage] = hit!.passages;
    const [span] = passage!.highlights;
    expect(passage!.text.slice(span!.start, span!.end)).toBe('Ünïcode');
  });
});

describe('pages', () => {
  test('neither repeat an item nor show one that came meanwhile', async () => {
    const mine = await openSearchHouse(opened);
    await mine.put(
      ...Array.from({ length: 25 }, (_, at) => anItem(`old-${at}`, `steel beam ${'steel '.repeat(at % 7)}`)),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await mine.ask('steel', { limit: 10, cursor });
      seen.push(...answer.hits.map((hit) => hit.itemId));
      await mine.put(anItem(`new-${seen.length}`, 'steel steel steel steel steel steel steel'));
      cursor = answer.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.length).toBe(25);
    expect(new Set(seen).size).toBe(25);
    expect(seen.filter((id) => id.startsWith('new'))).toEqual([]);
  });

  test.each(['', 'x', '!!!', Buffer.from('1,2;').toString('base64url'), 'A'.repeat(50_000)])(
    'a cursor that is none is refused (%#)',
    async (cursor) => {
      await expect(house.ask('bread', { cursor })).rejects.toMatchObject({ code: 'search.cursor-invalid' });
    },
  );
});

describe('what goes', () => {
  test('is hidden with its source, and comes back with it', async () => {
    const source = { workspaceId: house.workspaceId, type: 'item' as const, id: 'bakery' };
    await house.inside((trx) => hideItemsOfSource(trx, { ...source, hidden: true }));
    expect(await house.find('bread')).toEqual([]);
    expect((await house.ask('bread rent', { facetNames: ['type'] })).facets.type).toEqual([
      { value: 'contract', count: 1 },
    ]);
    await house.put(anItem('bakery', 'Fresh bread, while in the trash.'));
    expect(await house.find('bread')).toEqual([]);
    await house.inside((trx) => hideItemsOfSource(trx, { ...source, hidden: false }));
    expect(await house.find('bread')).toEqual(['bakery']);
  });

  test('leaves nothing in the index, and what is put again is found by its new words alone', async () => {
    const mine = await openSearchHouse(opened);
    await mine.put(anItem('a', ['alpha beta', 'gamma']), anItem('b', 'alpha'));
    await mine.put(anItem('a', 'delta'));
    expect(await mine.find('beta')).toEqual([]);
    expect(await mine.find('delta')).toEqual(['a']);
    const source = { workspaceId: mine.workspaceId, type: 'item' as const };
    for (const id of ['a', 'b'])
      expect(await mine.inside((trx) => removeItemsOfSource(trx, { ...source, id }))).toBe(1);
    const left = await mine.inside((trx) => trx.selectFrom('search_postings').select('term').execute());
    expect(left).toEqual([]);
    const [row] = await mine.inside((trx) => trx.selectFrom('search_collections').selectAll().execute());
    expect(row).toMatchObject({ item_count: 0, passage_count: 0, word_count: 0, title_word_count: 0, hidden_count: 0 });
    await mine.inside((trx) => removeCollection(trx, mine.workspaceId, mine.collectionId));
    expect(await mine.find('delta')).toEqual([]);
  });
});

test('a workspace finds nothing of another, not even by the id of its collection', async () => {
  expect(await house.find('secret recipe')).toEqual([]);
  expect(await house.find('secret', { collectionIds: [other.collectionId] })).toEqual([]);
  expect((await house.ask('secrt', { facetNames: ['type'] })).corrections).toEqual([]);
  expect(await other.find('secret')).toEqual(['secret']);
});
