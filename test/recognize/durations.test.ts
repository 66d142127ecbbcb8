import { describe, expect, it } from 'vitest';
import { findDurations } from '../../src/recognize/durations.ts';
import { findTimes } from '../../src/recognize/times.ts';

describe('findDurations', () => {
  it.each([
    ['2 years', 'P2Y'],
    ['two (2) years', 'P2Y'],
    ['2 (two) years', 'P2Y'],
    ['thirty (30) days', 'P30D'],
    ['three-year term', 'P3Y'],
    ['a period of two years from', 'P2Y'],
    ['twenty-four months', 'P24M'],
    ['forty five days', 'P45D'],
    ['one hundred days', 'P100D'],
    ['one hundred eighty (180) days', 'P180D'],
    ['5 business days', 'P5D'],
    ['24 hours', 'PT24H'],
    ['90 minutes', 'PT90M'],
    ['6 weeks', 'P6W'],
    ['five (5) consecutive years', 'P5Y'],
    ['1.5 years', 'P1.5Y'],
    ['14 Tage', 'P14D'],
    ['innerhalb von 14 Tagen', 'P14D'],
    ['30Tage', 'P30D'],
    ['zwei Jahre', 'P2Y'],
    ['drei Monate', 'P3M'],
    ['vierundzwanzig Monaten', 'P24M'],
    ['30 jours', 'P30D'],
    ['deux ans', 'P2Y'],
    ['un an', 'P1Y'],
    ['10 jours ouvrés', 'P10D'],
    ['dos años', 'P2Y'],
    ['30 días', 'P30D'],
    ['seis meses', 'P6M'],
    ['30 giorni', 'P30D'],
    ['tre anni', 'P3Y'],
    ['30 dias', 'P30D'],
    ['dois anos', 'P2Y'],
    ['14 dagen', 'P14D'],
    ['twee jaar', 'P2Y'],
    ['30 dni', 'P30D'],
    ['12 miesięcy', 'P12M'],
    ['dwa lata', 'P2Y'],
  ])('reads %s as %s', (text, iso) => {
    const mentions = findDurations(text);
    expect(mentions.map((m) => m.value.iso)).toEqual([iso]);
    expect(text.slice(mentions[0]!.start, mentions[0]!.end)).toBe(mentions[0]!.raw);
  });

  it('marks working days', () => {
    expect(findDurations('5 business days')[0]!.value).toEqual({ iso: 'P5D', count: 5, unit: 'day', business: true });
    expect(findDurations('10 jours ouvrés')[0]!.value.business).toBe(true);
    expect(findDurations('5 days')[0]!.value.business).toBe(false);
  });

  it('leaves words before the count out of the span', () => {
    expect(findDurations('for a term of two (2) years')[0]!.raw).toBe('two (2) years');
  });

  it.each([
    '',
    'in the year 2018',
    '2018 year end',
    'one day we met',
    'Tag der Lieferung',
    'days',
    '0 days',
    '12.50 days x'.slice(0, 5),
    'monthly',
  ])('finds none in %s', (text) => {
    expect(findDurations(text)).toEqual([]);
  });
});

describe('findTimes', () => {
  it.each([
    ['14:30', '14:30'],
    ['14:30:05', '14:30:05'],
    ['at 2:30 PM', '14:30'],
    ['2:30pm', '14:30'],
    ['12:05 AM', '00:05'],
    ['12:05 PM', '12:05'],
    ['2 PM', '14:00'],
    ['10:30 a.m.', '10:30'],
    ['14h30', '14:30'],
    ['14.30 Uhr', '14:30'],
    ['8 Uhr', '08:00'],
    ['03.45 PM', '15:45'],
    ['25/12/20188:13:39PM', '20:13:39'],
    ['2018-03-05T10:00:00', '10:00:00'],
    ['17/06/18 14:33', '14:33'],
    ['14:30 PM', '14:30'],
  ])('reads %s as %s', (text, value) => {
    const mentions = findTimes(text);
    expect(mentions.map((m) => m.value)).toEqual([value]);
    expect(text.slice(mentions[0]!.start, mentions[0]!.end)).toBe(mentions[0]!.raw);
  });

  it.each(['', '24:00', '12:75', '16:9', '1:2:3', '14.30', '1234:56', '14:30 AM', '12:34:567', 'ratio 3:1'])(
    'finds none in %s',
    (text) => {
      expect(findTimes(text)).toEqual([]);
    },
  );
});
