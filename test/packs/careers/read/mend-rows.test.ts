import { describe, expect, test } from 'vitest';
import { readText } from '../../../support/document-from-text.ts';

function read(work: string): (path: string) => unknown {
  const [record] = readText(`
Jane Miller
jane.miller@example.org | +49 30 901820

EDUCATION

MSc in Physics, Ashford University                              2004 - 2008

EXPERIENCE

${work.replace(/^\n|\n$/g, '')}
`).documents;
  return (path) => record!.fields[path]?.value;
}

describe('a period in a narrow column', () => {
  test('goes on in the next rows of the margin', () => {
    const get = read(`
08/2019 to     Data Engineer
02/2022        Acme GmbH
               - Built pipelines
04/2015 to     Developer
07/2019        Nordlicht AG
               - Wrote the billing service`);
    expect(get('work[0].startDate')).toBe('2019-08');
    expect(get('work[0].endDate')).toBe('2022-02');
    expect(get('work[0].name')).toBe('Acme GmbH');
    expect(get('work[1].position')).toBe('Developer');
    expect(get('work[1].endDate')).toBe('2019-07');
    expect(get('work[1].highlights[0]')).toBe('Wrote the billing service');
  });

  test('that is whole in each row stays there', () => {
    const get = read(`
Data Engineer, Acme GmbH                                        2019 - 2022
Developer, Nordlicht AG                                         2015 - 2019`);
    expect(get('work[0].endDate')).toBe('2022');
    expect(get('work[1].startDate')).toBe('2015');
  });
});

test('the names of columns are no entry', () => {
  const get = read(`
Period         Position              Employer
2019 - 2022    Data Engineer         Acme GmbH
2015 - 2019    Developer             Nordlicht AG`);
  expect(get('work[0].name')).toBe('Acme GmbH');
  expect(get('work[0].position')).toBe('Data Engineer');
  expect(get('work[1].name')).toBe('Nordlicht AG');
  expect(get('work[2].name')).toBeUndefined();
});

test('labels in a column of their own name what stands beside them', () => {
  const get = read(`
Dates          2019 - 2022
Employer       Lumen Health
Position       Data Engineer`);
  expect(get('work[0].name')).toBe('Lumen Health');
  expect(get('work[0].position')).toBe('Data Engineer');
  expect(get('work[0].startDate')).toBe('2019');
});
