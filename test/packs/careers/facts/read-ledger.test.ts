import { expect, test } from 'vitest';
import { findFigures } from '../../../../src/packs/careers/facts/find-figures.ts';
import { readLedger } from '../../../../src/packs/careers/facts/read-ledger.ts';
import { isSameName } from '../../../../src/packs/careers/facts/same-name.ts';
import { idaResume, letter, told } from './texts.ts';

test('a fact says who, what, when and every place that says so', () => {
  const facts = readLedger([
    told(idaResume),
    told({ work: idaResume.work! }, 'the profile'),
    letter('Cut build times by 40%.'),
  ]);
  const [job] = facts.filter(({ kind }) => kind === 'employment');
  expect(job).toMatchObject({ who: 'Vale Software Ltd', what: 'Senior Engineer', from: '2019-03', to: null });
  expect(job!.text).toBe('Senior Engineer, Vale Software Ltd, 2019-03 – present');
  expect(new Set(job!.spans.map(({ artifact }) => artifact))).toEqual(new Set(['the résumé', 'the profile']));
  const cut = facts.filter(({ text }) => text.startsWith('Cut build'));
  expect(cut).toMatchObject([{ who: 'Vale Software Ltd', numbers: ['40%'] }]);
  expect(cut[0]!.spans).toHaveLength(3);
  expect(facts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['person', 'education', 'language', 'skill']));
});

test.each<[string, [number, string][]]>([
  [
    '12 engineers, 3 new services',
    [
      [12, 'engineer'],
      [3, 'service'],
    ],
  ],
  [
    '€1.2m and 1,200 users',
    [
      [1_200_000, '€'],
      [1200, 'user'],
    ],
  ],
  [
    '40 % of 30 Prozent',
    [
      [40, '%'],
      [30, '%'],
    ],
  ],
  ['since 2019', []],
  ['v2.3.4 of the API', []],
])('figures of "%s"', (text, figures) => {
  expect(findFigures(text).map(({ value, of }) => [value, of])).toEqual(figures);
  for (const { start, end, text: said } of findFigures(text)) expect(text.slice(start, end)).toBe(said);
});

test('names are the same without what the law adds', () => {
  expect(isSameName('Vale Software Ltd.', 'VALE Software')).toBe(true);
  expect(isSameName('Müller GmbH & Co. KG', 'Muller')).toBe(true);
  expect(isSameName('Vale', 'Valet')).toBe(false);
  expect(isSameName('AG', 'SE')).toBe(false);
});
