import { describe, expect, test } from 'vitest';
import { findPeriods } from '../../src/recognize/periods.ts';

const told = (text: string, asOf?: string): string[] =>
  findPeriods(text, asOf === undefined ? {} : { asOf }).map(
    ({ value }) => `${value.start ?? ''}..${value.single ? '=' : (value.end ?? '')}${value.open ? 'open' : ''}`,
  );

describe('findPeriods', () => {
  test.each([
    ['Sept 2018 – May 2023', '2018-09..2023-05'],
    ['03/2015 - 09/2018', '2015-03..2018-09'],
    ['01.09.2014 - 31.12.2016', '2014-09-01..2016-12-31'],
    ['2018-09 – 2019-03', '2018-09..2019-03'],
    ["Sep '18 – Oct '19", '2018-09..2019-10'],
    ['Oct-2011 to Sep-2013', '2011-10..2013-09'],
    ['(2020 – 2023)', '2020..2023'],
    ['Fall 2012 – Spring 2014', '2012..2014'],
    ['2014/15', '2014..2015'],
    ['Jan–Mar 2015', '2015-01..2015-03'],
    ['Q1 2020 – Q3 2020', '2020-01..2020-09'],
    ['du 3 mars 2019 au 30 juin 2020', '2019-03-03..2020-06-30'],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]));

  test.each([
    'June 2023 - present',
    '06/2023 – heute',
    'seit Juni 2023',
    'Depuis juin 2023',
    'junio 2023 - actualidad',
    'giugno 2023 – oggi',
    'junho 2023 - atual',
    'juni 2023 – heden',
    'czerwiec 2023 - obecnie',
    'June 2023 onwards',
  ])('%s goes on', (text) => expect(told(text)).toEqual(['2023-06..open']));

  test.each([
    ['Class of 2022', '2022..='],
    ['Summer 2019', '2019..='],
    ['16th August 2018', '2018-08-16..='],
  ])('%s is one date', (text, expected) => expect(told(text)).toEqual([expected]));

  test.each(['+1 (123) 345-7890', '2 years 10 months', 'May 18', '8,500+ stars', 'EUR 2015.50', 'A2010B'])(
    '%s is none',
    (text) => expect(told(text)).toEqual([]),
  );

  test('years of two digits are read from the day that is passed in', () => {
    expect(told('03/31', '2026-11-20')).toEqual(['2031-03..=']);
    expect(told('03/61', '2026-11-20')).toEqual(['1961-03..=']);
    expect(told('03/98 – 04/05', '2026-11-20')).toEqual(['1998-03..2005-04']);
  });
});
