// Tracking applications: from a bookmark to how it ended. A person's own, one open for each job.

import { z } from 'zod';
import type { CaseSpec } from '../../../cases/case-spec.ts';

const open = ['bookmarked', 'applied', 'interviewing', 'offered'] as const;

/** Somebody's own words, or a name. */
const line = z.string().trim().min(1).max(300);

export const jobApplication: CaseSpec = {
  id: 'careers/application',
  title: 'Application',
  alias: 'job-application',
  states: [
    { id: 'bookmarked', title: 'Bookmarked', kind: 'open' },
    { id: 'applied', title: 'Applied', kind: 'open' },
    { id: 'interviewing', title: 'Interviewing', kind: 'open' },
    { id: 'offered', title: 'Offered', kind: 'open' },
    { id: 'accepted', title: 'Accepted', kind: 'won' },
    { id: 'rejected', title: 'Rejected', kind: 'lost' },
    { id: 'withdrawn', title: 'Withdrawn', kind: 'neutral' },
  ],
  initial: ['bookmarked', 'applied'],
  transitions: [
    { from: 'bookmarked', to: 'applied' },
    { from: 'applied', to: 'interviewing' },
    // Some offer without having asked.
    { from: ['applied', 'interviewing'], to: 'offered' },
    { from: 'offered', to: 'accepted' },
    { from: ['applied', 'interviewing', 'offered'], to: 'rejected' },
    { from: open, to: 'withdrawn' },
  ],
  ownership: 'person',
  // Jobs are also found where no posting was read: then the person says what it is called.
  subject: { recordTypes: ['job_posting'], required: false, titleFrom: ['title', 'hiringOrganization.name'] },
  attachments: [
    { role: 'resume', title: 'Résumé', source: 'record', types: ['resume'] },
    { role: 'resume-written', title: 'Résumé as written for this job', source: 'artifact', types: [] },
    { role: 'letter', title: 'Cover letter', source: 'artifact', types: [] },
  ],
  fields: z.object({
    employer: line.optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .describe('Where the job stands'),
    channel: line.optional().describe('How it was applied for: mail, portal, in person'),
    contact: line.optional().describe('Whom to ask'),
    interviewsAt: z
      .array(z.iso.datetime({ offset: true }))
      .max(20)
      .optional()
      .describe('When interviews are; they stand in the calendar'),
    offer: line.optional().describe('What was offered, in words'),
  }),
  moments: [{ field: 'interviewsAt', title: 'Interview', minutes: 60, alarmMinutes: 60 }],
  // Who notes a job down, or applies, says that it fits; who drops one that was only noted says that it does not. What employers
  // decide says nothing of that, and so does whoever withdraws later.
  outcome: {
    spec: 'careers/resume-posting',
    attachment: 'resume',
    for: open,
    against: [{ from: 'bookmarked', to: 'withdrawn' }],
  },
  reopens: true,
  takeBackMinutes: 15,
};
