import { expect, it } from 'vitest';
import { plainText, withPlainDigits } from '../../src/pipeline/plain-digits.ts';
import { documentFromText } from '../support/document-from-text.ts';

it.each([
  ['٢٠٢٤/٠٥/١٢', '2024/05/12'],
  ['١١٬٦٨٥٫٠٠', '11,685.00'],
  ['۱۴۰۳', '1403'],
  ['१२३', '123'],
  ['１２，３４５．００', '12,345.00'],
  ['￥１００', '¥100'],
  ['Ｔ１８０', 'T180'],
])('%s is read as %s', (printed, plain) => {
  expect(plainText(printed)).toBe(plain);
  expect(plainText(printed)).toHaveLength(printed.length);
});

it('punctuation of a text stays as it is', () => {
  expect(plainText('税込，送料別：（東京）')).toBe('税込，送料別：（東京）');
});

it('a document that needs nothing is the same document, one that does keeps what was given', () => {
  const plain = documentFromText('Total 12.00');
  expect(withPlainDigits(plain)).toBe(plain);
  const arabic = documentFromText('المجموع ١٢٫٠٠');
  expect(
    withPlainDigits(arabic)
      .pages[0]!.lines.map(({ text }) => text)
      .join(' '),
  ).toContain('12.00');
  expect(arabic.pages[0]!.lines.map(({ text }) => text).join(' ')).toContain('١٢٫٠٠');
});
