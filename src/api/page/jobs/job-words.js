// What is said of jobs and of how they fit, in words.

import { showDate } from '../format.js';

const bands = { strong: 'Strong fit', good: 'Good fit', partial: 'Partial fit', weak: 'Weak fit' };

export const fitOf = ({ score, band, veto }) => (veto ? 'Ruled out' : `${bands[band] ?? band} (${score} of 100)`);

export const employments = [
  ['FULL_TIME', 'full time'],
  ['PART_TIME', 'part time'],
  ['CONTRACTOR', 'contract'],
  ['TEMPORARY', 'temporary'],
  ['INTERN', 'internship'],
  ['APPRENTICE', 'apprenticeship'],
  ['VOLUNTEER', 'volunteer'],
  ['PER_DIEM', 'by the day'],
  ['OTHER', 'other'],
];
const employmentOf = new Map(employments);
export const workplaces = ['on-site', 'hybrid', 'remote'];

const units = { HOUR: 'an hour', DAY: 'a day', WEEK: 'a week', MONTH: 'a month', YEAR: 'a year' };

/** "6,000–7,000 EUR a month"; undefined where it does not say. */
export function payOf({ salary }) {
  if (!salary) return undefined;
  const { min, max, currency, unit } = salary;
  const amount = (value) => value.toLocaleString('en');
  const range =
    min !== null && max !== null && min !== max
      ? `${amount(min)}–${amount(max)}`
      : max === null
        ? `from ${amount(min)}`
        : min === null
          ? `up to ${amount(max)}`
          : amount(min);
  return [range, currency, units[unit]].filter(Boolean).join(' ');
}

/** Short ones, for a line: employer, place, how it is worked. */
export const factsOf = ({ employer, place, workplace }) => [employer, place, workplace].filter(Boolean).join(' · ');

/** [name, text] of what the posting states. */
export function statedBy(job) {
  return [
    ['Employer', job.employer],
    ['Place', [job.place, job.workplace].filter(Boolean).join(', ')],
    ['Pay', payOf(job)],
    ['Employment', job.employmentTypes.map((type) => employmentOf.get(type) ?? type).join(', ')],
    ['Experience', [job.experience, job.years === null ? '' : `${job.years} years`].filter(Boolean).join(', ')],
    ['Posted', job.posted && showDate(job.posted)],
    ['Open until', job.openUntil && `${showDate(job.openUntil)}${job.closed ? ', which is over' : ''}`],
  ].filter(([, text]) => text);
}

const qualities = { good: 'A good posting', fair: 'A fair posting', poor: 'A poor posting' };

export const qualityOf = ({ band, score }) => `${qualities[band]} (${score} of 100)`;
