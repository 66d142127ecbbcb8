// Which jobs fit a résumé. How good the posting is as a posting is no part of it (postings/quality).

import { alikeInMeaning, containedWords } from '../../../match/features/text-features.ts';
import { textsOf } from '../../../match/features/values.ts';
import { wordsOf } from '../../../match/features/words.ts';
import { defineMatch, type KeyFamily, type MatchVeto, type Subject } from '../../../match/match-spec.ts';
import { rankOf } from '../postings/requirements/degrees.ts';
import { parseLanguage } from '../postings/requirements/languages.ts';
import { askedOf, askedPaths, skillsAsked, skillsOfPosting } from './asked-of.ts';
import { dailyJobs } from './daily-jobs.ts';
import {
  degree,
  degreeAsked,
  languagePaths,
  languages,
  languagesOf,
  listedSkills,
  mustSkills,
  niceSkills,
  place,
  seniority,
  yearsOfExperience,
} from './fit-features.ts';
import { degreeOfResume, degreePaths, skillPaths, skillsOfResume } from './resume-profile.ts';

const MOST_SKILL_KEYS = 40;
const MOST_TITLE_KEYS = 12;

/** Skills that both name. What half of the workspace names is passed over by the frame. */
const skills: KeyFamily = {
  id: 'careers/skills',
  title: 'Skills',
  reads: [...skillPaths, ...askedPaths, 'skills[]'],
  keys: {
    resume: (subject) => [...skillsOfResume(subject)].slice(0, MOST_SKILL_KEYS),
    job_posting: (subject) =>
      [...new Set([...skillsAsked(subject, 'must').flatMap(({ ids }) => ids), ...skillsOfPosting(subject)])].slice(
        0,
        MOST_SKILL_KEYS,
      ),
  },
};

const titlePaths = ['basics.label', 'work[].position', 'title'];
const SHORTEST = 5;
const titleWords = (subject: Subject): string[] =>
  [
    ...new Set(textsOf(subject, titlePaths).flatMap((text) => wordsOf(text).filter((word) => word.length >= SHORTEST))),
  ].slice(0, MOST_TITLE_KEYS);

const titles: KeyFamily = {
  id: 'careers/titles',
  title: 'Words of job titles',
  reads: titlePaths,
  keys: { resume: titleWords, job_posting: titleWords },
};

/** Only what both sides say in so many words rules a pair out. */
const vetoes: MatchVeto[] = [
  {
    id: 'doctorate',
    title: 'A doctorate is required',
    reads: { left: degreePaths, right: askedPaths },
    check(resume, posting) {
      const asked = degreeAsked(posting);
      const has = degreeOfResume(resume);
      if (!has || asked?.degree.level !== 'doctorate' || asked.degree.orEquivalent) return undefined;
      return rankOf(has.level) < rankOf('doctorate')
        ? `A doctorate is required (“${asked.text.slice(0, 80)}”), the highest degree is “${has.said.slice(0, 60)}”`
        : undefined;
    },
  },
  {
    id: 'language',
    title: 'A language is required far beyond the stated level',
    reads: { left: languagePaths, right: askedPaths },
    check(resume, posting) {
      const known = languagesOf(resume);
      for (const { kind, level: asked, value } of askedOf(posting)) {
        if (kind !== 'language' || asked !== 'must' || !value) continue;
        const { language, level } = parseLanguage(value);
        const has = known.get(language);
        if (level !== undefined && has !== undefined && level - has >= 2)
          return `${value} is required, the résumé states a lower level of ${language}`;
      }
      return undefined;
    },
  },
];

export const resumePosting = defineMatch({
  id: 'careers/resume-posting',
  title: 'Jobs that fit a résumé',
  version: '1',
  left: 'resume',
  right: 'job_posting',
  sides: 'one-sided',
  keys: [skills, titles],
  features: [
    mustSkills,
    niceSkills,
    listedSkills,
    yearsOfExperience,
    degree,
    languages,
    containedWords({
      id: 'title',
      title: 'Job title',
      paths: { left: ['basics.label', 'work[].position'], right: ['title'] },
    }),
    seniority,
    place,
    alikeInMeaning({
      id: 'meaning',
      title: 'Meaning',
      paths: { left: ['basics.summary', 'work[].summary'], right: ['description'] },
    }),
  ],
  vetoes,
  weights: {
    'must-skills': { for: 3.2, against: 4, neutral: 0.45 },
    'nice-skills': { for: 0.7, against: 0.2, neutral: 0.3 },
    'listed-skills': { for: 2.4, against: 2.5, neutral: 0.35 },
    years: { for: 0.7, against: 3, neutral: 0.6 },
    degree: { for: 0.5, against: 2, neutral: 0.5 },
    languages: { for: 0.6, against: 3, neutral: 0.6 },
    title: { for: 1.8, against: 0.8, neutral: 0.3 },
    seniority: { for: 0.5, against: 1.8, neutral: 0.55 },
    place: { for: 0.7, against: 2.2, neutral: 0.4 },
    meaning: { for: 1.5, against: 1, neutral: 0.5 },
  },
  prior: 0.15,
  correlation: 0.1,
  topN: 50,
  keepFrom: 0.3,
  tellFrom: 0.85,
  daily: dailyJobs,
});
