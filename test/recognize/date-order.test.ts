import { describe, expect, it } from 'vitest';
import { applyDateOrder, type DateOrderHints, resolveDateOrder } from '../../src/recognize/date-order.ts';
import { findDates } from '../../src/recognize/dates.ts';

const resolve = (text: string, hints?: DateOrderHints) => resolveDateOrder(findDates(text), hints);

describe('resolveDateOrder', () => {
  it.each([
    ['05/03/2018 and 25/03/2018', 'dmy'],
    ['05/03/2018 and 03/25/2018', 'mdy'],
    ['25.03.18', 'dmy'],
  ])('lets an unambiguous date decide: %s', (text, order) => {
    expect(resolve(text, { country: 'US' })).toEqual({ order, evidence: 'unambiguous' });
  });

  it.each<[DateOrderHints, string]>([
    [{ country: 'US' }, 'mdy'],
    [{ country: 'us' }, 'mdy'],
    [{ country: 'GB' }, 'dmy'],
    [{ country: 'JP' }, 'ymd'],
    [{ language: 'de' }, 'dmy'],
    [{ language: 'fr', currency: 'USD' }, 'dmy'],
    [{ language: 'en', currency: 'USD' }, 'mdy'],
    [{ language: 'en', currency: 'MYR' }, 'dmy'],
  ])('falls back to hints %o', (hints, order) => {
    expect(resolve('05/03/2018', hints)).toEqual({ order, evidence: 'hint' });
  });

  it('takes named dates beside as a hint', () => {
    expect(resolve('May 3, 2018 and 05/03/2018', { language: 'en' })).toEqual({ order: 'mdy', evidence: 'hint' });
    expect(resolve('3 May 2018 and 05/03/2018', { language: 'en' })).toEqual({ order: 'dmy', evidence: 'hint' });
  });

  it('says none when nothing speaks, and ignores dates that prove nothing', () => {
    expect(resolve('05/03/2018')).toEqual({ order: null, evidence: 'none' });
    expect(resolve('05/03/2018', { language: 'en' })).toEqual({ order: null, evidence: 'none' });
    expect(resolve('05/03/2018 05/05/2018 2018-01-02')).toEqual({ order: null, evidence: 'none' });
  });

  it('does not call a document unambiguous whose dates contradict each other', () => {
    expect(resolve('25/03/2018 03/25/2018')).toEqual({ order: null, evidence: 'none' });
  });
});

describe('applyDateOrder', () => {
  const date = (text: string) => findDates(text)[0]!;

  it('picks the reading of the order', () => {
    expect(applyDateOrder(date('05/03/2018'), 'dmy')).toEqual({ iso: '2018-03-05', ambiguous: false });
    expect(applyDateOrder(date('05/03/2018'), 'mdy')).toEqual({ iso: '2018-05-03', ambiguous: false });
    expect(applyDateOrder(date('14-05-07'), 'ymd')).toEqual({ iso: '2014-05-07', ambiguous: false });
  });

  it('never guesses silently', () => {
    expect(applyDateOrder(date('05/03/2018'), null)).toEqual({ iso: '2018-03-05', ambiguous: true });
    expect(applyDateOrder(date('25/12/18'), null)).toEqual({ iso: '2018-12-25', ambiguous: false });
  });

  it('keeps a date that has one reading, whatever the order', () => {
    expect(applyDateOrder(date('25/12/2018'), 'mdy')).toEqual({ iso: '2018-12-25', ambiguous: false });
    expect(applyDateOrder(date('3 May 2018'), 'mdy')).toEqual({ iso: '2018-05-03', ambiguous: false });
  });
});
