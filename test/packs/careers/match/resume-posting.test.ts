// Pairs of résumés and postings, made by hand: who fits, who does not, and why.

import { describe, expect, test } from 'vitest';
import { declaredModel } from '../../../../src/match/match-model.ts';
import { createMatching } from '../../../../src/match/matching.ts';
import { scorePair } from '../../../../src/match/score-pair.ts';
import { describeFit } from '../../../../src/packs/careers/match/describe-fit.ts';
import { resumePosting } from '../../../../src/packs/careers/match/resume-posting.ts';
import { packs } from '../../../../src/packs/index.ts';
import { describeMatch } from '../../../match/match-contract.ts';

const types = packs.flatMap((pack) => pack.types);
const matching = createMatching(
  packs.flatMap(({ matches = [] }) => matches),
  types,
  packs.flatMap(({ watches = [] }) => watches),
);

type Fields = Record<string, string | number>;
const subject = (type: string, id: string, fields: Fields) =>
  matching.subjectOf(id, {
    type,
    lines: [],
    fields: Object.fromEntries(
      Object.entries(fields).map(([path, value]) => [
        path,
        { value, raw: '', origin: 'read', confidence: 1, evidence: [], source: '', signals: {} },
      ]),
    ),
  });

function asked(list: readonly (readonly [kind: string, level: string, text: string, value?: string])[]): Fields {
  return Object.fromEntries(
    list.flatMap(([kind, level, text, value], i) => [
      [`requirements[${i}].text`, text],
      [`requirements[${i}].kind`, kind],
      [`requirements[${i}].level`, level],
      ...(value ? [[`requirements[${i}].value`, value]] : []),
    ]),
  );
}

const engineer = subject('resume', 'engineer', {
  'basics.label': 'Senior Backend Engineer',
  'basics.location.city': 'Berlin',
  'basics.location.countryCode': 'DE',
  'work[0].position': 'Senior Backend Engineer',
  'work[0].startDate': '2019-01',
  'work[0].summary': 'Services in Go and PostgreSQL on Kubernetes',
  'work[1].position': 'Software Developer',
  'work[1].startDate': '2015-01',
  'work[1].endDate': '2018-12',
  'education[0].studyType': 'M.Sc.',
  'education[0].area': 'Computer science',
  'skills[0].name': 'Go',
  'skills[1].name': 'PostgreSQL',
  'skills[2].name': 'Kubernetes',
  'languages[0].language': 'German',
  'languages[0].fluency': 'native',
  'languages[1].language': 'English',
  'languages[1].fluency': 'C1',
});
const nurse = subject('resume', 'nurse', {
  'basics.label': 'Registered Nurse',
  'basics.location.city': 'Kassel',
  'basics.location.countryCode': 'DE',
  'work[0].position': 'Nurse',
  'work[0].startDate': '2021',
  'work[0].endDate': '2022',
  'education[0].studyType': 'Ausbildung zur Pflegefachkraft',
  'skills[0].name': 'Wound care',
  'languages[0].language': 'English',
  'languages[0].fluency': 'basic',
});

const backendJob: Fields = {
  title: 'Backend Engineer',
  jobLocation: 'Berlin, Germany',
  jobCountry: 'DE',
  jobLocationType: 'hybrid',
  experienceLevel: 'senior',
  experienceYears: 5,
  datePosted: '2026-02-01',
};
const backendAsks = [
  ['years', 'must', '5+ years of experience with Go or Kotlin', '5'],
  ['skill', 'must', 'PostgreSQL'],
  ['degree', 'must', "Bachelor's degree in computer science", 'bachelor'],
  ['language', 'must', 'Fluent English', 'English C1'],
  ['skill', 'nice', 'Kubernetes'],
] as const;
const backend = subject('job_posting', 'backend', { ...backendJob, ...asked(backendAsks) });
const demanding = subject('job_posting', 'demanding', {
  ...backendJob,
  ...asked([...backendAsks, ['skill', 'must', 'AutoCAD']]),
});
const research = subject('job_posting', 'research', {
  title: 'Postdoctoral Researcher',
  ...asked([
    ['degree', 'must', 'PhD in computer science', 'doctorate'],
    ['skill', 'must', 'Go'],
  ]),
});

const fitOf = (resume: typeof engineer, posting: typeof backend) =>
  describeFit(
    scorePair(resumePosting, { model: declaredModel(resumePosting), context: { rarity: () => 0.5 } }, [
      resume,
      posting,
    ]),
    resume,
    posting,
  );

describe('jobs that fit a résumé', () => {
  test('who has what is asked for fits well, with reasons in words and no gaps', () => {
    const { score, band, gaps, for: reasons } = fitOf(engineer, backend);
    expect(band).toBe('strong');
    expect(score).toBeGreaterThanOrEqual(85);
    expect(gaps).toEqual([]);
    expect(reasons.join('\n')).toMatch(/Skills that are required/);
    expect(reasons.join('\n')).toMatch(/Years of experience: “11.1” and “5” agree/);
  });

  test('who lacks one thing that is required is no strong fit, whatever the score', () => {
    const { score, band, gaps } = fitOf(engineer, demanding);
    expect(gaps.map(({ missing }) => missing)).toEqual(['AutoCAD']);
    expect(score).toBeGreaterThanOrEqual(75);
    expect(band).toBe('good');
  });

  test('who has none of it does not, and each gap is named with the words of the posting', () => {
    const { score, band, gaps } = fitOf(nurse, backend);
    expect(band).toBe('weak');
    expect(score).toBeLessThan(10);
    expect(gaps.map(({ kind, missing }) => `${kind}: ${missing}`)).toEqual([
      'skill: Go, Kotlin',
      'skill: PostgreSQL',
      'years: 5 years are asked for, 2 are there',
      'language: English at a lower level than English C1',
      'degree: bachelor',
    ]);
  });

  test('a related skill counts in part', () => {
    const job = (skill: string) =>
      subject('job_posting', skill, { title: 'Engineer', ...asked([['skill', 'must', skill]]) });
    const [same, near, far] = ['PostgreSQL', 'MySQL', 'Welding'].map((skill) => fitOf(engineer, job(skill)).score) as [
      number,
      number,
      number,
    ];
    expect(same).toBeGreaterThan(near);
    expect(near).toBeGreaterThan(far);
  });

  test('a doctorate that is required rules out who has none; in so many words', () => {
    const { score, veto } = fitOf(engineer, research);
    expect(score).toBe(0);
    expect(veto).toMatch(/doctorate is required .*“M.Sc.”/);
  });

  test('a language far beyond the stated level rules out', () => {
    const posting = subject('job_posting', 'de', {
      title: 'Nurse',
      ...asked([['language', 'must', 'Fluent English', 'English C1']]),
    });
    expect(fitOf(nurse, posting).veto).toMatch(/English C1 is required/);
  });

  test('work that goes on proves nothing when nobody knows until when', () => {
    const undated = subject('job_posting', 'undated', { title: 'Backend Engineer', experienceYears: 9 });
    expect(fitOf(engineer, undated).against.join()).not.toMatch(/Years/);
  });

  test('another country speaks against work on site, little against remote work', () => {
    const job = (mode: string) =>
      subject('job_posting', mode, {
        title: 'Backend Engineer',
        jobLocation: 'Oslo, Norway',
        jobCountry: 'NO',
        jobLocationType: mode,
      });
    expect(fitOf(engineer, job('on-site')).score).toBeLessThan(fitOf(engineer, job('remote')).score);
    expect(fitOf(engineer, job('on-site')).against.join()).toMatch(/another country/);
  });

  test('what is vague, old or posted often is no part of it', () => {
    const worse = {
      ...backend,
      values: {
        ...backend.values,
        responsibilities: 'Competitive salary. Rockstar wanted.',
        validThrough: '2020-01-01',
      },
    };
    expect(fitOf(engineer, worse).score).toBe(fitOf(engineer, backend).score);
  });

  test('both are found by the skills that they share', () => {
    const keys = (one: typeof engineer) => new Set(matching.keysFor(resumePosting, one).map(({ hash }) => hash));
    expect([...keys(engineer)].some((key) => keys(backend).has(key))).toBe(true);
  });
});

for (const id of ['careers/resume-posting', 'careers/same-posting']) describeMatch(matching, matching.get(id));

test('words that are skills in a list of skills are there without their ids, too', () => {
  const resume = subject('resume', 'lists', { 'skills[0].name': 'React', 'skills[1].name': 'Excel' });
  const posting = subject('job_posting', 'wants', {
    title: 'Developer',
    ...asked([
      ['skill', 'must', 'Experience with React'],
      ['skill', 'must', 'Experience with Excel'],
    ]),
  });
  const context = { rarity: () => 1 };
  const scored = scorePair(resumePosting, { model: declaredModel(resumePosting), context }, [resume, posting]);
  expect(describeFit(scored, resume, posting).gaps).toEqual([]);
});
