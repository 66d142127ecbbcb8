// Jobs of an earlier product: its bookmarks and applications are cases of a type that a pack declares under this name.

import type { OlderAddress } from '../pipeline/older-address.ts';

type Json = Record<string, unknown>;

const TYPE = 'job-application';
const applied = 'applied,interviewing,offered,accepted,rejected,withdrawn';

/** `job_id`, `notes`, `resume_id` and `cover_letter_id` are what they called them. */
const wishFor =
  (state: string) =>
  ({ job_id, notes, resume_id, cover_letter_id, ...body }: Json): Json => {
    const attachments = [
      ...(resume_id === undefined ? [] : [{ role: 'resume', id: resume_id }]),
      ...(cover_letter_id === undefined ? [] : [{ role: 'letter', id: cover_letter_id }]),
    ];
    return {
      type: TYPE,
      state,
      ...(job_id === undefined ? {} : { subject: { record: job_id } }),
      ...(notes === undefined ? {} : { note: notes }),
      ...(attachments.length === 0 ? {} : { attachments }),
      ...body,
    };
  };

/** Ours, and beside it what they called things. */
function shown(one: Json): Json {
  const { subject, state, createdAt, updatedAt } = one;
  return {
    ...one,
    job_id: (subject as { record: string } | null)?.record ?? null,
    status: state,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

const listed =
  (name: string) =>
  ({ items, nextCursor }: Json): Json => ({
    [name]: (items as Json[]).map(shown),
    nextCursor,
    next_cursor: nextCursor,
  });

/** Applications are what has gone further than a bookmark. */
function counted(figures: Json): Json {
  const stages = figures.stages as { id: string; now: number }[];
  const [bookmarks, ...rest] = stages;
  return {
    ...figures,
    total_bookmarks: bookmarks?.now ?? 0,
    total_applications: rest.reduce((sum, { now }) => sum + now, 0),
    by_status: Object.fromEntries(stages.map(({ id, now }) => [id, now])),
  };
}

const names = 'the answer has `job_id`, `status`, `created_at`, `updated_at` besides';

export const olderJobAddresses: readonly OlderAddress[] = [
  {
    method: 'POST',
    older: '/v2/jobs/bookmark',
    real: '/api/v1/cases',
    body: wishFor('bookmarked'),
    answer: shown,
    note: `\`job_id\` is the record of the posting, \`notes\` a note; 201, or 200 when it was there; ${names}`,
  },
  {
    method: 'POST',
    older: '/v2/jobs/apply',
    real: '/api/v1/cases',
    body: wishFor('applied'),
    answer: shown,
    note: `the same, with \`resume_id\` (a record) and \`cover_letter_id\` (an artifact); again for the same job it is brought up to date; ${names}`,
  },
  {
    method: 'GET',
    older: '/v2/jobs/bookmarks',
    real: `/api/v1/cases?type=${TYPE}&state=bookmarked`,
    answer: listed('bookmarks'),
    note: 'the list is `bookmarks`, the next page `next_cursor`',
  },
  {
    method: 'GET',
    older: '/v2/jobs/applications',
    real: `/api/v1/cases?type=${TYPE}&state=${applied}`,
    answer: listed('applications'),
    note: 'the list is `applications`, the next page `next_cursor`',
  },
  {
    method: 'GET',
    older: '/v2/jobs/stats',
    real: `/api/v1/cases/statistics?type=${TYPE}`,
    answer: counted,
    note: '`total_bookmarks`, `total_applications`, `by_status` besides',
  },
];
