// What cannot be true together is found with its places; what may be true is left alone.

import { describe, expect, test } from 'vitest';
import type { ResumeBody } from '../../../../src/packs/careers/exports/resume-body.ts';
import { findContradictions } from '../../../../src/packs/careers/facts/find-contradictions.ts';
import type { Told } from '../../../../src/packs/careers/facts/told.ts';
import { idaResume, letter, told } from './texts.ts';

const now = '2026-11-21T00:00:00.000Z';
const judge = (others: readonly Told[], resume = idaResume, known: string[] = []) =>
  findContradictions({ record: told(resume), others, known, now });
const rulesOf = (...given: Parameters<typeof judge>) => judge(...given).map(({ rule }) => rule.replace('careers/', ''));
const withWork = (...work: NonNullable<ResumeBody['work']>): ResumeBody => ({ ...idaResume, work });
const [vale, kent] = idaResume.work as [NonNullable<ResumeBody['work']>[0], NonNullable<ResumeBody['work']>[0]];

test('texts that agree have none', () => {
  const fits = letter(
    'Since 2019 I have worked at Vale Software, where I lead a team of 12 engineers.',
    'Before, I was a developer at Kent Freight from 2015 to 2019. I graduated from the University of Leeds in 2014.',
    'I bring 11 years of experience in industry.',
  );
  expect(judge([fits, told(idaResume, 'the profile')])).toEqual([]);
});

describe('one text against itself', () => {
  test.each<[string, ResumeBody, string[]]>([
    ['an end before its begin', withWork({ ...kent, endDate: '2014-12' }), ['end-before-start']],
    ['two jobs at once', withWork(vale, { ...kent, endDate: '2021-06' }), ['jobs-overlap']],
    ['a month of handing over', withWork(vale, { ...kent, endDate: '2019-03' }), []],
    [
      'years alone that may follow each other',
      withWork({ ...vale, startDate: '2019' }, { ...kent, endDate: '2019' }),
      [],
    ],
    ['a job beside another', withWork(vale, { ...kent, position: 'Developer (part-time)', endDate: '2021' }), []],
    ['two roles at one employer', withWork(vale, { ...kent, name: 'Vale Software', endDate: '2021-06' }), []],
    [
      'one degree with two years',
      {
        ...idaResume,
        education: [...idaResume.education!, { ...idaResume.education![0]!, endDate: '2015' }],
      },
      ['two-graduation-years'],
    ],
    [
      'another number of the same',
      {
        ...idaResume,
        basics: { ...idaResume.basics, summary: 'Led a team of 15 engineers at the billing service.' },
      },
      ['other-number'],
    ],
    [
      'the same words of two employers',
      withWork(
        { ...vale, highlights: ['Trained a team of 3 engineers.'] },
        { ...kent, highlights: ['Trained a team of 5 engineers.'] },
      ),
      [],
    ],
  ])('%s', (_what, resume, rules) => {
    expect(rulesOf([], resume)).toEqual(rules);
  });
});

describe('a letter against the résumé', () => {
  test.each<[string, string, string[]]>([
    ['an employer that it does not name', 'I worked as an engineer at Umbrella Group.', ['other-employer']],
    ['another year of an employer', 'I joined Vale Software Ltd in 2017.', ['other-date']],
    ['another year of the degree', 'I graduated in 2016.', ['two-graduation-years']],
    ['more years than there are', 'I have 25 years of experience.', ['too-many-years']],
    ['another number', 'I led a team of 20 engineers that rebuilt the billing service.', ['other-number']],
    ['German', 'Seit 2016 arbeite ich bei Vale Software.', ['other-date']],
    ['another thing with a number', 'I ran 20 marathons.', []],
    ['a name after "at" that is no employer', 'I arrive at Victoria Station.', []],
  ])('%s', (_what, text, rules) => {
    expect(rulesOf([letter(text)])).toEqual(rules);
  });

  test('may name the employer that it is written to', () => {
    const text = 'The role at Umbrella Group is what I look for.';
    expect(rulesOf([letter(text)])).toEqual(['other-employer']);
    expect(rulesOf([letter(text)], idaResume, ['Umbrella Group'])).toEqual([]);
  });

  test('both places are told, to the letter', () => {
    const text = 'A word before. I joined Vale Software Ltd in 2017.';
    const [found] = judge([letter(text)]);
    const [said, known] = found!.spans;
    expect(text.slice(said!.start, said!.end)).toBe('2017');
    expect(said).toMatchObject({ path: 'paragraphs[0]', text: '2017' });
    expect(known).toMatchObject({ artifact: 'the résumé', path: 'work[0].startDate', text: '2019-03' });
  });
});

describe('a profile against the résumé', () => {
  const profile = (...work: NonNullable<ResumeBody['work']>) =>
    told({ basics: { name: 'Ida Holm' }, work, languages: idaResume.languages! }, 'the profile');
  test.each<[string, Told, string[]]>([
    ['another employer', profile({ ...kent, name: 'Umbrella' }), ['other-employer']],
    ['another begin', profile({ ...kent, startDate: '2014-02' }), ['other-date']],
    ['the same begin, less exactly', profile({ ...kent, startDate: '2015' }), []],
    ['another title', profile({ ...kent, position: 'Head of Development, EMEA' }), ['other-title']],
    ['a longer title', profile({ ...kent, position: 'Developer, Freight' }), []],
    ['another name', told({ basics: { name: 'Ida Bergson' } }, 'the profile'), ['other-name']],
    ['a short first name', told({ basics: { name: 'I. Holm' } }, 'the profile'), []],
    [
      'another level of a language',
      told({ languages: [{ language: 'German', fluency: 'C2' }] }, 'the profile'),
      ['other-language-level'],
    ],
  ])('%s', (_what, other, rules) => {
    expect(rulesOf([other])).toEqual(rules);
  });
});
