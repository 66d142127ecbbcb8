import { describe, expect, test } from 'vitest';
import { ensureFieldValue } from '../../src/actions/field-value.ts';
import { packs } from '../../src/packs/index.ts';

const types = packs.flatMap((pack) => pack.types);
const resume = types.find(({ id }) => id === 'resume')!;
const invoice = types.find(({ id }) => id === 'invoice')!;

describe('a date that a person gives', () => {
  test.each(['2014', '2014-09', '2014-09-30'])('%s is one where dates may be partial', (value) => {
    expect(ensureFieldValue(resume, 'work[3].startDate', value)).toBe(value);
  });

  test.each(['2014-13', '14', 'May 2014', '2014-09-31x', ''])('%j is none there', (value) => {
    expect(() => ensureFieldValue(resume, 'work[0].startDate', value)).toThrow(/YYYY-MM or YYYY/);
  });

  test('elsewhere it is a day', () => {
    expect(() => ensureFieldValue(invoice, 'issueDate', '2014-09')).toThrow(/YYYY-MM-DD/);
  });
});
