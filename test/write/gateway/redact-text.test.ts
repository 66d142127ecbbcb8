// What is hidden comes back exactly, whatever stands around it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedaction } from '../../../src/write/gateway/redact-text.ts';

const personal = [
  'ada@example.com',
  'DE89 3704 0044 0532 0130 00',
  '+49 30 123456-78',
  'Tel. 030 1234567',
  'Ada Lovelace',
  'ADA LOVELACE',
];
const awkward = ['⟦EMAIL_1⟧', '⟦EMAIL', '⟦', '⟧', '⟦X1:EMAIL_1⟧', '⟦NAME_', '"', '\\', '\n', ' ', '$&', '1⟧'];

const piece = fc.oneof(
  fc.constantFrom(...personal),
  fc.constantFrom(...awkward),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));

test('hiding and restoring gives back any text, as text, in values and in a stream of JSON', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 7 }), (one, two, size) => {
      const redaction = createRedaction([one, two], ['Ada Lovelace']);
      const hidden = redaction.hide(one);
      expect(redaction.restore(hidden)).toBe(one);
      expect(redaction.restoreIn({ a: [hidden, { b: redaction.hide(two) }] })).toEqual({ a: [one, { b: two }] });
      let streamed = '';
      const stream = redaction.restoreStream((told) => {
        streamed += told;
      });
      const json = JSON.stringify(hidden);
      for (let i = 0; i < json.length; i += size) stream.push(json.slice(i, i + size));
      stream.end();
      expect(JSON.parse(streamed)).toBe(one);
    }),
    { numRuns: 500 },
  );
});

test('each kind gets a placeholder, the same for the same value', () => {
  const given = `ada@example.com, DE89 3704 0044 0532 0130 00, Tel. +49 30 12345678, Ada Lovelace; again ada@example.com`;
  const { hide } = createRedaction([given], ['Ada Lovelace', 'X']);
  const hidden = hide(given);
  expect(hidden).not.toMatch(/ada@|3704|12345678|Lovelace/);
  expect(hidden.match(/⟦EMAIL_1⟧/g)).toHaveLength(2);
  expect(hidden).toMatch(/⟦IBAN_1⟧.*⟦PHONE_1⟧.*⟦NAME_1⟧/);
});

test('a name counts as a whole word, in any case, and as it is written', () => {
  const { hide } = createRedaction(['x'], ['Ann (B.) Lee*', 'Bert']);
  expect(hide('ANN (B.) LEE* met Bertha and bert.')).toBe('⟦NAME_1⟧ met Bertha and ⟦NAME_2⟧.');
});

test('a placeholder that stood in the text already is not taken for one of ours', () => {
  const given = 'Write to ⟦EMAIL_1⟧ or ada@example.com';
  const redaction = createRedaction([given]);
  const hidden = redaction.hide(given);
  expect(hidden).toContain('⟦EMAIL_1⟧');
  expect(redaction.restore(hidden)).toBe(given);
});

test('long lines of digits and signs cost no time', () => {
  const lines = ['1 '.repeat(20_000), '@'.repeat(20_000), 'DE00 '.repeat(8000), '⟦EMAIL_'.repeat(5000)];
  const started = performance.now();
  for (const line of lines) createRedaction([line], ['Ada Lovelace']).hide(line);
  const all = performance.now() - started;
  const again = performance.now();
  for (const line of lines) createRedaction([line + line], ['Ada Lovelace']).hide(line + line);
  // Twice the text may take three times as long, not four times and more.
  expect(performance.now() - again).toBeLessThan(all * 8 + 200);
});
