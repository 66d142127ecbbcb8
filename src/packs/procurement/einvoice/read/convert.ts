// Texts of structured files → values as records hold them. What does not have the form that its place asks for is no value:
// the syntax's own rules say so, and nothing is guessed.

import type { Json } from '../../../../document/value.ts';

export type Convert = (text: string) => Json | undefined;

/** Characters that show nothing or turn letters around; they have no business in a value. */
const UNSEEN = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const MAX_TEXT = 4000;

/** One line; white space of the file's own layout falls together. */
export function toText(text: string): string | undefined {
  const plain = text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim().slice(0, MAX_TEXT);
  return plain === '' ? undefined : plain;
}

/** An identifier that says something: "NA" and "n/a" stand where a profile demands an element and there is no number. */
export function toIdentifier(text: string): string | undefined {
  const plain = toText(text);
  return plain === undefined || /^(?:n\/?a|-+|0+|none)$/i.test(plain) ? undefined : plain;
}

/** xs:decimal, and the exponent that some writers let through. */
export function toNumber(text: string): number | undefined {
  const plain = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?$/.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number + 0 : undefined;
}

/** A discount, prepayment or rounding of nothing is none: some writers state it, others leave it out. */
export function toAdjustment(text: string): number | undefined {
  return toNumber(text) || undefined;
}

/** ISO dates with or without time and zone, and the compact forms of UN/EDIFACT 2379 that name a day (102, 203, 204). */
export function toDate(text: string): string | undefined {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?![\d-])/.exec(text.trim()) ??
    /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text.trim());
  if (!match) return undefined;
  const iso = `${match[1]}-${match[2]}-${match[3]}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

export function toCurrency(text: string): string | undefined {
  return /^[A-Za-z]{3}$/.test(text.trim()) ? text.trim().toUpperCase() : undefined;
}

export function toCountry(text: string): string | undefined {
  return /^[A-Za-z]{2}$/.test(text.trim()) ? text.trim().toUpperCase() : undefined;
}

/** Only what has the form of an IBAN; whether its check digits are right is a rule's to say. */
export function toIban(text: string): string | undefined {
  const plain = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(plain) ? plain : undefined;
}

export function toBic(text: string): string | undefined {
  const plain = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(plain) ? plain : undefined;
}

/** As records hold it: without spaces and points. */
export function toVatId(text: string): string | undefined {
  const plain = text.replace(/[\s.-]/g, '').toUpperCase();
  return plain === '' ? undefined : plain.slice(0, 40);
}

export function toEmail(text: string): string | undefined {
  const plain = toText(text)?.replace(/^mailto:/i, '');
  return plain && /^[^\s@]+@[^\s@]+$/.test(plain) ? plain : undefined;
}

/** An 8, 12, 13 or 14 digit trade item number. */
export function toGtin(text: string): string | undefined {
  const plain = text.replace(/\s/g, '');
  return /^(?:\d{8}|\d{12,14})$/.test(plain) ? plain : undefined;
}

/** Sums decimals exactly, as written; undefined when one of them is no number. */
export function sumDecimals(texts: readonly string[]): number | undefined {
  const numbers = texts.map((text) => /^([+-]?)(\d*)\.?(\d*)$/.exec(text.trim()));
  const digits = Math.max(0, ...numbers.map((match) => match?.[3]?.length ?? 0));
  if (numbers.some((match) => !match || match[2]! + match[3]! === '') || digits > 18) return undefined;
  const sum = numbers.reduce((total, match) => {
    const units = BigInt(`${match![2]}${match![3]!.padEnd(digits, '0')}`);
    return match![1] === '-' ? total - units : total + units;
  }, 0n);
  return Number(sum) / 10 ** digits;
}

/** A price for `basis` pieces → the price of one, to ten digits. */
export function pricePerUnit(price: number, basis: number | undefined): number {
  return basis === undefined || basis === 1 || basis <= 0 ? price : Number((price / basis).toPrecision(10));
}
