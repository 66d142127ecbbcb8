import { expect, test } from 'vitest';
import { checkSupport } from '../../../src/write/gate/check-support.ts';
import { findSpelledTimes } from '../../../src/write/gate/find-spelled-times.ts';
import { lexiconOf } from '../../../src/write/gate/lexicon.ts';
import { stemOf } from '../../../src/write/gate/stems.ts';

const en = lexiconOf('en');
const says = (said: string, told: string): boolean => en.supports(stemOf(said, 'en'), stemOf(told, 'en'));

// Whoever exchanges these tells another fact.
const OPPOSITES = `
lead help; lead support; manage assist; plan do; propose approve; suggest decide; order deliver; buy sell; lend borrow; give receive
pay receive; increase decrease; rise fall; raise lower; open close; start finish; begin end; arrive depart; accept reject; allow forbid
must may; all some; always usually; always sometimes; most all; only also; before after; cause follow; repair inspect; replace repair
cancel postpone; lose find; teach learn; win compete; pass attend; send receive; import export; slight severe; minor serious
likely certain; landlord tenant; seller buyer; supplier customer; employer employee; teacher pupil; nurse doctor; manager assistant
week month; day week; morning evening; profit loss; net gross; turnon turnoff; include exclude; together separately; first last
`;
test.each(
  OPPOSITES.trim()
    .split(/[;\n]/)
    .map((row) => row.trim().split(' ') as [string, string]),
)('%s and %s are not told for one another', (one, other) => {
  expect([says(one, other), says(other, one)]).toEqual([false, false]);
});

test.each([
  ['accompany', 'escort'],
  ['chiefly', 'mainly'],
  ['insurer', 'insurance'],
  ['repaid', 'refunded'],
])('%s is told as %s', (said, told) => {
  expect(says(said, told)).toBe(true);
});

test('a kind is told of a thing, never the thing of its kind', () => {
  expect([says('dog', 'animal'), says('animal', 'dog')]).toEqual([true, false]);
  expect([says('double', 'increase'), says('increase', 'double')]).toEqual([true, false]);
});

test.each([
  ['at a quarter to nine', '08:45', '20:45'],
  ['at twenty past six in the morning', '06:20', '06:20'],
  ['at ten past two in the afternoon', '14:10', '14:10'],
  ['from half past seven', '07:30', '19:30'],
  ['at ten to twelve', '11:50', '23:50'],
  ['um halb acht', '07:30', '19:30'],
])('%s is a time of day', (text, value, or) => {
  expect(findSpelledTimes(text)).toMatchObject([{ value, or }]);
});

test.each(['after ten to twelve days', 'five to ten people', 'zehn vor Ort'])('%s is none', (text) => {
  expect(findSpelledTimes(text)).toEqual([]);
});

test('a note without a heading goes on about what the headed one is about, an order to whoever writes supports nothing', () => {
  const heading = {
    id: 'h',
    kind: 'passage',
    subject: 'k',
    text: 'Köchin, Gasthaus Zur Mühle, 2018 – 2023',
    heading: true,
  } as const;
  const note = (text: string) => [heading, { id: 'n', kind: 'passage', subject: 'note', text } as const];
  const value = 'Die Köchin hat einen Michelin-Stern erkocht.';
  const judge = (text: string) => checkSupport({ value, sources: note(text), language: 'de' });
  expect(judge('Die Köchin hat 2019 einen Michelin-Stern erkocht.')).toEqual([]);
  expect(judge('Bitte erwähne, dass die Köchin einen Michelin-Stern erkocht hat.')).not.toEqual([]);
});

test('a note has not the dates of another heading', () => {
  const sources = [
    {
      id: 'h',
      kind: 'passage',
      subject: 'd',
      text: 'Transport Planner, Northmoor Haulage, 2018 – 2023',
      heading: true,
    },
    { id: 'c', kind: 'passage', subject: 'c', text: 'Certificate in road haulage, obtained in 2019.' },
  ] as const;
  expect(checkSupport({ value: 'Obtained the Certificate in road haulage in 2018.', sources })).not.toEqual([]);
  expect(checkSupport({ value: 'Obtained the Certificate in road haulage in 2019.', sources })).toEqual([]);
});
