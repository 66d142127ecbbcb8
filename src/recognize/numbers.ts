// Plain numbers in a line, in every decimal and grouping style in use; ambiguity is kept, never guessed away.

import type { Mention } from './mention.ts';
import { hasDigit, isAlphanumeric, isDash, isDigit, isSpace, skipSpaces } from './numbers-chars.ts';
import type { DecimalStyle } from './numbers-groups.ts';
import { type NumberToken, scanNumbers } from './numbers-scan.ts';

export interface NumberValue {
  /** Every value the digits can mean, likelier first; two for `1.234` and `1,234`. Signed. */
  readings: number[];
  /** Decimal separator of the first reading. */
  style: DecimalStyle;
  /** Digits after it. */
  decimals: number;
  grouped: boolean;
  /** Separator between thousands in the first reading; empty = none. */
  group: '' | '.' | ',' | "'" | ' ';
  /** Thousands are split by ordinary spaces, so these may be two numbers side by side: check the gap on the page. */
  spaced: boolean;
  negative: boolean;
}

export type NumberMention = Mention<'number', NumberValue>;

export interface NumberOptions {
  /** Read `1 234` as one number (default). Off when the words' boxes show separate columns. */
  joinSpaces?: boolean;
}

/** Numbers that stand free: not inside names, dates, phones, IBANs, versions. Offsets include a sign or parentheses. */
export function findNumbers(text: string, options: NumberOptions = {}): NumberMention[] {
  if (!hasDigit(text)) return [];
  const mentions: NumberMention[] = [];
  for (const token of scanNumbers(text, options.joinSpaces ?? true)) {
    if (isLinked(text, token)) continue;
    const sign = readSign(text, token.start, token.end, token);
    mentions.push({
      kind: 'number',
      start: sign.start,
      end: sign.end,
      raw: text.slice(sign.start, sign.end),
      value: toNumberValue(token, sign.negative),
      certainty: certaintyOf(token),
    });
  }
  return mentions;
}

/** The token's value with exact decimal reading. `exponent` is a power of ten to scale by (6 for "million"). */
export function toNumberValue(token: NumberToken, negative: boolean, exponent = 0): NumberValue {
  const readings = [toNumber(token.digits, negative, exponent)];
  if (token.alternative !== null) readings.push(toNumber(token.alternative, negative, exponent));
  return {
    readings,
    style: token.style,
    decimals: token.decimals,
    grouped: token.group !== '',
    group: token.group,
    spaced: token.spaced,
    negative,
  };
}

function toNumber(digits: string, negative: boolean, exponent: number): number {
  const value = Number(exponent === 0 ? digits : `${digits}e${exponent}`);
  return negative && value !== 0 ? -value : value;
}

/** Glued to letters or tied by - / : to further digits: part of a code, date, phone or range. */
export function isLinked(text: string, token: NumberToken): boolean {
  return isLinkedBefore(text, token.start) || isLinkedAfter(text, token.end);
}

export function isLinkedBefore(text: string, start: number): boolean {
  const c = text.charCodeAt(start - 1);
  if (Number.isNaN(c)) return false;
  if (isAlphanumeric(c) || c === 43) return true;
  const tie = c === 45 || c === 47 || c === 58 || c === 46 || c === 44 || c === 92 || c === 39 || c === 64;
  if (!tie) return false;
  const before = text.charCodeAt(start - 2);
  // A colon after a word is a label, a dot after one an abbreviation; between digits they tie.
  if (c === 58 || c === 46 || c === 44) return isDigit(before);
  return isAlphanumeric(before);
}

export function isLinkedAfter(text: string, end: number): boolean {
  const c = text.charCodeAt(end);
  if (Number.isNaN(c)) return false;
  if (isAlphanumeric(c)) return text.slice(end, end + 2) !== 'CR' || isAlphanumeric(text.charCodeAt(end + 2));
  if (c === 45 || c === 47 || c === 58 || c === 92 || c === 0x2013) return isAlphanumeric(text.charCodeAt(end + 1));
  return (c === 46 || c === 44) && isDigit(text.charCodeAt(end + 1));
}

export interface Sign {
  negative: boolean;
  start: number;
  end: number;
}

/**
 * A sign around [start, end): leading or trailing minus, `CR`, parentheses around something that looks like an amount
 * ("(2)" is a footnote, "(1,234.56)" is negative). The span grows by the sign.
 */
export function readSign(text: string, start: number, end: number, token: NumberToken): Sign {
  const before = text.charCodeAt(start - 1);
  if (isDash(before) && isMinusPlace(text, start - 1)) return { negative: true, start: start - 1, end };
  if (isSpace(before) && isSpacedMinus(text, start - 2)) return { negative: true, start: start - 2, end };
  if (before === 40) {
    const close = skipSpaces(text, end);
    const amountLike = token.decimals === 2 || token.group !== '';
    if (text.charCodeAt(close) === 41 && amountLike) return { negative: true, start: start - 1, end: close + 1 };
  }
  const trailing = trailingSignEnd(text, end);
  return trailing > end ? { negative: true, start, end: trailing } : { negative: false, start, end };
}

function isMinusPlace(text: string, at: number): boolean {
  const c = text.charCodeAt(at - 1);
  return at === 0 || !(isAlphanumeric(c) || isDash(c) || c === 41 || c === 46 || c === 44);
}

/** A minus and a space: certain for the true minus sign; a hyphen only where no word could be joined by it. */
function isSpacedMinus(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c === 0x2212) return isMinusPlace(text, at);
  return c === 45 && at === 0;
}

function trailingSignEnd(text: string, end: number): number {
  const c = text.charCodeAt(end);
  if (c === 45 || c === 0x2212) {
    const after = text.charCodeAt(end + 1);
    return Number.isNaN(after) || isSpace(after) || after === 41 ? end + 1 : end;
  }
  const at = isSpace(c) ? end + 1 : end;
  const credit = text.charCodeAt(at) === 67 && text.charCodeAt(at + 1) === 82;
  return credit && !isAlphanumeric(text.charCodeAt(at + 2)) ? at + 2 : end;
}

function certaintyOf(token: NumberToken): number {
  if (token.noisy) return 0.4;
  if (token.alternative !== null) return 0.6;
  if (token.spaced) return 0.6;
  if (token.group !== '') return 0.95;
  if (token.style !== 'none') return 0.85;
  return 0.5;
}
