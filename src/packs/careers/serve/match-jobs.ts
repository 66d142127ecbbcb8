// The jobs that were matched with a résumé, best first, each with its reasons and gaps.

import { z } from 'zod';
import { defineOperation } from '../../../pipeline/pack-operation.ts';
import { resumePosting } from '../match/resume-posting.ts';
import { fitOf, fitSchema } from './explain-fit.ts';
import { jobFilters } from './job-filters.ts';
import { jobSchema } from './job-summary.ts';
import { narrowDown } from './search-jobs.ts';

/** Proposals end at the declaration's `topN`; what was accepted stays beside them. */
const MOST_MATCHES = 200;

export const matchJobs = defineOperation({
  id: 'matchJobs',
  path: '/careers/matched-jobs',
  permission: 'matches.read',
  summary: 'Jobs that fit a résumé, best first',
  description:
    'Those that were proposed or accepted, each with reasons, gaps and the quality of the posting. What somebody dismissed is left out.',
  takesBody: true,
  input: jobFilters.extend({
    resume: z.uuid().describe('A record'),
    minScore: z.coerce.number().int().min(0).max(100).default(0).describe('Of the fit, 0–100'),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({
    resume: z.uuid(),
    items: z.array(
      z.object({
        job: jobSchema,
        fit: fitSchema,
        match: z.object({ id: z.uuid(), state: z.enum(['proposed', 'accepted']) }),
      }),
    ),
    total: z.number().int().describe('How many pass'),
  }),
  async run({ resume: id, minScore, limit, ...filters }, view) {
    const resume = await view.getRecord(id, ['resume']);
    const matches = await view.listMatches({
      spec: resumePosting.id,
      records: [resume.id],
      states: ['proposed', 'accepted'],
      minProbability: minScore / 100,
      limit: MOST_MATCHES,
    });
    const postings = await view.findRecords(matches.map(({ right }) => right));
    const jobs = await narrowDown(postings, filters, view);
    const shown = jobs.slice(0, limit).map(async (job) => {
      const match = matches.find(({ right }) => right === job.id)!;
      return {
        job,
        fit: await fitOf(resume, postings.find((each) => each.id === job.id)!, view),
        match: { id: match.id, state: match.state as 'proposed' | 'accepted' },
      };
    });
    return { resume: resume.id, items: await Promise.all(shown), total: jobs.length };
  },
});
