// GTIN-8, -12, -13 and -14 (EAN, UPC) by their check digit.

import type { Mention } from './mention.ts';

export interface GtinMention extends Mention<'gtin', string> {
  checked: boolean;
}

// EAN-13 is also printed as under a bar code: "4 006381 333931".
const FORM = /(?<![\w.,\-/+])(?:\d{8}|\d{12,14}|\d \d{6} \d{6}|\d \d{5} \d{5} \d)(?![\w]|[.,\-/]\d)/g;
const LABEL_BEFORE =
  /(?:EAN|GTIN|UPC|bar ?code|strichcode|code[- ]barres|c[oó]digo de barras|codice a barre)[\w\-/]{0,6}[^a-z0-9]{0,6}(?:n[or°]\.?[^a-z0-9]{0,4})?$/i;

/** GTINs in one line. Without a label eight digits are more often a date or a number and are left out. */
export function findGtins(text: string): GtinMention[] {
  if (text.length < 8 || !/\d{5}/.test(text)) return [];
  const found: GtinMention[] = [];
  for (const match of text.matchAll(FORM)) {
    const value = match[0].replaceAll(' ', '');
    const labelled = LABEL_BEFORE.test(text.slice(Math.max(0, match.index - 32), match.index));
    const checked = hasGtinCheckDigit(value);
    if (!labelled && (!checked || value.length === 8 || value.startsWith('0000000'))) continue;
    const certainty = labelled ? (checked ? 0.98 : 0.5) : value.length === 13 ? 0.8 : 0.6;
    const end = match.index + match[0].length;
    found.push({ kind: 'gtin', start: match.index, end, raw: match[0], value, certainty, checked });
  }
  return found;
}

/** GS1 check digit: weights 3 and 1 from the right. */
export function hasGtinCheckDigit(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return false;
  let sum = 0;
  for (let i = digits.length - 2, weight = 3; i >= 0; i--, weight = 4 - weight) sum += Number(digits[i]) * weight;
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}
