// Passages of records and of plain texts.

import { describe, expect, test } from 'vitest';
import { boxesOfSpan } from '../../../src/document/passage.ts';
import type { Value } from '../../../src/document/value.ts';
import { passagesOfRecord } from '../../../src/search/passages/passages-of-record.ts';
import { passagesOfText } from '../../../src/search/passages/passages-of-text.ts';

const value = (
  kept: Value['value'],
  raw = String(kept),
  box: [number, number, number, number] = [1, 2, 3, 4],
): Value => ({
  value: kept,
  raw,
  origin: 'read',
  confidence: 1,
  evidence: [{ page: 2, box, text: raw }],
  source: 'test',
  signals: {},
});

const titles = {
  field: (path: string) => ({ number: 'Invoice number' })[path],
  lineField: (name: string) => ({ description: 'Description' })[name],
};

describe('passages of a record', () => {
  test('say each field under its title, as it is kept and as the document writes it', () => {
    const fields = {
      number: value('A-17'),
      issueDate: value('2026-03-01', '1. März 2026'),
      'seller.vatId': value('DE1'),
    };
    const { passages } = passagesOfRecord({ fields, lines: [] }, titles);
    expect(passages.map(({ text }) => text)).toEqual([
      'Invoice number: A-17\nissue date: 2026-03-01 (1. März 2026)\nseller vat id: DE1',
    ]);
  });

  test('lead from a value to its place', () => {
    const { passages } = passagesOfRecord(
      { fields: { number: value('A-17', 'A-17', [10, 20, 30, 40]) }, lines: [] },
      titles,
    );
    const at = passages[0]!.text.indexOf('A-17');
    expect(passages[0]!.page).toBe(2);
    expect(boxesOfSpan(passages[0]!, at, at + 4)).toEqual([{ page: 2, box: [10, 20, 30, 40] }]);
    expect(boxesOfSpan(passages[0]!, 0, 7)).toEqual([]);
  });

  test('hold one row for each line item, never cut inside', () => {
    const lines = Array.from({ length: 90 }, (_, i) => ({
      description: value(`Hex bolt ${i}`),
      quantity: value(i + 1),
    }));
    const { text, passages } = passagesOfRecord({ fields: {}, lines }, titles);
    expect(passages.length).toBeGreaterThan(1);
    const rows = passages.flatMap((passage) => passage.text.split('\n'));
    expect(rows).toEqual(lines.map((_, i) => `Description: Hex bolt ${i}; quantity: ${i + 1}`));
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  });

  test('say what stands inside of lists and objects, and nothing of empty values', () => {
    const fields = { tags: value(['a', { b: 'c' }], ''), none: value(null, ''), blank: value('  ', '') };
    expect(passagesOfRecord({ fields, lines: [] }, titles).text).toBe('tags: a, c');
  });
});

describe('passages of a text', () => {
  test('are exact slices, by paragraph', () => {
    const text = `  ${'One two three four. '.repeat(20)}\n\n\t${'Five six seven eight. '.repeat(20)}\n`;
    const passages = passagesOfText(text);
    expect(passages).toHaveLength(2);
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  });

  test('a text without any border is cut all the same', () => {
    const passages = passagesOfText('x'.repeat(20_000));
    expect(passages.length).toBeGreaterThan(10);
    expect(passages.map(({ text }) => text).join('')).toBe('x'.repeat(20_000));
  });

  test('nothing comes of nothing', () => {
    expect(passagesOfText(' \n\n ')).toEqual([]);
  });
});
