// How an earlier product asked for jobs, and what it called their parts.

import type { OlderAddress } from '../../../pipeline/older-address.ts';

type Json = Record<string, unknown>;

/** What they called what jobs are narrowed down by. */
const asked = {
  query: 'q',
  keywords: 'q',
  location: 'place',
  min_salary: 'salaryMin',
  salary_min: 'salaryMin',
  experience_level: 'experience',
  job_type: 'employmentType',
  employment_type: 'employmentType',
  resume_id: 'resume',
  min_score: 'minScore',
} as const;

const askedByBody = (given: Json): Json => {
  const ours = Object.entries(given).map(([name, value]) => [
    Object.hasOwn(asked, name) ? asked[name as keyof typeof asked] : name,
    value,
  ]);
  const own = Object.entries(given).filter(([name]) => !Object.hasOwn(asked, name));
  return Object.fromEntries([...ours, ...own]);
};

/** A job as they showed it, beside ours. */
const jobShown = (job: Json): Json => ({
  ...job,
  job_id: job.id,
  company: job.employer,
  location: job.place,
  posted_at: job.posted,
});

const jobsFound = ({ items, nextCursor }: Json): Json => ({
  jobs: (items as Json[]).map(jobShown),
  nextCursor,
  next_cursor: nextCursor,
});

const jobsMatched = ({ items, ...rest }: Json): Json => ({
  ...rest,
  matches: (items as { job: Json; fit: Json }[]).map(({ job, fit, ...more }) => ({
    ...more,
    job: jobShown(job),
    fit,
    job_id: job.id,
    score: fit.score,
    reasons: fit.for,
    gaps: fit.gaps,
  })),
});

const askedNames = Object.entries(asked)
  .map(([theirs, ours]) => `\`${theirs}\` as \`${ours}\``)
  .join(', ');

const searched = `${askedNames}; the list is \`jobs\`, with \`job_id\`, \`company\`, \`location\` besides; \`next_cursor\``;
const matched =
  'names as of `/v2/jobs/search`; the list is `matches`, with `job_id`, `score`, `reasons`, `gaps` besides';

export const olderJobSearches: readonly OlderAddress[] = [
  {
    method: 'GET',
    older: '/v2/jobs/search',
    real: '/api/v1/careers/jobs',
    query: asked,
    answer: jobsFound,
    note: searched,
  },
  {
    method: 'POST',
    older: '/v2/jobs/search',
    real: '/api/v1/careers/jobs/query',
    body: askedByBody,
    answer: jobsFound,
    note: 'the same, asked by a body',
  },
  {
    method: 'GET',
    older: '/v2/jobs/match',
    real: '/api/v1/careers/matched-jobs',
    query: asked,
    answer: jobsMatched,
    note: matched,
  },
  {
    method: 'POST',
    older: '/v2/jobs/match',
    real: '/api/v1/careers/matched-jobs/query',
    body: askedByBody,
    answer: jobsMatched,
    note: 'the same, asked by a body',
  },
];
