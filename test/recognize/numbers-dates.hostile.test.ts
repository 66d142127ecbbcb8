// Documents are hostile: time must grow with the length of a line, not with its square.

import { describe, expect, it } from 'vitest';
import { findCurrencies } from '../../src/recognize/currencies.ts';
import { findDateRanges } from '../../src/recognize/date-ranges.ts';
import { findDates } from '../../src/recognize/dates.ts';
import { findDurations } from '../../src/recognize/durations.ts';
import type { Mention } from '../../src/recognize/mention.ts';
import { findMoney } from '../../src/recognize/money.ts';
import { findNumbers } from '../../src/recognize/numbers.ts';
import { findPaymentTerms } from '../../src/recognize/payment-terms.ts';
import { findPercents } from '../../src/recognize/percents.ts';
import { findQuantities } from '../../src/recognize/quantities.ts';
import { findTimes } from '../../src/recognize/times.ts';

const RECOGNIZERS: Record<string, (text: string) => Mention<string, unknown>[]> = {
  findCurrencies,
  findDateRanges,
  findDates,
  findDurations,
  findMoney,
  findNumbers,
  findPaymentTerms,
  findPercents,
  findQuantities,
  findTimes,
};

const UNITS = [
  '1',
  '1,',
  '1.',
  '1/',
  '1-',
  '1:',
  '01.',
  '1 ',
  ',234',
  ' 234',
  ' 1 234',
  'a',
  'é',
  'USD',
  '$',
  '(',
  '-1',
  '- ',
  ' .',
  '. 5',
  'May ',
  'May 1 - ',
  'May  1',
  '1 a 2 de ',
  '3rd day of ',
  '2 % ',
  '2 % Skonto ',
  'Skonto ',
  '1 Tag ',
  '30 days of ',
  'net days ',
  'one hundred ',
  'two (2) ',
  '1 x ',
  '12:',
  '5 million ',
  '年1',
  "'1",
  '\u00a0',
  '1\u00a0',
  'payable ',
  'one-',
];

const LENGTH = 100_000;

/** Far above linear time on a busy machine (tens of ms), far below quadratic (minutes). */
const LIMIT_MS = 1500;

describe.each(Object.entries(RECOGNIZERS))('%s', (_name, find) => {
  it.each(UNITS)('takes 100 000 characters of %j in linear time', (unit) => {
    const text = `1${unit.repeat(Math.ceil(LENGTH / unit.length))}1`;
    const start = performance.now();
    const mentions = find(text);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    expect(mentions.every((m, i) => i === 0 || m.start >= mentions[i - 1]!.end)).toBe(true);
  });

  it('returns exact, ordered, separate spans with certainty in 0–1', () => {
    const text =
      'Due 05/03/2018 – 06.04.2018, 2,5 Std. à $ 1,234.50 (19 %) net 30 days, 14:30, two (2) years, EUR 3 038,14-, 5 May 2018 to 6 May 2018';
    let from = 0;
    for (const m of find(text)) {
      expect(text.slice(m.start, m.end)).toBe(m.raw);
      expect(m.start).toBeGreaterThanOrEqual(from);
      expect(m.certainty).toBeGreaterThan(0);
      expect(m.certainty).toBeLessThanOrEqual(1);
      from = m.end;
    }
  });
});
