// How one posting fits one résumé: reasons, gaps, a band; the quality of the posting stands apart.

import { z } from 'zod';
import { defineOperation, type PackRecord, type WorkspaceView } from '../../../pipeline/pack-operation.ts';
import { describeFit, fitBands } from '../match/describe-fit.ts';
import { resumePosting } from '../match/resume-posting.ts';
import { jobSchema, summarizeJobs } from './job-summary.ts';

export const fitSchema = z
  .object({
    score: z.number().int().describe('0–100, calibrated by the workspace’s decisions as far as there are enough'),
    band: z.enum(fitBands),
    calibration: z
      .object({
        method: z.string().describe('prior = as declared: a judgement, not a measured probability'),
        outcomes: z.number().int().describe('Decisions that it was fitted on'),
      })
      .describe('What the score was made with'),
    veto: z.string().nullable().describe('What rules the job out'),
    for: z.array(z.string()),
    against: z.array(z.string()),
    unknown: z.array(z.string()).describe('What counts neither way, as one side does not say'),
    gaps: z
      .array(
        z.object({
          kind: z.enum(['skill', 'years', 'degree', 'language']),
          text: z.string().describe('The requirement, as printed'),
          missing: z.string(),
        }),
      )
      .describe('Must-haves that the résumé does not show'),
  })
  .meta({ id: 'JobFit' });

export type ShownFit = z.output<typeof fitSchema>;

export async function fitOf(resume: PackRecord, posting: PackRecord, view: WorkspaceView): Promise<ShownFit> {
  const pair = await view.compare(resumePosting.id, resume, posting);
  const { versions, unknown } = pair.explanation;
  return {
    ...describeFit(pair, resume.subject, posting.subject),
    calibration: { method: versions.calibration, outcomes: versions.calibrationFrom },
    unknown: unknown.map(({ title }) => title),
  };
}

export const explainFit = defineOperation({
  id: 'explainFit',
  path: '/careers/fit',
  permission: 'matches.read',
  summary: 'How a job fits a résumé: reasons, gaps, and the quality of the posting apart',
  description: 'Compared when it is asked for; neither has to be proposed for the other.',
  takesBody: true,
  input: z.object({ resume: z.uuid().describe('A record'), posting: z.uuid().describe('A record') }),
  output: z.object({
    resume: z.uuid(),
    job: jobSchema,
    fit: fitSchema,
    match: z
      .object({ id: z.uuid(), state: z.enum(['proposed', 'accepted', 'dismissed', 'superseded']) })
      .nullable()
      .describe('What stands between them in `/matches`, to be decided there'),
  }),
  async run(input, view) {
    const resume = await view.getRecord(input.resume, ['resume']);
    const posting = await view.getRecord(input.posting, ['job_posting']);
    const [job] = await summarizeJobs([posting], view);
    return {
      resume: resume.id,
      job: job!,
      fit: await fitOf(resume, posting, view),
      match: await matchBetween(resume, posting, view),
    };
  },
});

/** More postings than anybody has matches of one résumé. */
const MOST_MATCHES = 1000;

async function matchBetween(resume: PackRecord, posting: PackRecord, view: WorkspaceView) {
  const matches = await view.listMatches({
    spec: resumePosting.id,
    records: [posting.id],
    states: ['proposed', 'accepted', 'dismissed', 'superseded'],
    limit: MOST_MATCHES,
  });
  const found = matches.find(({ left }) => left === resume.id);
  return found ? { id: found.id, state: found.state } : null;
}
