import { expect, it, test } from 'vitest';
import { openJudge } from '../../../src/write/gate/check-support.ts';
import type { GateSource } from '../../../src/write/gate/gate-source.ts';

const heading: GateSource = {
  id: 'h',
  kind: 'passage',
  subject: 'a',
  heading: true,
  text: 'Fitter, Marlow Works, Leeds, March 2015 – February 2020',
};
const passage = (text: string): GateSource => ({ id: 's', kind: 'passage', subject: 'a', text });
const isSupported = (value: string, ...sources: GateSource[]): boolean =>
  openJudge({ sources })(value).unsupported.length === 0;

test.each([
  ['the years of a period', 'Fitter at Marlow Works for five years.', true],
  ['fewer, as a bound', 'Fitter at Marlow Works for over four years.', true],
  ['another number of years', 'Fitter at Marlow Works for six years.', false],
  ['a bound that it did not reach', 'Fitter at Marlow Works for over five years.', false],
  ['something that was not done all the time', 'Welded pipes for five years.', false],
])('how long: %s', (_name, value, supported) => {
  expect(isSupported(value, heading, passage('Welded pipes for the town hall.'))).toBe(supported);
});

test.each([
  ['a list of people', 'Trained 8 people.', 'Trained 5 fitters and 3 welders.', true],
  ['a list told as one of its kinds', 'Trained 8 fitters.', 'Trained 5 fitters and 3 welders.', false],
  ['so many at a price each', 'The four lamps cost £80.', 'We fit four lamps at £20 each.', true],
  ['so many at another price', 'The four lamps cost £90.', 'We fit four lamps at £20 each.', false],
  ['a fall in percent', 'Scrap fell by 75%.', 'Scrap fell from 8% to 2%.', true],
  ['a fall in points', 'Scrap fell by 6 percentage points.', 'Scrap fell from 8% to 2%.', true],
  ['points told as percent', 'Scrap fell by 6%.', 'Scrap fell from 8% to 2%.', false],
  ['half of it', 'Scrap was halved.', 'Scrap was cut from 8% to 4%.', true],
  ['what is left', '900 of the maps are left.', '1,100 of 2,000 maps are scanned.', true],
  ['a share of a sum', '£11,500 was paid back.', 'Found an overcharge of £23,000, half of which was paid back.', true],
  ['another share', '£12,500 was paid back.', 'Found an overcharge of £23,000, half of which was paid back.', false],
  ['a difference', 'Siblings pay £15 less.', 'Adults pay £85, siblings £70.', true],
  ['another difference', 'Siblings pay £20 less.', 'Adults pay £85, siblings £70.', false],
  ['a rate of another period', 'The group met four times a year.', 'The group met every quarter.', true],
  ['another rate', 'The group met five times a year.', 'The group met every quarter.', false],
  ['not half of it', 'Scrap was halved.', 'Scrap was cut from 8% to 5%.', false],
])('how much: %s', (_name, value, text, supported) => {
  expect(isSupported(value, passage(text))).toBe(supported);
});

it('says from which spans a figure was computed', () => {
  const { unsupported, computed } = openJudge({ sources: [passage('Scrap fell from 8% to 2%.')] })(
    'Scrap fell by 75%.',
  );
  expect(unsupported).toEqual([]);
  expect(computed).toMatchObject([{ text: '75%', from: [{ source: 's', text: '8%' }, { text: '2%' }] }]);
});
