import { describe, expect, test } from 'vitest';
import { resumeFields } from '../../../src/packs/careers/schema.ts';
import { createRandom } from '../../../synth/random.ts';
import { makeResumeBody } from '../../../synth/resume/make-resume-body.ts';
import { RESUME_WORDS } from '../../../synth/resume/words/all.ts';
import { RESUME_LANGUAGES, TRADES } from '../../../synth/resume/words/resume-words.ts';

const bodies = Array.from({ length: 400 }, (_, i) => makeResumeBody(createRandom(`bodies/${i}`)));

/** `work[].highlights[]` of every leaf. */
function pathsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsOf(each, `${at}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => pathsOf(each, at === '' ? key : `${at}.${key}`));
  return [at];
}

test('the same seed gives the same body; another does not', () => {
  const body = makeResumeBody(createRandom('a'));
  expect(makeResumeBody(createRandom('a'))).toEqual(body);
  expect(makeResumeBody(createRandom('b')).body).not.toEqual(body.body);
});

test('a body states only fields that the type has, none of them empty', () => {
  const known = new Set(resumeFields.map(({ path }) => path));
  const strange = new Set(bodies.flatMap(({ body }) => pathsOf(body)).filter((path) => !known.has(path)));
  expect([...strange]).toEqual([]);
  for (const { body } of bodies) expect(JSON.stringify(body)).not.toMatch(/""|\{\w+\}|undefined/);
});

test('languages, trades, scripts, numbers of jobs and grains of dates all come up', () => {
  expect(new Set(bodies.map(({ language }) => language)).size).toBe(RESUME_LANGUAGES.length);
  expect(new Set(bodies.map(({ trade }) => trade)).size).toBe(TRADES.length);
  expect(new Set(bodies.map(({ body }) => body.work.length))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  const names = bodies.map(({ body }) => body.basics.name).join(' ');
  expect(names).toMatch(/\p{Script=Greek}/u);
  expect(names).toMatch(/\p{Script=Cyrillic}/u);
  const starts = bodies.flatMap(({ body }) => body.work.map(({ startDate }) => startDate?.length));
  expect(new Set(starts)).toEqual(new Set([4, 7, 10]));
});

test('some stay with an employer, some have gaps, and only the first job may go on', () => {
  const works = bodies.map(({ body }) => body.work);
  expect(works.some((work) => work.some((job, i) => i > 0 && job.name === work[i - 1]!.name))).toBe(true);
  expect(works.some((work) => work.some((job, i) => i > 0 && job.endDate! > work[i - 1]!.startDate!))).toBe(true);
  for (const work of works) {
    expect(work.slice(1).every(({ endDate }) => endDate !== undefined)).toBe(true);
    for (const { startDate, endDate } of work) if (endDate) expect(startDate! <= endDate).toBe(true);
  }
});

test('what is asked for is what is made', () => {
  const { body, language, trade } = makeResumeBody(createRandom('x'), { language: 'pl', trade: 'nurse', jobs: 6 });
  expect({ language, trade, jobs: body.work.length }).toEqual({ language: 'pl', trade: 'nurse', jobs: 6 });
});

describe.each(RESUME_LANGUAGES)('words of %s', (language) => {
  const words = RESUME_WORDS[language];

  test('have twelve months, and as many skills, titles and duties of each trade as English has', () => {
    expect([words.months.length, words.shortMonths.length]).toEqual([12, 12]);
    for (const trade of TRADES) {
      const [here, english] = [words.trades[trade], RESUME_WORDS.en.trades[trade]];
      expect([trade, here.skills.length, here.titles.length]).toEqual([
        trade,
        english.skills.length,
        english.titles.length,
      ]);
      expect(here.duties.length).toBe(english.duties.length);
    }
  });

  test('hold no empty entry and no doubled space', () => {
    expect(JSON.stringify(words)).not.toMatch(/""| {2}/);
  });
});
