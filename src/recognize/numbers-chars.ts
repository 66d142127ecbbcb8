// Character tests by code unit, shared by the scanners of numbers and dates: cheaper than a regex per character.

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

export function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) count++;
  return count;
}

/** Latin, Greek, Cyrillic, Hebrew or Arabic letter, or underscore: what glues to a number and makes it part of a name. */
export function isLetter(c: number): boolean {
  if (c < 128) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
  return (
    (c >= 0xc0 && c < 0x250 && c !== 0xd7 && c !== 0xf7) ||
    (c >= 0x370 && c < 0x530) ||
    (c >= 0x5d0 && c < 0x5eb) ||
    (c >= 0x620 && c < 0x64b)
  );
}

/** Space, tab, no-break space, figure space, thin space, narrow no-break space. */
export const isSpace = (c: number): boolean =>
  c === 32 || c === 9 || c === 0xa0 || c === 0x2007 || c === 0x2009 || c === 0x202f;

/** Hyphen-minus, hyphens, en and em dash, minus sign. */
export const isDash = (c: number): boolean => c === 45 || (c >= 0x2010 && c <= 0x2015) || c === 0x2212;

export const isAlphanumeric = (c: number): boolean => isDigit(c) || isLetter(c);

/** The first offset from `i` on that is no space, at most `limit` further. */
export function skipSpaces(text: string, i: number, limit = 2): number {
  const stop = Math.min(text.length, i + limit);
  let at = i;
  while (at < stop && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the last non-space before `i`, at most `limit` back. */
export function skipSpacesBack(text: string, i: number, limit = 2): number {
  const stop = Math.max(0, i - limit);
  let at = i;
  while (at > stop && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Any ASCII digit at all: the guard of most recognizers. */
export function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}
