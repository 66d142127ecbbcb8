// What a cell of each kind says: amounts, quantities with units, rates. The whole cell must make sense, else there is no value.

import { applyNumberStyle } from '../number-style.ts';
import { findNumbers } from '../numbers.ts';

export type DecimalSign = 'dot' | 'comma' | null;

export interface AmountCell {
  value: number;
  /** Digits after the decimal sign. */
  decimals: number;
  percent: boolean;
}

interface QuantityCell {
  value: number;
  unit: string | null;
}

const CURRENCY =
  /(?:\b\p{Lu}{1,3})?[$]|[€£¥₹₽₺]|\b(?:EUR|USD|GBP|CHF|JPY|CNY|INR|PLN|CZK|HUF|RON|SEK|NOK|DKK|CAD|AUD|NZD|BRL|MXN|SGD|HKD|ZAR|AED|TRY|RM|MYR|euros?|Euro|DEM)\b|\b(?:Rs|INR|kr|Kč|Ft)\b\.?|zł|(?<=\d,)-+|\.-{1,2}$/giu;
const PER_UNIT = /\s*(?:\/|per|pro|je)\s*\d*\s*[\p{L}.²³]{1,12}\s*$/iu;

/** An amount, price or rate that fills the whole cell: "1.234,50 €", "-20,48", "(15.00)", "19 %", "0,79 €/kg". */
export function readAmount(text: string, style: DecimalSign): AmountCell | undefined {
  if (text.length === 0 || text.length > 40 || !/\d/.test(text)) return undefined;
  const percent = text.includes('%');
  // "RM7.00", "75.00SR": a currency code before, or a tax code of a receipt behind, may touch the number; before a long run of digits letters are part of an id.
  let bare = text
    .replace(CURRENCY, ' ')
    .replace('%', ' ')
    .replace(/(?<![\p{L}\d])\p{Lu}{2,3}(?=[-−]?\d)(?!\d{7})|(?<=[.,]\d\d)\p{Lu}{1,2}$/gu, ' ')
    .trim();
  if (/\p{L}/u.test(bare)) bare = bare.replace(PER_UNIT, '').trim();
  // A sign may stand before the currency ("-€ 5") or after it ("€ -9,32").
  bare = bare.replace(/^([-−+])\s+/u, '$1').replace(/^[:=~]\s*|\s*\*+$/g, '');
  const [number, more] = findNumbers(bare);
  if (!number || more) return undefined;
  const rest = bare.slice(0, number.start) + bare.slice(number.end);
  if (/[\p{L}\d]/u.test(rest)) return undefined;
  return { value: applyNumberStyle(number, style), decimals: number.value.decimals, percent };
}

const COUNT = String.raw`[-−+]?\d[\d.,'’  ]*`;
const QUANTITY = new RegExp(
  String.raw`^[x×*]?\s*(${COUNT})\s*(?:[x×*]|(?=\D|$))\s*(\(?\p{L}[\p{L}\d.()²³/]{0,14}(?: \p{L}[\p{L}.()²³]{0,9})?|["”])?\s*(?:[@à])?$`,
  'u',
);

/** A count with or without a unit that fills the whole cell: "3", "2,5 Std.", "x10", "3 x", "20 Stk". */
export function readQuantity(text: string, style: DecimalSign): QuantityCell | undefined {
  if (text.length === 0 || text.length > 32) return undefined;
  const match = QUANTITY.exec(text.trim());
  if (!match) {
    const unitFirst = /^(\p{L}{1,8}\.?)\s+([-−]?\d[\d.,]*)$/u.exec(text.trim());
    const number = unitFirst ? readAmount(unitFirst[2]!, style) : undefined;
    return number && unitFirst ? { value: number.value, unit: unitFirst[1]! } : undefined;
  }
  const amount = readAmount(match[1]!.trim(), style);
  return amount && { value: amount.value, unit: match[2] ?? null };
}

const AMOUNT_WORD =
  /^[-−(+]?(?:[€$£¥₹]|\p{Lu}{2,3}|Rs\.?)?[-−]?\d{1,3}(?:[.,'’ ]?\d{3})*[.,]\d{2}(?:[€$£)%]|-|\p{Lu}{1,2})?$/u;

/** A single word that can only be an amount: it has two decimals. */
export const isAmountWord = (text: string): boolean => text.length <= 20 && AMOUNT_WORD.test(text);

const DOT_DECIMAL = /(?:^|[^\d.])\d[\d,]*\.\d{2}(?![\d.])/;
const COMMA_DECIMAL = /(?:^|[^\d,])\d[\d.]*,\d{2}(?![\d,])/;

/** Which sign splits decimals on these texts, by majority; null = nothing says. */
export function guessStyle(texts: Iterable<string>): DecimalSign {
  let dot = 0;
  let comma = 0;
  for (const text of texts) {
    if (DOT_DECIMAL.test(text)) dot++;
    else if (COMMA_DECIMAL.test(text)) comma++;
  }
  if (dot === comma) return null;
  return dot > comma ? 'dot' : 'comma';
}
