// Passages of made-up pages: exact offsets, borders, places; and that no passage is longer than the encoder takes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesOfSpan } from '../../../src/document/passage.ts';
import { passagesOfDocument } from '../../../src/search/passages/passages-of-document.ts';
import { documentFromText } from '../../support/document-from-text.ts';
import { countTokens } from './count-tokens.ts';

const paragraph = (topic: string, sentences: number): string =>
  Array.from(
    { length: sentences },
    (_, i) => `The ${topic} of section ${i + 1} describes how goods are\ndelivered to the warehouse before noon.`,
  ).join('\n');

const contract = `1. Delivery\n\n${paragraph('delivery', 9)}\n\n2. Payment\n\n${paragraph('payment', 9)}\n\n3. Liability\n\n${paragraph('liability', 30)}`;

const invoice = `ACME Ltd                              Invoice 4711
12 Long Road                          Date 2026-03-01

Item        Description         Quantity      Price
1           Hex bolts M8        200           24.00
2           Washers             400           11.50

Total                                         35.50`;

describe('passages of a document', () => {
  test('are exact slices of the text, in order and without overlap', () => {
    const { text, passages } = passagesOfDocument(documentFromText([contract, invoice]));
    let end = 0;
    for (const passage of passages) {
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
      expect(passage.start).toBeGreaterThanOrEqual(end);
      end = passage.end;
    }
    expect(passages.map(({ page }) => page)).toContain(2);
  });

  test('lose no word', () => {
    const doc = documentFromText([contract, invoice]);
    const { passages } = passagesOfDocument(doc);
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).toSorted();
    const all = doc.pages.flatMap((page) => page.lines.map((line) => line.text)).join(' ');
    expect(words(passages.map(({ text }) => text).join(' '))).toEqual(words(all));
  });

  test('hold 60 to 200 words of a long text and fit the encoder', async () => {
    const { passages } = passagesOfDocument(documentFromText(contract));
    expect(passages.length).toBeGreaterThan(3);
    for (const { text, context } of passages) {
      const words = text.split(/\s+/).length;
      expect(words).toBeLessThanOrEqual(200);
      expect(words).toBeGreaterThanOrEqual(60);
      expect(await countTokens(`${context ?? ''} ${text}`)).toBeLessThanOrEqual(256);
    }
  });

  test('carry the heading that they stand under', () => {
    const { passages } = passagesOfDocument(documentFromText(contract));
    const later = passages.filter(
      ({ text }) => text.includes('liability of section') && !text.includes('3. Liability'),
    );
    expect(later.length).toBeGreaterThan(0);
    for (const { context } of later) expect(context).toBe('3. Liability');
  });

  test('keep a row of a table together, columns in order', () => {
    const { passages } = passagesOfDocument(documentFromText(invoice));
    expect(passages).toHaveLength(1);
    expect(passages[0]!.text.split('\n')).toContain('1\tHex bolts M8\t200\t24.00');
  });

  test('know the box of any of their words', () => {
    const doc = documentFromText([contract, invoice]);
    const { passages } = passagesOfDocument(doc);
    let checked = 0;
    for (const passage of passages) {
      for (const place of passage.places) {
        let start = place.start;
        for (const word of passage.text.slice(place.start, place.end).split(' ')) {
          const [found] = boxesOfSpan(passage, start, start + word.length);
          const words = doc.pages[passage.page! - 1]!.lines.flatMap((line) => line.words);
          const real = words.filter(
            ({ text, box }) =>
              text === word &&
              box[0] >= found!.box[0] - 0.01 &&
              box[1] >= found!.box[1] - 0.01 &&
              box[2] <= found!.box[2] + 0.01 &&
              box[3] <= found!.box[3] + 0.01,
          );
          expect(real.length, `${word} in ${JSON.stringify(found)}`).toBeGreaterThan(0);
          // Not much larger than the word itself.
          expect(found!.box[2] - found!.box[0]).toBeLessThan(real[0]!.box[2] - real[0]!.box[0] + 3);
          checked++;
          start += word.length + 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(400);
  });

  test('join a word that was broken at the end of a line, and still know both its boxes', () => {
    const text =
      'The customer agrees that every invoice is paid with-\nin thirty days after the goods have been received by\nthe warehouse of the buyer without any deduction';
    const { passages } = passagesOfDocument(documentFromText(text));
    const passage = passages[0]!;
    expect(passage.text).toContain('paid within thirty');
    const start = passage.text.indexOf('within');
    expect(boxesOfSpan(passage, start, start + 6)).toHaveLength(2);
  });

  test('two columns are read one after the other', () => {
    const left = 'the seller delivers all goods to the place that the buyer names in the order';
    const right = 'the buyer pays the price within thirty days after the invoice has arrived there';
    const cut = (text: string): string[] => text.match(/.{1,36}(?: |$)/g)!.map((part) => part.trim());
    const rows = cut(left).map((part, i) => `${part.padEnd(60)}${cut(right)[i] ?? ''}`);
    const { text } = passagesOfDocument(documentFromText(rows.join('\n')));
    expect(text.replaceAll('\n', ' ')).toContain(left);
    expect(text.replaceAll('\n', ' ')).toContain(right);
  });

  test('nothing comes of a page without words', () => {
    expect(passagesOfDocument(documentFromText(['', ' ']))).toEqual({ text: '', passages: [] });
  });

  test('whatever stands on a page, slices are exact and fit the encoder', async () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      fc.constantFrom(
        'und',
        'Rechnung',
        '1.190,00',
        'DE123456789',
        '한국어',
        'ශ්‍රී',
        '发票',
        'Straßenverkehrsordnung',
        '-',
        '.',
      ),
    );
    const line = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const { text, passages } = passagesOfDocument(documentFromText(lines.join('\n')));
        for (const passage of passages) {
          expect(text.slice(passage.start, passage.end)).toBe(passage.text);
          expect(await countTokens(`${passage.context ?? ''} ${passage.text}`)).toBeLessThanOrEqual(256);
        }
      }),
      { numRuns: 60 },
    );
  });
});
