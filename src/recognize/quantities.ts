// Quantities: a number with a unit (`2,5 Std.`, `10 Stk`, `12 x`), the unit as UN/ECE code.

import type { Mention } from './mention.ts';
import { isLinkedAfter, isLinkedBefore, type NumberValue, readSign, toNumberValue } from './numbers.ts';
import { hasDigit, isAlphanumeric, skipSpaces, skipSpacesBack } from './numbers-chars.ts';
import { type NumberToken, scanNumbers } from './numbers-scan.ts';
import { readUnitAfter, type Unit } from './units.ts';

export interface QuantityValue {
  /** Every value the digits can mean, likelier first. */
  readings: number[];
  /** null for `12 x` and `x 12`, which name none. */
  unit: Unit | null;
  number: NumberValue;
}

export type QuantityMention = Mention<'quantity', QuantityValue>;

/** Numbers with a unit after them, and counts written with a multiplication sign. */
export function findQuantities(text: string): QuantityMention[] {
  if (!hasDigit(text)) return [];
  const mentions: QuantityMention[] = [];
  for (const token of scanNumbers(text)) {
    const mention = readQuantity(text, token);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

function readQuantity(text: string, token: NumberToken): QuantityMention | null {
  if (isLinkedBefore(text, token.start)) return readTimesBefore(text, token);
  const times = timesEnd(text, token.end);
  if (times > 0) return makeMention(text, token, null, token.start, times, 0.5);
  const read = readUnitAfter(text, token.end);
  if (read) {
    // `5/kg` and `3-day` are prices and adjectives; a unit touches or follows a space.
    const glued = read.start === token.end;
    const certainty =
      token.alternative !== null || token.noisy ? 0.6 : glued && read.unit.code.startsWith('X') ? 0.6 : 0.9;
    const sign = readSign(text, token.start, token.end, token);
    const start = text[sign.start] === '(' ? token.start : sign.start;
    return makeMention(text, token, read.unit, start, read.end, certainty);
  }
  return isLinkedAfter(text, token.end) ? null : readTimesBefore(text, token);
}

/** End of `x` or `×` after a count, when nothing but space or a further number follows; else -1. */
function timesEnd(text: string, end: number): number {
  const at = skipSpaces(text, end, 1);
  if (!isTimes(text[at])) return -1;
  return isAlphanumeric(text.charCodeAt(at + 1)) ? -1 : at + 1;
}

/** `x 5`, `x5`, but not `10 x 5`, which is a size. */
function readTimesBefore(text: string, token: NumberToken): QuantityMention | null {
  const at = skipSpacesBack(text, token.start, 1) - 1;
  if (!isTimes(text[at]) || isAlphanumeric(text.charCodeAt(at - 1))) return null;
  if (/\d/.test(text[skipSpacesBack(text, at) - 1] ?? ' ') || isLinkedAfter(text, token.end)) return null;
  return makeMention(text, token, null, at, token.end, 0.45);
}

const isTimes = (character: string | undefined): boolean => character === 'x' || character === 'X' || character === '×';

function makeMention(
  text: string,
  token: NumberToken,
  unit: Unit | null,
  start: number,
  end: number,
  certainty: number,
): QuantityMention {
  const number = toNumberValue(token, start < token.start && unit !== null);
  return {
    kind: 'quantity',
    start,
    end,
    raw: text.slice(start, end),
    value: { readings: number.readings, unit, number },
    certainty,
  };
}
