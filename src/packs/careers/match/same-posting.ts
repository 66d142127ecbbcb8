// The same job posted twice: copied to another board, or posted again. Pairs that are linked make a cluster.

import { sameIdentifier } from '../../../match/features/code-features.ts';
import { sameAmount } from '../../../match/features/number-features.ts';
import { containedWords, sameName, sharedWords } from '../../../match/features/text-features.ts';
import { textOf, textsOf } from '../../../match/features/values.ts';
import { wordsOf } from '../../../match/features/words.ts';
import { defineMatch, type KeyFamily, type Subject } from '../../../match/match-spec.ts';
import { normalizeCompanyName } from '../../../recognize/company-names-compare.ts';
import { foldPlace } from '../../../recognize/countries.ts';

const MOST_KEYS = 8;
const LONG = 6;

/** Employer and a word of the title: another board prints both. */
export const employerTitles: KeyFamily = {
  id: 'careers/employer-titles',
  title: 'Employer and job title',
  reads: ['hiringOrganization.name', 'title'],
  keys: {
    job_posting: (subject) => {
      const employer = normalizeCompanyName(textOf(subject, ['hiringOrganization.name']) ?? '');
      const words = wordsOf(textOf(subject, ['title']) ?? '').filter((word) => word.length >= 4);
      return employer === '' ? [] : [...new Set(words)].slice(0, MOST_KEYS).map((word) => `${employer} ${word}`);
    },
  },
};

/** Long words that follow each other in what is asked for: agencies leave the employer out and keep the text. */
export const phrases: KeyFamily = {
  id: 'careers/posting-phrases',
  title: 'Wording of a posting',
  reads: ['requirements[].text', 'responsibilities'],
  keys: {
    job_posting: (subject) =>
      [
        ...textsOf(subject, ['requirements[].text']).slice(0, 6),
        ...textsOf(subject, ['responsibilities'])
          .flatMap((text) => text.split('\n'))
          .slice(0, 4),
      ].flatMap((text) => {
        const words = wordsOf(text).filter((word) => word.length >= LONG);
        return words.length < 3 ? [] : [words.slice(0, 4).join(' ')];
      }),
  },
};

export const postingAddress: KeyFamily = {
  id: 'careers/posting-address',
  title: 'Address or reference of a posting',
  reads: ['url', 'identifier', 'hiringOrganization.name'],
  keys: {
    job_posting: (subject) => {
      const url = textOf(subject, ['url'])
        ?.replace(/[?#].*$/, '')
        .replace(/\/$/, '')
        .toLowerCase();
      const id = textOf(subject, ['identifier']);
      const employer = normalizeCompanyName(textOf(subject, ['hiringOrganization.name']) ?? '');
      return [...(url ? [url] : []), ...(id && employer ? [`${employer} ${id.toLowerCase()}`] : [])];
    },
  },
};

export const wordingPaths = ['requirements[].text', 'responsibilities', 'description'] as const;

/** Two places of the same job are two jobs to whoever applies. */
function otherPlace(left: Subject, right: Subject): string | undefined {
  const [a, b] = [textOf(left, ['jobLocation']), textOf(right, ['jobLocation'])];
  if (!a || !b) return undefined;
  const words = (text: string): Set<string> =>
    new Set(
      foldPlace(text)
        .split(' ')
        .filter((word) => word.length > 2),
    );
  const [one, other] = [words(a), words(b)];
  return one.size > 0 && other.size > 0 && ![...one].some((word) => other.has(word))
    ? `One is in ${a.slice(0, 60)}, the other in ${b.slice(0, 60)}`
    : undefined;
}

export const samePosting = defineMatch({
  id: 'careers/same-posting',
  title: 'The same job posted twice',
  version: '1',
  left: 'job_posting',
  right: 'job_posting',
  sides: 'symmetric',
  keys: [employerTitles, phrases, postingAddress],
  features: [
    sameIdentifier({ id: 'url', title: 'Address', paths: ['url'] }),
    sameIdentifier({ id: 'identifier', title: 'Reference', paths: ['identifier'] }),
    sameName({ id: 'employer', title: 'Employer', paths: ['hiringOrganization.name'] }),
    containedWords({ id: 'title', title: 'Job title', paths: ['title'] }),
    sharedWords({ id: 'wording', title: 'Wording', paths: wordingPaths }),
    sameAmount({ id: 'salary', title: 'Salary', paths: ['baseSalary.max'], tolerance: 0.001, zeroAt: 0.2 }),
  ],
  vetoes: [
    { id: 'place', title: 'One place', reads: { left: ['jobLocation'], right: ['jobLocation'] }, check: otherPlace },
  ],
  weights: {
    url: { for: 2.5, against: 0.1, neutral: 0.9 },
    identifier: { for: 2, against: 0.3, neutral: 0.8 },
    employer: { for: 1.2, against: 2, neutral: 0.5 },
    title: { for: 1.5, against: 3, neutral: 0.6 },
    wording: { for: 3.5, against: 3, neutral: 0.4 },
    salary: { for: 0.7, against: 1, neutral: 0.5 },
  },
  prior: 0.05,
  correlation: 0.15,
  topN: 20,
  keepFrom: 0.5,
  tellFrom: 0.95,
});
