// Postings of the workspace: by words and meaning, or the newest first, narrowed down by what they state.

import { z } from 'zod';
import { defineOperation, type PackRecord, type WorkspaceView } from '../../../pipeline/pack-operation.ts';
import { findOlderCopies, type JobFilters, jobFilters, passes } from './job-filters.ts';
import { type JobSummary, jobSchema, summarizeJobs } from './job-summary.ts';

/** Batches that are looked through for one answer; who wants more follows the cursor. */
const MOST_ROUNDS = 10;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('null = this was the last page; a page may be short before that'),
  });

export const searchJobs = defineOperation({
  id: 'searchJobs',
  path: '/careers/jobs',
  permission: 'search.read',
  summary: 'Search job postings',
  description:
    'By words and meaning when `q` is given, else the newest first. Each posting with its quality; filters ask for what is stated.',
  takesBody: true,
  input: jobFilters.extend({
    q: z.string().trim().min(1).max(2000).optional().describe('Words, "phrases", -excluded, begun*'),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    cursor: z.string().max(8000).optional().describe('`nextCursor` of the page before, with the same question'),
  }),
  output: pageOf(jobSchema),
  async run({ q, limit, cursor, ...filters }, view) {
    const items: JobSummary[] = [];
    let after = cursor;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      // Never more than there is room for: the cursor stands behind all that was looked at.
      const asked = { type: 'job_posting', after, limit: limit - items.length };
      const page = await (q === undefined ? view.listRecords(asked) : view.search({ ...asked, text: q }));
      items.push(...(await narrowDown(page.records, filters, view)));
      after = page.next ?? undefined;
      if (after === undefined || items.length >= limit) break;
    }
    return { items, nextCursor: after ?? null };
  },
});

/** Those that pass, in their order. */
export async function narrowDown(
  records: readonly PackRecord[],
  filters: JobFilters,
  view: WorkspaceView,
): Promise<JobSummary[]> {
  const jobs = (await summarizeJobs(records, view)).filter((job) => passes(job, filters));
  if (filters.copies || jobs.length === 0) return jobs;
  const left = new Set(jobs.map(({ id }) => id));
  const older = await findOlderCopies(
    records.filter(({ id }) => left.has(id)),
    view,
  );
  return jobs.filter(({ id }) => !older.has(id));
}
