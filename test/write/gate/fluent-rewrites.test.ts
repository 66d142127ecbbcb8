import { expect, test } from 'vitest';
import { checkSupport } from '../../../src/write/gate/check-support.ts';
import type { GateSource } from '../../../src/write/gate/gate-source.ts';

const line = (subject: string, text: string): GateSource => ({
  id: `${subject}-line`,
  kind: 'passage',
  subject,
  text,
  heading: true,
});
const says = (subject: string, text: string): GateSource => ({ id: subject, kind: 'passage', subject, text });
const accepts = (value: string, sources: readonly GateSource[]): boolean =>
  checkSupport({ value, sources }).length === 0;

const career = [
  line('a', 'Dental Nurse, Whitegate Practice, Leeds, March 2015 – June 2018'),
  says('a', 'Prepared 12 rooms a day. Ordered gloves and masks from two suppliers.'),
  line('b', 'Practice Manager, Oakmere Clinic, York, July 2018 – present'),
  says(
    'b',
    'Plan the appointments of four dentists. Have proposed an evening course; the owner is looking at the costs.',
  ),
];

test.each([
  'Moved from Whitegate Practice to Oakmere Clinic in 2018.',
  'Ordered gloves and masks at Whitegate Practice, whereas at Oakmere Clinic I plan the appointments of four dentists.',
  'Joined Whitegate Practice in March 2015.',
])('two stations may stand in one sentence when each is carried by its own: %s', (value) => {
  expect(accepts(value, career)).toBe(true);
});

test.each([
  'Moved from Oakmere Clinic to Whitegate Practice in 2018.',
  'Moved from Whitegate Practice to Oakmere Clinic in 2016.',
  'Ordered gloves and masks at Oakmere Clinic, whereas at Whitegate Practice I plan the appointments of four dentists.',
  'Ordered gloves, whereas I plan the appointments of four dentists.',
  'Joined Whitegate Practice in June 2018.',
])('but are not merged, turned or dated otherwise: %s', (value) => {
  expect(accepts(value, career)).toBe(false);
});

const note = [
  line('n', 'Stock report, Kent Depot'),
  says('n', 'Checked the invoices of 40 customers. Did not approve any refunds.'),
];

test('one weak word in a clause that is otherwise carried whole claims nothing', () => {
  expect(accepts('Handled the invoices of 40 customers.', note)).toBe(true);
});

test.each([
  // Two that no source has.
  'Handled and archived the invoices of 40 customers.',
  // A verb that claims a result or a decision.
  'Approved the invoices of 40 customers.',
  // A thing.
  'Handled the invoices and contracts of 40 customers.',
  // Beside what is denied.
  'Did handle refunds.',
])('every other unknown word is refused: %s', (value) => {
  expect(accepts(value, note)).toBe(false);
});

test('whoever does something alone is responsible for it, whoever helped is not', () => {
  expect(accepts('Responsible for the rota.', [says('a', 'Drew up the rota.')])).toBe(true);
  expect(accepts('Responsible for the rota.', [says('a', 'Helped the manager draw up the rota.')])).toBe(false);
});

test('a form of address is told of a name, not another one', () => {
  const sources = [says('a', 'Ms Lind asked for the figures. Dana Hale left.')];
  expect(accepts('Ms Lind asked for the figures.', sources)).toBe(true);
  expect(accepts('Mr Lind asked for the figures.', sources)).toBe(false);
});

test.each([
  ['Sewed one or two dresses a year.', 'Sewed 1–2 dresses a year.'],
  ['Saw 15 to 18 families at a time.', 'Saw between fifteen and eighteen families at a time.'],
  ['Stayed within the budget of £6.2m.', 'Stayed within the budget of £6,200,000.'],
  ['Two of the five teams use it.', 'Two out of five teams use it.'],
  ['A deposit has to be paid by 1 June.', 'A deposit has to be paid no later than 1 June.'],
])('"%s" is told as "%s"', (text, value) => {
  expect(accepts(value, [says('a', text)])).toBe(true);
});

test.each([
  ['Turnover grew from £1.1m to £1.4m.', 'Turnover grew by £1.4m.'],
  ['Give half a tablet.', 'Give one and a half tablets.'],
  ['Orders of more than 500 kg are free.', 'Orders of more than 50 kg are free.'],
  ['The price is £980 plus VAT.', 'The price is £980 including VAT.'],
  ['2 child seats at £95 each.', '2 child seats at £95 in total.'],
  ['Revenue has grown each year except 2020.', 'Revenue has grown every year.'],
  ['A repair may take a week.', 'A repair will take a week.'],
  ['Both are afraid of deep water.', 'Neither is afraid of deep water.'],
  ['I turned down a post in Lisbon.', 'I held a post in Lisbon.'],
  ['The couple supply the wine; Saffron Table provides the glasses.', 'Saffron Table supplies the wine.'],
])('"%s" is not told as "%s"', (text, value) => {
  expect(accepts(value, [says('a', text)])).toBe(false);
});

test('what stands under a date or a time was then', () => {
  const sources = [says('a', '14:10. A brown wallet was handed in. 18:05. Dana Hale collected the wallet.')];
  expect(accepts('Dana Hale collected the wallet at 18:05.', sources)).toBe(true);
  expect(accepts('Dana Hale collected the wallet at 14:10.', sources)).toBe(false);
});
