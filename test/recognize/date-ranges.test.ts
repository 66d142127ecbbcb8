import { describe, expect, it } from 'vitest';
import { findDateRanges } from '../../src/recognize/date-ranges.ts';

describe('findDateRanges reads', () => {
  it.each([
    ['5/22/20 - 5/28/20', '5/22/20 - 5/28/20', '2020-05-22', '2020-05-28'],
    ['Flight 10/01/14-10/31/14', '10/01/14-10/31/14', '2014-10-01', '2014-10-31'],
    ['01.05.14-31.05.14', '01.05.14-31.05.14', '2014-05-01', '2014-05-31'],
    ['05/22-05/28/20', '05/22-05/28/20', '2020-05-22', '2020-05-28'],
    ['from 1 May 2018 to 31 May 2018', '1 May 2018 to 31 May 2018', '2018-05-01', '2018-05-31'],
    ['Jan 1, 2018 through Dec 31, 2018', 'Jan 1, 2018 through Dec 31, 2018', '2018-01-01', '2018-12-31'],
    ['between 1 May 2018 and 3 June 2018', '1 May 2018 and 3 June 2018', '2018-05-01', '2018-06-03'],
    ['2018-01-01 - 2018-01-31', '2018-01-01 - 2018-01-31', '2018-01-01', '2018-01-31'],
    ['Oct 1 – Oct 31, 2020', 'Oct 1 – Oct 31, 2020', '2020-10-01', '2020-10-31'],
    ['Oct 1–31, 2020', 'Oct 1–31, 2020', '2020-10-01', '2020-10-31'],
    ['October 1 - 31, 2020', 'October 1 - 31, 2020', '2020-10-01', '2020-10-31'],
    ['Dec 15 - Jan 3, 2021', 'Dec 15 - Jan 3, 2021', '2020-12-15', '2021-01-03'],
    ['1 May - 15 June 2019', '1 May - 15 June 2019', '2019-05-01', '2019-06-15'],
    ['1.–31. Mai 2024', '1.–31. Mai 2024', '2024-05-01', '2024-05-31'],
    ['vom 01.05.2024 bis 31.05.2024', '01.05.2024 bis 31.05.2024', '2024-05-01', '2024-05-31'],
    ['vom 01.05. bis 31.05.2024', '01.05. bis 31.05.2024', '2024-05-01', '2024-05-31'],
    ['01.12.-31.01.2024', '01.12.-31.01.2024', '2023-12-01', '2024-01-31'],
    ['du 1er mars 2020 au 31 mars 2020', '1er mars 2020 au 31 mars 2020', '2020-03-01', '2020-03-31'],
    ['du 1er au 31 mars 2020', '1er au 31 mars 2020', '2020-03-01', '2020-03-31'],
    ['del 1 al 31 de mayo de 2021', '1 al 31 de mayo de 2021', '2021-05-01', '2021-05-31'],
    ['dal 1 al 31 marzo 2020', '1 al 31 marzo 2020', '2020-03-01', '2020-03-31'],
    ['06/06/22 - 06/06/23', '06/06/22 - 06/06/23', '2022-06-06', '2023-06-06'],
    ['January – March 2024', 'January – March 2024', '2024-01', '2024-03'],
    ['November - February 2024', 'November - February 2024', '2023-11', '2024-02'],
  ])('%s', (text, raw, start, end) => {
    const [range, ...rest] = findDateRanges(text);
    expect(rest).toEqual([]);
    expect(range?.raw).toBe(raw);
    expect(text.slice(range!.start, range!.end)).toBe(raw);
    expect([range!.value.start.readings, range!.value.end.readings]).toEqual([[start], [end]]);
  });

  it('narrows ambiguous ends to one order with start before end', () => {
    const ends = (text: string) => findDateRanges(text).map((r) => [r.value.start.readings, r.value.end.readings]);
    expect(ends('10/11/2020 - 11/10/2020')).toEqual([[['2020-10-11'], ['2020-11-10']]]);
    expect(ends('01/05/2020 - 28/05/2020')).toEqual([[['2020-05-01'], ['2020-05-28']]]);
    expect(ends('01/05/2020 - 02/06/2020')).toEqual([
      [
        ['2020-05-01', '2020-01-05'],
        ['2020-06-02', '2020-02-06'],
      ],
    ]);
  });

  it.each([
    '',
    '1 May 2018 and 3 June 2018',
    '31/12/2020 - 01/12/2020',
    'Invoice 12 - 3 May 2018 x',
    '3 May 2018',
    'pages 1-31',
  ])('nothing in %s', (text) => {
    expect(findDateRanges(text)).toEqual([]);
  });
});
