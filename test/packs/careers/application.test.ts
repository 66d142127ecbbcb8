// Tracking applications as it is declared: where steps lead, and what is kept of each.

import { expect, test } from 'vitest';
import { createCaseKinds } from '../../../src/cases/case-kinds.ts';
import { momentsOf } from '../../../src/cases/case-moments.ts';
import { possibleMoves } from '../../../src/cases/case-moves.ts';
import { careers } from '../../../src/packs/careers/index.ts';
import { jobApplication } from '../../../src/packs/careers/track/application.ts';

const anybody = { role: 'owner', may: () => true };
const stepsFrom = (state: string) =>
  possibleMoves(jobApplication, { state, fields: {}, hasSubject: true, attachments: [] }, anybody).map(({ to }) => to);

test('it fits together with the types of its pack, and is found by the name that older clients use', () => {
  const known = {
    recordTypes: careers.types.map(({ id }) => id),
    artifactKinds: [],
    permissions: [],
    roles: [],
    matches: ['careers/resume-posting'],
  };
  const kinds = createCaseKinds(careers.cases ?? [], known);
  for (const name of ['careers/application', 'job-application']) expect(kinds.find(name)).toBe(jobApplication);
});

test.each([
  ['bookmarked', ['applied', 'withdrawn']],
  ['applied', ['interviewing', 'offered', 'rejected', 'withdrawn']],
  ['interviewing', ['offered', 'rejected', 'withdrawn']],
  ['offered', ['accepted', 'rejected', 'withdrawn']],
  ['accepted', []],
  ['rejected', []],
  ['withdrawn', []],
])('from %s it can go to %j', (state, steps) => {
  expect(stepsFrom(state)).toEqual(steps);
});

test.each([
  [{ url: 'https://jobs.example/1', interviewsAt: ['2026-12-01T09:00:00+01:00'] }, true],
  [{ url: 'javascript:alert(1)' }, false],
  [{ interviewsAt: ['2026-12-01T09:00'] }, false],
  [{ salary: 1 }, false],
])('fields %j are taken: %s', (fields, taken) => {
  expect(jobApplication.fields!.strict().safeParse(fields).success).toBe(taken);
});

test('interviews stand in the calendar', () => {
  const fields = { interviewsAt: ['2026-12-01T09:00:00+01:00', 'nonsense'] };
  expect(momentsOf(jobApplication, fields)).toMatchObject([
    { at: new Date('2026-12-01T08:00:00Z'), title: 'Interview', alarmMinutes: 60 },
  ]);
});
