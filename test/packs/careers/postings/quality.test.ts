// How good a posting is as a posting, and what was posted before.

import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/document/value.ts';
import { declaredModel } from '../../../../src/match/match-model.ts';
import { scorePair } from '../../../../src/match/score-pair.ts';
import type { EarlierRecord, WatchedRecord } from '../../../../src/match/watch-spec.ts';
import { samePosting } from '../../../../src/packs/careers/match/same-posting.ts';
import { poorPosting, repostedJob } from '../../../../src/packs/careers/postings/posting-watches.ts';
import { judgePosting } from '../../../../src/packs/careers/postings/quality.ts';

const long =
  'You will run the night shift of our bakery, keep the ovens, plan the week and teach two apprentices how dough behaves. '.repeat(
    4,
  );
const whole: Record<string, Json> = {
  title: 'Head Baker',
  'hiringOrganization.name': 'Mill Lane Bakery',
  jobLocation: 'Ulm',
  employmentType: 'FULL_TIME',
  'baseSalary.min': 3200,
  'baseSalary.max': 3600,
  'requirements[].text': ['Trained baker with certificate', 'Three years with sourdough', 'Able to work nights'],
  responsibilities: 'Run the night shift\nTeach apprentices\nOrder flour and butter',
  description: long,
  datePosted: '2026-03-01',
  validThrough: '2026-04-30',
};
const posting = (id: string, values: Record<string, Json> = {}, readAt = '2026-03-05T10:00:00Z'): EarlierRecord => ({
  id,
  type: 'job_posting',
  values: Object.fromEntries(Object.entries({ ...whole, ...values }).filter(([, value]) => value !== null)),
  lines: [],
  readAt,
  suspected: false,
});

describe('quality of a posting', () => {
  const judge = (values: Record<string, Json>, reposts = 0) =>
    judgePosting(posting('x', values), { today: '2026-03-10', reposts });

  test('one that says everything and is new comes to 1', () => {
    expect(judge({})).toMatchObject({ score: 1, band: 'good', reasons: [] });
  });

  test.each([
    ['no pay', { 'baseSalary.min': null, 'baseSalary.max': null }, 'says nothing of the pay'],
    ['no employer', { 'hiringOrganization.name': null }, 'names no employer'],
    [
      'vague words',
      { description: `${long} Competitive salary for a rockstar.` },
      'vague words: competitive salary, rockstar',
    ],
    ['age', { datePosted: '2026-01-09' }, 'posted 60 days ago'],
  ])('%s costs', (_, values, reason) => {
    const worse = judge(values as Record<string, Json>);
    expect(worse.score).toBeLessThan(1);
    expect(worse.reasons).toEqual([reason]);
  });

  test('closed is poor, whatever else it is; re-posts cost more the more there are; unknown costs nothing', () => {
    expect(judge({ validThrough: '2026-03-01' })).toMatchObject({ score: 0.2, band: 'poor', liveness: 0 });
    const [once, often] = [judge({}, 1).score, judge({}, 6).score];
    expect(once).toBeLessThan(1);
    expect(often).toBeLessThan(once);
    expect(judge({ validThrough: null })).toMatchObject({ score: 1, liveness: undefined });
  });

  test('60 days old: the mean of 1, 0.395, 1 and 1 by their weights', () => {
    expect(judge({ datePosted: '2026-01-09' }).score).toBeCloseTo(0.4 + 0.25 * (1 - 46 / 76) + 0.2 + 0.15, 3);
  });
});

describe('posted before', () => {
  const record: WatchedRecord = posting('now');

  test('the same words under the same title on an earlier day', () => {
    const before = [posting('b', { datePosted: '2026-02-01' }), posting('a', { datePosted: '2025-12-01' })];
    expect(repostedJob.judge(record, before, { limits: [] })).toMatchObject({
      message: '“Head Baker” was posted 2 times before, first on 2025-12-01.',
      reasons: [{ record: 'b' }, { record: 'a' }],
    });
  });

  test.each([
    ['on the same day', {}],
    ['in another place', { datePosted: '2026-02-01', jobLocation: 'Kiel' }],
    ['by another employer', { datePosted: '2026-02-01', 'hiringOrganization.name': 'Harbour Rolls' }],
    [
      'another job',
      {
        datePosted: '2026-02-01',
        title: 'Shop Assistant',
        description: 'Sell bread.',
        responsibilities: 'Sell',
        'requirements[].text': ['Kind'],
      },
    ],
  ])('not %s', (_, values) => {
    expect(repostedJob.judge(record, [posting('b', values as Record<string, Json>)], { limits: [] })).toBeUndefined();
  });

  test('a poor one is told with its reasons, a good one is not', () => {
    expect(poorPosting.judge(record, [], { limits: [] })).toBeUndefined();
    const poor = posting('p', {
      'hiringOrganization.name': null,
      description: 'Rockstar wanted.',
      responsibilities: null,
      'requirements[].text': null,
      'baseSalary.min': null,
      'baseSalary.max': null,
      datePosted: '2025-11-01',
      validThrough: null,
    });
    expect(poorPosting.judge(poor, [], { limits: [] })!.reasons.map(({ text }) => text)).toContain(
      'It was posted 124 days ago.',
    );
  });
});

describe('the same job twice', () => {
  const score = (left: EarlierRecord, right: EarlierRecord) =>
    scorePair(samePosting, { model: declaredModel(samePosting), context: { rarity: () => 0.5 } }, [left, right]);

  test('copied to another board without the employer, it is proposed; another job of the employer is not; another place never', () => {
    expect(score(posting('a'), posting('b', { 'hiringOrganization.name': null })).probability).toBeGreaterThan(0.5);
    const other = posting('c', {
      title: 'Shop Assistant',
      description: 'Sell bread and cake to people.',
      responsibilities: 'Sell',
      'requirements[].text': ['Kind and quick'],
    });
    expect(score(posting('a'), other).probability).toBeLessThan(0.3);
    expect(score(posting('a'), posting('d', { jobLocation: 'Kiel' })).explanation.veto?.id).toBe('place');
  });
});
