// A posting that was read off pages → candidates with their places.

import type { Candidate } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { itemsOfPages } from '../text/items-of-pages.ts';
import { splitSections } from '../text/sections.ts';
import { type Found, oddsOf } from './found.ts';
import { joined, readBody } from './read-body.ts';
import { readHead } from './read-head.ts';

export const postingExtractor: Extractor = {
  id: 'careers/posting',
  writes: [
    ...[
      'title',
      'hiringOrganization.*',
      'jobLocation',
      'jobCountry',
      'jobLocationType',
      'employmentType',
      'otherEmploymentTypes[]',
    ],
    ...[
      'experienceLevel',
      'experienceYears',
      'baseSalary.*',
      'description',
      'responsibilities',
      'qualifications',
      'skills[]',
    ],
    ...['requirements[].*', 'visaSponsorship', 'jobBenefits', 'applicationContact.*'],
  ],
  extract(reading) {
    const items = itemsOfPages(reading);
    const about = splitSections(items)
      .filter(({ section, title }) => section === 'role' || (section === 'other' && title === undefined))
      .flatMap((part) => part.items);
    return [...readHead(items), ...readBody(items), ...joined('description', about)].map(candidateFrom);
  },
};

function candidateFrom({ path, value, places, source, sure }: Found): Candidate {
  const evidence = places.flatMap(({ item, start, end }) => item.evidence(start, end));
  const raw = places.map(({ item, start, end }) => item.text.slice(start, end)).join('\n');
  return candidateOf({ path, value, raw, source, signals: { read: oddsOf(sure) } }, evidence);
}
