import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/recognize/dates.ts';

/** text | the mention's words | readings, likeliest first. */
const DAY_ROWS: [string, string, string][] = [
  // Digits, year last.
  ['05/03/2018', '05/03/2018', '2018-03-05 2018-05-03'],
  ['Date: 25/12/2018', '25/12/2018', '2018-12-25'],
  ['12/25/2018', '12/25/2018', '2018-12-25'],
  ['5/22/20', '5/22/20', '2020-05-22'],
  ['05.05.2018', '05.05.2018', '2018-05-05'],
  ['am 12.05.2018.', '12.05.2018', '2018-05-12 2018-12-05'],
  ['31.12.99', '31.12.99', '1999-12-31'],
  ['31-01-2020', '31-01-2020', '2020-01-31'],
  ['13-01-20', '13-01-20', '2020-01-13 2013-01-20'],
  ['01 / 13 / 2018', '01 / 13 / 2018', '2018-01-13'],
  ['22 .05. 2018', '22 .05. 2018', '2018-05-22'],
  ['22. 05. 2018', '22. 05. 2018', '2018-05-22'],
  ['22 05 2018', '22 05 2018', '2018-05-22'],
  ["22/05/'18", "22/05/'18", '2018-05-22'],
  ['29.02.2020', '29.02.2020', '2020-02-29'],
  ['(25/12/2018)', '25/12/2018', '2018-12-25'],
  ['Nr.22.05.2018', '22.05.2018', '2018-05-22'],
  // Glued to words and clocks.
  ['25/12/20188:13:39PM', '25/12/2018', '2018-12-25'],
  ['FRI25/12/2018', '25/12/2018', '2018-12-25'],
  ['25/12/2018FRI', '25/12/2018', '2018-12-25'],
  ['25/12/2018 14:33', '25/12/2018', '2018-12-25'],
  ['25/12/18 14:33', '25/12/18', '2018-12-25 2025-12-18'],
  ['2018-03-05T10:00:00Z', '2018-03-05', '2018-03-05'],
  // Year first.
  ['2018-03-05', '2018-03-05', '2018-03-05'],
  ['2018/3/5', '2018/3/5', '2018-03-05'],
  ['2018.03.05.', '2018.03.05', '2018-03-05'],
  ['20140507', '20140507', '2014-05-07'],
  ['20140507T1200', '20140507', '2014-05-07'],
  ['2018年3月5日', '2018年3月5日', '2018-03-05'],
  ['2018 年 3 月 5 日', '2018 年 3 月 5 日', '2018-03-05'],
  ['2018년 3월 5일', '2018년 3월 5일', '2018-03-05'],
  // Months in Roman numerals.
  ['Frankfurt, den 03.XII.2024', '03.XII.2024', '2024-12-03'],
  ['12 IV 2023', '12 IV 2023', '2023-04-12'],
  ['7/IX/21', '7/IX/21', '2021-09-07'],
  // English names.
  ['7-Nov-2013', '7-Nov-2013', '2013-11-07'],
  ['07-NOV-13', '07-NOV-13', '2013-11-07'],
  ['05MAR2018', '05MAR2018', '2018-03-05'],
  ['05 MAR 2019 17:42', '05 MAR 2019', '2019-03-05'],
  ["MAR 5'18", "MAR 5'18", '2018-03-05'],
  ['Mar-05-2018', 'Mar-05-2018', '2018-03-05'],
  ['May 3, 2018', 'May 3, 2018', '2018-05-03'],
  ['May 3rd, 2018', 'May 3rd, 2018', '2018-05-03'],
  ['Sept. 3 , 2018', 'Sept. 3 , 2018', '2018-09-03'],
  ['3 May 2018', '3 May 2018', '2018-05-03'],
  ['3rd of May 2018', '3rd of May 2018', '2018-05-03'],
  ['this 3rd day of May, 2018', '3rd day of May, 2018', '2018-05-03'],
  ['the first day of May, 2018', 'first day of May, 2018', '2018-05-01'],
  ['the twenty-first day of May 2018', 'twenty-first day of May 2018', '2018-05-21'],
  ['12 November, 2019', '12 November, 2019', '2019-11-12'],
  ['12/Nov/2019', '12/Nov/2019', '2019-11-12'],
  ['2018 Mar 05', '2018 Mar 05', '2018-03-05'],
  ['2018-Mar-05', '2018-Mar-05', '2018-03-05'],
  ['Monday, December 31, 2018', 'December 31, 2018', '2018-12-31'],
  // German, French, Spanish, Italian, Portuguese, Dutch, Polish.
  ['den 3. Mai 2019', '3. Mai 2019', '2019-05-03'],
  ['14. März 2020', '14. März 2020', '2020-03-14'],
  ['14. Maerz 2020', '14. Maerz 2020', '2020-03-14'],
  ['1. Jänner 2020', '1. Jänner 2020', '2020-01-01'],
  ['24. Dez. 2020', '24. Dez. 2020', '2020-12-24'],
  ['1er mars 2020', '1er mars 2020', '2020-03-01'],
  ['le 14 février 2021 à Lyon', '14 février 2021', '2021-02-14'],
  ['14 fevrier 2021', '14 fevrier 2021', '2021-02-14'],
  ['31 août 2021', '31 août 2021', '2021-08-31'],
  ['25 déc. 2021', '25 déc. 2021', '2021-12-25'],
  ['2 de enero de 2021', '2 de enero de 2021', '2021-01-02'],
  ['15 de septiembre del 2021', '15 de septiembre del 2021', '2021-09-15'],
  ['3 ago 2018', '3 ago 2018', '2018-08-03'],
  ['15 gennaio 2022', '15 gennaio 2022', '2022-01-15'],
  ['1° luglio 2022', '1° luglio 2022', '2022-07-01'],
  ['8 set 2022', '8 set 2022', '2022-09-08'],
  ['1º de janeiro de 2020', '1º de janeiro de 2020', '2020-01-01'],
  ['12 de março de 2020', '12 de março de 2020', '2020-03-12'],
  ['12 out 2020', '12 out 2020', '2020-10-12'],
  ['5 mei 2019', '5 mei 2019', '2019-05-05'],
  ['5 mrt 2019', '5 mrt 2019', '2019-03-05'],
  ['12 grudnia 2020 r.', '12 grudnia 2020', '2020-12-12'],
  ['3 października 2020', '3 października 2020', '2020-10-03'],
  ['3 pazdziernika 2020', '3 pazdziernika 2020', '2020-10-03'],
  // Further languages.
  ['6 maj 2021', '6 maj 2021', '2021-05-06'],
  ['6. marts 2021', '6. marts 2021', '2021-03-06'],
  ['6. května 2021', '6. května 2021', '2021-05-06'],
  ['6 decembrie 2021', '6 decembrie 2021', '2021-12-06'],
  ['6. joulukuuta 2021', '6. joulukuuta 2021', '2021-12-06'],
  ['2020. május 3.', '2020. május 3', '2020-05-03'],
];

describe('findDates reads', () => {
  it.each(DAY_ROWS)('%s', (text, raw, readings) => {
    const [mention, ...rest] = findDates(text);
    expect(rest).toEqual([]);
    expect(mention?.raw).toBe(raw);
    expect(mention?.value.readings.join(' ')).toBe(readings);
    expect(mention?.value.precision).toBe('day');
    expect(text.slice(mention!.start, mention!.end)).toBe(raw);
  });

  it.each([
    ['March 2018', '2018-03', 'month'],
    ['marzo de 2018', '2018-03', 'month'],
    ['Leistung im März 2018', '2018-03', 'month'],
    ['03/2018', '2018-03', 'month'],
    ['2018-03', '2018-03', 'month'],
    ['2018年3月', '2018-03', 'month'],
    ['2018年', '2018', 'year'],
  ])('%s to the month or year', (text, reading, precision) => {
    expect(findDates(text).map((m) => [m.value.readings, m.value.precision])).toEqual([[[reading], precision]]);
  });

  it('several dates in a line, in order', () => {
    const raws = findDates('Invoice 05/03/2018 due 4 April 2018, paid 2018-04-02').map((m) => m.raw);
    expect(raws).toEqual(['05/03/2018', '4 April 2018', '2018-04-02']);
  });

  it('says which order stands behind each reading', () => {
    const value = (text: string) => findDates(text)[0]!.value;
    expect(value('05/03/2018').orders).toEqual(['dmy', 'mdy']);
    expect(value('5/22/20')).toMatchObject({ order: 'mdy', form: 'numeric' });
    expect(value('May 3, 2018')).toMatchObject({ order: 'mdy', form: 'named' });
    expect(value('2018-03-05')).toMatchObject({ order: 'ymd', form: 'iso' });
  });
});

describe('findDates leaves alone', () => {
  it.each([
    '',
    'no digits here',
    '31/02/2018',
    '31.04.2018',
    '00/12/2018',
    '29 February 2019',
    'May 32, 2018',
    '32.12.2018',
    '2018-13-01',
    '20181301',
    '1.234.567',
    '1.234,56',
    '12.05',
    '5.22',
    '01.02.03.04',
    '192.168.10.12',
    '01.23.45.67.89',
    'v10.11.12',
    'Version 1.12.10',
    '555-12-31-2018',
    '+49 30 12 12 2018',
    'DE89 3704 0044 0532 0130 00',
    '4111 1111 1111 2018',
    '12345678901234',
    '$12.05.18',
    'A20140507',
    '20140507123',
    '3 May',
    'May 3',
    '12 months 2018',
    'out 2020',
    'sie 2020',
    'you may 3 times',
    'Submar 3, 2018',
    '12/05',
    '1 May 12:30',
    '3 May 18%',
    '12 Stück 2018',
    '3/4/5/18',
    '10/2/3/2018',
    '2018',
    'Art. 1.2.18',
    'set 3, 2018 items',
    '1.12 May 2018',
  ])('%s', (text) => {
    expect(findDates(text)).toEqual([]);
  });
});
