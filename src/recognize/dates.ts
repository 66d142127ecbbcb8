// Dates in a line of text, in all common orders, separators and languages. Ambiguity is kept in `readings`.

import { matchDayMonth, matchMonthDay, matchNamedYear, matchRomanMonth } from './dates-named.ts';
import { matchCompact, matchNumericMonth, matchYearFirst, matchYearLast } from './dates-numeric.ts';
import type { DateMatch, DateMention } from './dates-value.ts';
import { isDigit } from './numbers-chars.ts';

export type { DateMention, DateOrder } from './dates-value.ts';

/**
 * Every date that the calendar allows, left to right, not overlapping. Works outward from runs of digits with bounded
 * patterns, so the time is linear in the text.
 */
export function findDates(text: string): DateMention[] {
  const mentions: DateMention[] = [];
  const length = text.length;
  let from = 0;
  let i = 0;
  while (i < length) {
    if (!isDigit(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let runEnd = i + 1;
    while (isDigit(text.charCodeAt(runEnd))) runEnd++;
    const match = matchAt(text, i, runEnd - i, from);
    if (match) {
      const { start, end, value, certainty } = match;
      mentions.push({ kind: 'date', start, end, raw: text.slice(start, end), value, certainty });
      from = end;
      i = end;
    } else i = runEnd;
  }
  return mentions;
}

function matchAt(text: string, i: number, digits: number, from: number): DateMatch | null {
  if (digits <= 2) {
    const day = matchYearLast(text, i) ?? matchMonthDay(text, i, from) ?? matchDayMonth(text, i);
    return day ?? matchRomanMonth(text, i) ?? matchNumericMonth(text, i);
  }
  if (digits === 4) return matchYearFirst(text, i) ?? matchNamedYear(text, i, from);
  return digits >= 8 ? matchCompact(text, i, digits) : null;
}
