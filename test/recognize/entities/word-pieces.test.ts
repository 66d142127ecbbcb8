// The reference is the program that the model's card names; its functions are taken from its file as they stand there.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLabels } from '../../../src/recognize/entities/best-labels.ts';
import type { EntityLabels } from '../../../src/recognize/entities/entity-labels.ts';
import { splitEntityWords } from '../../../src/recognize/entities/split-words.ts';
import { encodeEntityText, shapeOf } from '../../../src/recognize/entities/word-pieces.ts';

const folder = new URL('../../../models/entities/', import.meta.url);
const readText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const labels = JSON.parse(readText('labels.json')) as EntityLabels;
const { vocab } = (JSON.parse(readText('tokenizer.json')) as { model: { vocab: Record<string, number> } }).model;
const vocabulary = { labels, pieces: new Map(Object.entries(vocab)) };

interface Reference {
  encode(text: string): { ids: number[]; shapes: number[]; words: unknown[] };
  viterbi(rows: number[][], labels: readonly string[]): number[];
}

function openReference(): Reference {
  const source = readText('training/check_node.mjs');
  const part = source.slice(source.indexOf('const isSpace'), source.indexOf('const t0 ='));
  const make = new Function(
    'cfg',
    'vocab',
    `const { cls, sep, unk, newline } = cfg.specialIds;${part};return { encode, viterbi };`,
  );
  return make(labels, vocab) as Reference;
}

const reference = openReference();

const samples = [
  'Senior C++ developer at Acme GmbH, Berlin (m/f/d)',
  'first line\r\nsecond line\n\n\u2028third \t line\u0085fourth',
  '\n leading and trailing \n',
  'café, cafe\u0301, ÀÉÎ, ﬁ, Straße, İstanbul',
  '🎉🎉 party 👩‍👩‍👧 with\u200dzero\u200bwidth \ufeffmarks',
  '\u0092quoted\u0093 \u0095Strong soft\u00adhyphen re\ufffdplaced',
  '漢字かな交じり文と English 混在',
  `${'x'.repeat(101)} ${'y'.repeat(100)}`,
  '\ud800 lone \udc00 surrogates',
  'McDonald iPhone USA 3rd A 4 B2B ΑΒΓ ß ǅ',
  '\u0301\u0301 marks alone, e\u0301\u0301',
  '',
  ' \n ',
];

describe('words of the entity model', () => {
  it.each(samples)('are those of the reference: %j', (text) => {
    expect(encodeEntityText(text, vocabulary)).toEqual(reference.encode(text));
  });

  it('are those of the reference for any text', () => {
    const odd = fc.constantFrom(
      ...[
        '\r\n',
        '\n',
        '\t',
        ' ',
        '\u00a0',
        '\u0085',
        '\u2028',
        '\ufffd',
        '\u200d',
        '\u0092',
        '\u00ad',
        '\ud83d',
        '\u0301',
      ],
      ...[
        '🎉',
        '漢',
        '한',
        'é',
        'e\u0301',
        'İ',
        'ß',
        'Ω',
        '٣',
        '５',
        '²',
        '_',
        '`',
        '$',
        '+',
        '“',
        '…',
        '-',
        '.',
        '@',
        '##',
      ],
      ...['Invoice', 'JavaScript', 'of', 'IBM', 'unaffable', 'zzxqj', '2026', 'GmbH'],
    );
    const text = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 8 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join('');
        expect(encodeEntityText(joined, vocabulary)).toEqual(reference.encode(joined));
      }),
      { numRuns: 2000 },
    );
  });

  it('stand in the text at their offsets, in order, and hold no white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let last = 0;
        for (const { start, end, newline } of splitEntityWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (!newline) expect(text.slice(start, end)).not.toMatch(/[\s\p{Z}]/u);
          last = end;
        }
      }),
    );
  });

  it.each([
    ['plain', 'plain'],
    ['Title', 'title'],
    ['A', 'title'],
    ['USA', 'upper'],
    ['iPhone', 'mixed'],
    ['McDonald', 'mixed'],
    ['B2B', 'digit'],
    ['٣', 'digit'],
    ['漢', 'plain'],
  ])('%s has the shape %s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });
});

describe('labels', () => {
  it('are the likeliest sequence, as the reference finds it', () => {
    const { labels: names } = labels.heads.find(({ name }) => name === 'general')!;
    const row = fc.array(fc.float({ min: -12, max: 12, noNaN: true }), {
      minLength: names.length,
      maxLength: names.length,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(bestLabels(Float32Array.from(rows.flat()), names).path).toEqual(reference.viterbi(rows, names));
      }),
      { numRuns: 500 },
    );
  });

  it('never let an inside begin a span or follow another kind', () => {
    const names = ['O', 'B-X', 'I-X', 'B-Y', 'I-Y'];
    // By itself each row would choose I-X, then I-Y.
    const { path } = bestLabels(Float32Array.from([0, 1, 9, 0, 0, 0, 0, 0, 1, 9]), names);
    const chosen = path.map((label) => names[label]!);
    expect(chosen[0]).not.toMatch(/^I/);
    if (chosen[1]!.startsWith('I')) expect(chosen[0]!.slice(2)).toBe(chosen[1]!.slice(2));
  });
});
