import { tidy } from './found.ts';

/** "JOHN DOE" is how it is set, not how it is written. */
export function properName(text: string): string {
  const plain = tidy(text).replace(/["“”]/gu, '');
  if (plain !== plain.toUpperCase() || !/\p{Lu}{3}/u.test(plain)) return plain;
  return plain.toLowerCase().replace(/(?<![\p{L}'’])\p{L}|(?<=\b(?:o|d)['’])\p{L}/gu, (letter) => letter.toUpperCase());
}
