import { expect, test } from 'vitest';
import type { Line } from '../../src/document/parsed-document.ts';
import { joinSpacedLetters } from '../../src/recognize/spaced-letters.ts';

/** Words ten points wide a letter; `gaps` are those after each word. */
function line(words: readonly string[], gaps: readonly number[]): Line {
  let x = 0;
  const placed = words.map((text, i) => {
    const box = [x, 0, x + 10 * text.length, 12] as const;
    x += 10 * text.length + (gaps[i] ?? 0);
    return { text, box };
  });
  return { index: 0, page: 1, row: 0, text: words.join(' '), words: placed, box: [0, 0, x, 12] };
}

test('letters with even gaps are one word, a wider gap parts two', () => {
  expect(joinSpacedLetters(line([...'JOHNDOE'], [4, 4, 4, 16, 4, 4]))).toBe('JOHN DOE');
});

test('small capitals: a large first letter and the rest of its word', () => {
  expect(joinSpacedLetters(line(['S', 'ENIOR', 'P', 'ROJECT', 'M', 'ANAGER'], [2, 8, 2, 8, 2]))).toBe(
    'SENIOR PROJECT MANAGER',
  );
});

test.each([[['A', 'plan', 'for', 'Mr', 'B']], [['Vitamin', 'C', 'and', 'D']], [['C', 'D']]])(
  '%s is set as usual',
  (words) => {
    expect(joinSpacedLetters(line(words, []))).toBeUndefined();
  },
);
