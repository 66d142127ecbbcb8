// Sums and comparisons of what the terms of an invoice state. What is missing or no number never compares as equal.

import type { XmlElement } from '../../../../../document/xml-element.ts';
import {
  add,
  compare,
  type Decimal,
  parseDecimal,
  percentOf,
  round,
  subtract,
  total,
  wholeNumber,
} from '../../decimal.ts';

type Amount = Decimal | undefined;
export const one = wholeNumber(1);
export const nought = wholeNumber(0);

export function amountOf(term: XmlElement | undefined): Amount {
  return parseDecimal(term?.text);
}

export function equals(a: Amount, b: Amount): boolean {
  return a !== undefined && b !== undefined && compare(a, b) === 0;
}

export function isAbove(a: Amount, b: Amount): boolean {
  return a !== undefined && b !== undefined && compare(a, b) > 0;
}

export function isAtLeast(a: Amount, b: Amount): boolean {
  return a !== undefined && b !== undefined && compare(a, b) >= 0;
}

export function isNought(a: Amount): boolean {
  return a !== undefined && a.digits === 0n;
}

/** Sum of what is stated, to two decimals; undefined as soon as one of them is no number. */
export function sumOf(terms: readonly (XmlElement | undefined)[]): Amount {
  const amounts: Decimal[] = [];
  for (const term of terms) {
    if (!term) continue;
    const amount = amountOf(term);
    if (!amount) return undefined;
    amounts.push(amount);
  }
  return round(total(amounts));
}

export function plus(a: Amount, b: Amount): Amount {
  return a && b && add(a, b);
}

export function minus(a: Amount, b: Amount): Amount {
  return a && b && subtract(a, b);
}

/** Differ by less than one (or by one, where `closed`): what EN 16931’s own tests allow for rounding. */
export function isWithinOne(a: Amount, b: Amount, closed = false): boolean {
  if (!a || !b) return false;
  const difference = subtract(a, b);
  const size = compare(
    { digits: difference.digits < 0n ? -difference.digits : difference.digits, scale: difference.scale },
    one,
  );
  return closed ? size <= 0 : size < 0;
}

export function percentage(amount: Amount, percent: Amount): Amount {
  return amount && percent && round(percentOf(amount, percent));
}

/** Decimals as written, trailing zeros included. */
export function decimalsOf(term: XmlElement | undefined): number {
  const text = term?.text ?? '';
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

export function hasTwoDecimals(term: XmlElement | undefined): boolean {
  return decimalsOf(term) <= 2;
}
